"""Painting: strips at their places on a page → the items of the page record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from docgen.pdf.elements import Element
from docgen.pdf.items.belonging import belonging
from docgen.pdf.pages import Item
from docgen.pdf.paging.strips import Placed
from docgen.pdf.painting.document_tree import DocumentTree, Standing
from docgen.pdf.painting.floats import Layers, Spot, place, sized
from docgen.pdf.painting.line_items import line_items
from docgen.pdf.painting.paper import Paper
from docgen.pdf.painting.paragraph_boxes import box_items
from docgen.pdf.painting.shapes import ShapePainter
from docgen.pdf.source import Floating, Shape
from docgen.pdf.tables.table_painting import paint_table
from docgen.pdf.text.measured import Content
from docgen.pdf.text.paragraphs import SetLine, SetParagraph, Setting


@dataclass(slots=True)
class Painter:
    """Paints the stories of one page. `layers` gather what floats; `inner`: the story of a shape, which is its page.

    `tree` grows with what is painted; without one the items are no part of the document (headers and footers).
    """

    paper: Paper
    setting: Setting
    odd: bool = True
    inner: bool = False
    tree: DocumentTree | None = None
    layers: Layers = field(default_factory=Layers)

    def paint(self, strips: Sequence[Placed], around: Element | None = None) -> list[Item]:
        """The items of a story's strips on this page, without what floats. `around` is the element that they are in."""
        items: list[Item] = []
        for (owner, _), group in groupby(strips, key=lambda one: (one.strip.owner, one.x)):
            found = list(group)
            inside = None if around is None else self._inside(found, around)
            if isinstance(owner, SetParagraph):
                items += self._paragraph(owner, found, strips[0], inside)
            else:
                grid = {} if self.tree is None or inside is None else self.tree.table(owner, inside)
                items += paint_table(owner, found, self.paint, grid)
        return items

    def _inside(self, strips: list[Placed], around: Element) -> Element:
        """The element that holds the strips of one owner; the frames anchored to them are read before them."""
        for one in strips:
            for frame in one.strip.frames:
                frame.element = around.holding("group")
        note = strips[0].strip.note
        return around if note is None or self.tree is None else self.tree.note(note, around)

    def layered(self, items: list[Item]) -> list[Item]:
        """The items of all stories between what floats under and over them."""
        return [*self.layers.under, *items, *self.layers.over]

    def _paragraph(self, owner: SetParagraph, strips: list[Placed], top: Placed, around: Element | None) -> list[Item]:
        """A paragraph's strips; `top` is the first strip of its story on this page."""
        items = box_items(owner, strips, strips[0] is not top)
        standing = None if self.tree is None or around is None else self.tree.paragraph(owner, around)
        for one in strips:
            content = one.strip.content
            if isinstance(content, SetLine):
                x, goes_on = one.x + self._mirrored(owner), content is not owner.lines[0]
                label = None if goes_on else owner.label
                items += line_items(content, x, one.y + one.strip.lead, goes_on, standing, label)
            for number, floating in enumerate(one.strip.boxes):
                self._float(floating, self._spot(owner, strips, number, top.y), standing)
        return items

    def _mirrored(self, owner: SetParagraph) -> float:
        """How far a paragraph's text moves whose indents change places on even pages."""
        how = owner.format
        return how.right - how.left if how.mirror_indents and not self.odd else 0.0

    def _spot(self, owner: SetParagraph, strips: list[Placed], number: int, top: float) -> Spot:
        line, x = owner.spots[number] if owner.spots else (0, 0.0)
        at = strips[min(line, len(strips) - 1)]
        first = strips[0]
        y = first.y if first.anchor is None else first.anchor
        return Spot((first.x, owner.width), y, (at.y, at.strip.height), first.x + x, top)

    def float_at(self, floating: Floating, spot: Spot) -> tuple[Floating, float, float]:
        """A float in the size and with the upper left corner that it has on this page."""
        found = floating if self.inner else sized(floating, self.paper, self.odd)
        fitted = self._shapes().fitted(found.shape)
        if fitted is not found.shape:
            found = replace(found, shape=fitted)
        if self.inner:
            found = replace(found, in_cell=True)
        return (found, *place(found, self.paper, self.odd, spot))

    def _float(self, floating: Floating, spot: Spot, standing: Standing | None) -> None:
        """What floats is read behind the paragraph that it is anchored to."""
        found, x, y = self.float_at(floating, spot)
        group = None if standing is None else standing.around.holding("group")
        items = self._shapes(group).items(found.shape, x, y)
        self.layers.add(found, items if group is None else [belonging(item, group) for item in items])

    def _shapes(self, around: Element | None = None) -> ShapePainter:
        return ShapePainter(self.setting, partial(self.story, around=around))

    def story(self, strips: Sequence[Placed], around: Element | None = None) -> list[Item]:
        """The story of a shape: what floats in it stays in it."""
        painter = Painter(self.paper, self.setting, self.odd, inner=True, tree=self.tree)
        return painter.layered(painter.paint(strips, around))


def standing(shape: Shape, setting: Setting) -> Content:
    """A shape that stands in a line of text, its lower edge on the baseline."""
    painter = ShapePainter(setting, Painter(Paper(0.0, 0.0, (0.0, 0.0, 0.0, 0.0)), setting, inner=True).story)
    fitted = painter.fitted(shape)
    top, right, bottom, left = fitted.effect
    width, height = fitted.extent
    items = tuple(painter.items(fitted, left, -bottom - height))
    return Content(left + width + right, top + height + bottom, 0.0, items=items)
