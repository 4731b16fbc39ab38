"""How wide columns and how high rows become."""

from __future__ import annotations

import pytest

from docgen.workbooks.column import Column, breadth, fitting_width, row_height
from docgen.workbooks.looks import Look
from docgen.workbooks.places import Region, letters

TEXT, PROSE = Column("栏", Look.TEXT, 8, 20), Column("栏", Look.PROSE, 8, 28)


@pytest.mark.parametrize(("text", "width"), [("", 0), ("WT-1", 4), ("青石镇", 6), ("A乡", 3), ("一\n二二\n三", 4)])
def test_a_han_character_is_two_wide_and_the_longest_line_counts(text: str, width: int) -> None:
    assert breadth(text) == width


@pytest.mark.parametrize(
    ("values", "width"),
    [
        ((), 8),
        ((None, 3, "短"), 8),
        (("青石镇", "青石镇石桥村"), 13.5),
        (("青石镇石桥村安置点一期二期",), 20),
    ],
)
def test_a_column_is_as_wide_as_its_widest_text_within_bounds(values: tuple[str, ...], width: float) -> None:
    assert fitting_width(TEXT, values) == width


def test_prose_gets_more_width_before_a_row_gets_too_high_and_then_no_more() -> None:
    assert fitting_width(PROSE, ["字" * 300]) == 28
    wider = fitting_width(PROSE, ["字" * 500])
    assert 28 < wider < 56
    assert row_height(["字" * 500], [wider]) < 409
    assert fitting_width(PROSE, ["字" * 5_000]) == 56
    assert row_height(["字" * 5_000], [56.0]) == 409


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), (None, 1), (3, 1), ("字" * 9, 1), ("字" * 10, 2), ("字" * 17, 2), ("字" * 18, 3), ("一\n二\n三", 3)],
)
def test_a_row_is_as_high_as_its_longest_text_needs(text: str | int | None, lines: int) -> None:
    assert row_height(["短", text], [8.0, 20.0]) == lines * 13 + 4


@pytest.mark.parametrize(("text", "lines"), [("督战发现", 2), ("巡视审计反馈", 3)])
def test_a_narrow_column_holds_whole_han_characters(text: str, lines: int) -> None:
    assert row_height([text], [5.5]) == lines * 13 + 4


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_columns_have_the_names_of_a_workbook(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_region_names_its_cells() -> None:
    region = Region(("甲", "乙", "丙"), first=4, count=8)
    assert (region.all, region.column("乙"), region.cell("丙")) == ("A5:C12", "B5:B12", "$C5")
    assert (region.last, region.number("丙"), region.row(4)) == (11, 2, (4, 0, 4, 2))
