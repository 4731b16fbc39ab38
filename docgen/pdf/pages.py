"""Pages: what the layout decided, as plain records; a writer only paints them.

Origin is the page's upper left corner, y grows downward, all lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """The font file that draws some characters. `number` is the face in a .ttc."""

    family: str
    path: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face and size, starting `x` points from the line's left.

    `spacing` follows every character, the last one too; `width` holds it.
    """

    text: str
    face: Face
    size: float
    x: float
    width: float
    spacing: float = 0.0
    scale: float = 1.0
    color: str = "#000000"
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: left edge, baseline, its pieces. `heading` is (level from 1, label) on a heading's first line."""

    x: float
    baseline: float
    pieces: tuple[Piece, ...]
    heading: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line from (x1, y1) to (x2, y2), `width` points thick, centred on the path."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "#000000"


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle (shading)."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its box."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Turned:
    """Items turned clockwise by `degrees` about their own origin, which is put at (x, y) of the page."""

    x: float
    y: float
    degrees: int
    items: tuple[Item, ...]


Item = Line | Rule | Fill | Image | Turned


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size and what is on it, in reading order; headers and footers last."""

    width: float
    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The laid-out document."""

    pages: tuple[Page, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""
    language: str = "zh-CN"
