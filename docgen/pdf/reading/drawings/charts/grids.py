"""Grids: the plot of a chart with axes: grid lines, bars, lines and areas, the texts along the axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figures import Figure, Kind, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text
from docgen.pdf.reading.drawings.charts.scales import Scale, scale
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box, Point

_GREY = Color("#d9d9d9")
_SPACE = 4.0  # points between things
_MOST_LINES = 3  # of a category's name below a narrow column


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where figures stand: the box of the plot, how many categories lie along it, which way it goes."""

    box: Box
    count: int
    lying: bool
    backwards: bool

    def at(self, along: float, share: float) -> Point:
        """The point at a share of the categories' axis and of the values' axis."""
        x, y, width, height = self.box
        along = 1 - along if self.backwards else along
        if self.lying:
            # Word counts the categories of lying bars from below.
            return x + width * share, y + height * (1 - along)
        return x + width * along, y + height * (1 - share)


def draw_grid(figure: Figure, canvas: Canvas, box: Box) -> None:
    """A chart with axes in a box."""
    size = figure.text.size
    along = box[2] if figure.lying else box[3]
    scales = [_scale(figure, number, along, size) for number in range(len(figure.values))]
    inner = _titled(figure, canvas, _room(figure, scales, box))
    plot = _Plot(inner, max(len(figure.categories), 1), figure.lying, figure.across.backwards)
    _marks(figure, canvas, plot, scales)
    _categories(figure, canvas, plot)
    for kind in ("area", "bar", "line"):
        _drawn(figure, canvas, plot, scales, kind)
    zero = scales[0].share(0.0)
    canvas.line((plot.at(0.0, zero), plot.at(1.0, zero)), _GREY)


def _scale(figure: Figure, number: int, length: float, size: float) -> Scale:
    own = [one for one in figure.series if one.second is (number == 1)]
    axis = figure.values[number]
    code = next((one.code for one in own), "General") if axis.code == "General" else axis.code
    return scale(replace(axis, code=code if "%" in code or axis.code != "General" else "General"), own, length, size)


def _label_width(figure: Figure, found: Scale) -> float:
    return max((text_width(text, figure.text.size) for _, text in found.marks()), default=0.0)


def _room(figure: Figure, scales: list[Scale], box: Box) -> Box:
    """The box without what the texts along the axes take."""
    x, y, width, height = box
    size = figure.text.size
    left, right, below, above = 0.0, 0.0, 0.0, size / 2
    if figure.lying:
        names = max((text_width(name, size) for name in figure.categories), default=0.0)
        left = min(names, width * 0.4) + _SPACE if figure.across.shown else 0.0
        below = size * LINE + _SPACE if figure.values[0].shown else 0.0
        right = _label_width(figure, scales[0]) / 2
    else:
        left = _label_width(figure, scales[0]) + _SPACE if figure.values[0].shown else 0.0
        if len(scales) > 1 and figure.values[1].shown:
            right = _label_width(figure, scales[1]) + _SPACE
        if figure.across.shown:
            lines = _name_lines(figure, (width - left - right) / max(len(figure.categories), 1))
            below = lines * size * LINE + _SPACE
    return x + left, y + above, max(width - left - right, 1.0), max(height - below - above, 1.0)


def _name_lines(figure: Figure, slot: float) -> int:
    widest = max((text_width(name, figure.text.size) for name in figure.categories), default=0.0)
    return min(max(ceil(widest / max(slot * 0.95, 1.0)), 1), _MOST_LINES)


def _titled(figure: Figure, canvas: Canvas, box: Box) -> Box:
    """The titles of the axes: that of an upright one turned, left of its texts; the box that is left."""
    x, y, width, height = box
    high = figure.text.size * LINE
    below, beside = figure.across.title, figure.values[0].title
    if figure.lying:
        below, beside = beside, below
    second = figure.values[1].title if len(figure.values) > 1 else ""
    if below:
        height -= high
    if beside:
        x, width = x + high, width - high
    if second:
        width -= high
    whole = canvas.width
    if below:
        canvas.text(below, figure.text, (x, y + height + _lower(figure, box, canvas), width, high))
    for text, middle in ((beside, high / 2 + _SPACE), (second, whole - high / 2 - _SPACE)):
        if text:
            long = text_width(text, figure.text.size) + high
            canvas.text(text, figure.text, (middle - long / 2, y + (height - high) / 2, long, high), degrees=270)
    return x, y, width, height


def _lower(figure: Figure, box: Box, canvas: Canvas) -> float:
    """How far below the plot the title of the lower axis stands: under the texts of that axis."""
    shown = figure.values[0].shown if figure.lying else figure.across.shown
    if not shown:
        return 0.0
    lines = 1 if figure.lying else _name_lines(figure, box[2] / max(len(figure.categories), 1))
    return lines * figure.text.size * LINE + _SPACE


def _marks(figure: Figure, canvas: Canvas, plot: _Plot, scales: list[Scale]) -> None:
    """Grid lines, and the numbers along the axes of values."""
    high = figure.text.size * LINE
    for number, (found, axis) in enumerate(zip(scales, figure.values, strict=True)):
        for value, text in found.marks():
            start, end = plot.at(0.0, found.share(value)), plot.at(1.0, found.share(value))
            if axis.grid:
                canvas.line((start, end), _GREY)
            if not axis.shown:
                continue
            wide = text_width(text, figure.text.size)
            if plot.lying:
                canvas.text(text, figure.text, (start[0] - wide / 2, max(start[1], end[1]) + _SPACE / 2, wide, high))
            elif number:
                x = max(start[0], end[0]) + _SPACE
                canvas.text(text, figure.text, (x, start[1] - high / 2, wide, high), align="start")
            else:
                x = min(start[0], end[0]) - _SPACE - wide
                canvas.text(text, figure.text, (x, start[1] - high / 2, wide, high), align="end")


def _categories(figure: Figure, canvas: Canvas, plot: _Plot) -> None:
    if not figure.across.shown:
        return
    size, (x, y, width, height) = figure.text.size, plot.box
    slot = (height if plot.lying else width) / plot.count
    needed = size * LINE if plot.lying else size * 2
    every = max(ceil(needed / max(slot, 0.1)), 1)
    for place in range(0, len(figure.categories), every):
        name = figure.categories[place]
        middle = plot.at((place + 0.5) / plot.count, 0.0)
        if plot.lying:
            left = canvas.width * 0.02
            box = (left, middle[1] - size * LINE / 2, x - _SPACE - left, size * LINE)
            canvas.text(name, figure.text, box, align="end")
        else:
            lines = min(ceil(text_width(name, size) / max(slot * every * 0.95, 1.0)), _MOST_LINES)
            wide = slot * every * 0.98
            box = (middle[0] - wide / 2, y + height + _SPACE / 2, wide, size * LINE)
            canvas.text(name, figure.text, box, vertical="top", wraps=lines > 1)


def _drawn(figure: Figure, canvas: Canvas, plot: _Plot, scales: list[Scale], kind: Kind) -> None:
    own = [one for one in figure.series if one.kind == kind]
    for number, (series, ends) in enumerate(_heaped(own)):
        found = scales[1 if series.second and len(scales) > 1 else 0]
        if kind == "bar":
            _bars(figure, canvas, plot, found, series, ends, (number, own))
        else:
            _curve(figure, canvas, plot, found, series, ends)


Ends = list[tuple[float, float] | None]
"""Where each figure begins and ends on the axis of values."""


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
    plot: _Plot,
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


def _curve(figure: Figure, canvas: Canvas, plot: _Plot, found: Scale, series: Series, ends: Ends) -> None:
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
    plot: _Plot,
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
