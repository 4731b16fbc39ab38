"""Grids: a chart with axes: the room that is left for its plot, grid lines, the texts along the axes."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figures import Axis, Figure
from docgen.pdf.reading.drawings.charts.plots import Plot
from docgen.pdf.reading.drawings.charts.points import draw_points
from docgen.pdf.reading.drawings.charts.scales import Scale, across_scale, scale
from docgen.pdf.reading.drawings.charts.series_drawing import draw_series
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box

_GREY = Color("#d9d9d9")
_SPACE = 4.0  # points between things
_TELLING = re.compile(r"%|y+.*m|m.*d", re.IGNORECASE)
_MOST_LINES = 3  # of a category's name below a narrow column


def draw_grid(figure: Figure, canvas: Canvas, box: Box) -> None:
    """A chart with axes in a box."""
    size = figure.text.size
    along = box[2] if figure.lying else box[3]
    scales = [_scale(figure, number, along, size) for number in range(len(figure.values))]
    across = across_scale(_coded(figure.across, figure.series[0].across_code), figure.series, box[2], size)
    inner = _titled(figure, canvas, _room(figure, scales, across, box))
    plot = Plot(inner, max(len(figure.categories), 1), figure.lying, figure.across.backwards)
    _marks(figure, canvas, plot, scales)
    if figure.is_scattered:
        _numbers(figure, canvas, plot, across)
        draw_points(figure, canvas, plot, scales, across)
    else:
        _categories(figure, canvas, plot)
        draw_series(figure, canvas, plot, scales)
    zero = scales[0].share(0.0)
    canvas.line((plot.at(0.0, zero), plot.at(1.0, zero)), _GREY)


def _scale(figure: Figure, number: int, length: float, size: float) -> Scale:
    own = [one for one in figure.series if one.second is (number == 1)]
    return scale(_coded(figure.values[number], next((one.code for one in own), "General")), own, length, size)


def _coded(axis: Axis, code: str) -> Axis:
    """The axis with the format of its figures, where it has none of its own: percentages and days stay such."""
    return replace(axis, code=code) if axis.code == "General" and _TELLING.search(code) else axis


def _label_width(figure: Figure, found: Scale) -> float:
    return max((text_width(text, figure.text.size) for _, text in found.marks()), default=0.0)


def _room(figure: Figure, scales: list[Scale], across: Scale, box: Box) -> Box:
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
        if figure.is_scattered and figure.across.shown:
            right = max(right, text_width(across.marks()[-1][1], size) / 2)
        if figure.across.shown:
            lines = _name_lines(figure, (width - left - right) / max(len(figure.categories), 1))
            below = lines * size * LINE + _SPACE
    return x + left, y + above, max(width - left - right, 1.0), max(height - below - above, 1.0)


def _name_lines(figure: Figure, slot: float) -> int:
    if figure.is_scattered:
        return 1
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


def _marks(figure: Figure, canvas: Canvas, plot: Plot, scales: list[Scale]) -> None:
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


def _numbers(figure: Figure, canvas: Canvas, plot: Plot, across: Scale) -> None:
    """The grid lines and the numbers of an axis below that is measured, and the upright line at its 0."""
    high = figure.text.size * LINE
    for value, text in across.marks():
        start, end = plot.at(across.share(value), 0.0), plot.at(across.share(value), 1.0)
        if figure.across.grid:
            canvas.line((start, end), _GREY)
        if figure.across.shown:
            wide = text_width(text, figure.text.size)
            canvas.text(text, figure.text, (start[0] - wide / 2, start[1] + _SPACE / 2, wide, high))
    zero = across.share(0.0)
    canvas.line((plot.at(zero, 0.0), plot.at(zero, 1.0)), _GREY)


def _categories(figure: Figure, canvas: Canvas, plot: Plot) -> None:
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
