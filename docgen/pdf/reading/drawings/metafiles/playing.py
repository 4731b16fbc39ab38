"""Playing: what the records of an EMF draw, gathered as the outlines, texts and pictures of a shape ([MS-EMF] 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from docgen.pdf.pages import Path, Step
from docgen.pdf.reading.drawings.metafiles.clipping import around, combined, is_empty, met
from docgen.pdf.reading.drawings.metafiles.device import Brush, Clip, Pen, Point, Region, State, Typeface
from docgen.pdf.source import Part, Shape

_MOST = 20_000  # things drawn: more is no picture of an office
_MOST_STEPS = 1_000_000  # of all outlines together
_DEEPEST = 10_000  # states kept
_THINNEST = 0.5  # points
_FARTHEST = 1e5  # points: what lies farther away, or nowhere, lies at 0


@dataclass(slots=True)
class Player:
    """Takes what is drawn for a shape of this size. `place` is the picture's place for messages.

    `at` is where the pen is, `path` what is gathered to be painted at once, `kept` the saved states; `told` is what
    could not be drawn as the metafile says; `steps` counts those of all outlines,
    and letters; `mask` is the bitmap that was just put as one, `loose_masks` those that no other bitmap was put over.
    """

    size: Point
    frame: tuple[float, float, float, float]  # of the picture on its device, in pixels: left, top, width, height
    place: str
    found: list[tuple[Clip | None, Part]] = field(default_factory=list)
    state: State = field(default_factory=State)
    kept: list[State] = field(default_factory=list)
    objects: dict[int, Pen | Brush | Typeface | Region] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    mask: Part | None = None
    loose_masks: int = 0
    free: list[int] = field(default_factory=list)  # numbers of objects that a WMF has deleted, a heap
    at: Point = (0.0, 0.0)
    path: list[Step] | None = None
    gathers: bool = False
    steps: int = 0

    @property
    def is_full(self) -> bool:
        """Whether as much was drawn as is taken."""
        return len(self.found) >= _MOST or self.steps >= _MOST_STEPS

    def save(self) -> None:
        """Keep the present state."""
        if len(self.kept) < _DEEPEST:
            self.kept.append(copy(self.state))

    def restore(self, back: int) -> None:
        """The state that was kept so many times ago (below 0), or so many kept states after the first (from 1 on)."""
        for _ in range(min(-back if back < 0 else len(self.kept) + 1 - back, len(self.kept))):
            self.state = self.kept.pop()

    def to_shape(self, x: float, y: float) -> Point:
        """A point of the metafile on the shape, in points."""
        return self.from_device(*self.state.on_device(x, y))

    def from_device(self, x: float, y: float) -> Point:
        """A pixel of the device on the shape, in points."""
        left, top, width, height = self.frame
        return _bounded((x - left) / width * self.size[0]), _bounded((y - top) / height * self.size[1])

    def on_shape(self, length: float) -> float:
        """A length of the metafile in points."""
        return _bounded(self.state.length(length) * self.size[1] / self.frame[3])

    def draw(self, steps: Sequence[Step], *, fills: bool, strokes: bool) -> None:
        """Outlines with the present brush and pen, or into the path that is being gathered."""
        self.steps += len(steps)
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
        """A thing that is drawn, over those before, as far as the clip region shows it."""
        self.put(Part(x, y, shape))

    def put(self, part: Part) -> None:
        """A part of the picture, as `add`."""
        clip = met(self.state.clip, self.state.meta_clip)
        if not is_empty(clip):
            self.found.append((clip, part))

    def clip_to_rectangle(self, corners: Sequence[float], how: int, *, exact: bool = True) -> None:
        """Combine a rectangle of the metafile (left, top, right, bottom) with the clip region."""
        left, top, right, bottom = corners
        found = [self.state.on_device(x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
        self.clip(self.device_box(found), how, exact=exact and self.state.is_upright)

    def device_box(self, points: Sequence[Point]) -> Clip:
        """The box around some pixels of the device, in points of the shape; what is farther than far is just far."""
        left, top, width, height = self.frame
        shown = [((x - left) / width * self.size[0], (y - top) / height * self.size[1]) for x, y in points]
        return around([(max(min(_FARTHEST, x), -_FARTHEST), max(min(_FARTHEST, y), -_FARTHEST)) for x, y in shown])

    def move_clip(self, right: float, down: float) -> None:
        """Move the clip region by a distance of the metafile."""
        now = self.state.clip
        if now is not None:
            zero, end = self.to_shape(0.0, 0.0), self.to_shape(right, down)
            x, y = end[0] - zero[0], end[1] - zero[1]
            self.state.clip = (now[0] + x, now[1] + y, now[2] + x, now[3] + y)

    def clip(self, new: Clip, how: int, *, exact: bool = True) -> None:
        """Combine a box with the clip region."""
        self.state.clip, is_exact = combined(self.state.clip, new, how, (0.0, 0.0, *self.size))
        if not (exact and is_exact):
            self.told.add("不是矩形的剪裁区域（按外接矩形剪）")

    def shape(self) -> Shape | None:
        """Everything that was drawn; None for nothing."""
        parts: list[Part] = []
        for clip, group in groupby(self.found, key=itemgetter(0)):
            own = [part for _, part in group]
            if clip is None:
                parts += own
            else:
                left, top, right, bottom = clip
                box = (left, top, right - left, bottom - top)
                parts.append(Part(0.0, 0.0, Shape(*self.size, parts=tuple(own), clip=box)))
        return Shape(*self.size, parts=tuple(parts)) if parts else None

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
