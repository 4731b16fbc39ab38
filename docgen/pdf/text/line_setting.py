"""Line setting: a broken line → pieces with their places, stretched or shifted as its paragraph is aligned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum

from docgen.pdf.pages import Item, Piece, Rule
from docgen.pdf.source import Alignment, TabStop
from docgen.pdf.text.justification import squeezed, stretched
from docgen.pdf.text.lines import LineSpan
from docgen.pdf.text.measured import Glyph
from docgen.pdf.text.pieces import Ink, Run, put
from docgen.pdf.text.rows import BREAKS, Measure, Row
from docgen.pdf.text.spots import Spot
from docgen.pdf.text.tab_stops import DecimalPoint, stop_of, text_start

_LINES = {"_": 0.05, "━": 0.11}  # leaders drawn as lines, thick as this part of an em


@dataclass(slots=True)
class _Stretch:
    """Glyphs `start` up to `end` between two tabs (the line's edges count as tabs), and where the tab before starts."""

    start: int
    end: int
    tab_x: float
    x: float = 0.0
    width: float = 0.0
    lead: float = 0.0  # what its first glyph is moved by at the start of the line
    leader: str = ""
    tab: Glyph | None = None


@dataclass(slots=True)
class SetText:
    """What stands on one line: x counts from the left of the text area, items' y from the baseline.

    `items` are painted after the pieces, `behind` before them.
    """

    pieces: tuple[Piece, ...]
    items: tuple[Item, ...] = ()
    behind: tuple[Item, ...] = ()


def set_text(row: Row, span: LineSpan, measure: Measure, left: float, alignment: Alignment) -> SetText:
    """Place the glyphs of a line whose text starts `left` points from the text area's left edge.

    In a `both` paragraph the last line is not stretched, nor one that a page or column break ends; one ended by w:br
    is where the measure says so. 分散对齐 stretches every line.
    """
    end = _visible_end(row, span)
    row = _with_hyphen(row, span, end)
    parts = _stretches(row, span.start, end, measure, left)
    last = parts[-1]
    slack = measure.right - (last.x + last.width) + _unseen(row, span, end)
    extras = None
    if span.squeezes and slack < 0:
        extras = squeezed(row, last.start, last.end, -slack)
    elif alignment in ("center", "end"):
        _shift(parts, slack / 2 if alignment == "center" else slack)
    elif slack > 0 and _is_stretched(span, measure, alignment):
        distribute = alignment == "distribute"
        extras = stretched(row, last.start, last.end, slack, distribute=distribute, hangs=span.hangs)
    return _painted(row, parts, extras)


def line_end(row: Row, start: int, end: int, measure: Measure, left: float) -> float:
    """Where the last of some glyphs ends on a line that begins with the first of them."""
    last = _stretches(row, start, end, measure, left)[-1]
    return last.x + last.width


def _is_stretched(span: LineSpan, measure: Measure, alignment: Alignment) -> bool:
    if alignment == "distribute" or not measure.stretches:
        return measure.stretches
    return alignment == "both" and (span.ending == "full" or (span.ending == "break" and measure.stretch_broken))


def _unseen(row: Row, span: LineSpan, end: int) -> float:
    """What does not count when a line is aligned: the spacing behind its last character, and a hanging mark."""
    if end == span.start:
        return 0.0
    hung = row.glyphs[end - 1].advance if span.hangs else 0.0
    last = end - 2 if span.hangs else end - 1
    return hung + (row.glyphs[last].spacing if last >= span.start else 0.0)


def _visible_end(row: Row, span: LineSpan) -> int:
    """The end without the break and the spaces that hang."""
    end = span.end
    hanging = ("space", "wide_space", *BREAKS) if span.ending == "full" else ("space", *BREAKS)
    while end > span.start and row.glyphs[end - 1].kind in hanging:
        # The underlined spaces of a form (签字：____) are to be seen.
        if row.glyphs[end - 1].kind not in BREAKS and row.glyphs[end - 1].format.underline:
            break
        end -= 1
    return end


def _with_hyphen(row: Row, span: LineSpan, end: int) -> Row:
    """The row with a hyphen for a soft one that ends the line."""
    soft = row.glyphs[end - 1].hyphen if end > span.start and span.ending == "full" else None
    if soft is None:
        return row
    return replace(row, glyphs=[*row.glyphs[: end - 1], soft, *row.glyphs[end:]])


def _stretches(row: Row, start: int, end: int, measure: Measure, left: float) -> list[_Stretch]:
    parts: list[_Stretch] = []
    first, tab_x, stop, tab = start, left, TabStop(left), None
    tabs = [place for place in range(start, end) if row.glyphs[place].kind == "tab"]
    for place in [*tabs, end]:
        part = _Stretch(first, place, tab_x, leader=stop.leader, tab=tab)
        if row.starts is not None and first == start < end:
            part.lead = row.starts[start]
        part.width = _width(row, first, place) + part.lead
        point = _point(row, first, place) if stop.alignment == "decimal" else part.width
        part.x = text_start(stop, tab_x, part.width, point)
        parts.append(part)
        if place < end:
            first, tab_x, tab = place + 1, part.x + part.width, row.glyphs[place]
            stop = stop_of(tab, tab_x, measure)
    return parts


def _width(row: Row, start: int, end: int) -> float:
    width = fsum([glyph.width + glyph.spacing for glyph in row.glyphs[start:end]])
    return width + fsum(row.gaps[start + 1 : end])


def _point(row: Row, start: int, end: int) -> float:
    """The width of a stretch before its decimal point."""
    width, point = 0.0, DecimalPoint()
    for place in range(start, end):
        point.see(row.glyphs[place], width)
        width += row.glyphs[place].advance + (row.gaps[place] if place > start else 0.0)
    return point.width_before(width)


def _shift(parts: list[_Stretch], by: float) -> None:
    for part in parts:
        part.x += by
        part.tab_x += by


def _painted(row: Row, parts: list[_Stretch], extras: list[float] | None) -> SetText:
    start, end = parts[0].start, parts[-1].end
    ink = Ink(True in [glyph.marked for glyph in row.glyphs[start:end]])
    for part in parts:
        if part.tab is not None:
            _put_tab(part, part.tab, ink)
        own = extras if part is parts[-1] else None
        put(Run(row.glyphs, row.gaps, part.start, part.end, own), part.x + part.lead, ink)
    ink.finish()
    return SetText(tuple(ink.pieces), tuple(ink.items), tuple(ink.behind))


def _put_tab(part: _Stretch, tab: Glyph, ink: Ink) -> None:
    """A tab shows its leader, and the marks of its format."""
    how, length = tab.format, part.x - part.tab_x
    if ink.marked:
        ink.spots.append(Spot(tab, part.tab_x, part.x))
    if part.leader in _LINES:
        y, width = how.size * 0.12, how.size * _LINES[part.leader]
        ink.items.append(Rule(part.tab_x, y, part.x, y, width, how.color))
    elif tab.leaders and part.leader in tab.leaders:
        dot = tab.leaders[part.leader]
        step = max(how.size * 0.35, dot.width)
        count = int(length / step)
        if count > 0:
            x, spacing = part.x - count * step, step - dot.width
            dots = Piece(dot.text * count, dot.face, dot.size, x, count * step, spacing, 1.0, how.color, leads=True)
            ink.pieces.append(dots)
