"""双行合一 and 纵横混排 (w:eastAsianLayout, ECMA-376 Part 1, 17.3.2.10): characters that share one place of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from docgen.pdf.pages import Line, Turned
from docgen.pdf.text.fitted import fitted
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.pieces import content_of

# The em box of a 汉字 above and below the baseline, in shares of its size.
_ABOVE, _BELOW = 0.88, 0.12
_MIDDLE = (_ABOVE - _BELOW) / 2


@dataclass(frozen=True, slots=True)
class TwoLines(Content):
    """两行 in the room of one, with what they were set from. `goes_on`: the line before holds the beginning of it."""

    small: tuple[Glyph, ...] = ()
    opening: tuple[Glyph, ...] = ()
    closing: tuple[Glyph, ...] = ()
    tall: Glyph | None = None
    goes_on: bool = False


def two_lines(small: Sequence[Glyph], brackets: Sequence[Glyph], tall: Glyph) -> TwoLines:
    """Glyphs of half size as two lines in the em box of `tall`, a 汉字 of the full size; brackets around them."""
    return _two_lines(small, brackets[:1], brackets[1:], tall, goes_on=False)


def divided(whole: TwoLines, room: float) -> tuple[TwoLines, TwoLines] | None:
    """As much of two-line text as `room` holds, and the rest of it; None when not even one column fits."""
    if whole.tall is None:
        return None
    for count in range(len(whole.small) - 1, 0, -1):
        first = _two_lines(whole.small[:count], whole.opening, (), whole.tall, goes_on=whole.goes_on)
        if first.width <= room:
            return first, _two_lines(whole.small[count:], (), whole.closing, whole.tall, goes_on=True)
    return None


def reunited(one: TwoLines, two: TwoLines) -> TwoLines:
    """Two parts as the one that was divided."""
    assert one.tall is not None
    return _two_lines((*one.small, *two.small), one.opening, two.closing, one.tall, goes_on=one.goes_on)


def _two_lines(
    small: Sequence[Glyph], before: Sequence[Glyph], after: Sequence[Glyph], tall: Glyph, *, goes_on: bool
) -> TwoLines:
    size, half = tall.size, max(glyph.size for glyph in small)
    cut = _cut(small)
    upper, lower = content_of(small[:cut]), content_of(small[cut:])
    width = max(upper.width, lower.width)
    # The shorter line is spread to the length of the longer one: what LibreOffice does; no other witness.
    upper, lower = fitted(small[:cut], width), fitted(small[cut:], width) if small[cut:] else lower
    opening, closing = content_of(before), content_of(after)
    x = opening.width
    upper = upper.moved(x, size * _MIDDLE + half * _BELOW)
    lower = lower.moved(x, half * _BELOW - size * _BELOW)
    whole = opening.with_others(upper, lower, closing.moved(x + width))
    return TwoLines(
        x + width + closing.width,
        tall.ascent,
        tall.descent,
        whole.pieces,
        whole.items,
        whole.behind,
        opening.text + upper.text + lower.text + closing.text,
        tuple(small),
        tuple(before),
        tuple(after),
        tall,
        goes_on,
    )


def _cut(glyphs: Sequence[Glyph]) -> int:
    """Where the first of two lines ends, as short as it can be without being the shorter one."""
    whole = fsum(glyph.advance for glyph in glyphs)
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
