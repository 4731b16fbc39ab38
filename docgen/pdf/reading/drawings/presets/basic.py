"""Basic presets: rectangles, ellipses, polygons, stars, lines (ECMA-376 Part 1, 20.1.10.56)."""

from __future__ import annotations

from math import cos, pi, sin

from docgen.pdf.reading.drawings.outlines import (
    Geometry,
    Outline,
    Point,
    Track,
    ellipse,
    rounded,
)
from docgen.pdf.reading.drawings.presets.frame import Frame, Preset, closed

_CORNER = 0.29289  # 1 - cos 45°: how far a rounded corner reaches into the text's box


def rectangle(frame: Frame) -> Geometry:
    """The plain rectangle."""
    width, height = frame.width, frame.height
    return closed(frame, [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)])


def _line(frame: Frame) -> Geometry:
    track = Track().move(0.0, 0.0).line(frame.width, frame.height)
    return Geometry((track.outline(filled=False),), frame.box)


def _round_rectangle(frame: Frame) -> Geometry:
    radius = frame.share("adj", 0.16667, 0.5) * frame.short
    inset = radius * _CORNER
    text = (inset, inset, frame.width - 2 * inset, frame.height - 2 * inset)
    return Geometry((rounded(frame.box, radius),), text)


def _round_some(*corners: bool) -> Preset:
    """A rectangle with some corners rounded, from the upper left one clockwise."""

    def made(frame: Frame) -> Geometry:
        radius = frame.share("adj1", 0.16667, 0.5) * frame.short
        one, two, three, four = (radius if corner else 0.0 for corner in corners)
        width, height = frame.width, frame.height
        track = Track().move(0.0, one).arc(one, one, 180, 90).line(width - two, 0.0).arc(two, two, 270, 90)
        track.line(width, height - three).arc(three, three, 0, 90).line(four, height).arc(four, four, 90, 90)
        inset = radius * _CORNER
        return Geometry((track.close().outline(),), (inset, inset, width - 2 * inset, height - 2 * inset))

    return made


def _ellipse(frame: Frame) -> Geometry:
    return Geometry((ellipse(frame.box),), frame.inner(0.14645, 0.14645, 0.85355, 0.85355))


def _triangle(frame: Frame) -> Geometry:
    top = frame.share("adj", 0.5)
    outline = frame.scaled([(0.0, 1.0), (top, 0.0), (1.0, 1.0)])
    return Geometry((outline,), frame.inner(top / 2, 0.5, top / 2 + 0.5, 1.0))


def _right_triangle(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 1.0), (0.0, 0.0), (1.0, 1.0)])
    return Geometry((outline,), frame.inner(1 / 12, 7 / 12, 7 / 12, 11 / 12))


def _diamond(frame: Frame) -> Geometry:
    outline = frame.scaled([(0.0, 0.5), (0.5, 0.0), (1.0, 0.5), (0.5, 1.0)])
    return Geometry((outline,), frame.inner(0.25, 0.25, 0.75, 0.75))


def _parallelogram(frame: Frame) -> Geometry:
    lean = min(frame.share("adj", 0.25, 1000.0) * frame.short, frame.width)
    width, height = frame.width, frame.height
    inset = lean / width / 2 if width else 0.0
    points = [(0.0, height), (lean, 0.0), (width, 0.0), (width - lean, height)]
    return closed(frame, points, frame.inner(inset, inset, 1 - inset, 1 - inset))


def _trapezoid(frame: Frame) -> Geometry:
    lean = min(frame.share("adj", 0.25, 1000.0) * frame.short, frame.width / 2)
    width, height = frame.width, frame.height
    inset = lean / width * 2 / 3 if width else 0.0
    points = [(0.0, height), (lean, 0.0), (width - lean, 0.0), (width, height)]
    return closed(frame, points, frame.inner(inset, inset, 1 - inset, 1.0))


def _hexagon(frame: Frame) -> Geometry:
    lean = min(frame.share("adj", 0.25, 1000.0) * frame.short, frame.width / 2)
    width, height = frame.width, frame.height
    points = [(0.0, height / 2), (lean, 0.0), (width - lean, 0.0), (width, height / 2)]
    points += [(width - lean, height), (lean, height)]
    return closed(frame, points, frame.inner(0.1, 0.1, 0.9, 0.9))


