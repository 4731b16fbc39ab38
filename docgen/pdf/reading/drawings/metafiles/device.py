"""Device: what a metafile draws with at a moment (pen, brush, type, colours), and where its numbers lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import sqrt

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Clip = tuple[float, float, float, float]
"""The left, upper, right and lower edge of what is shown, in points of the shape."""

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Pen:
    """How lines look; no colour for none. `width` counts as the metafile's own numbers do."""

    color: str = BLACK
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Brush:
    """How areas are filled; no colour for none."""

    color: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font: its name, the height of its em, how it is turned (degrees, against the clock), and its looks."""

    name: str = "宋体"
    em: float = 12.0
    turn: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    charset: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The part of a bitmap that is put, in its pixels; `y` counts from its lower edge if it is `from_below`."""

    x: int
    y: int
    width: int
    height: int
    from_below: bool = False

    def cut(self, width: int, height: int) -> tuple[float, float, float, float]:
        """What is cut off of a bitmap of this size at top, right, bottom, left, in parts of it; nothing by nonsense."""
        right, rest = width - self.x - self.width, height - self.y - self.height
        if min(self.x, self.y, right, rest) < 0 or self.width <= 0 or self.height <= 0:
            return 0.0, 0.0, 0.0, 0.0
        above, below = (rest, self.y) if self.from_below else (self.y, rest)
        return above / height, right / width, below / height, self.x / width


Shown = Callable[[bytes, Source | None], tuple[bytes, str] | None]
"""The file of a bitmap, and the part that is put → the picture as writers take it, and its kind."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region of a WMF: the box around it (left, top, right, bottom), and whether it fills it."""

    corners: tuple[float, float, float, float]
    is_box: bool = True


# Stock objects ([MS-EMF] 2.1.31); the others are fonts and palettes.
STOCK: dict[int, Pen | Brush | Typeface] = {
    0: Brush("#ffffff"),
    1: Brush("#c0c0c0"),
    2: Brush("#808080"),
    3: Brush("#404040"),
    4: Brush(BLACK),
    5: Brush(""),
    6: Pen("#ffffff"),
    7: Pen(BLACK),
    8: Pen(""),
    **dict.fromkeys(range(10, 18), Typeface()),
}


@dataclass(slots=True)
class State:
    """What SaveDC keeps."""

    pen: Pen = field(default_factory=Pen)
    brush: Brush = field(default_factory=Brush)
    face: Typeface = field(default_factory=Typeface)
    text_color: str = BLACK
    back_color: str = "#ffffff"
    align: int = 0
    window: Point = (0.0, 0.0)
    viewport: Point = (0.0, 0.0)
    window_size: Point = (1.0, 1.0)
    viewport_size: Point = (1.0, 1.0)
    scales: bool = False  # the mapping mode lets window and viewport decide how large things are
    world: Matrix = PLAIN
    clip: Clip | None = None
    meta_clip: Clip | None = None  # what SetMetaRgn has put by: it cuts as well

    def on_device(self, x: float, y: float) -> Point:
        """Where a point of the metafile lies on its device, in pixels."""
        a, b, c, d, right, down = self.world
        x, y = x * a + y * c + right, x * b + y * d + down
        across, lower = self.factors()
        return (x - self.window[0]) * across + self.viewport[0], (y - self.window[1]) * lower + self.viewport[1]

    @property
    def is_upright(self) -> bool:
        """Whether the sides of a rectangle stay level and upright."""
        a, b, c, d = self.world[:4]
        return (b == 0 and c == 0) or (a == 0 and d == 0)

    def factors(self) -> Point:
        """How many pixels a number of the metafile is, across and down, the world's changes left out."""
        if not self.scales or not self.window_size[0] or not self.window_size[1]:
            return 1.0, 1.0
        return self.viewport_size[0] / self.window_size[0], self.viewport_size[1] / self.window_size[1]

    def length(self, value: float) -> float:
        """How many pixels a length is."""
        a, b, c, d, _, _ = self.world
        across, down = self.factors()
        return abs(value) * sqrt(abs((a * d - b * c) * across * down))


def multiplied(one: Matrix, two: Matrix) -> Matrix:
    """The transform that does `one` and then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
