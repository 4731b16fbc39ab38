"""Shares as official documents say them: percent with one decimal at the most."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NO_SHARE = "—"
"""A share of nothing: no share, not 0 %."""

_TENTH = Decimal("0.1")


def percent(value: Fraction) -> Decimal:
    """The share times 100, rounded half up to one decimal: 7/8 → 87.5. Only all is 100, only none is 0."""
    rounded = (Decimal(value.numerator) * 100 / Decimal(value.denominator)).quantize(_TENTH, ROUND_HALF_UP)
    if rounded == 100 and value < 1:
        return 100 - _TENTH
    if rounded == 0 and value > 0:
        return _TENTH
    return rounded


def percent_text(value: Fraction | None) -> str:
    """87.5%, 100%; — for no share."""
    return NO_SHARE if value is None else f"{percent(value):f}".removesuffix(".0") + "%"
