"""Legends: what each colour of a chart stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figures import Figure, Mark, Series
from docgen.pdf.reading.drawings.charts.marks import draw_mark
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box

_KEY, _SPACE = 7.0, 5.0  # points: a coloured square, and what is left free
_WIDEST = 0.35  # of a chart: a legend at its side


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with what stands for it: a line, a mark, or else a square of its colour; nothing in a stock chart."""

    name: str
    color: Color
    is_lined: bool = False
    mark: Mark | None = None
    is_boxed: bool = True


def entries(figure: Figure) -> list[Entry]:
    """Names with their colours: the slices of a pie, else the series."""
    first = figure.series[0] if figure.series else None
    if first is not None and first.kind in ("pie", "ring"):
        return [Entry(name, first.points.get(place, first.color)) for place, name in enumerate(figure.categories)]
    found = [_entry_of(one) for one in figure.series]
    # Beside columns that are heaped up the names stand as the columns do, the last one on top.
    heaped = any(one.stacking for one in figure.series) and not figure.lying
    return found[::-1] if heaped and figure.legend in ("l", "r") else found


def _entry_of(series: Series) -> Entry:
    if series.kind not in ("line", "scatter", "radar", "stock") or series.filled:
        return Entry(series.name, series.color)
    return Entry(series.name, series.shown_color, series.lined, series.mark, is_boxed=False)


def draw_legend(figure: Figure, canvas: Canvas, box: Box) -> Box:
    """The legend at its side of a box; the box that is left."""
    found = entries(figure)
    if not figure.legend or not found:
        return box
    x, y, width, height = box
    high = figure.text.size * LINE
    if figure.legend in ("l", "r"):
        names = [entry.name for entry in found]
        wide = max(text_width(name, figure.text.size) for name in names) + _KEY + 2 * _SPACE
        wide = min(wide, width * _WIDEST)
        left = x if figure.legend == "l" else x + width - wide
        top = y + max(height - high * len(found), 0.0) / 2
        for number, entry in enumerate(found):
            _entry(figure, canvas, entry, left, top + number * high, wide)
        return (x + wide if figure.legend == "l" else x, y, width - wide, height)
    rows = _rows(found, figure.text.size, width)
    tall = high * len(rows)
    top = y + height - tall if figure.legend == "b" else y
    for number, row in enumerate(rows):
        at = x + (width - fsum(wide for _, wide in row)) / 2
        for entry, wide in row:
            _entry(figure, canvas, entry, at, top + number * high, wide)
            at += wide
    return x, (y if figure.legend == "b" else y + tall + _SPACE), width, height - tall - _SPACE


def _rows(found: list[Entry], size: float, width: float) -> list[list[tuple[Entry, float]]]:
    rows: list[list[tuple[Entry, float]]] = [[]]
    for entry in found:
        wide = min(text_width(entry.name, size) + _KEY + 3 * _SPACE, width)
        if rows[-1] and fsum(one for _, one in rows[-1]) + wide > width:
            rows.append([])
        rows[-1].append((entry, wide))
    return rows


def _entry(figure: Figure, canvas: Canvas, entry: Entry, x: float, y: float, wide: float) -> None:
    high = figure.text.size * LINE
    middle = y + high / 2
    if entry.is_boxed:
        canvas.box(x, middle - _KEY / 2, _KEY, _KEY, entry.color)
    if entry.is_lined:
        canvas.line(((x, middle), (x + _KEY + _SPACE / 2, middle)), entry.color, 2.25)
    if entry.mark is not None:
        mark = replace(entry.mark, size=min(entry.mark.size, _KEY))
        draw_mark(canvas, (x + _KEY / 2 + _SPACE / 4, middle), mark)
    canvas.text(entry.name, figure.text, (x + _KEY + _SPACE, y, wide - _KEY - _SPACE, high), align="start")
