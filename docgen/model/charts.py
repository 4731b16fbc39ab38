"""Charts: what a document wants drawn, as plain figures; the drawing is made when the document is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Problems found and closed, month by month."""

    months: tuple[str, ...]
    found: tuple[int, ...]
    closed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RateChart:
    """销号率 of several places; None where nothing was found."""

    names: tuple[str, ...]
    rates: tuple[Fraction | None, ...]


Chart = TrendChart | RateChart
