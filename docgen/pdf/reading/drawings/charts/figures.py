"""Figures: a chart as records, before it has a size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.source import RunFormat

Stacking = Literal["", "stacked", "percent"]
Kind = Literal["bar", "line", "area", "pie", "ring"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures; None for a figure that is not there.

    `points` are the colours of single figures, by their place; `shows` what is written at each: value, percent,
    category. `second`: it is measured by the second axis of values.
    """

    kind: Kind
    name: str
    values: tuple[float | None, ...]
    color: Color
    points: dict[int, Color] = field(default_factory=dict)
    shows: frozenset[str] = frozenset()
    code: str = "General"
    stacking: Stacking = ""
    width: float = 2.25
    marked: bool = False
    second: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its title, the ends that the file sets, how its numbers are written, whether it and its grid show."""

    title: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    code: str = "General"
    shown: bool = True
    grid: bool = False
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart. `text` and `heading` are the looks of its letters and of its title, `legend` the side of its legend.

    `lying`: its bars go from left to right. `gap`, between groups of bars, and `overlap` count in widths of a bar.
    `turn` is where the first slice of a pie begins, in degrees from above; `hole` that of a ring, as a share.
    """

    series: tuple[Series, ...]
    categories: tuple[str, ...]
    text: RunFormat
    heading: RunFormat
    title: str = ""
    legend: Literal["", "b", "t", "l", "r"] = ""
    across: Axis = Axis()
    values: tuple[Axis, ...] = (Axis(),)
    lying: bool = False
    gap: float = 1.5
    overlap: float = 0.0
    turn: float = 0.0
    hole: float = 0.5
    inside: Color | None = None
    border: Color | None = None
