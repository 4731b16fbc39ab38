"""Divided boxes: 双行合一 that goes on in the next line, and boxes that are longer than any line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.pdf.source import Equation, Inline, Ruby, Text
from docgen.pdf.text.joined import TwoLines, divided, reunited
from docgen.pdf.text.line_setting import line_end
from docgen.pdf.text.lines import LineSpan, break_lines
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.rows import Measure, Row

_SLACK = 0.02  # points: as much as lines.py gives


def has_boxes(inlines: Sequence[Inline | Content]) -> bool:
    """Whether some inlines are set together as one thing that stands in the line like a character."""
    return any(
        isinstance(one, Ruby | Equation)
        or (isinstance(one, Text) and (one.format.joint is not None or one.format.fit is not None))
        for one in inlines
    )


def break_with_boxes(row: Row, measure: Measure, start: int = 0) -> list[LineSpan]:
    """The lines of a row from glyph `start` on; two-line text that does not fit is divided, in the row as well."""
    _reunite(row, start)
    spans = break_lines(row, measure, start)
    if not any(isinstance(glyph.content, TwoLines) for glyph in row.glyphs[start:]):
        return spans
    number = 0
    while number < len(spans):
        if _divide(row, measure, spans, number):
            spans[number:] = break_lines(row, measure, spans[number].start)
        else:
            number += 1
    return spans


def undivided(row: Row, spans: Sequence[LineSpan]) -> Sequence[LineSpan]:
    """The lines in numbers of glyphs as they were before any was divided."""
    added = [place for place, glyph in enumerate(row.glyphs) if _goes_on(glyph)]
    if not added:
        return spans

    def before(glyph: int) -> int:
        return glyph - sum(place < glyph for place in added)

    return [replace(span, start=before(span.start), end=before(span.end)) for span in spans]


def sticks_out(row: Row, measure: Measure) -> bool:
    """Whether a box with text is longer than a line."""
    room = measure.right - measure.left + _SLACK
    return any(glyph.kind == "box" and glyph.text and glyph.width > room for glyph in row.glyphs)


def _divide(row: Row, measure: Measure, spans: Sequence[LineSpan], number: int) -> bool:
    """Divide the two-line text that the line has no room for, so that its beginning fills the line."""
    span = spans[number]
    left = measure.left if span.start else measure.first_left
    if span.end < len(row.glyphs) and _is_two_lines(row.glyphs[span.end]) and span.ending == "full":
        used = line_end(row, span.start, span.end, measure, left) + row.gaps[span.end]
        if _divide_at(row, span.end, measure.right - used):
            return True
    return _is_two_lines(row.glyphs[span.start]) and _divide_at(row, span.start, measure.right - left)


def _is_two_lines(glyph: Glyph) -> bool:
    return isinstance(glyph.content, TwoLines)


def _goes_on(glyph: Glyph) -> bool:
    return isinstance(glyph.content, TwoLines) and glyph.content.goes_on


def _divide_at(row: Row, place: int, room: float) -> bool:
    """Put two glyphs for one whose first part fits into the room; False when it fits as it is, or no part does."""
    glyph = row.glyphs[place]
    content = glyph.content
    if not isinstance(content, TwoLines) or content.width <= room + _SLACK:
        return False
    halves = divided(content, room + _SLACK)
    if halves is None:
        return False
    row.glyphs[place : place + 1] = [_carrying(glyph, half) for half in halves]
    row.gaps.insert(place + 1, 0.0)
    row.breaks.insert(place + 1, True)
    for more in (row.gives, row.starts):
        if more is not None:
            more.insert(place + 1, 0.0)
    return True


def _reunite(row: Row, start: int) -> None:
    """Make one again of what was divided for lines that are broken anew."""
    for place in range(len(row.glyphs) - 1, start, -1):
        one, two = row.glyphs[place - 1].content, row.glyphs[place].content
        if isinstance(one, TwoLines) and isinstance(two, TwoLines) and two.goes_on:
            row.glyphs[place - 1 : place + 1] = [_carrying(row.glyphs[place - 1], reunited(one, two))]
            for kept in (row.gaps, row.breaks, row.gives, row.starts):
                if kept is not None:
                    del kept[place]


def _carrying(glyph: Glyph, content: TwoLines) -> Glyph:
    return replace(glyph, content=content, width=content.width, text=content.text)
