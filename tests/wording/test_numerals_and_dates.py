"""Numbers, dates, ranges and lists as official documents say them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.wording.dates import before, by, day_range, is_month_end, long_date, month_range
from docgen.wording.lists import enumerate_with_dun
from docgen.wording.numerals import chinese, document_number

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def slowly(number: int) -> str:
    """The numeral made another way: every place written out, then the rules of leaving out applied one by one."""
    places = "".join(
        "零一二三四五六七八九"[int(digit)] + unit
        for digit, unit in zip(f"{number:04}", ("千", "百", "十", "个"), strict=True)
    )
    for empty in ("零千", "零百", "零十", "零个"):
        places = places.replace(empty, "零")
    while "零零" in places:
        places = places.replace("零零", "零")
    text = places.strip("零").removesuffix("个") or "零"
    return text[1:] if text.startswith("一十") else text


def test_all_numerals_agree_with_a_slow_formulation() -> None:
    assert [number for number in range(10000) if chinese(number) != slowly(number)] == []


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (2024, "二千零二十四"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals(number: int, text: str) -> None:
    assert chinese(number) == text


@pytest.mark.parametrize("number", [-1, 10000])
def test_a_number_that_no_document_counts_to_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"for {number}$"):
        chinese(number)


def test_a_document_number_has_a_full_year_in_tortoise_brackets_and_no_leading_zero() -> None:
    assert document_number("云扶组", 2024, 3) == "云扶组\u30142024\u30153号"


def test_a_date_has_no_leading_zeros() -> None:
    assert long_date(date(2024, 2, 6)) == "2024年2月6日"


@given(DAYS)
def test_a_long_date_can_be_read_back(day: date) -> None:
    year, _, rest = long_date(day).partition("年")
    month, _, number = rest.partition("月")
    assert date(int(year), int(month), int(number.removesuffix("日"))) == day


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 6, 30), "6月底"),
        (date(2024, 2, 29), "2月底"),
        (date(2023, 2, 28), "2023年2月底"),
        (date(2024, 2, 28), "2月28日"),
        (date(2024, 6, 15), "6月15日"),
        (date(2025, 1, 31), "2025年1月底"),
    ],
)
def test_a_deadline_says_the_end_of_a_month_and_the_year_where_it_is_another(day: date, text: str) -> None:
    assert by(day, 2024) == text
    assert before(day, 2024) == f"{text}前"


def test_a_deadline_without_a_year_to_compare_says_its_own() -> None:
    assert by(date(2024, 6, 30)) == "2024年6月底"


@given(DAYS)
def test_the_end_of_a_month_is_the_day_before_another_month(day: date) -> None:
    assert is_month_end(day) == ((day + timedelta(days=1)).month != day.month)
    assert monthrange(day.year, day.month)[1] >= day.day


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((2024, 2), (2024, 12), "2024年2月至12月"),
        ((2024, 11), (2025, 3), "2024年11月至2025年3月"),
        ((2024, 2), (2024, 2), "2024年2月"),
        ((2024, 2), (2025, 2), "2024年2月至2025年2月"),
    ],
)
def test_a_range_of_months(start: tuple[int, int], end: tuple[int, int], text: str) -> None:
    assert month_range(date(*start, 1), date(*end, 1)) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2024, 2, 26), date(2024, 3, 5), "2月26日至3月5日"),
        (date(2024, 12, 26), date(2025, 1, 5), "2024年12月26日至2025年1月5日"),
        (date(2025, 1, 6), date(2025, 1, 9), "2025年1月6日至1月9日"),
        (date(2024, 3, 1), date(2024, 3, 1), "3月1日"),
    ],
)
def test_a_range_of_days_says_the_years_that_are_not_the_campaigns(start: date, end: date, text: str) -> None:
    assert day_range(start, end, 2024) == text


def test_a_list_is_joined_by_the_dun_mark() -> None:
    assert enumerate_with_dun(["教育", "卫健", 3]) == "教育、卫健、3"
    assert enumerate_with_dun([]) == ""
