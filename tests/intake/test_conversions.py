"""Cell → value, one kind after the other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.diagnostics import Place
from docgen.intake import dates, numbers
from docgen.intake.cells import Cell
from docgen.intake.codes import Fault
from docgen.intake.convert import convert
from docgen.intake.schema import Slot
from docgen.model.fields import Column, Kind
from docgen.model.settings import Attachment


def slot(kind: Kind) -> Slot:
    return Slot("x", "栏目", Column(kind), False, Attachment, "例", "说明")


def value(kind: Kind, given: object) -> object:
    return convert(Cell(given, Place()), slot(kind), 2024)


@pytest.mark.parametrize(
    "text", ["2024-02", "2024年2月", "2024.2", "2024/02", "2月", "二月", "二〇二四年二月", "2024-02-15"]
)
def test_a_month_is_its_first_day(text):
    assert value(Kind.MONTH, text) == date(2024, 2, 1)


def test_a_month_cell_may_be_a_date():
    assert value(Kind.MONTH, date(2024, 2, 15)) == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二零二四年十月十日", date(2024, 10, 10)),
        ("二○二四年一月二十号", date(2024, 1, 20)),
        ("20240305", date(2024, 3, 5)),
        ("2024 年 3 月 5 日", date(2024, 3, 5)),
        ("2024-1-1 00:00:00", date(2024, 1, 1)),
        ("2024-01-10T00:00", date(2024, 1, 10)),
    ],
)
def test_days_in_rarer_forms(text, expected):
    assert value(Kind.DAY, text) == expected


@pytest.mark.parametrize(
    "text", ["2024-3.5", "2024年3月", "3.5", "24年3月5日", "1999-01-01", "十十月一日", "2024-13-01"]
)
def test_days_that_could_mean_anything_are_refused(text):
    with pytest.raises(Fault):
        value(Kind.DAY, text)


def test_a_date_without_year_needs_the_campaign_s():
    with pytest.raises(dates.UnknownYear):
        dates.day(Cell("3月5日", Place()), None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("138-0000-0000", "13800000000"),
        ("１３８００００００００", "13800000000"),
        ("0000-1234567", "0000-1234567"),
        ("（0000）1234567", "0000-1234567"),
        ("010—12345678", "010-12345678"),
        ("0000-1234567转8", "0000-1234567转8"),
    ],
)
def test_telephone_numbers(given, expected):
    assert numbers.phone(Cell(given, Place())) == expected


@pytest.mark.parametrize("given", ["1234567", "23800000000", "00001234567", "1380000000", "电话"])
def test_what_is_no_telephone_number_is_refused(given):
    with pytest.raises(Fault) as caught:
        numbers.phone(Cell(given, Place()))
    assert caught.value.code == "DATA-022"


@pytest.mark.parametrize(("given", "expected"), [("XX", "XX"), ("××", "××"), (40.0, 40), ("4０", 40), ("Ｘ", "Ｘ")])
def test_stated_counts_may_be_placeholders(given, expected):
    assert value(Kind.STATED_COUNT, given) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [("2.30%", "2.3"), ("0.5%", "0.5"), ("12", "12"), (0, "0"), ("100%", "100")]
)
def test_percentages(given, expected):
    assert value(Kind.PERCENT, given) == Decimal(expected)


def test_counts_may_have_thousands_separators():
    assert value(Kind.COUNT, "1,200") == 1200


def test_names_are_split_at_separators_and_never_at_spaces():
    assert value(Kind.NAMES, " 王　军、李明，赵 四,钱五；孙六;\n周七 ") == (
        "王　军",
        "李明",
        "赵 四",
        "钱五",
        "孙六",
        "周七",
    )
    assert value(Kind.NAMES, ("王　军", "李明、赵四")) == ("王　军", "李明", "赵四")


def test_several_choices():
    assert value(Kind.CHOICES, "督战村名单、包联安排表") == (Attachment.VILLAGES, Attachment.PAIRING)


@pytest.mark.parametrize(("given", "expected"), [("是", True), ("否", False), (True, True), ("ｎ", False), (1.0, True)])
def test_yes_and_no(given, expected):
    assert value(Kind.YES_NO, given) is expected


def test_perhaps_is_neither_yes_nor_no():
    with pytest.raises(Fault) as caught:
        value(Kind.YES_NO, "也许")
    assert caught.value.code == "DATA-025"


def test_a_list_is_not_a_single_value():
    with pytest.raises(Fault) as caught:
        value(Kind.TEXT, ("甲", "乙"))
    assert caught.value.code == "DATA-030"
