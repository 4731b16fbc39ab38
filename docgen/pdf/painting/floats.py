"""Floats: floating shapes at their places on a page, under and over the text, the farthest from the eye first."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.pdf.pages import Item
from docgen.pdf.painting.paper import Paper
from docgen.pdf.painting.shape_sizes import resized
from docgen.pdf.source import Floating


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a float is anchored: the column's left edge and width, the paragraph's upper edge, the line and the
    character that hold the anchor, and the upper edge of the story, which a cell's floats are placed by."""

    column: tuple[float, float]
    y: float
    line: tuple[float, float]  # upper edge, height
    x: float
    top: float


@dataclass(slots=True)
class Layers:
    """The painted floats of a page or a story."""

    _under: list[tuple[int, list[Item]]] = field(default_factory=list)
    _over: list[tuple[int, list[Item]]] = field(default_factory=list)

    def add(self, floating: Floating, items: list[Item]) -> None:
        """Keep the items of a float for its layer."""
        (self._under if floating.behind else self._over).append((floating.order, items))

    @property
    def under(self) -> list[Item]:
        """What is painted before the text."""
        return _in_order(self._under)

    @property
    def over(self) -> list[Item]:
        """What is painted after the text."""
        return _in_order(self._over)


def _in_order(layer: list[tuple[int, list[Item]]]) -> list[Item]:
    return [item for _, items in sorted(layer, key=lambda one: one[0]) for item in items]


def sized(floating: Floating, paper: Paper, odd: bool) -> Floating:
    """The float in the size that it has on this page."""
    shape = floating.shape
    width, height = shape.width, shape.height
    if floating.scaled_width is not None:
        width = floating.scaled_width[1] * paper.across(floating.scaled_width[0], odd)[1]
    if floating.scaled_height is not None:
        height = floating.scaled_height[1] * paper.down(floating.scaled_height[0], odd)[1]
    found = resized(shape, width, height)
    return floating if found is shape else replace(floating, shape=found)


def place(floating: Floating, paper: Paper, odd: bool, spot: Spot) -> tuple[float, float]:
    """The upper left corner of the float's room."""
    return _x(floating, paper, odd, spot), _y(floating, paper, odd, spot)


def _x(floating: Floating, paper: Paper, odd: bool, spot: Spot) -> float:
    anchor = floating.horizontal
    if anchor.relative == "character":
        return paper.x_of(anchor, floating.width, odd, (spot.x, 0.0))
    if floating.in_cell:
        # In a cell all areas are the cell (layoutInCell); an edge of the page would take it out of the table.
        return paper.x_of(replace(anchor, relative="text"), floating.width, odd, spot.column)
    return paper.x_of(anchor, floating.width, odd, spot.column)


def _y(floating: Floating, paper: Paper, odd: bool, spot: Spot) -> float:
    anchor = floating.vertical
    if anchor.relative in ("line", "character"):
        top, height = spot.line
        return top + _along_line(anchor.align, height, floating.height, anchor.offset)
    if floating.in_cell and anchor.relative != "text":
        return spot.top + (0.0 if anchor.align else anchor.offset)
    return paper.y_of(anchor, floating.height, spot.y, odd)


def _along_line(align: str, room: float, own: float, offset: float) -> float:
    if align == "center":
        return (room - own) / 2
    if align in ("bottom", "outside"):
        return room - own
    return 0.0 if align else offset
