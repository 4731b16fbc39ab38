"""What a preset shape is made from: its size and its adjust values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docgen.pdf.reading.drawings.outlines import Box, Geometry, Outline, Point, polygon


@dataclass(frozen=True, slots=True)
class Frame:
    """The box that a preset fills. `adjust` holds a:avLst by name, in hundred-thousandths of a side mostly."""

    width: float
    height: float
    adjust: Mapping[str, float] = field(default_factory=dict)

    @property
    def short(self) -> float:
        """The shorter side."""
        return min(self.width, self.height)

    @property
    def box(self) -> Box:
        """All of it."""
        return 0.0, 0.0, self.width, self.height

    @property
    def middle(self) -> Point:
        """Its middle."""
        return self.width / 2, self.height / 2

    def share(self, name: str, default: float, most: float = 1.0) -> float:
        """An adjust value as a part of one, between 0 and `most`. A lone adj is also called adj1, and the other way."""
        other = {"adj": "adj1", "adj1": "adj"}.get(name, name)
        value = self.adjust.get(name, self.adjust.get(other, default * 100_000))
        return min(max(value / 100_000, 0.0), most)

    def raw(self, name: str, default: float) -> float:
        """An adjust value that may lie outside the shape, as a part of one."""
        return self.adjust.get(name, default * 100_000) / 100_000

    def scaled(self, points: list[Point]) -> Outline:
        """A closed outline through points given as parts of width and height."""
        return polygon([(x * self.width, y * self.height) for x, y in points])

    def inner(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box between edges given as parts of width and height."""
        return (
            left * self.width,
            top * self.height,
            max(right - left, 0.0) * self.width,
            max(bottom - top, 0.0) * self.height,
        )


Preset = Callable[[Frame], Geometry]


def closed(frame: Frame, points: list[Point], text: Box | None = None) -> Geometry:
    """The geometry of one polygon through points of the shape's own."""
    return Geometry((polygon(points),), text or frame.box)
