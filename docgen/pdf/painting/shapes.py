"""Shapes: a drawn shape → items of a page: outlines, picture, text, parts, all turned as the shape is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from docgen.pdf.items.moving import moved
from docgen.pdf.pages import Clipped, Image, Item, Path, Turned
from docgen.pdf.paging.blocks import set_blocks
from docgen.pdf.paging.strips import Placed, Stack, hides_text, placed
from docgen.pdf.painting.shape_sizes import resized
from docgen.pdf.source import Block, Inline, LineSpacing, Paragraph, Part, Picture, Shape, ShapeText, Text
from docgen.pdf.tables.flowing import flowing
from docgen.pdf.tables.upright import stand_up
from docgen.pdf.text.paragraphs import SetLine, Setting

PaintStory = Callable[[Sequence[Placed]], list[Item]]

_UNBROKEN = 4000.0  # points: as wide as a line without end needs to be
_SLACK = 0.5  # points: text that is this much too high for its shape is not cut


@dataclass(frozen=True, slots=True)
class ShapePainter:
    """Paints shapes. `paint` gives the items of a story's strips at their places."""

    setting: Setting
    paint: PaintStory

    def fitted(self, shape: Shape) -> Shape:
        """The shape as high as its text, where it grows with it; as wide as well, where its lines are not broken."""
        text = shape.text
        if text is None or not text.grows:
            return shape
        stack, width = self._set(text)
        length = stack.height + text.insets[0] + text.insets[2]
        wide = width + text.insets[1] + text.insets[3]
        wide = max(wide, text.area[2]) if text.wraps else wide
        if text.rotation:
            length = stack.height + text.insets[1] + text.insets[3]
            return resized(shape, shape.width + length - text.area[2], shape.height)
        return resized(shape, shape.width + wide - text.area[2], shape.height + length - text.area[3])

    def items(self, shape: Shape, x: float, y: float) -> list[Item]:
        """The items of a shape whose room has its corner at (x, y)."""
        room = shape.extent
        middle = (x + room[0] / 2, y + room[1] / 2)
        if not shape.degrees:
            return self._upright(shape, x, y)
        inner = self._upright(shape, -shape.width / 2, -shape.height / 2)
        return [Turned(middle[0], middle[1], shape.degrees, tuple(inner))] if inner else []

    def _upright(self, shape: Shape, x: float, y: float) -> list[Item]:
        found: list[Item] = [moved(path, x, y) for path in shape.paths]
        if shape.picture is not None:
            found.append(_image(shape.picture, x, y))
        if shape.text is not None:
            found += self._text(shape.text, x, y)
        for part in shape.parts:
            found += self.items(*self._placed(part, x, y))
        if shape.clip is not None and found:
            left, top, wide, high = shape.clip
            found = [Clipped(x + left, y + top, wide, high, tuple(found))]
        return found if not shape.alt or shape.picture or shape.text else _described(found, shape.alt)

    def _placed(self, part: Part, x: float, y: float) -> tuple[Shape, float, float]:
        """A part with the corner of its room: in a group a turned shape keeps its middle."""
        own, room = part.shape, part.shape.extent
        fitted = self.fitted(own)
        shift = ((own.width - room[0]) / 2, (own.height - room[1]) / 2)
        return fitted, x + part.x + shift[0], y + part.y + shift[1]

    def _set(self, text: ShapeText) -> tuple[Stack, float]:
        """The set story, and the width of its lines."""
        across = text.area[3] if text.rotation else text.area[2]
        room = across - (text.insets[0] + text.insets[2] if text.rotation else text.insets[1] + text.insets[3])
        # A box too narrow for its own margins still shows its text: Word gives up the margins.
        room = room if room > 1.0 else max(across, 1.0)
        setting = self.setting.in_boxes()
        blocks = flowing(text.blocks, "文本框里的图文框（按不浮动排）", text.place, setting)
        if text.wraps:
            return set_blocks(blocks, room, setting), room
        unbroken = set_blocks(blocks, _UNBROKEN, setting)
        natural = _natural_width(unbroken) + 0.1
        # A box that grows takes the width of its text, narrower than the file says too: WPS writes 144 points for
        # every page number, and its place at the edge or in the middle comes from what the number takes.
        tight = text.grows and not text.rotation and _is_plain(unbroken)
        width = natural if tight else max(room, natural)
        return set_blocks(blocks, width, setting), width

    def _stretched(self, text: ShapeText) -> ShapeText:
        """The text as high as its area, and narrowed or widened to its width."""
        high = text.area[3] / max(len(text.blocks), 1)
        blocks = _in_type(text.blocks, high, 1.0)
        natural = _natural_width(set_blocks(blocks, _UNBROKEN, self.setting.in_boxes()))
        scale = min(max(text.area[2] / natural, 0.05), 20.0)
        return replace(text, blocks=_in_type(text.blocks, high, scale))

    def _text(self, text: ShapeText, x: float, y: float) -> list[Item]:
        if text.stretches:
            text = self._stretched(text)
        stack, width = self._set(text)
        left, top, wide, high = x + text.area[0], y + text.area[1], text.area[2], text.area[3]
        if not text.rotation:
            return self._story(text, stack, (left, top, wide, high), text.insets, width)
        # In its own directions the text of a turned box has other sides.
        above, right, below, before = text.insets
        if text.rotation == 90:
            inner = self._story(text, stack, (0.0, 0.0, high, wide), (right, below, before, above), width)
            if text.upright:
                return stand_up(inner, left + wide, top)
            return [Turned(left + wide, top, 90, tuple(inner))]
        inner = self._story(text, stack, (0.0, 0.0, high, wide), (before, above, right, below), width)
        return [Turned(left, top + high, 270, tuple(inner))]

    def _story(
        self,
        text: ShapeText,
        stack: Stack,
        area: tuple[float, float, float, float],
        insets: tuple[float, float, float, float],
        width: float,
    ) -> list[Item]:
        """A set story in its area, cut off below where the shape ends."""
        x, y, wide, high = area
        top, right, bottom, left = insets
        spare = high - top - bottom - stack.height
        shift = {"top": 0.0, "center": spare / 2, "bottom": spare}[text.vertical] if spare > 0 else 0.0
        # A line wider than its box spreads to both sides of it.
        start = x + left + min(wide - left - right - width, 0.0) / 2
        found = self.paint(placed(stack, start, y + top + shift))
        if spare >= -_SLACK or text.grows or not found:
            return found
        if hides_text(stack, high - top - bottom):
            self.setting.warnings.add("文本框装不下的文字（照 Word 的样子截去）", text.place)
        return [Clipped(min(x, start), y, max(wide, width), high, tuple(found))]


