"""Points: scattered figures and bubbles, each at its own place of both axes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figure_texts import figure_text
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.marks import draw_mark
from docgen.pdf.reading.drawings.charts.plots import Plot
from docgen.pdf.reading.drawings.charts.scales import Scale
from docgen.pdf.reading.drawings.outlines import Point

_SPACE = 4.0  # points between things
_WIDEST = 0.25  # of the plot's shorter side: the largest bubble
_SLACK = 1e-6  # of an axis


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: its number in the series, its point, whether the axes reach so far."""

    place: int
    at: Point
    is_inside: bool


def draw_points(figure: Figure, canvas: Canvas, plot: Plot, scales: list[Scale], across: Scale) -> None:
    """Every series with its line and its marks, or its bubbles; what lies beyond the axes is cut off."""
    largest = max((abs(size or 0.0) for one in figure.series for size in one.sizes), default=0.0)
    for series in figure.series:
        own = scales[1 if series.second and len(scales) > 1 else 0]
        spots = list(_spots(series, plot, own, across))
        known = [spot for spot in spots if spot is not None]
        reach = _reaches(figure, series, plot, largest)
        target = canvas if all(spot.is_inside for spot in known) else Canvas(canvas.width, canvas.height, canvas.place)
        _draw(series, target, spots, reach)
        if target is not canvas:
            canvas.part(target, plot.box)
        for spot in known:
            if spot.is_inside:
                _label(figure, series, canvas, spot, reach[spot.place])


def _spots(series: Series, plot: Plot, scale: Scale, across: Scale) -> Iterator[Spot | None]:
    """The figures of a series; None where a number is missing, at the end too."""
    for place, value in enumerate(series.values):
        x = series.across[place] if place < len(series.across) else None
        if value is None or x is None:
            yield None
            continue
        shares = (across.place(x), scale.place(value))
        yield Spot(place, plot.at(*shares), all(-_SLACK <= share <= 1 + _SLACK for share in shares))
    yield None


def _reaches(figure: Figure, series: Series, plot: Plot, largest: float) -> list[float]:
    """How far each figure is seen around its point: the radius of its bubble, or half of its mark."""
    if series.kind != "bubble":
        return [series.mark.size / 2 if series.mark is not None else 0.0] * len(series.values)
    radius = min(plot.box[2:]) * _WIDEST * figure.swell / 2
    if not series.sizes:
        return [radius] * len(series.values)
    sizes = [*series.sizes, *[None] * len(series.values)][: len(series.values)]
    shares = [max(size or 0.0, 0.0) / largest if largest else 0.0 for size in sizes]
    return [radius * (share if figure.by_width else sqrt(share)) for share in shares]


def _draw(series: Series, canvas: Canvas, spots: list[Spot | None], reach: list[float]) -> None:
    run: list[Point] = []
    for spot in spots if series.lined else ():
        if spot is not None:
            run.append(spot.at)
            continue
        canvas.line(run, series.color, series.width, smooth=series.smooth)
        run = []
    for spot in spots:
        if spot is None:
            continue
        own = series.points.get(spot.place)
        if series.kind == "bubble" and reach[spot.place] > 0:
            canvas.dot(*spot.at, reach[spot.place], own or series.color)
        elif series.mark is not None:
            draw_mark(canvas, spot.at, series.mark, own)


def _label(figure: Figure, series: Series, canvas: Canvas, spot: Spot, reach: float) -> None:
    """What is written at a figure, on the side of it that the file names."""
    text, look = figure_text(figure, series, spot.place), figure.text
    wide, high = text_width(text, look.size) + _SPACE, look.size * LINE
    across, down = {"t": (0, -1), "b": (0, 1), "l": (-1, 0), "r": (1, 0)}.get(series.beside, (0, 0))
    x, y = spot.at[0] + across * (reach + wide / 2), spot.at[1] + down * (reach + high / 2)
    canvas.text(text, look, (x - wide / 2, y - high / 2, wide, high))
