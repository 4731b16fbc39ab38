"""Content widths: how narrow and how wide the text of a cell can be set, for the columns of an automatic table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from docgen.pdf.source import Block, Cell, Paragraph, Table, Text
from docgen.pdf.text.paragraphs import Setting, set_paragraph
from docgen.pdf.text.rows import BREAKS, Row

_ENDLESS = 1e5  # points: wide enough for any paragraph in one line
_WORD = re.compile("[\u0021-\u007e\u00a0-\u024f]+")


@dataclass(frozen=True, slots=True)
class Extent:
    """The least width (the longest thing that no line breaks) and the most (every paragraph in one line)."""

    least: float = 0.0
    most: float = 0.0

    def beside(self, other: Extent) -> Extent:
        """What holds both, one below the other."""
        return Extent(max(self.least, other.least), max(self.most, other.most))


def cell_extent(cell: Cell, setting: Setting) -> Extent:
    """The extent of a cell, margins included. A turned cell asks for the height of one of its lines."""
    sides = cell.margins[1] + cell.margins[3]
    if cell.rotation in (90, 270):
        tall = max((_type_size(block) for block in cell.blocks if isinstance(block, Paragraph)), default=0.0)
        return Extent(tall * 1.3 + sides, tall * 1.3 + sides)
    found = blocks_extent(cell.blocks, setting)
    least = found.most if cell.no_wrap else found.least
    return Extent(least + sides, found.most + sides)


def blocks_extent(blocks: Sequence[Block], setting: Setting) -> Extent:
    """The extent of a story."""
    found = Extent()
    for block in blocks:
        found = found.beside(_paragraph(block, setting) if isinstance(block, Paragraph) else _table(block, setting))
    return found


def may_overflow(cell: Cell, width: float) -> bool:
    """Whether something in a cell of this width could stick out; False is certain, and cheap to know."""
    inner = width - cell.margins[1] - cell.margins[3]
    if cell.no_wrap or cell.rotation:
        return not cell.rotation
    return any(_could_exceed(block, inner) for block in cell.blocks)


def _could_exceed(block: Block, width: float) -> bool:
    if not isinstance(block, Paragraph):
        return True
    room = width - block.format.left - block.format.right - max(block.format.first_line, 0.0)
    longest = ""
    size = scale = spacing = 0.0
    for inline in block.inlines:
        if not isinstance(inline, Text):
            return True
        size = max(size, inline.format.size)
        scale = max(scale, inline.format.scale)
        spacing = max(spacing, inline.format.spacing)
        longest += inline.text
    # No character is wider than its type is high, no digit than two thirds; a 汉字 takes the marks beside it along.
    words = _WORD.findall(longest)
    letters = max((len(word) - sum(map(str.isdigit, word)) / 3 for word in words), default=0)
    return bool(longest) and (size * scale + spacing) * (letters + 2) > room


def _paragraph(block: Paragraph, setting: Setting) -> Extent:
    thread = set_paragraph(block, _ENDLESS, setting).thread
    if thread is None:
        return Extent()
    row, first, left = thread.row, thread.measure.first_left, thread.measure.left
    right = max(block.format.right, 0.0)
    return Extent(_least(row, first, left) + right, _most(row, first, left, setting.default_tab) + right)


def _least(row: Row, first: float, left: float) -> float:
    """The longest stretch between two places where a line may end, without the spaces at its end."""
    longest, width = 0.0, first
    for place, glyph in enumerate(row.glyphs):
        if place and (row.breaks[place] or row.glyphs[place - 1].kind in BREAKS):
            width = left
        elif place:
            width += row.gaps[place]
        width += glyph.advance if glyph.kind != "tab" else 0.0
        if glyph.kind != "space":
            longest = max(longest, width - glyph.spacing)
    return longest


def _most(row: Row, first: float, left: float, tab: float) -> float:
    """The longest line where nothing but a break of its own ends one; a tab goes on to the next default stop."""
    longest, width = 0.0, first
    for place, glyph in enumerate(row.glyphs):
        if glyph.kind in BREAKS:
            width = left
        elif glyph.kind == "tab":
            width = (width // tab + 1) * tab if tab else width
        else:
            width += glyph.advance + row.gaps[place]
        longest = max(longest, width - glyph.spacing)
    return longest


def _table(table: Table, setting: Setting) -> Extent:
    """A table in a cell: the width it asks for, else what its columns ask for."""
    said = table.width.points
    if said:
        return Extent(said, said)
    least, most = 0.0, 0.0
    for row in table.rows:
        extents = [_wished(cell, setting) for cell in row.cells]
        least = max(least, fsum(extent.least for extent in extents))
        most = max(most, fsum(extent.most for extent in extents))
    return Extent(least, most)


def _wished(cell: Cell, setting: Setting) -> Extent:
    found = cell_extent(cell, setting)
    return Extent(found.least, max(found.least, cell.width.points)) if cell.width.points else found


def _type_size(block: Paragraph) -> float:
    return max([inline.format.size for inline in block.inlines if isinstance(inline, Text)] or [block.format.mark.size])
