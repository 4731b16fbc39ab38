"""Anchor spots: on which line of its paragraph, and where on it, a float is anchored that is placed by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docgen.pdf.source import Floating, Inline
from docgen.pdf.text.line_setting import SetText
from docgen.pdf.text.line_spots import line_of
from docgen.pdf.text.lines import LineSpan
from docgen.pdf.text.measured import Content

_IN_LINE = ("line", "character")

Spots = tuple[tuple[int, float], ...]
"""For each float of a paragraph: the number of the line, and the x from the left of the text area."""


def anchor_spots(
    inlines: tuple[Inline | Content, ...],
    spans: Sequence[LineSpan],
    texts: Sequence[SetText],
    count: Callable[[tuple[Inline | Content, ...]], int],
) -> Spots:
    """The spots of a paragraph's floats; () when none of them is placed by its line or character.

    `count` gives the number of glyphs of some inlines.
    """
    floats = [(place, inline) for place, inline in enumerate(inlines) if isinstance(inline, Floating)]
    if not any(_is_in_line(inline) for _, inline in floats):
        return ()
    return tuple(_spot(count(inlines[:place]), spans, texts) for place, _ in floats)


def _is_in_line(floating: Floating) -> bool:
    return floating.vertical.relative in _IN_LINE or floating.horizontal.relative in _IN_LINE


def _spot(glyph: int, spans: Sequence[LineSpan], texts: Sequence[SetText]) -> tuple[int, float]:
    line = line_of(glyph, spans)
    return line, _x(texts[line], glyph - spans[line].start)


def _x(text: SetText, characters: int) -> float:
    """Where the character of this number begins on a line."""
    x = 0.0
    for piece in text.pieces:
        length = len(piece.text)
        if characters < length:
            return piece.x + piece.width * characters / length
        characters -= length
        x = piece.x + piece.width
    return x
