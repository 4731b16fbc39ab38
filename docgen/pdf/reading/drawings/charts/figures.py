"""Figures: a chart as records, before it has a size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.source import RunFormat

Stacking = Literal["", "stacked", "percent"]
Kind = Literal["bar", "line", "area", "pie", "ring", "scatter", "bubble", "radar", "stock"]
Symbol = Literal["circle", "square", "diamond", "triangle", "x", "star", "plus", "dash", "dot"]
Figures = tuple[float | None, ...]
SCATTERED = ("scatter", "bubble")


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark at each figure of a series: `size` points wide; `edge` is None for one without."""

    symbol: Symbol
    size: float
    color: Color
    edge: Color | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures; None for a figure that is not there.

    `points` are the colours of single figures, by their place; `shows` what is written at each: value, percent,
    category, name, size. `second`: it is measured by the second axis of values. `lined`: a line leads from one figure
    to the next; `smooth`: in curves; `filled`: the area within it is painted (radar).

    Scattered figures stand at their own places, `across`, of the axis below; bubbles are as large as `sizes`; `beside`
    is the side of each figure on which its text stands.
    """

    kind: Kind
    name: str
    values: Figures
    color: Color
    points: dict[int, Color] = field(default_factory=dict)
    shows: frozenset[str] = frozenset()
    code: str = "General"
    stacking: Stacking = ""
    width: float = 2.25
    lined: bool = True
    smooth: bool = False
    filled: bool = False
    mark: Mark | None = None
    second: bool = False
    across: Figures = ()
    across_code: str = "General"
    sizes: Figures = ()
    beside: Literal["t", "b", "l", "r", "ctr"] = "t"

    @property
    def shown_color(self) -> Color:
        """The colour that it is known by: that of its marks, where it has nothing else."""
        return self.mark.color if self.mark is not None and not self.lined else self.color


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
class Stock:
    """What is drawn at each day of a stock chart: a line from the lowest to the highest figure, a bar from the first
    series to the last in one of two colours. None for what is not drawn; `gap` counts in widths of a bar.
    """

    span: Color | None
    rising: Color | None
    falling: Color | None
    edge: Color
    gap: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart. `text` and `heading` are the looks of its letters and of its title, `legend` the side of its legend.

    `lying`: its bars go from left to right. `gap`, between groups of bars, and `overlap` count in widths of a bar.
    `turn` is where the first slice of a pie begins, in degrees from above; `hole` that of a ring, as a share. `swell`
    is how large bubbles are, compared with what is usual; `by_width`: their width and not their area is the figure.
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
    swell: float = 1.0
    by_width: bool = False
    stock: Stock | None = None
    inside: Color | None = None
    border: Color | None = None

    @property
    def is_scattered(self) -> bool:
        """Whether the axis below is measured, as that of values is."""
        return self.series[0].kind in SCATTERED
