"""Slices: pies and rings."""

from __future__ import annotations

from math import cos, pi, radians, sin

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text
from docgen.pdf.reading.drawings.outlines import Box, Track

_SPACE = 4.0  # points


def draw_slices(figure: Figure, canvas: Canvas, box: Box) -> None:
    """A pie of the first series, or one ring for each."""
    x, y, width, height = box
    shown = any(one.shows for one in figure.series)
    radius = max(min(width, height) / 2 - (figure.text.size * LINE + _SPACE if shown else _SPACE), 1.0)
    middle = (x + width / 2, y + height / 2)
    rings = [one for one in figure.series if one.kind == "ring"]
    if not rings:
        _ring(figure, figure.series[0], canvas, middle, 0.0, radius)
    hole = radius * figure.hole
    for number, series in enumerate(rings):
        step = (radius - hole) / len(rings)
        _ring(figure, series, canvas, middle, hole + number * step, hole + (number + 1) * step)


def _ring(
    figure: Figure, series: Series, canvas: Canvas, middle: tuple[float, float], inner: float, outer: float
) -> None:
    values = [max(value or 0.0, 0.0) for value in series.values]
    total = sum(values)
    start = radians(figure.turn) - pi / 2
    for place, value in enumerate(values):
        turn = 2 * pi * value / total if total else 0.0
        if turn > 0:
            color = series.points.get(place, series.color)
            canvas.filled(_slice(middle, inner, outer, start, turn).outline().steps, color, edge="#ffffff")
            _label(figure, series, canvas, place, value / total, (middle, inner, outer, start + turn / 2))
        start += turn


def _slice(middle: tuple[float, float], inner: float, outer: float, start: float, turn: float) -> Track:
    def on(radius: float, angle: float) -> tuple[float, float]:
        return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)

    track = Track().move(*(on(inner, start) if inner else middle)).line(*on(outer, start))
    track.arc_about(middle, (outer, outer), start, turn)
    if inner:
        track.line(*on(inner, start + turn)).arc_about(middle, (inner, inner), start + turn, -turn)
    return track.close()


def _label(
    figure: Figure,
    series: Series,
    canvas: Canvas,
    place: int,
    share: float,
    where: tuple[tuple[float, float], float, float, float],
) -> None:
    """What is written at a slice: beside a pie, in the middle of a ring."""
    value = series.values[place]
    parts = [figure.categories[place]] if "category" in series.shows and place < len(figure.categories) else []
    if value is not None and "value" in series.shows:
        parts.append(number_text(value, series.code))
    if "percent" in series.shows:
        parts.append(f"{share:.0%}")
    if not parts:
        return
    middle, inner, outer, angle = where
    text, high = " ".join(parts), figure.text.size * LINE
    wide = text_width(text, figure.text.size) + _SPACE
    away = (inner + outer) / 2 if inner else outer + high / 2
    x, y = middle[0] + away * cos(angle), middle[1] + away * sin(angle)
    if not inner:
        x += wide / 2 * cos(angle)
    canvas.text(text, figure.text, (x - wide / 2, y - high / 2, wide, high))
