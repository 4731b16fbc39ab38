"""Series drawing: the bars, lines and areas of a chart, and what is written at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figure_texts import figure_text
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.marks import draw_mark
from docgen.pdf.reading.drawings.charts.plots import Plot
from docgen.pdf.reading.drawings.charts.scales import Scale
from docgen.pdf.reading.drawings.charts.stock_days import draw_days
from docgen.pdf.reading.drawings.outlines import Point

Ends = list[tuple[float, float] | None]
"""Where each figure begins and ends on the axis of values."""

_SPACE = 4.0  # points between things


@dataclass(frozen=True, slots=True)
class Row:
    """A series with where its figures end, and what it is drawn with."""

    figure: Figure
    canvas: Canvas
    plot: Plot
    scale: Scale
    series: Series
    ends: Ends


def draw_series(figure: Figure, canvas: Canvas, plot: Plot, scales: list[Scale]) -> None:
    """Areas below, then bars, then lines, of which the days of a stock chart are joined."""
    for kind in ("area", "bar", "stock", "line"):
        own = [one for one in figure.series if one.kind == kind]
        if kind == "stock" and own:
            draw_days(figure, own, canvas, plot, scales[1 if own[0].second and len(scales) > 1 else 0])
        for number, (series, ends) in enumerate(_heaped(own)):
            found = scales[1 if series.second and len(scales) > 1 else 0]
            row = Row(figure, canvas, plot, found, series, ends)
            if kind == "bar":
                _bars(row, number, len(own))
            else:
                _curve(row)


def _heaped(series: Sequence[Series]) -> Iterator[tuple[Series, Ends]]:
    """The series, each figure upon those of the series before where they are heaped up."""
    above: dict[tuple[bool, int], float] = {}
    sums = [
        fsum(abs(one.values[place] or 0.0) for one in series if place < len(one.values)) or 1.0
        for place in range(max((len(one.values) for one in series), default=0))
    ]
    for one in series:
        ends: Ends = []
        for place, value in enumerate(one.values):
            if value is None:
                ends.append(None)
            elif not one.stacking:
                ends.append((0.0, value))
            else:
                part = value / sums[place] if one.stacking == "percent" else value
                start = above.get((part < 0, place), 0.0)
                above[part < 0, place] = start + part
                ends.append((start, start + part))
        yield one, ends


def _bars(row: Row, number: int, count: int) -> None:
    """The bars of a series, the `number`th of `count`: those of one category stand side by side, or on each other."""
    figure, plot, heaped = row.figure, row.plot, bool(row.series.stacking)
    groups, place_in = (1, 0) if heaped else (count, number)
    step = 1 - (0.0 if heaped else figure.overlap)
    bar = 1 / plot.count / (1 + (groups - 1) * step + figure.gap)
    for place, value in enumerate(row.ends):
        if value is None or place >= plot.count:
            continue
        start = (place / plot.count) + bar * (figure.gap / 2 + place_in * step)
        one, two = plot.at(start, row.scale.share(value[0])), plot.at(start + bar, row.scale.share(value[1]))
        x, y = min(one[0], two[0]), min(one[1], two[1])
        wide, high = abs(two[0] - one[0]), abs(two[1] - one[1])
        if wide and high:
            row.canvas.box(x, y, wide, high, row.series.points.get(place, row.series.color))
        middle = (start + bar / 2, row.scale.share(value[1]))
        _label(row, place, middle, inside=(wide, high) if heaped else None)


def _curve(row: Row) -> None:
    """A line, or the area under it; figures that are not there interrupt it."""
    plot, series = row.plot, row.series
    run: list[tuple[Point, Point]] = []
    for place, value in enumerate([*row.ends, None]):
        if value is not None and place < plot.count:
            along = (place + 0.5) / plot.count
            run.append((plot.at(along, row.scale.share(value[0])), plot.at(along, row.scale.share(value[1]))))
            continue
        upper, lower = [end for _, end in run], [start for start, _ in run]
        if series.kind == "area" and len(run) > 1:
            row.canvas.area([*upper, *reversed(lower)], series.color)
        elif series.kind != "area" and series.lined:
            row.canvas.line(upper, series.color, series.width, smooth=series.smooth)
            if len(run) == 1 and series.mark is None:
                row.canvas.dot(*upper[0], 2.5, series.color)
        if series.mark is not None:
            for at in upper:
                draw_mark(row.canvas, at, series.mark)
        run = []
    for place, value in enumerate(row.ends):
        if value is not None and place < plot.count:
            _label(row, place, ((place + 0.5) / plot.count, row.scale.share(value[1])))


def _label(row: Row, place: int, middle: Point, inside: tuple[float, float] | None = None) -> None:
    """What is written at a figure: behind its end, or in the middle of a bar that stands in a heap."""
    text, look = figure_text(row.figure, row.series, place), row.figure.text
    wide, high = text_width(text, look.size) + _SPACE, look.size * LINE
    x, y = row.plot.at(*middle)
    if inside is not None:
        x, y = (x - inside[0] / 2, y) if row.plot.lying else (x, y + inside[1] / 2)
        row.canvas.text(text, look, (x - wide / 2, y - high / 2, wide, high))
    elif row.plot.lying:
        row.canvas.text(text, look, (x, y - high / 2, wide, high))
    else:
        row.canvas.text(text, look, (x - wide / 2, y - high, wide, high))
