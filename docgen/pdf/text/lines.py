"""Chinese line breaking: a row of measured characters → where each line ends.

避头尾 is kept by 推出 (push down); with 标点压缩 a mark is first kept on its line by 挤压, with 标点溢出边界 it hangs.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.source import TabStop
from docgen.pdf.text.character_classes import HANGING
from docgen.pdf.text.measured import Glyph
from docgen.pdf.text.rows import BREAKS, Measure, Row
from docgen.pdf.text.tab_stops import DecimalPoint, stop_of, text_start

_SLACK = 0.02  # points: rounding of lengths held in twips must not break a line


@dataclass(frozen=True, slots=True)
class LineSpan:
    """A line: glyphs `start` up to `end`. `ending` says what ended it: full, break, page_break, column_break, last.

    `hangs`: its last mark stands beyond the edge. `squeezes`: its marks give way so that the last one fits.
    """

    start: int
    end: int
    ending: str
    hangs: bool = False
    squeezes: bool = False


def break_lines(row: Row, measure: Measure, start: int = 0) -> list[LineSpan]:
    """The lines of a paragraph from glyph `start` on; an empty paragraph has one empty line."""
    spans: list[LineSpan] = []
    count = len(row.glyphs)
    left = measure.left if start else measure.first_left
    while start < count:
        span = _Filling(row, measure, start, left).run()
        spans.append(span)
        start, left = span.end, measure.left
    # The paragraph mark stands behind its last break, in the next column too; only a page break keeps it (Word).
    if not spans or spans[-1].ending in ("break", "column_break"):
        spans.append(LineSpan(count, count, "last"))
    return spans


class _Filling:
    """Fills one line from glyph `start` on, as far as it goes."""

    def __init__(self, row: Row, measure: Measure, start: int, left: float) -> None:
        self._row, self._measure, self._start = row, measure, start
        self._tab_x = left  # where the tab before the present stretch of text starts
        self._stop = TabStop(left)
        self._width = row.starts[start] if row.starts else 0.0  # of the present stretch
        self._point: DecimalPoint | None = None  # looked for behind a decimal tab
        self._give = 0.0  # what the marks of the stretch can do without
        self._right = measure.right + _SLACK
        self._chance = start  # the last place where the line may end

    def run(self) -> LineSpan:
        """Go on until something does not fit or a break comes."""
        glyphs, breaks, start = self._row.glyphs, self._row.breaks, self._start
        for place in range(start, len(glyphs)):
            glyph = glyphs[place]
            if place > start and breaks[place] and (glyphs[place - 1].hyphen is None or self._shows_hyphen(place)):
                self._chance = place
            if glyph.kind in BREAKS:
                return LineSpan(self._start, place + 1, glyph.kind)
            if glyph.kind == "tab":
                if not self._tab_fits(place, glyph):
                    return LineSpan(self._start, place, "full")
            elif not self._add(place, glyph):
                return self._end_before(place, glyph)
        return LineSpan(self._start, len(glyphs), "last")

    def _shows_hyphen(self, place: int) -> bool:
        """Whether there is room for the hyphen that a soft one shows where the line ends behind it."""
        hyphen = self._row.glyphs[place - 1].hyphen
        return hyphen is not None and self._reach(self._width + hyphen.width) <= self._right

    def _reach(self, width: float) -> float:
        """Where a stretch of this width would end."""
        if self._stop.alignment == "left":
            return max(self._stop.position, self._tab_x) + width
        point = width if self._point is None else self._point.width_before(width)
        return text_start(self._stop, self._tab_x, width, point) + width

    def _tab_fits(self, place: int, tab: Glyph) -> bool:
        x = self._reach(self._width)
        stop = stop_of(tab, x, self._measure)
        if tab.stop is not None or stop in self._measure.ruler.stops:
            self._right = max(self._right, stop.position + _SLACK)  # a stop of its own may stand beyond the indent
        elif stop.position > self._right and place > self._start:
            return False
        self._tab_x, self._stop, self._width, self._give = x, stop, 0.0, 0.0
        self._point = DecimalPoint() if stop.alignment == "decimal" else None
        return True

    def _add(self, place: int, glyph: Glyph) -> bool:
        """Put a glyph on the line; False when it does not fit. Spaces always fit: they hang."""
        row, kept = self._row, self._width
        if self._point is not None:
            self._point.see(glyph, kept)
        self._width = width = kept + glyph.width + glyph.spacing + (row.gaps[place] if place > self._start else 0.0)
        if self._reach(width) <= self._right or glyph.kind == "space" or self._overhangs(place, glyph):
            if row.gives is not None:
                self._give += row.gives[place]
            return True
        self._width = kept
        return False

    def _overhangs(self, place: int, glyph: Glyph) -> bool:
        """One full-width space may hang as well, a second one starts the next line."""
        before = self._row.glyphs[place - 1].kind if place > self._start else "wide_space"
        return glyph.kind == "wide_space" and before not in ("wide_space", "space")

    def _end_before(self, place: int, glyph: Glyph) -> LineSpan:
        """End the line before a glyph that does not fit, or after it when it may hang or the line be squeezed."""
        if self._measure.overflow_punct and glyph.text in HANGING and self._may_end(place + 1):
            return self._closed(place + 1, hangs=True)
        if self._row.gives is not None and (end := self._squeezed_end(place, self._row.gives)):
            return self._closed(end, squeezes=True)
        if self._chance > self._start:
            return LineSpan(self._start, self._chance, "full")
        # No place to break: a word longer than the line is cut where the line is full.
        return LineSpan(self._start, max(place, self._start + 1), "full")

    def _may_end(self, place: int) -> bool:
        glyphs = self._row.glyphs
        return place >= len(glyphs) or self._row.breaks[place] or glyphs[place].kind in ("space", *BREAKS)

    def _squeezed_end(self, place: int, gives: list[float]) -> int:
        """The end behind marks that may not start a line and fit when the line's marks give way; 0 when they do not."""
        row, width, give, end = self._row, self._width, self._give, place
        while end < len(row.glyphs) and row.glyphs[end].kind == "close" and not row.breaks[end]:
            width += row.glyphs[end].advance + row.gaps[end]
            give += gives[end]
            end += 1
        fits = self._reach(width) - give - (row.glyphs[end - 1].spacing if end > place else 0.0) <= self._right
        return end if end > place and fits and self._may_end(end) else 0

    def _closed(self, after: int, *, hangs: bool = False, squeezes: bool = False) -> LineSpan:
        """The line up to a mark at its end, with the spaces behind that and the break behind those."""
        glyphs = self._row.glyphs
        while after < len(glyphs) and glyphs[after].kind == "space":
            after += 1
        if after < len(glyphs) and glyphs[after].kind in BREAKS:
            return LineSpan(self._start, after + 1, glyphs[after].kind, hangs, squeezes)
        return LineSpan(self._start, after, "last" if after == len(glyphs) else "full", hangs, squeezes)