def _octagon(frame: Frame) -> Geometry:
    cut = frame.share("adj", 0.29289, 0.5) * frame.short
    return closed(frame, _cut_corners(frame, cut, cut, cut, cut), frame.inner(0.1, 0.1, 0.9, 0.9))


def _cut_corners(frame: Frame, one: float, two: float, three: float, four: float) -> list[Point]:
    """The rectangle with its corners cut, from the upper left one clockwise."""
    width, height = frame.width, frame.height
    points = [(0.0, one), (one, 0.0), (width - two, 0.0), (width, two)]
    points += [(width, height - three), (width - three, height), (four, height), (0.0, height - four)]
    return list(dict.fromkeys(points))


def _snip_one(frame: Frame) -> Geometry:
    return closed(frame, _cut_corners(frame, 0.0, frame.share("adj", 0.16667, 0.5) * frame.short, 0.0, 0.0))


def _snip_two(frame: Frame) -> Geometry:
    cut = frame.share("adj1", 0.16667, 0.5) * frame.short
    return closed(frame, _cut_corners(frame, cut, cut, 0.0, 0.0))


def _plus(frame: Frame) -> Geometry:
    arm = frame.share("adj", 0.25, 0.5) * frame.short
    width, height = frame.width, frame.height
    points = [(0.0, arm), (arm, arm), (arm, 0.0), (width - arm, 0.0), (width - arm, arm), (width, arm)]
    points += [(width, height - arm), (width - arm, height - arm), (width - arm, height), (arm, height)]
    points += [(arm, height - arm), (0.0, height - arm)]
    return closed(frame, points, (0.0, arm, width, height - 2 * arm))


def _pentagon(frame: Frame) -> Geometry:
    return Geometry((_regular(frame, 5),), frame.inner(0.2, 0.2, 0.8, 1.0))


def _regular(frame: Frame, corners: int) -> Outline:
    """A regular polygon, stretched so that it touches all four sides."""
    return _stretched(frame, [_around(place / corners, 1.0) for place in range(corners)])


def _around(turn: float, radius: float) -> Point:
    """A point at a part of the full turn, clockwise from the top, about (0, 0)."""
    return radius * sin(2 * pi * turn), -radius * cos(2 * pi * turn)


def _stretched(frame: Frame, points: list[Point]) -> Outline:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    return frame.scaled([((x - min(xs)) / across, (y - min(ys)) / down) for x, y in points])


def _star(points: int, default: float) -> Preset:
    """A star; its adjust value is the inner radius, in hundred-thousandths of the full width."""

    def made(frame: Frame) -> Geometry:
        inner = frame.share("adj", default, 0.5) * 2
        corners = []
        for place in range(points):
            corners += [_around(place / points, 1.0), _around((place + 0.5) / points, inner)]
        # These touch all four sides (Word's hf and vf factors); the others stay on the ellipse.
        if points in (5, 6, 7, 10):
            outline = _stretched(frame, corners)
        else:
            outline = frame.scaled([((x + 1) / 2, (y + 1) / 2) for x, y in corners])
        edge = 0.5 - inner * 0.35
        return Geometry((outline,), frame.inner(edge, edge, 1 - edge, 1 - edge))

    return made


PRESETS: dict[str, Preset] = {
    "line": _line,
    "lineInv": _line,
    "straightConnector1": _line,
    "rect": rectangle,
    "textBox": rectangle,
    "roundRect": _round_rectangle,
    "round1Rect": _round_some(False, True, False, False),
    "round2SameRect": _round_some(True, True, False, False),
    "round2DiagRect": _round_some(True, False, True, False),
    "ellipse": _ellipse,
    "triangle": _triangle,
    "rtTriangle": _right_triangle,
    "diamond": _diamond,
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "pentagon": _pentagon,
    "hexagon": _hexagon,
    "octagon": _octagon,
    "snip1Rect": _snip_one,
    "snip2SameRect": _snip_two,
    "plus": _plus,
    "mathPlus": _plus,
    "star4": _star(4, 0.125),
    "star5": _star(5, 0.19098),
    "star6": _star(6, 0.28868),
    "star7": _star(7, 0.34601),
    "star8": _star(8, 0.375),
    "star10": _star(10, 0.42533),
    "star12": _star(12, 0.375),
    "star16": _star(16, 0.375),
    "star24": _star(24, 0.375),
    "star32": _star(32, 0.375),
}
