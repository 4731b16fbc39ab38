"""Painting: strips at their places on a page → the items of the page record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from docgen.pdf.blocks import set_blocks
from docgen.pdf.pages import Fill, Image, Item, Line, Rule, Turned
from docgen.pdf.paragraphs import SetLine, SetParagraph, Setting
from docgen.pdf.source import Anchor, TextBox
from docgen.pdf.strips import Placed, placed
from docgen.pdf.strokes import horizontal, room, thickness, vertical
from docgen.pdf.table_painting import paint_table


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's geometry. Margins: top, right, bottom, left, with room made for tall headers and footers."""

    width: float
    height: float
    margins: tuple[float, float, float, float]

    @property
    def text_width(self) -> float:
        """The width of the text area."""
        return self.width - self.margins[1] - self.margins[3]

    @property
    def bottom(self) -> float:
        """The lower edge of the text area."""
        return self.height - self.margins[2]

    def x_of(self, anchor: Anchor, width: float, odd: bool = True) -> float:
        """The left edge of a floating thing."""
        if anchor.relative == "page":
            start, room_ = 0.0, self.width
        else:
            start, room_ = self.margins[3], self.text_width
        align = {"inside": "left" if odd else "right", "outside": "right" if odd else "left"}.get(
            anchor.align, anchor.align
        )
        return start + _aligned(align, room_, width, anchor.offset)

    def y_of(self, anchor: Anchor, height: float, text_y: float) -> float:
        """The upper edge of a floating thing anchored to a paragraph at `text_y`."""
        if anchor.relative == "page":
            return _aligned(anchor.align, self.height, height, anchor.offset)
        if anchor.relative == "margin":
            return self.margins[0] + _aligned(anchor.align, self.bottom - self.margins[0], height, anchor.offset)
        return text_y + anchor.offset


def _aligned(align: str, available: float, own: float, offset: float) -> float:
    if align == "center":
        return (available - own) / 2
    if align in ("right", "bottom"):
        return available - own
    return 0.0 if align in ("left", "top") else offset


@dataclass(slots=True)
class Painter:
    """Paints the stories of one page."""

    paper: Paper
    setting: Setting
    odd: bool = True

    def paint(self, strips: list[Placed]) -> list[Item]:
        """The items of a story's strips on this page."""
        items: list[Item] = []
        for owner, group in groupby(strips, key=lambda one: one.strip.owner):
            found = list(group)
            if isinstance(owner, SetParagraph):
                items += self._paragraph(owner, found)
            else:
                items += paint_table(owner, found, self.paint)
        return items

    def _paragraph(self, owner: SetParagraph, strips: list[Placed]) -> list[Item]:
        items = _box(owner, strips)
        for one in strips:
            content = one.strip.content
            if isinstance(content, SetLine):
                items += _line_items(content, one.x, one.y + one.strip.lead)
            for box in one.strip.boxes:
                items += self._text_box(box, one.y)
        return items

    def _text_box(self, box: TextBox, text_y: float) -> list[Item]:
        x = self.paper.x_of(box.horizontal, box.width, self.odd)
        y = self.paper.y_of(box.vertical, box.height, text_y)
        top, right, bottom, left = box.insets
        turned = box.rotation in (90, 270)
        inner = box.height - top - bottom if turned else box.width - left - right
        stack = set_blocks(box.blocks, inner, replace(self.setting, grid_pitch=0.0))
        if not turned:
            return self.paint(placed(stack, x + left, y + top))
        items = tuple(self.paint(placed(stack, 0.0, 0.0)))
        if box.rotation == 90:
            return [Turned(x + box.width - right, y + top, 90, items)]
        return [Turned(x + left, y + box.height - bottom, 270, items)]


def _line_items(line: SetLine, x: float, top: float) -> list[Item]:
    baseline = top + line.baseline
    text = line.text
    items: list[Item] = []
    if text.pieces:
        items.append(Line(x, baseline, text.pieces, line.heading))
    for rule in text.rules:
        items.append(replace(rule, x1=x + rule.x1, x2=x + rule.x2, y1=baseline + rule.y1, y2=baseline + rule.y2))
    for image in text.images:
        items.append(Image(x + image.x, baseline + image.y, image.width, image.height, image.data, image.mime))
    return items


def _box(owner: SetParagraph, strips: list[Placed]) -> list[Item]:
    """Shading and borders around the part of a paragraph that stands on this page."""
    how, first, last = owner.format, strips[0], strips[-1]
    if not (how.shading or owner.top or owner.bottom or how.borders.left or how.borders.right):
        return []
    top, bottom = first.y, last.y + last.strip.height
    left = first.x + how.left + min(how.first_line, 0.0) - room(how.borders.left)
    right = first.x + owner.width - how.right + room(how.borders.right)
    items: list[Item] = []
    if how.shading:
        items.append(Fill(left, top, right - left, bottom - top, how.shading))
    rules: list[Rule] = []
    if owner.top is not None and first.strip.lead:
        rules += horizontal(owner.top, left, right, top)
    if owner.bottom is not None and last.strip.content is owner.lines[-1]:
        rules += horizontal(owner.bottom, left, right, bottom - thickness(owner.bottom))
    if how.borders.left is not None:
        rules += vertical(how.borders.left, top, bottom, left)
    if how.borders.right is not None:
        rules += vertical(how.borders.right, top, bottom, right - thickness(how.borders.right))
    return [*items, *rules]
