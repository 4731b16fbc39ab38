"""Outlines: the geometry of a shape before anything is painted, and a track that draws one step after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from math import atan2, ceil, cos, pi, radians, sin, tan

from docgen.pdf.pages import Step, stretched

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """Some steps with what may be done to them. `light`: the fill is made lighter (above 0) or darker."""

    steps: tuple[Step, ...]
    filled: bool = True
    stroked: bool = True
    light: float = 0.0


@dataclass(frozen=True, slots=True)
class Geometry:
    """The outlines of a shape, and the box inside it that text stands in (x, y, width, height)."""

    outlines: tuple[Outline, ...]
    text: Box

    @property
    def is_box(self) -> bool:
        """Whether it is the plain rectangle."""
        return len(self.outlines) == 1 and len(self.outlines[0].steps) == 5 and not self.is_curved

    @property
    def is_curved(self) -> bool:
        """Whether a step of it is a curve."""
        return any(kind == "C" for outline in self.outlines for kind, _ in outline.steps)


@dataclass(slots=True)
class Track:
    """Draws an outline; angles are degrees, clockwise from the right."""

    steps: list[Step] = field(default_factory=list)
    at: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)

    def move(self, x: float, y: float) -> Track:
        """Begin at a point."""
        self.steps.append(("M", (x, y)))
        self.at = self.start = (x, y)
        return self

    def line(self, x: float, y: float) -> Track:
        """A straight line to a point."""
        self.steps.append(("L", (x, y)))
        self.at = (x, y)
        return self

    def curve(self, one: Point, two: Point, end: Point) -> Track:
        """A cubic Bézier curve."""
        self.steps.append(("C", (*one, *two, *end)))
        self.at = end
        return self

    def quad(self, control: Point, end: Point) -> Track:
        """A quadratic Bézier curve."""
        one = tuple(a + (c - a) * 2 / 3 for a, c in zip(self.at, control, strict=True))
        two = tuple(e + (c - e) * 2 / 3 for e, c in zip(end, control, strict=True))
        return self.curve((one[0], one[1]), (two[0], two[1]), end)

    def arc(self, width: float, height: float, start: float, sweep: float) -> Track:
        """Go along an ellipse with these radii from where the track is, that being at the angle `start`."""
        begin, turn = ellipse_angle(start, width, height), 0.0
        if sweep:
            turn = ellipse_angle(start + sweep, width, height) - begin
            full = 2 * pi if sweep > 0 else -2 * pi
            # The angle on the ellipse counts the same whole turns as the one that is drawn by.
            turn = turn % full if abs(sweep) < 360 else full
        x, y = self.at[0] - width * cos(begin), self.at[1] - height * sin(begin)
        return self.arc_about((x, y), (width, height), begin, turn)

    def arc_about(self, middle: Point, radii: Point, begin: float, turn: float) -> Track:
        """Curves along the ellipse about `middle`, from `begin` on by `turn` radians, at most once around."""
        turn = max(min(turn, 2 * pi), -2 * pi)
        parts = max(ceil(abs(turn) / (pi / 2) - 1e-9), 1)
        step = turn / parts
        bend = 4 / 3 * tan(step / 4)
        for number in range(parts):
            first, second = begin + number * step, begin + (number + 1) * step
            one, two = _on(middle, radii, first), _on(middle, radii, second)
            self.curve(
                (one[0] - bend * radii[0] * sin(first), one[1] + bend * radii[1] * cos(first)),
                (two[0] + bend * radii[0] * sin(second), two[1] - bend * radii[1] * cos(second)),
                two,
            )
        return self

    def close(self) -> Track:
        """Back to where this part began."""
        self.steps.append(("Z", ()))
        self.at = self.start
        return self

    def outline(self, *, filled: bool = True, stroked: bool = True, light: float = 0.0) -> Outline:
        """What was drawn."""
        return Outline(tuple(self.steps), filled, stroked, light)


def ellipse_angle(degrees: float, width: float, height: float) -> float:
    """The parameter of an ellipse, in radians, at which a ray of this angle meets it."""
    if width == height or not width or not height:
        return radians(degrees)
    return atan2(width * sin(radians(degrees)), height * cos(radians(degrees)))


def _on(middle: Point, radii: Point, angle: float) -> Point:
    return middle[0] + radii[0] * cos(angle), middle[1] + radii[1] * sin(angle)


def polygon(points: Iterable[Point]) -> Outline:
    """A closed outline through some points."""
    track = Track()
    for number, (x, y) in enumerate(points):
        (track.line if number else track.move)(x, y)
    return track.close().outline()


def ellipse(box: Box) -> Outline:
    """The ellipse in a box (x, y, width, height)."""
    x, y, width, height = box
    middle = (x + width / 2, y + height / 2)
    track = Track().move(x, middle[1])
    return track.arc_about(middle, (width / 2, height / 2), pi, 2 * pi).close().outline()


def rounded(box: Box, radius: float) -> Outline:
    """A rectangle with rounded corners."""
    x, y, width, height = box
    right, bottom = x + width, y + height
    if radius <= 0:
        return polygon([(x, y), (right, y), (right, bottom), (x, bottom)])
    track = Track().move(x, y + radius).arc(radius, radius, 180, 90).line(right - radius, y)
    track.arc(radius, radius, 270, 90).line(right, bottom - radius).arc(radius, radius, 0, 90)
    return track.line(x + radius, bottom).arc(radius, radius, 90, 90).close().outline()


def transformed(outline: Outline, across: float, down: float, right: float = 0.0, lower: float = 0.0) -> Outline:
    """The outline stretched (or, by a negative factor, mirrored) and then moved."""
    return replace(outline, steps=stretched(outline.steps, across, down, right, lower))


def mirrored(geometry: Geometry, width: float, height: float, horizontal: bool, vertical: bool) -> Geometry:
    """The geometry flipped within its box; the text's box goes along."""
    if not horizontal and not vertical:
        return geometry
    factors = mirror_factors(width, height, horizontal, vertical)
    outlines = tuple(transformed(outline, *factors) for outline in geometry.outlines)
    return Geometry(outlines, mirrored_box(geometry.text, width, height, horizontal, vertical))


def mirror_factors(width: float, height: float, horizontal: bool, vertical: bool) -> Box:
    """How steps are stretched (across, down) and moved (right, lower) to be flipped within a box of this size."""
    across, right = (-1.0, width) if horizontal else (1.0, 0.0)
    down, lower = (-1.0, height) if vertical else (1.0, 0.0)
    return across, down, right, lower


def mirrored_box(box: Box, width: float, height: float, horizontal: bool, vertical: bool) -> Box:
    """A box inside of another one of this size, which is flipped."""
    x, y, wide, high = box
    return width - x - wide if horizontal else x, height - y - high if vertical else y, wide, high
