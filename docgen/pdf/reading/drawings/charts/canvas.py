"""Canvas: what a chart is drawn on: outlines and texts that come to one shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import fsum
from typing import Literal

from docgen.pdf.pages import Path, Step
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box, Point, ellipse
from docgen.pdf.source import Alignment, Paragraph, ParagraphFormat, Part, RunFormat, Shape, ShapeText, Text

LINE = 1.5  # of the type size: how high a line of text is, whatever the font
_NARROW = 0.58  # of the type size: a letter that is no 汉字, rather too wide than too narrow


def text_width(text: str, size: float) -> float:
    """About how wide a text is, before anybody knows the fonts: the longest of its lines."""
    return max(
        (
            fsum(size if unicodedata.east_asian_width(char) in "WF" else size * _NARROW for char in line)
            for line in text.split("\n")
        ),
        default=0,
    )


@dataclass(slots=True)
class Canvas:
    """Takes what is drawn, the farthest from the eye first. `place` is the chart's place for messages."""

    width: float
    height: float
    place: str
    _paths: list[Path] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)

    def shape(self) -> Shape:
        """Everything as one shape."""
        return Shape(self.width, self.height, paths=tuple(self._paths), parts=tuple(self._parts))

    def area(self, points: Sequence[Point], color: Color) -> None:
        """A filled outline through some points."""
        steps = _through(points)
        self._paths.append(Path((*steps, ("Z", ())), fill=color.hex, alpha=color.alpha))

    def filled(self, steps: tuple[Step, ...], color: Color, edge: str = "") -> None:
        """A filled outline, with an edge of its own colour if one is named."""
        self._paths.append(Path(steps, fill=color.hex, stroke=edge, width=0.75 if edge else 0.0, alpha=color.alpha))

    def box(self, x: float, y: float, width: float, height: float, color: Color) -> None:
        """A filled rectangle."""
        self.area(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), color)

    def frame(self, color: Color) -> None:
        """The edge of the whole."""
        corners = _through(((0.0, 0.0), (self.width, 0.0), (self.width, self.height), (0.0, self.height)))
        self.outlined((*corners, ("Z", ())), color)

    def line(self, points: Sequence[Point], color: Color, width: float = 0.75, *, smooth: bool = False) -> None:
        """A line through some points, in curves if it is `smooth`."""
        if len(points) > 1:
            steps = _in_curves(points) if smooth else _through(points)
            self._paths.append(Path(steps, stroke=color.hex, width=width, alpha=color.alpha, cap="round", join="round"))

    def outlined(self, steps: tuple[Step, ...], color: Color) -> None:
        """A thin outline."""
        self._paths.append(Path(steps, stroke=color.hex, width=0.75, alpha=color.alpha))

    def dot(self, x: float, y: float, radius: float, color: Color) -> None:
        """A round mark."""
        steps = ellipse((x - radius, y - radius, 2 * radius, 2 * radius)).steps
        self._paths.append(Path(steps, fill=color.hex, alpha=color.alpha))

    def part(self, other: Canvas, box: Box) -> None:
        """What another canvas of this size holds, as far as it lies in a box, over everything so far."""
        self._parts.append(Part(0.0, 0.0, replace(other.shape(), clip=box)))

    def text(
        self,
        text: str,
        look: RunFormat,
        box: tuple[float, float, float, float],
        *,
        align: Alignment = "center",
        vertical: Literal["top", "center", "bottom"] = "center",
        wraps: bool = False,
        degrees: float = 0.0,
    ) -> None:
        """A text in a box (x, y, width, height), turned about the box's middle."""
        if not text:
            return
        x, y, width, height = box
        how = ParagraphFormat(alignment=align, snap_to_grid=False, overflow_punct=False, mark=look)
        blocks = tuple(Paragraph(how, (Text(line, look),) if line else (), self.place) for line in text.split("\n"))
        inner = ShapeText(
            blocks, (0.0, 0.0, width, height), (0.0, 0.0, 0.0, 0.0), vertical=vertical, wraps=wraps, grows=wraps,
            place=self.place,
        )  # fmt: skip
        self._parts.append(Part(x, y, Shape(width, height, text=inner, degrees=degrees)))


def _through(points: Sequence[Point]) -> tuple[Step, ...]:
    first: list[Step] = [("M", points[0])]
    return (*first, *(("L", point) for point in points[1:]))


def _in_curves(points: Sequence[Point]) -> tuple[Step, ...]:
    """A curve through points, at each of them parallel to the line between its neighbours."""
    found: list[Step] = [("M", points[0])]
    ends = [points[0], *points, points[-1]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        found.append(("C", (*one, *two, *end)))
    return tuple(found)
