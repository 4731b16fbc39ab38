"""Months known by their first day."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.model.months import between, day_in, last_day, month_after, month_before


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2024, 1, 31), date(2024, 2, 1)),
        (date(2024, 12, 1), date(2025, 1, 1)),
        (date(2024, 11, 30), date(2024, 12, 1)),
    ],
)
def test_the_next_month_may_be_in_the_next_year(day: date, first: date) -> None:
    assert month_after(day) == first


@pytest.mark.parametrize(
    ("number", "month", "day"),
    [(28, date(2024, 2, 1), 28), (29, date(2024, 2, 10), 29), (29, date(2023, 2, 1), 28), (31, date(2024, 4, 30), 30)],
)
def test_a_day_that_a_month_has_not_is_its_last(number: int, month: date, day: int) -> None:
    assert day_in(month, number) == month.replace(day=day)


def test_the_months_between_and_around() -> None:
    assert between(date(2024, 11, 1), date(2025, 2, 1)) == (date(2024, 12, 1), date(2025, 1, 1))
    assert between(date(2024, 11, 1), date(2024, 12, 1)) == ()
    assert (last_day(date(2024, 2, 1)), month_before(date(2024, 1, 15))) == (date(2024, 2, 29), date(2023, 12, 1))
