"""Months in a row, times of day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from docgen.wording.dates import months_listed
from docgen.wording.moments import appointment, clock, time_span

THREE = datetime(2024, 5, 10, 15, 30)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ([], ""),
        ([(2024, 3)], "2024年3月"),
        ([(2024, 3), (2024, 4)], "2024年3月、4月"),
        ([(2024, 11), (2024, 12), (2025, 1), (2025, 2)], "2024年11月、12月、2025年1月、2月"),
    ],
)
def test_months_in_a_row_say_the_year_once(months: list[tuple[int, int]], text: str) -> None:
    assert months_listed(date(year, month, 1) for year, month in months) == text


@pytest.mark.parametrize(
    ("hour", "minute", "text"), [(15, 30, "15时30分"), (9, 5, "9时05分"), (15, 0, "15时"), (0, 0, "0时")]
)
def test_a_time_has_its_minutes_where_there_are_some(hour: int, minute: int, text: str) -> None:
    assert clock(datetime(2024, 5, 10, hour, minute)) == text


def test_an_appointment_says_the_weekday_and_is_blank_while_nobody_knows_it() -> None:
    assert appointment(THREE) == "2024年5月10日（星期五）15时30分"
    assert appointment(datetime(2024, 5, 12, 9)) == "2024年5月12日（星期日）9时"
    assert appointment(None) == "＿＿＿＿年＿＿月＿＿日＿＿时＿＿分"


@pytest.mark.parametrize(
    ("begins", "ends", "text"),
    [
        (THREE, datetime(2024, 5, 10, 16, 40), "2024年5月10日15时30分至16时40分"),
        (THREE, datetime(2024, 5, 11, 0, 10), "2024年5月10日15时30分至2024年5月11日0时10分"),
        (THREE, None, "2024年5月10日15时30分至＿＿时＿＿分"),
        (None, None, "＿＿＿＿年＿＿月＿＿日＿＿时＿＿分至＿＿时＿＿分"),
    ],
)
def test_a_talk_lasts_from_a_time_to_a_time(begins: datetime | None, ends: datetime | None, text: str) -> None:
    assert time_span(begins, ends) == text