def _in_type(blocks: tuple[Block, ...], size: float, scale: float) -> tuple[Block, ...]:
    """The paragraphs in type of one size and width, their lines as high as the type."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            inlines = tuple(_of_size(inline, size, scale) for inline in block.inlines)
            how = replace(block.format, line=LineSpacing("exact", size))
            found.append(Paragraph(how, inlines, block.place))
    return tuple(found)


def _of_size(inline: Inline, size: float, scale: float) -> Inline:
    if not isinstance(inline, Text):
        return inline
    return replace(inline, format=replace(inline.format, size=size, scale=scale))


def _is_plain(stack: Stack) -> bool:
    """Whether nothing but text stands in a story: its width is that of its lines then."""
    return all(isinstance(strip.content, SetLine) and not strip.content.text.items for strip in stack.strips)


def _natural_width(stack: Stack) -> float:
    """The width of the longest line of a story that was not broken."""
    widest = 1.0
    for strip in stack.strips:
        line = strip.content
        if isinstance(line, SetLine) and line.text.pieces:
            first, last = line.text.pieces[0], line.text.pieces[-1]
            how = strip.owner.format if hasattr(strip.owner, "format") else None
            indents = 0.0 if how is None else how.left + how.right + max(how.first_line, 0.0)
            widest = max(widest, last.x + last.width - first.x + indents)
    return widest


def _described(items: list[Item], alt: str) -> list[Item]:
    """The items with what they show together said at the first outline; a text says itself what it is."""
    for place, item in enumerate(items):
        told: Item | None = None
        if isinstance(item, Path):
            told = replace(item, alt=alt)
        elif isinstance(item, Clipped):
            inner = _described(list(item.items), alt)
            told = replace(item, items=tuple(inner)) if inner != list(item.items) else None
        if told is not None:
            return [*items[:place], told, *items[place + 1 :]]
    return items


def _image(picture: Picture, x: float, y: float) -> Image:
    return Image(x, y, picture.width, picture.height, picture.data, picture.mime, picture.alpha, picture.alt)
