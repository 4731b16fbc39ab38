"""Pages: what the layout decided, as plain records; a writer only paints them.

Origin is the page's upper left corner, y grows downward, all lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from docgen.pdf.elements import Element, Span

SLANT = 1 / 3
"""How far an upright character leans where there is no italic: the shift of a point at a height of 1."""

UNNAMED = "图片"
"""What a tagged picture is called that the document does not describe: a reader's software must say something."""


@dataclass(frozen=True, slots=True)
class Face:
    """The font file that draws some characters. `number` is the face in a .ttc."""

    family: str
    path: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face and size, starting `x` points from the line's left.

    `spacing` follows every character, the last one too; `width` holds it. `rise` lifts them above the baseline.
    `bold` is the width of the stroke around the outlines where a face has no bold of its own; `slant` leans upright
    characters where it has no italic; `outline` leaves their inside empty (空心字). `leads`: dots that lead to a tab
    stop, which nobody reads.
    """

    text: str
    face: Face
    size: float
    x: float
    width: float
    spacing: float = 0.0
    scale: float = 1.0
    color: str = "#000000"
    rise: float = 0.0
    bold: float = 0.0
    slant: bool = False
    outline: bool = False
    leads: bool = False


def stroke_width(piece: Piece) -> float:
    """The thickness of the line around the outlines of a bold or hollow piece."""
    return piece.bold or piece.size / 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: left edge, baseline, its pieces. `heading` is (level from 1, label) on a heading's first line.

    `goes_on`: the line carries on the paragraph of the line before it. `element` is what it belongs to, None for
    what is no part of the text (a head that a table repeats); `spans` are the pieces that belong to something else.
    """

    x: float
    baseline: float
    pieces: tuple[Piece, ...]
    heading: tuple[int, str] | None = None
    goes_on: bool = False
    element: Element | None = field(default=None, compare=False)
    spans: tuple[Span, ...] = field(default=(), compare=False)

    def runs(self) -> Iterator[tuple[Element | None, tuple[Piece, ...]]]:
        """The pieces in their order, by what they belong to; dots that lead to a tab stop to nothing."""
        for element, pieces in self._spanned():
            for leads, group in groupby(pieces, key=lambda piece: piece.leads):
                yield None if leads else element, tuple(group)

    def _spanned(self) -> Iterator[tuple[Element | None, tuple[Piece, ...]]]:
        at = 0
        for start, end, element in self.spans:
            if at < start:
                yield self.element, self.pieces[at:start]
            yield element, self.pieces[start:end]
            at = end
        if at < len(self.pieces):
            yield self.element, self.pieces[at:]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line from (x1, y1) to (x2, y2), `width` points thick, centred on the path.

    `dash`: lengths drawn and left out in turn; () for a solid line.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str = "#000000"
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle (shading)."""

    x: float
    y: float
    width: float
    height: float
    color: str


Step = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""A step of an outline: move to (x, y), line to (x, y), Bézier curve (x1, y1, x2, y2, x, y), close ()."""


def stretched(
    steps: tuple[Step, ...], across: float, down: float, right: float = 0.0, lower: float = 0.0
) -> tuple[Step, ...]:
    """Steps stretched (by a negative factor mirrored) from the origin, then moved."""
    return tuple(
        (kind, tuple(n * down + lower if place % 2 else n * across + right for place, n in enumerate(numbers)))
        for kind, numbers in steps
    )


@dataclass(frozen=True, slots=True)
class Path:
    """An outline: filled with `fill`, drawn with `stroke` `width` points thick; "" for neither. Alpha 1 is opaque.

    `cap` and `join`: how its ends and corners look, "" for cut straight and for pointed. `alt` is what the drawing that
    it begins shows, in words, `element` the figure that this drawing is.
    """

    steps: tuple[Step, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    alpha: float = 1.0
    cap: Literal["", "round", "square"] = ""
    join: Literal["", "round", "bevel"] = ""
    alt: str = ""
    element: Element | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its box. `alt` is what it shows, in words, `element` the figure that it is."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    mime: str
    alpha: float = 1.0
    alt: str = ""
    element: Element | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Turned:
    """Items turned clockwise by `degrees` about their own origin, which is put at (x, y) of the page."""

    x: float
    y: float
    degrees: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Clipped:
    """Items of which only what lies in the box is shown (a row of exact height, a text box)."""

    x: float
    y: float
    width: float
    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads somewhere: an address, or `#name` of a Target. `element`: what it leads from."""

    x: float
    y: float
    width: float
    height: float
    target: str
    element: Element | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A place that links lead to: a bookmark of the document."""

    x: float
    y: float
    name: str


Item = Line | Rule | Fill | Path | Image | Turned | Clipped | Link | Target


def all_items(items: Iterable[Item]) -> Iterator[Item]:
    """The items, and in the place of what is turned or clipped the items in it."""
    for item in items:
        if isinstance(item, Turned | Clipped):
            yield from all_items(item.items)
        else:
            yield item


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size and what is on it, in reading order; headers and footers last.

    `furniture` is the index of the first item that belongs to a header or footer; None when it has neither. The first
    `backdrop` items belong to them too: what they draw behind the text.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    furniture: int | None = None
    backdrop: int = 0

    def parts(self) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
        """What headers and footers draw behind the text, the text, and the headers and footers."""
        end = len(self.items) if self.furniture is None else self.furniture
        return self.items[: self.backdrop], self.items[self.backdrop : end], self.items[end:]


@dataclass(frozen=True, slots=True)
class Pages:
    """The laid-out document. `root` holds the elements that the items of its pages belong to."""

    pages: tuple[Page, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""
    language: str = "zh-CN"
    root: Element = field(default_factory=lambda: Element("document"), compare=False)
