"""字符网格: glyphs on the character grid of a section (ECMA-376 Part 1, 17.6.5).

linesAndChars: every 汉字 and full-width mark gets the grid's addition, Latin text stays as it is. snapToChars: every
汉字 stands in the middle of as many whole cells as it needs, so does every Latin word. LibreOffice 7.4 sets far fewer
characters on such a line than Word and is no reference here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor, fsum

from docgen.pdf.source import CharacterGrid
from docgen.pdf.text.character_classes import WESTERN
from docgen.pdf.text.measured import EAST_ASIAN, Glyph
from docgen.pdf.text.rows import Row

_NEAR = 0.01  # points: a character this much wider than its cells still stands in them


def widened(glyphs: list[Glyph], grid: CharacterGrid) -> list[Glyph]:
    """The glyphs of a row with the grid's addition behind every 汉字."""
    made: dict[int, Glyph] = {}

    def own(glyph: Glyph) -> Glyph:
        if glyph.kind not in EAST_ASIAN or not glyph.format.snap_to_grid:
            return glyph
        if id(glyph) not in made:
            made[id(glyph)] = replace(glyph, spacing=glyph.spacing + grid.extra)
        return made[id(glyph)]

    return [own(glyph) for glyph in glyphs]


def line_right(left: float, right: float, grid: CharacterGrid) -> float:
    """The right edge that makes a line a whole number of characters (w:adjustRightInd)."""
    count = floor((right - left) / grid.pitch + _NEAR / grid.pitch)
    return left + count * grid.pitch if count > 0 else right


def snap(row: Row, grid: CharacterGrid) -> None:
    """Put 汉字 and Latin words into cells: half of what a cell leaves free stands before, half behind."""
    starts = [0.0] * len(row.glyphs)
    for first, last in _units(row.glyphs):
        width = fsum(row.glyphs[place].advance for place in range(first, last + 1))
        free = max(ceil((width - _NEAR) / grid.pitch), 1) * grid.pitch - width
        row.gaps[first] = starts[first] = free / 2
        row.glyphs[last] = replace(row.glyphs[last], spacing=row.glyphs[last].spacing + free / 2)
    row.starts = starts


def _units(glyphs: list[Glyph]) -> Iterator[tuple[int, int]]:
    """(first, last) glyph of everything that stands in cells of its own."""
    place = 0
    while place < len(glyphs):
        first, kind = place, glyphs[place].kind
        while kind in WESTERN and place + 1 < len(glyphs) and glyphs[place + 1].kind in WESTERN:
            place += 1
        if (kind in WESTERN or kind in EAST_ASIAN) and glyphs[first].format.snap_to_grid:
            yield first, place
        place += 1
