"""Slices: pies and rings."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, fsum, pi, radians, sin

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas, text_width
from docgen.pdf.reading.drawings.charts.figure_texts import figure_text
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.outlines import Box, Point, Track

_SPACE = 4.0  # points


@dataclass(frozen=True, slots=True)
class Ring:
    """A series with what its slices are drawn on, about a point, between two radii; a pie's inner one is 0."""

    figure: Figure
    series: Series
    canvas: Canvas
    middle: Point
    inner: float
    outer: float

    def on(self, radius: float, angle: float) -> Point:
        """The point at a distance from the middle."""
        return self.middle[0] + radius * cos(angle), self.middle[1] + radius * sin(angle)


def draw_slices(figure: Figure, canvas: Canvas, box: Box) -> None:
    """A pie of the first series, or one ring for each."""
    x, y, width, height = box
    shown = any(one.shows for one in figure.series)
    radius = max(min(width, height) / 2 - (figure.text.size * LINE + _SPACE if shown else _SPACE), 1.0)
    middle = (x + width / 2, y + height / 2)
    rings = [one for one in figure.series if one.kind == "ring"]
    if not rings:
        _draw(Ring(figure, figure.series[0], canvas, middle, 0.0, radius))
    hole = radius * figure.hole
    for number, series in enumerate(rings):
        step = (radius - hole) / len(rings)
        _draw(Ring(figure, series, canvas, middle, hole + number * step, hole + (number + 1) * step))


def _draw(ring: Ring) -> None:
    values = [max(value or 0.0, 0.0) for value in ring.series.values]
    total = fsum(values)
    start = radians(ring.figure.turn) - pi / 2
    for place, value in enumerate(values):
        turn = 2 * pi * value / total if total else 0.0
        if turn > 0:
            color = ring.series.points.get(place, ring.series.color)
            ring.canvas.filled(_slice(ring, start, turn).outline().steps, color, edge="#ffffff")
            _label(ring, place, value / total, start + turn / 2)
        start += turn


def _slice(ring: Ring, start: float, turn: float) -> Track:
    inner, outer = ring.inner, ring.outer
    track = Track().move(*(ring.on(inner, start) if inner else ring.middle)).line(*ring.on(outer, start))
    track.arc_about(ring.middle, (outer, outer), start, turn)
    if inner:
        track.line(*ring.on(inner, start + turn)).arc_about(ring.middle, (inner, inner), start + turn, -turn)
    return track.close()


def _label(ring: Ring, place: int, share: float, angle: float) -> None:
    """What is written at a slice: beside a pie, in the middle of a ring."""
    look = ring.figure.text
    text, high = figure_text(ring.figure, ring.series, place, share), look.size * LINE
    wide = text_width(text, look.size) + _SPACE
    x, y = ring.on((ring.inner + ring.outer) / 2 if ring.inner else ring.outer + high / 2, angle)
    if not ring.inner:
        x += wide / 2 * cos(angle)
    ring.canvas.text(text, look, (x - wide / 2, y - high / 2, wide, high))
