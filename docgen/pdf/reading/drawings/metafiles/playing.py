"""Playing: what the records of an EMF draw, gathered as the outlines, texts and pictures of a shape ([MS-EMF] 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.pdf.pages import Path, Step
from docgen.pdf.reading.drawings.metafiles.device import Brush, Pen, Point, State, Typeface
from docgen.pdf.source import Part, Shape

_MOST = 20_000  # things drawn: more is no picture of an office
_THINNEST = 0.5  # points
_FARTHEST = 1e5  # points: what lies farther away, or nowhere, lies at 0


@dataclass(slots=True)
class Player:
    """Takes what is drawn for a shape of this size. `place` is the picture's place for messages.

    `at` is where the pen is, `path` what is gathered to be painted at once, `kept` the saved states.
    """

    size: Point
    frame: tuple[float, float, float, float]  # of the picture on its device, in pixels: left, top, width, height
    place: str
    found: list[Part] = field(default_factory=list)
    state: State = field(default_factory=State)
    kept: list[State] = field(default_factory=list)
    objects: dict[int, Pen | Brush | Typeface] = field(default_factory=dict)
    at: Point = (0.0, 0.0)
    path: list[Step] | None = None
    gathers: bool = False

    @property
    def is_full(self) -> bool:
        """Whether as much was drawn as is taken."""
        return len(self.found) >= _MOST

    def to_shape(self, x: float, y: float) -> Point:
        """A point of the metafile on the shape, in points."""
        x, y = self.state.on_device(x, y)
        left, top, width, height = self.frame
        return _bounded((x - left) / width * self.size[0]), _bounded((y - top) / height * self.size[1])

    def on_shape(self, length: float) -> float:
        """A length of the metafile in points."""
        return _bounded(self.state.length(length) * self.size[1] / self.frame[3])

    def draw(self, steps: Sequence[Step], *, fills: bool, strokes: bool) -> None:
        """Outlines with the present brush and pen, or into the path that is being gathered."""
        if self.path is not None and self.gathers:
            self.path += steps
            return
        pen, brush = self.state.pen, self.state.brush
        color = pen.color if strokes else ""
        width = max(self.on_shape(pen.width), _THINNEST) if color else 0.0
        fill = brush.color if fills else ""
        if steps and (fill or color):
            dash = tuple(part * width for part in pen.dash) if color else ()
            self.add(Shape(*self.size, paths=(Path(tuple(steps), fill=fill, stroke=color, width=width, dash=dash),)))

    def add(self, shape: Shape, x: float = 0.0, y: float = 0.0) -> None:
        """A thing that is drawn, over those before."""
        self.found.append(Part(x, y, shape))

    def polygon(self, points: Sequence[Point], *, closed: bool, curved: bool = False) -> list[Step]:
        """The steps through some points of the metafile."""
        shown = [self.to_shape(*point) for point in points]
        if not shown:
            return []
        steps: list[Step] = [("M", shown[0])]
        if curved:
            for start in range(1, len(shown) - 2, 3):
                one, two, end = shown[start : start + 3]
                steps.append(("C", (*one, *two, *end)))
        else:
            steps += [("L", point) for point in shown[1:]]
        return [*steps, ("Z", ())] if closed else steps

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> list[Step]:
        """The steps around a rectangle of the metafile."""
        return self.polygon(((left, top), (right, top), (right, bottom), (left, bottom)), closed=True)

    def go_on(self, points: Sequence[Point], *, curved: bool) -> None:
        """Lines or curves from where the pen is."""
        steps = self.polygon(points, closed=False, curved=curved)
        if self.path and self.gathers:
            steps = steps[1:]  # the path is there already
        self.draw(steps, fills=False, strokes=True)
        self.at = points[-1]


def _bounded(value: float) -> float:
    return value if -_FARTHEST < value < _FARTHEST else 0.0
