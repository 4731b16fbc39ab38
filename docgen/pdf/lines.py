"""Chinese line breaking: a row of measured characters → where each line ends. 避头尾 is kept by 推出 (push down)."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.pdf.character_classes import HANGING, WESTERN, may_break, takes_gap
from docgen.pdf.glyphs import Glyph
from docgen.pdf.source import TabStop
from docgen.pdf.tab_stops import Ruler, text_start

_BREAKS = ("break", "page_break")
GAP = 0.2  # 中西文间距 in em of the 汉字: LibreOffice's figure, measured; Word's is not documented
_SLACK = 0.02  # points: rounding of lengths held in twips must not break a line


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are broken to: left edges and right edge in points from the left of the text area, and the habits."""

    first_left: float
    left: float
    right: float
    ruler: Ruler = field(default_factory=Ruler)
    kinsoku: bool = True
    overflow_punct: bool = False
    gap_latin: bool = True
    gap_digits: bool = True


@dataclass(frozen=True, slots=True)
class LineSpan:
    """A line: glyphs `start` up to `end`. `ending` says what ended it: full, break, page_break or last."""

    start: int
    end: int
    ending: str
    hangs: bool = False


@dataclass(slots=True)
class Row:
    """A paragraph's glyphs with what stands between neighbours: `gaps[i]` and `breaks[i]` are before glyph i."""

    glyphs: list[Glyph]
    gaps: list[float]
    breaks: list[bool]


def prepare(glyphs: list[Glyph], measure: Measure) -> Row:
    """Work out gaps and allowed breaks between all neighbours."""
    gaps = [0.0] * len(glyphs)
    breaks = [True] * len(glyphs)
    for place in range(1, len(glyphs)):
        before, after = glyphs[place - 1], glyphs[place]
        one, two = before.kind, after.kind
        if one == "han" and two == "han":
            continue
        if (one in WESTERN) != (two in WESTERN):
            gaps[place] = _gap(before, after, measure)
        breaks[place] = _may_break(before, after, measure.kinsoku)
    return Row(glyphs, gaps, breaks)


def _gap(before: Glyph, after: Glyph, measure: Measure) -> float:
    """What stands between 汉字 and Latin letters or digits.

    The run's own spacing does not count there: LibreOffice leaves it out at every change of script (measured).
    """
    if not before.width or not after.width or "tab" in (before.kind, after.kind):
        return 0.0
    if not takes_gap(before.kind, after.kind, measure.gap_latin, measure.gap_digits):
        return -before.spacing
    return GAP * (before if before.kind == "han" else after).format.size - before.spacing


def _may_break(before: Glyph, after: Glyph, kinsoku: bool) -> bool:
    if after.kind in _BREAKS:
        return False  # the break itself ends the line
    if before.kind in ("tab", "picture") or after.kind in ("tab", "picture"):
        return True
    return may_break(before.text, after.text, before.kind, after.kind, kinsoku)


def break_lines(row: Row, measure: Measure) -> list[LineSpan]:
    """The lines of a paragraph; an empty paragraph has one empty line."""
    spans: list[LineSpan] = []
    start, count = 0, len(row.glyphs)
    while start < count:
        left = measure.left if spans else measure.first_left
        span = _Filling(row, measure, start, left).run()
        spans.append(span)
        start = span.end
    if not spans or spans[-1].ending == "break":
        spans.append(LineSpan(count, count, "last"))
    return spans


class _Filling:
    """Fills one line from glyph `start` on, as far as it goes."""

    def __init__(self, row: Row, measure: Measure, start: int, left: float) -> None:
        self._row, self._measure, self._start = row, measure, start
        self._tab_x = left  # where the tab before the present stretch of text starts
        self._stop = TabStop(left)
        self._width = 0.0  # of the present stretch
        self._before_point: float | None = None
        self._right = measure.right + _SLACK
        self._chance = start  # the last place where the line may end

    def run(self) -> LineSpan:
        """Go on until something does not fit or a break comes."""
        glyphs, breaks = self._row.glyphs, self._row.breaks
        for place in range(self._start, len(glyphs)):
            glyph = glyphs[place]
            if place > self._start and breaks[place]:
                self._chance = place
            if glyph.kind in _BREAKS:
                return LineSpan(self._start, place + 1, glyph.kind)
            if glyph.kind == "tab":
                if not self._tab_fits(place):
                    return LineSpan(self._start, place, "full")
            elif not self._add(place, glyph):
                return self._end_before(place, glyph)
        return LineSpan(self._start, len(glyphs), "last")

    def _x(self) -> float:
        point = self._width if self._before_point is None else self._before_point
        return text_start(self._stop, self._tab_x, self._width, point) + self._width

    def _tab_fits(self, place: int) -> bool:
        x = self._x()
        stop = self._measure.ruler.next_stop(x)
        if stop in self._measure.ruler.stops:
            self._right = max(self._right, stop.position + _SLACK)  # a stop of its own may stand beyond the indent
        elif stop.position > self._right and place > self._start:
            return False
        self._tab_x, self._stop, self._width, self._before_point = x, stop, 0.0, None
        return True

    def _add(self, place: int, glyph: Glyph) -> bool:
        """Put a glyph on the line; False when it does not fit. Spaces always fit: they hang."""
        if glyph.text == "." and self._before_point is None:
            self._before_point = self._width
        kept = self._width
        self._width += glyph.width + glyph.spacing + (self._row.gaps[place] if place > self._start else 0.0)
        if glyph.kind == "space" or self._x() <= self._right:
            return True
        self._width = kept
        return False

    def _end_before(self, place: int, glyph: Glyph) -> LineSpan:
        """End the line before a glyph that does not fit, or after it when it may hang."""
        if self._measure.overflow_punct and glyph.text in HANGING and self._may_end(place + 1):
            return self._hanging(place + 1)
        if self._chance > self._start:
            return LineSpan(self._start, self._chance, "full")
        # No place to break: a word longer than the line is cut where the line is full.
        return LineSpan(self._start, max(place, self._start + 1), "full")

    def _may_end(self, place: int) -> bool:
        glyphs = self._row.glyphs
        return place >= len(glyphs) or self._row.breaks[place] or glyphs[place].kind in ("space", *_BREAKS)

    def _hanging(self, after: int) -> LineSpan:
        """The line with its hanging mark, the spaces behind that and the break behind those."""
        glyphs = self._row.glyphs
        while after < len(glyphs) and glyphs[after].kind == "space":
            after += 1
        if after < len(glyphs) and glyphs[after].kind in _BREAKS:
            return LineSpan(self._start, after + 1, glyphs[after].kind, hangs=True)
        return LineSpan(self._start, after, "last" if after == len(glyphs) else "full", hangs=True)
