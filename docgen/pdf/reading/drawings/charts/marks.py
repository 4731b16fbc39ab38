"""Marks: the small signs at the figures of a line."""

from __future__ import annotations

from docgen.pdf.reading.drawings.charts.canvas import Canvas
from docgen.pdf.reading.drawings.charts.figures import Mark
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Outline, Point, ellipse, polygon


def draw_mark(canvas: Canvas, at: Point, mark: Mark, own: Color | None = None) -> None:
    """A mark about a point; `own` is the colour of this one."""
    (x, y), half, inside = at, mark.size / 2, own or mark.color
    if mark.symbol in ("x", "plus", "star"):
        ink = own or mark.edge or mark.color
        if mark.symbol != "plus":
            canvas.line(((x - half, y - half), (x + half, y + half)), ink, 1.0)
            canvas.line(((x - half, y + half), (x + half, y - half)), ink, 1.0)
        if mark.symbol != "x":
            canvas.line(((x, y - half), (x, y + half)), ink, 1.0)
        if mark.symbol == "plus":
            canvas.line(((x - half, y), (x + half, y)), ink, 1.0)
        return
    steps = _outline(mark, x, y, half).steps
    if inside.alpha > 0:
        canvas.filled(steps, inside, edge=mark.edge.hex if mark.edge else "")
    elif mark.edge is not None:
        canvas.outlined(steps, mark.edge)


def _outline(mark: Mark, x: float, y: float, half: float) -> Outline:
    if mark.symbol == "diamond":
        return polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)])
    if mark.symbol == "triangle":
        return polygon([(x, y - half), (x + half, y + half), (x - half, y + half)])
    if mark.symbol == "circle":
        return ellipse((x - half, y - half, 2 * half, 2 * half))
    # A dash is a flat box, a dot its right half.
    high = half if mark.symbol == "square" else half / 3
    left = x if mark.symbol == "dot" else x - half
    return polygon([(left, y - high), (x + half, y - high), (x + half, y + high), (left, y + high)])
