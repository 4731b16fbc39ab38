"""着重号 (w:em, ECMA-376 Part 1, 17.3.2.12): a mark at each character, drawn, so that the text stays as it is."""

from __future__ import annotations

from math import cos, pi, sin

from docgen.pdf.pages import Item, Path, Step
from docgen.pdf.text.spots import Spot

_MARKED = ("han", "latin", "digit")
# Shares of the type size: where marks stand from the baseline (down is positive), and how large they are.
_BELOW, _OVER = 0.24, -0.98
_DOT, _CIRCLE, _CIRCLE_LINE = 0.075, 0.1, 0.03
_ROUND = 0.5523  # of the radius: the handles of the four curves of a circle


def emphasis(spots: list[Spot]) -> list[Item]:
    """The marks of a line. In Chinese text the dot stands below, as 着重号 does; comma and circle stand above."""
    return [_mark(spot) for spot in spots if spot.glyph.format.emphasis and spot.glyph.kind in _MARKED]


def _mark(spot: Spot) -> Path:
    glyph = spot.glyph
    how, size = glyph.format, glyph.size
    x = spot.x + glyph.width / 2
    if how.emphasis == "comma":
        return Path(_comma(x, size * _OVER - glyph.rise, size), fill=how.color)
    if how.emphasis == "circle":
        steps = circle(x, size * _OVER - glyph.rise, size * _CIRCLE)
        return Path(steps, stroke=how.color, width=size * _CIRCLE_LINE)
    return Path(circle(x, size * _BELOW - glyph.rise, size * _DOT), fill=how.color)


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """A circle of four curves about (x, y)."""
    steps: list[Step] = [("M", (x + radius, y))]
    for quarter in range(4):
        start, end = quarter * pi / 2, (quarter + 1) * pi / 2
        one = (x + radius * (cos(start) - _ROUND * sin(start)), y + radius * (sin(start) + _ROUND * cos(start)))
        two = (x + radius * (cos(end) + _ROUND * sin(end)), y + radius * (sin(end) - _ROUND * cos(end)))
        steps.append(("C", (*one, *two, x + radius * cos(end), y + radius * sin(end))))
    return (*steps, ("Z", ()))


def _comma(x: float, y: float, size: float) -> tuple[Step, ...]:
    """A drop that runs down to the right, thick at its end: the sesame mark of Word's 、."""

    def at(*pairs: tuple[float, float]) -> tuple[float, ...]:
        return tuple(value for right, down in pairs for value in (x + right * size, y + down * size))

    return (
        ("M", at((-0.1, -0.08))),
        ("C", at((0.0, -0.06), (0.1, 0.0), (0.1, 0.06))),
        ("C", at((0.1, 0.1), (0.05, 0.1), (0.03, 0.07))),
        ("C", at((0.0, 0.03), (-0.05, -0.02), (-0.1, -0.08))),
        ("Z", ()),
    )
