"""Series drawing: the bars, lines and areas of a chart, and what is written at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text
from docgen.pdf.reading.drawings.charts.plots import Plot
from docgen.pdf.reading.drawings.charts.scales import Scale
from docgen.pdf.reading.drawings.outlines import Point

Ends = list[tuple[float, float] | None]
"""Where each figure begins and ends on the axis of values."""

_SPACE = 4.0  # points between things


def draw_series(figure: Figure, canvas: Canvas, plot: Plot, scales: list[Scale]) -> None:
    """Areas below, then bars, then lines."""
    for kind in ("area", "bar", "line"):
        own = [one for one in figure.series if one.kind == kind]
        for number, (series, ends) in enumerate(_heaped(own)):
            found = scales[1 if series.second and len(scales) > 1 else 0]
            if kind == "bar":
                _bars(figure, canvas, plot, found, series, ends, (number, own))
            else:
                _curve(figure, canvas, plot, found, series, ends)


def _heaped(series: Sequence[Series]) -> Iterator[tuple[Series, Ends]]:
    """The series, each figure upon those of the series before where they are heaped up."""
    above: dict[tuple[bool, int], float] = {}
    sums = [
        sum(abs(one.values[place] or 0.0) for one in series if place < len(one.values)) or 1.0
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


def _bars(
    figure: Figure,
    canvas: Canvas,
    plot: Plot,
    found: Scale,
    series: Series,
    ends: Ends,
    among: tuple[int, list[Series]],
) -> None:
    """The bars of a series: those of one category stand side by side, or on each other."""
    number, own = among
    groups = 1 if series.stacking else len(own)
    place_in = 0 if series.stacking else number
    step = 1 - (0.0 if series.stacking else figure.overlap)
    bar = 1 / plot.count / (1 + (groups - 1) * step + figure.gap)
    for place, value in enumerate(ends):
        if value is None or place >= plot.count:
            continue
        start = (place / plot.count) + bar * (figure.gap / 2 + place_in * step)
        one, two = plot.at(start, found.share(value[0])), plot.at(start + bar, found.share(value[1]))
        x, y = min(one[0], two[0]), min(one[1], two[1])
        wide, high = abs(two[0] - one[0]), abs(two[1] - one[1])
        if wide and high:
            canvas.box(x, y, wide, high, series.points.get(place, series.color))
        middle = (start + bar / 2, found.share(value[1]))
        _label(figure, canvas, plot, series, place, middle, inside=(wide, high) if series.stacking else None)


def _curve(figure: Figure, canvas: Canvas, plot: Plot, found: Scale, series: Series, ends: Ends) -> None:
    """A line, or the area under it; figures that are not there interrupt it."""
    run: list[tuple[Point, Point]] = []
    for place, value in enumerate([*ends, None]):
        if value is not None and place < plot.count:
            along = (place + 0.5) / plot.count
            run.append((plot.at(along, found.share(value[0])), plot.at(along, found.share(value[1]))))
            continue
        upper, lower = [end for _, end in run], [start for start, _ in run]
        if series.kind == "area" and len(run) > 1:
            canvas.area([*upper, *reversed(lower)], series.color)
        elif series.kind == "line":
            canvas.line(upper, series.color, series.width)
            for x, y in upper if series.marked or len(run) == 1 else ():
                canvas.dot(x, y, 2.5, series.color)
        run = []
    for place, value in enumerate(ends):
        if value is not None and place < plot.count:
            _label(figure, canvas, plot, series, place, ((place + 0.5) / plot.count, found.share(value[1])))


def _label(
    figure: Figure,
    canvas: Canvas,
    plot: Plot,
    series: Series,
    place: int,
    middle: Point,
    inside: tuple[float, float] | None = None,
) -> None:
    """What is written at a figure: behind its end, or in the middle of a bar that stands in a heap."""
    value = series.values[place]
    parts = [figure.categories[place]] if "category" in series.shows and place < len(figure.categories) else []
    if value is not None and "value" in series.shows:
        parts.append(number_text(value, series.code))
    if not parts:
        return
    text, high = " ".join(parts), figure.text.size * LINE
    wide = text_width(text, figure.text.size) + _SPACE
    x, y = plot.at(*middle)
    if inside is not None:
        x, y = (x - inside[0] / 2, y) if plot.lying else (x, y + inside[1] / 2)
        canvas.text(text, figure.text, (x - wide / 2, y - high / 2, wide, high))
    elif plot.lying:
        canvas.text(text, figure.text, (x, y - high / 2, wide, high))
    else:
        canvas.text(text, figure.text, (x - wide / 2, y - high, wide, high))
