"""Line spots: on which lines of a paragraph things stand that take no room there, or none that is known yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from docgen.pdf.source import Inline
from docgen.pdf.text.lines import LineSpan
from docgen.pdf.text.measured import Content

One = TypeVar("One")


def by_line(
    kind: type[One],
    inlines: tuple[Inline | Content, ...],
    spans: Sequence[LineSpan],
    count: Callable[[tuple[Inline | Content, ...]], int],
) -> dict[int, tuple[One, ...]]:
    """The inlines of a kind on each line that has any. `count` gives the number of glyphs of some inlines."""
    found: dict[int, tuple[One, ...]] = {}
    glyph, counted = 0, 0
    for place, inline in enumerate(inlines):
        if isinstance(inline, kind):
            glyph, counted = glyph + count(inlines[counted:place]), place
            line = line_of(glyph, spans)
            found[line] = (*found.get(line, ()), inline)
    return found


def line_of(glyph: int, spans: Sequence[LineSpan]) -> int:
    """The number of the line that a glyph stands on; one behind all of them belongs to the last."""
    return next((number for number, span in enumerate(spans) if glyph < span.end), len(spans) - 1)
