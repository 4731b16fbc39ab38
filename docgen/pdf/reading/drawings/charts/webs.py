"""Webs: radar charts, their figures on spokes about a middle (ECMA-376 Part 1, 21.2.2.153)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin

from docgen.pdf.pages import Step
from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figure_texts import figure_text
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.marks import draw_mark
from docgen.pdf.reading.drawings.charts.scales import Scale, scale
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box, Point, ellipse, polygon

_GREY = Color("#d9d9d9")
_SPACE = 4.0  # points between things
_WIDEST_NAME = 0.25  # of the chart
_APART = 1.3  # heights of a line: from the web to the far side of a name, above and below
_MOST_SPOKES = 60  # with more, the web is drawn as rings


@dataclass(frozen=True, slots=True)
class Web:
    """Where the figures stand: `count` spokes about a middle, the first one upward, the others clockwise."""

    middle: Point
    radius: float
    count: int

    def at(self, place: float, share: float) -> Point:
        """The point on a spoke at a share of its length."""
        angle = 2 * pi * place / self.count - pi / 2
        return self.middle[0] + self.radius * share * cos(angle), self.middle[1] + self.radius * share * sin(angle)


def draw_web(figure: Figure, canvas: Canvas, box: Box) -> None:
    """A radar chart in a box."""
    x, y, width, height = box
    size = figure.text.size
    widest = min(max((text_width(name, size) for name in figure.categories), default=0.0), width * _WIDEST_NAME)
    radius = max(min(width / 2 - widest, height / 2 - size * LINE * _APART) - _SPACE, 1.0)
    web = Web((x + width / 2, y + height / 2), radius, max(len(figure.categories), 1))
    found = scale(figure.values[0], figure.series, 2 * radius, size)
    _grid(figure, canvas, web, found)
    _names(figure, canvas, web)
    for series in sorted(figure.series, key=lambda one: not one.filled):
        _series(series, canvas, web, found)
    _numbers(figure, canvas, web, found)
    for series in figure.series:
        _labels(figure, series, canvas, web, found)


def _grid(figure: Figure, canvas: Canvas, web: Web, found: Scale) -> None:
    if figure.values[0].grid:
        for value, _ in found.marks()[1:]:
            canvas.outlined(_ring(web, found.share(value)), _GREY)
    for place in range(web.count if web.count <= _MOST_SPOKES else 0):
        canvas.line((web.middle, web.at(place, 1.0)), _GREY)


def _ring(web: Web, share: float) -> tuple[Step, ...]:
    if web.count <= _MOST_SPOKES:
        return polygon(web.at(place, share) for place in range(web.count)).steps
    radius = web.radius * share
    return ellipse((web.middle[0] - radius, web.middle[1] - radius, 2 * radius, 2 * radius)).steps


def _names(figure: Figure, canvas: Canvas, web: Web) -> None:
    """The names of the spokes around the web; where they stand too close, only some of them."""
    high = figure.text.size * LINE
    every = max(ceil(len(figure.categories) * high / (2 * pi * web.radius + high)), 1)
    for place in range(0, len(figure.categories) if figure.across.shown else 0, every):
        name = figure.categories[place]
        wide = text_width(name, figure.text.size) + _SPACE
        x, y = web.at(place, 1.0)
        # How far the end of the spoke lies to the side of the middle, and below it.
        side, below = (x - web.middle[0]) / web.radius, (y - web.middle[1]) / web.radius
        x, y = x + side * (wide / 2 + _SPACE / 2), y + below * high * (_APART - 0.5)
        canvas.text(name, figure.text, (x - wide / 2, y - high / 2, wide, high))


def _numbers(figure: Figure, canvas: Canvas, web: Web, found: Scale) -> None:
    """The numbers of the rings, left of the spoke that goes up."""
    high = figure.text.size * LINE
    for value, text in found.marks() if figure.values[0].shown else ():
        x, y = web.at(0, found.share(value))
        wide = text_width(text, figure.text.size)
        canvas.text(text, figure.text, (x - _SPACE - wide, y - high / 2, wide, high), align="end")


def _series(series: Series, canvas: Canvas, web: Web, found: Scale) -> None:
    points = [
        None if value is None else web.at(place, found.share(value))
        for place, value in enumerate(series.values[: web.count])
    ]
    known = [point for point in points if point is not None]
    if series.filled and len(known) > 2:
        canvas.area(known, series.color)
    elif series.lined:
        for run in _runs(points, is_round=len(points) == web.count):
            canvas.line(run, series.color, series.width)
            if len(run) == 1 and series.mark is None:
                canvas.dot(*run[0], 2.5, series.color)
    if series.mark is not None:
        for place, point in enumerate(points):
            if point is not None:
                draw_mark(canvas, point, series.mark, series.points.get(place))


def _runs(points: Sequence[Point | None], *, is_round: bool) -> list[list[Point]]:
    """The points that a line joins: around the web, interrupted where a figure is missing."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    if is_round and len(runs) == 1 and runs[0]:
        return [[*runs[0], runs[0][0]]]
    if is_round and runs[0] and runs[-1]:
        runs[0] = runs.pop() + runs[0]
    return [run for run in runs if run]


def _labels(figure: Figure, series: Series, canvas: Canvas, web: Web, found: Scale) -> None:
    high = figure.text.size * LINE
    for place, value in enumerate(series.values[: web.count] if series.shows else ()):
        if value is not None:
            text = figure_text(figure, series, place)
            wide = text_width(text, figure.text.size) + _SPACE
            x, y = web.at(place, found.share(value))
            canvas.text(text, figure.text, (x - wide / 2, y - high, wide, high))
