"""Cell → day and time, to the minute: every way of writing it, and what cannot be one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from docgen.diagnostics import Place
from docgen.intake.cells import Cell
from docgen.intake.codes import CODES, Fault
from docgen.intake.convert import convert
from docgen.intake.dates import UnknownYear
from docgen.intake.schema import slots
from docgen.model.fields import Kind
from docgen.model.interviews import Interview

BEGINS = slots(Interview)["begins"]


def moment(given: object, year: int | None = 2024) -> datetime:
    return convert(Cell(given, Place()), BEGINS, year)


def test_the_field_is_a_moment():
    assert BEGINS.column.kind is Kind.MOMENT


@pytest.mark.parametrize(
    "given",
    [
        datetime(2024, 5, 10, 15, 0),
        datetime(2024, 5, 10, 15, 0, 30, 5),
        45422.625,
        45422.62499999,
        "2024-05-10 15:00",
        "2024-05-10T15:00:00",
        "2024-05-10 15:00:00.000",
        "2024-5-10 15:00",
        "2024/5/10 15:00",
        "2024.5.10 15:00",
        "20240510 15:00",
        "2024年5月10日15:00",
        "2024年5月10日 15:00",
        "2024年5月10日15时",
        "2024年5月10日15时00分",
        "2024 年 5 月 10 日 15 时",
        "2024年5月10号15点整",
        "2024年5月10日下午3时",
        "2024-05-10 下午3:00",
        "2024-05-10下午 3:00",
        "2024年5月10日下午15:00",
        "5月10日15:00",
        "5月10日下午3点",
        "二〇二四年五月十日下午三时",
        "２０２４年５月１０日１５：００",
        "2024-05-10\n15:00",
    ],
)
def test_three_in_the_afternoon_in_every_way_of_writing_it(given):
    assert moment(given) == datetime(2024, 5, 10, 15, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月10日15时30分", time(15, 30)),
        ("2024年5月10日15时30", time(15, 30)),
        ("下午3:30", time(15, 30)),
        ("下午三点半", time(15, 30)),
        ("15点半", time(15, 30)),
        ("上午9:05", time(9, 5)),
        ("上午12时", time(12, 0)),
        ("早上8点", time(8, 0)),
        ("中午12:30", time(12, 30)),
        ("中午1点", time(13, 0)),
        ("下午12:10", time(12, 10)),
        ("晚上7时", time(19, 0)),
        ("晚上20:15", time(20, 15)),
        ("十五时三十分", time(15, 30)),
        ("0:05", time(0, 5)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_of_the_day(text, expected):
    assert moment(text if text.startswith("2024") else f"2024-05-10 {text}").time() == expected


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("五月中旬", "DATA-040 填的是“五月中旬”，应为日期和几点几分"),
        ("15:00", "DATA-040 填的是“15:00”，应为日期和几点几分"),
        (time(15, 0), "DATA-040 填的是“15:00:00”，应为日期和几点几分"),
        (timedelta(hours=15), "DATA-040 填的是“15:00:00”，应为日期和几点几分"),
        (True, "DATA-040 填的是“True”，应为日期和几点几分"),
        ("2024年5月", "DATA-040 填的是“2024年5月”，应为日期和几点几分"),
        ("2024-05-10 下午", "DATA-040 填的是“2024-05-10 下午”，应为日期和几点几分"),
        ("2024-05-10 1500", "DATA-040 填的是“2024-05-10 1500”，应为日期和几点几分"),
        ("2024-05-10 15:00-16:30", "DATA-040 填的是“2024-05-10 15:00-16:30”，应为日期和几点几分"),
        ("2024-05-10", "DATA-041 填的是“2024-05-10”，没有写几点几分"),
        ("5月10日", "DATA-041 填的是“5月10日”，没有写几点几分"),
        (date(2024, 5, 10), "DATA-041 填的是“2024-05-10”，没有写几点几分"),
        (datetime(2024, 5, 10), "DATA-041 填的是“2024-05-10”，没有写几点几分"),
        (45422, "DATA-041 填的是“45422”，没有写几点几分"),
        ("2024-05-10 00:00:00", "DATA-041 填的是“2024-05-10 00:00:00”，没有写几点几分"),
        ("2024-05-10 25:00", "DATA-042 填的是“2024-05-10 25:00”，一天里没有这个时间"),
        ("2024-05-10 24:00", "DATA-042 填的是“2024-05-10 24:00”，一天里没有这个时间"),
        ("5月10日15时60分", "DATA-042 填的是“5月10日15时60分”，一天里没有这个时间"),
        ("2024-05-10 15:00:61", "DATA-042 填的是“2024-05-10 15:00:61”，一天里没有这个时间"),
        ("5月10日上午15:00", "DATA-042 填的是“5月10日上午15:00”，一天里没有这个时间"),
        ("5月10日中午9:00", "DATA-042 填的是“5月10日中午9:00”，一天里没有这个时间"),
        ("5月10日下午0:30", "DATA-042 填的是“5月10日下午0:30”，一天里没有这个时间"),
        ("5月10日晚上3:30", "DATA-042 填的是“5月10日晚上3:30”，一天里没有这个时间"),
        ("2024年2月30日15:00", "DATA-015 填的是“2024年2月30日15:00”，日历上没有这一天"),
        ("24-5-10 15:00", "DATA-016 填的是“24-5-10 15:00”，年份应写四位"),
        ("10/5/2024 15:00", "DATA-016 填的是“10/5/2024 15:00”，分不清哪个是月、哪个是日"),
    ],
)
def test_what_is_no_moment_says_why(given, fault):
    with pytest.raises(Fault) as caught:
        moment(given)
    assert f"{caught.value.code} {caught.value.found}，{caught.value.expected}" == fault


def test_each_fault_has_its_own_remedy():
    assert [CODES[f"DATA-{number:03}"].remedy for number in (40, 41, 42)] == [
        "填 2024-05-10 15:00 或 2024年5月10日15时30分",
        "在日期后面写上时间，如 2024-05-10 15:00",
        "核对几点几分，按 24 小时写",
    ]


def test_a_moment_without_year_needs_the_campaign_s():
    with pytest.raises(UnknownYear):
        moment("5月10日15:00", None)
