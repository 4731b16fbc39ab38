"""Any value in any cell becomes what its column holds, or a fault; numbers, dates and texts arrive whole."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Place
from docgen.intake import dates, moments, numbers
from docgen.intake.books import RECORDS
from docgen.intake.cells import Cell, clean, text_of
from docgen.intake.codes import CODES, Fault
from docgen.intake.convert import convert, means_itself
from docgen.intake.dates import UnknownYear
from docgen.intake.schema import Slot, slots
from docgen.model.fields import Kind
from docgen.wording.dates import long_date, month_name
from docgen.wording.numerals import chinese

PLACE = Place("甲.xlsx", (1, 2, 3), "表", "B2", "栏")
FIRST = {slot.column.kind: slot for record in RECORDS.values() for slot in slots(record).values()}
"""A column of every kind."""
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
ODD = (
    "NaN",
    "1e999",
    "_xD800_",
    "_x0000_",
    "#REF!",
    "12%",
    "０",
    "²",
    "十十",
    "2024-02-30",
    "5月10日25时",
    "{",
    "}{",
    "\ud800",
)
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters()), st.sampled_from(ODD),
    st.from_regex(r"[0-9０-９〇一二十.,%年月日时点:/ -]{1,14}", fullmatch=True),
    st.datetimes(), st.dates(), st.times(), st.timedeltas(), st.lists(st.text(), max_size=3).map(tuple),
)  # fmt: skip


def test_every_kind_of_column_is_tried() -> None:
    assert FIRST.keys() == set(Kind)


@given(
    st.text(st.sampled_from("甲1 \u3000\n\t_x000D_{}｛｝#REF!（）"), max_size=9), st.sampled_from(list(FIRST.values()))
)
def test_a_text_that_means_itself_is_converted_to_itself(text: str, slot: Slot) -> None:
    if means_itself(text, slot):
        assert convert(Cell(text, PLACE), slot, 2024) == text


def test_ordinary_texts_mean_themselves_in_columns_of_text_only() -> None:
    own = {kind for kind, slot in FIRST.items() if means_itself("2户危房改造未开工（第3项）", slot)}
    assert own == {Kind.TEXT, Kind.PROSE}
    assert not any(
        means_itself(value, FIRST[Kind.TEXT]) for value in ("", " 甲", "甲\n乙", "#N/A", "{年度}", None, 1.0)
    )


@given(VALUES, st.sampled_from(list(FIRST.values())), st.booleans(), st.sampled_from((2024, None)))
def test_any_value_in_any_column_is_converted_or_a_fault(value, slot: Slot, percent: bool, year: int | None) -> None:
    try:
        convert(Cell(value, PLACE, percent), slot, year)
    except Fault as fault:
        for item in (fault, *fault.more):
            told = item.at(PLACE)
            assert told.code in CODES
            assert told.found
            assert told.remedy
    except UnknownYear:
        assert year is None


@given(DAYS)
def test_a_day_is_read_in_every_form_in_which_it_is_written(day: date) -> None:
    numeral = "".join("〇一二三四五六七八九"[int(figure)] for figure in str(day.year))
    forms = (
        day, datetime.combine(day, time(8, 30)), (day - date(1899, 12, 30)).days,
        float((day - date(1899, 12, 30)).days), long_date(day), day.isoformat(), f"{day:%Y/%m/%d}",
        f"{day.year}.{day.month}.{day.day}", f"{day:%Y%m%d}", f"{day.isoformat()} 00:00:00", f" {long_date(day)} ",
        f"{numeral}年{chinese(day.month)}月{chinese(day.day)}日",
        long_date(day).translate({ord(figure): ord(figure) + 0xFEE0 for figure in "0123456789"}),
    )  # fmt: skip
    assert {dates.day(Cell(form, PLACE), None) for form in forms} == {day}
    assert dates.day(Cell(f"{day.month}月{day.day}日", PLACE), day.year) == day
    assert dates.month(Cell(month_name(day), PLACE), None) == day.replace(day=1)


@given(DAYS, st.times())
def test_a_moment_is_read_in_every_form_in_which_it_is_written(day: date, clock: time) -> None:
    whole = clock.replace(second=0, microsecond=0)
    if whole == time():
        return
    moment = datetime.combine(day, whole)
    serial = (moment - datetime(1899, 12, 30)) / timedelta(days=1)
    forms = (
        moment,
        serial,
        f"{moment:%Y-%m-%d %H:%M}",
        f"{moment:%Y-%m-%dT%H:%M:%S}",
        f"{long_date(day)}{moment:%H时%M分}",
    )
    assert {moments.moment(Cell(form, PLACE), None) for form in forms} == {moment}


@given(st.integers(0, 9999))
def test_a_chinese_numeral_says_its_number_again(number: int) -> None:
    total, digit = 0, 0
    for sign in chinese(number):
        if sign in "十百千":
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[sign], 0
        else:
            digit = "零一二三四五六七八九".index(sign)
    assert total + digit == number


@given(st.integers(0, 10**12 - 1))
def test_a_count_is_read_however_it_is_typed(number: int) -> None:
    forms = (number, float(number), str(number), f"{number:,}", f" {number} ", str(number).translate(_WIDE))
    assert {numbers.count(Cell(form, PLACE)) for form in forms} == {number}


_WIDE = {ord(figure): ord(figure) + 0xFEE0 for figure in "0123456789"}


@given(st.decimals(0, 1000, places=3).filter(lambda number: number > 1))
def test_a_percentage_is_read_however_it_is_typed(number: Decimal) -> None:
    forms = (Cell(f"{number}%", PLACE), Cell(str(number), PLACE), Cell(f"{number}％".translate(_WIDE), PLACE))
    assert {numbers.percent(cell) for cell in forms} == {number}
    assert numbers.percent(Cell(float(number / 100), PLACE, percent=True)) == number


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300, -1e300])
@pytest.mark.parametrize("kind", list(Kind))
def test_numbers_that_are_none_are_faults(value: float, kind: Kind) -> None:
    with pytest.raises(Fault):
        convert(Cell(value, PLACE), FIRST[kind], 2024)


NEVER = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "\ufdd0\ufdef"
"""Code points that no character will ever have."""
VISIBLE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), exclude_characters="\u2028\u2029").filter(
    lambda char: not (0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE)
)


@given(st.text(VISIBLE, min_size=1))
def test_what_can_be_seen_arrives_as_typed(text: str) -> None:
    if text.strip().startswith("#") or "_x" in text:
        return  # an error value of Excel, or its way of writing a character
    assert clean(text) == text.strip()
    assert clean(clean(text)) == clean(text) == text_of(Cell(text, PLACE))


@given(
    st.text(VISIBLE),
    st.one_of(
        st.characters(categories=("Cc", "Cf", "Cs"), exclude_characters="\t\n\r\x1c\x1d\x1e\x1f\x85"),
        st.sampled_from(NEVER),
    ),
    st.text(VISIBLE),
)
def test_what_cannot_be_seen_is_refused_inside_a_text(before: str, hidden: str, after: str) -> None:
    with pytest.raises(Fault) as caught:
        clean(f"甲{before}{hidden}{after}乙")
    assert caught.value.code == "DATA-026"
