"""Shapes: pictures and drawings, in the line or floating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docgen.pdf.pages import Path

if TYPE_CHECKING:
    from docgen.pdf.source.tables import Block


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, inline or in a shape: PNG or JPEG. `alt` is what it shows, in words."""

    data: bytes
    mime: str
    width: float
    height: float
    alpha: float = 1.0
    alt: str = ""


Area = Literal[
    "page",
    "margin",
    "text",
    "character",
    "line",
    "left_margin",
    "right_margin",
    "top_margin",
    "bottom_margin",
    "inside_margin",
    "outside_margin",
]
"""What a floating thing is placed by; `text` is the column on the horizontal axis, the paragraph on the vertical."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating thing stands on one axis: `offset` from, or `align`ed in, the area `relative`.

    On the vertical axis `align` is top, center or bottom; on the horizontal left, center, right, inside or outside.
    `share`: the offset as a part of the area's size, instead of points.
    """

    relative: Area
    offset: float = 0.0
    align: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ShapeText:
    """The text in a shape, inside `area` (x, y, width, height from the shape's corner) less `insets`.

    `insets`: top, right, bottom, left. `rotation` of the text: 0, 90 (clockwise) or 270; `upright`: 汉字 stand upright
    in lines that run down (竖排). `grows`: the shape is as high as its text; `wraps` False: lines end only where the
    text says so; `stretches`: the text is as large as its area.
    """

    blocks: tuple[Block, ...]
    area: tuple[float, float, float, float]
    insets: tuple[float, float, float, float] = (3.6, 7.2, 3.6, 7.2)
    rotation: int = 0
    vertical: Literal["top", "center", "bottom"] = "top"
    grows: bool = False
    wraps: bool = True
    stretches: bool = False
    upright: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn: outlines, over them a picture, over that text, over that its parts; all turned by `degrees`.

    `paths` count from the shape's corner. The shape is turned clockwise about its middle. `effect` is what it needs
    around itself in a line or beside text: top, right, bottom, left. `clip`: only what lies in this box (x, y, width,
    height from the corner) is shown.
    """

    width: float
    height: float
    paths: tuple[Path, ...] = ()
    picture: Picture | None = None
    text: ShapeText | None = None
    parts: tuple[Part, ...] = ()
    degrees: float = 0.0
    effect: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    clip: tuple[float, float, float, float] | None = None
    alt: str = ""

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the room it takes: Word swaps them for a shape turned nearer to the side than upright."""
        turned = 45 <= int(self.degrees) % 180 < 135
        return (self.height, self.width) if turned else (self.width, self.height)


@dataclass(frozen=True, slots=True)
class Part:
    """A shape within a shape, its corner at (x, y) from the other's corner."""

    x: float
    y: float
    shape: Shape


@dataclass(frozen=True, slots=True)
class Floating:
    """A shape that floats. `wrap` says how text gives way, `side` on which sides of it text may stand.

    `distances` keep the text away: top, right, bottom, left. `behind`: under the text; `order`: the higher, the nearer
    to the eye. `in_cell`: it stands in a table's cell, which is then its page. `scaled_width` and `scaled_height` give
    the size as a part of an area's, which overrules the shape's own.
    """

    horizontal: Anchor
    vertical: Anchor
    shape: Shape
    wrap: Literal["none", "square", "tight", "through", "top_bottom"] = "none"
    side: Literal["both", "left", "right", "largest"] = "both"
    distances: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    behind: bool = False
    order: int = 0
    in_cell: bool = False
    scaled_width: tuple[Area, float] | None = None
    scaled_height: tuple[Area, float] | None = None

    @property
    def width(self) -> float:
        """The width of the room it takes."""
        return self.shape.extent[0]

    @property
    def height(self) -> float:
        """The height of the room it takes."""
        return self.shape.extent[1]
