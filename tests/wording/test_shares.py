"""Shares in percent, as every document and workbook gives them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.wording.shares import percent, percent_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(7, 8), "87.5%"),
        (Fraction(1, 3), "33.3%"),
        (Fraction(1, 16), "6.3%"),
        (Fraction(1, 2), "50%"),
        (Fraction(1), "100%"),
        (Fraction(0), "0%"),
        (None, "—"),
    ],
)
def test_a_share_is_said_with_one_decimal_at_the_most(share: Fraction | None, text: str) -> None:
    assert percent_text(share) == text


def test_nothing_but_all_is_a_hundred_and_nothing_but_none_is_zero() -> None:
    assert percent_text(Fraction(9_999, 10_000)) == "99.9%"
    assert percent_text(Fraction(1, 10_000)) == "0.1%"
    assert percent(Fraction(9_999, 10_000)) == Decimal("99.9")
