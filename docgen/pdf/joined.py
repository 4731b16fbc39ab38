"""双行合一 and 纵横混排 (w:eastAsianLayout, ECMA-376 Part 1, 17.3.2.10): characters that share one place of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.pdf.measured import Content, Glyph
from docgen.pdf.pages import Line, Turned
from docgen.pdf.pieces import content_of

# The em box of a 汉字 above and below the baseline, in shares of its size.
_ABOVE, _BELOW = 0.88, 0.12
_MIDDLE = (_ABOVE - _BELOW) / 2


def two_lines(small: Sequence[Glyph], brackets: Sequence[Glyph], tall: Glyph) -> Content:
    """Glyphs of half size as two lines in the em box of `tall`, a 汉字 of the full size; brackets around them."""
    size, half = tall.size, max(glyph.size for glyph in small)
    cut = _cut(small)
    upper, lower = content_of(small[:cut]), content_of(small[cut:])
    width = max(upper.width, lower.width)
    opening = content_of(brackets[:1])
    x = opening.width
    upper = upper.moved(x + (width - upper.width) / 2, size * _MIDDLE + half * _BELOW)
    lower = lower.moved(x + (width - lower.width) / 2, half * _BELOW - size * _BELOW)
    closing = content_of(brackets[1:])
    return replace(
        opening.with_others(upper, lower, closing.moved(x + width)),
        width=x + width + closing.width,
        ascent=tall.ascent,
        descent=tall.descent,
        text=opening.text + upper.text + lower.text + closing.text,
    )


def _cut(glyphs: Sequence[Glyph]) -> int:
    """Where the first of two lines ends, as short as it can be without being the shorter one."""
    whole = sum(glyph.advance for glyph in glyphs)
    width = 0.0
    for place, glyph in enumerate(glyphs):
        width += glyph.advance
        if width >= whole / 2 - 0.01:
            return place + 1
    return len(glyphs)


def turned(glyphs: Sequence[Glyph], tall: Glyph) -> Content:
    """Glyphs turned to the left (upwards), their middle at that of the line's 汉字."""
    content = content_of(glyphs)
    above, below = tall.size * _ABOVE, tall.size * _BELOW
    middle, half = tall.size * _MIDDLE, content.width / 2
    items = (*content.behind, Line(0.0, 0.0, content.pieces, goes_on=True), *content.items)
    return Content(
        width=above + below,
        ascent=max(middle + half, tall.ascent),
        descent=max(half - middle, tall.descent),
        items=(Turned(above, half - middle, 270, items),),
        text=content.text,
    )
