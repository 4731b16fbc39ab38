"""The ledger's sheet in use: filter, panes, colours by rule, drop-downs, print, the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

import pytest
from small_ledger import PROBLEMS, county, opened, problem, written


@pytest.fixture(scope="module")
def content() -> bytes:
    return written(county(*PROBLEMS))


@pytest.fixture(scope="module")
def sheet(content: bytes) -> Any:
    return opened(content)["问题台账"]


def test_the_filter_covers_headings_and_problems_but_not_the_totals(sheet: Any) -> None:
    assert sheet.auto_filter.ref == "A4:W12"


def test_all_above_the_problems_and_the_first_two_columns_stay_in_sight(sheet: Any) -> None:
    assert sheet.freeze_panes == "C5"


def test_the_headings_are_repeated_on_every_page(sheet: Any) -> None:
    assert sheet.print_title_rows == "$4:$4"


def test_it_prints_on_a4_across_one_page_wide_with_numbered_pages(sheet: Any) -> None:
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert setup.fitToWidth in (None, 1)  # 1 when left out
    footer = sheet.oddFooter.center
    assert (footer.text, footer.font, footer.size) == ("第 &P 页 共 &N 页", "仿宋,Regular", 10)
    margins = sheet.page_margins
    assert (margins.left, margins.right, margins.top, margins.bottom) == (0.4, 0.4, 0.5, 0.7)
    assert sheet.print_options.horizontalCentered


def test_colours_are_rules_over_the_whole_table(sheet: Any) -> None:
    (found,) = sheet.conditional_formatting
    assert str(found.sqref) == "A5:W12"
    rules = [(rule.type, rule.formula[0], rule.dxf.fill.bgColor.rgb, rule.stopIfTrue) for rule in found.rules]
    assert rules == [
        ("expression", 'OR($U5<>"",$Q5="已销号")', "FFE2EFDA", True),
        ("expression", 'AND($U5="",$Q5<>"已销号",$N5<>"",$N5<$G$2)', "FFFFC7CE", True),
        ("expression", 'AND($U5="",$Q5<>"已销号",$N5<>"",$N5>=$G$2,$N5<=$G$2+30)', "FFFFEB9C", True),
    ]
    heads = {cell.column_letter: cell.value for cell in sheet[4]}
    assert (heads["U"], heads["Q"], heads["N"]) == ("销号日期", "月末状态", "整改时限")
    assert sheet["G2"].value == datetime(2024, 4, 30)


def test_closed_lists_are_offered_and_nothing_else_is_taken(sheet: Any) -> None:
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"}
    assert lists == {
        "D5:D12": '"督战发现,暗访发现,考核反馈,巡视审计,信访舆情,自查发现"',
        "I5:I12": '"一般,较重,严重"',
        "P5:P12": '"未启动,整改中,已完成,逾期"',
        "Q5:Q12": '"未启动,整改中,已完成待验收,逾期,已销号"',
    }
    assert all(v.showErrorMessage and v.allow_blank for v in sheet.data_validations.dataValidation)


def test_columns_of_dates_take_dates_only(sheet: Any) -> None:
    dates = {str(v.sqref): v.error for v in sheet.data_validations.dataValidation if v.type == "date"}
    assert dates == dict.fromkeys(("C5:C12", "N5:N12", "S5:S12", "U5:U12"), "请填日期，如 2024-4-30")


def test_every_value_in_a_cell_with_a_list_is_in_its_list(sheet: Any) -> None:
    for validation in sheet.data_validations.dataValidation:
        if validation.type == "list":
            allowed = validation.formula1.strip('"').split(",")
            values = [cell.value for row in sheet[str(validation.sqref)] for cell in row]
            assert set(values) <= set(allowed)


def test_type_and_rules_are_those_of_the_office(sheet: Any) -> None:
    assert (sheet["A1"].font.name, sheet["A1"].font.size) == ("方正小标宋简体", 18)
    assert {cell.font.name for cell in sheet[4]} == {"黑体"}
    assert {cell.font.name for row in sheet.iter_rows(min_row=5) for cell in row} == {"仿宋"}
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            edges = cell.border
            assert {edges.left.style, edges.right.style, edges.top.style, edges.bottom.style} == {"thin"}
    assert all(sheet[f"{column}5"].alignment.wrap_text for column in "BHJO")


def test_rows_are_high_enough_but_free_to_grow(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = re.findall(rb"<row [^>]*>", archive.read("xl/worksheets/sheet1.xml"))
    assert len(rows) == 12
    assert all(b" ht=" in row and b"customHeight" not in row for row in rows)


def test_a_text_that_reads_like_a_fixed_row_is_left_alone() -> None:
    odd = '<row r="5" ht="12" customHeight="1">'
    content = written(county(*(problem(str(number), description=odd * 40) for number in range(2_000))))
    assert len(content) > 20_000
    values = {row[7].value for row in opened(content)["问题台账"].iter_rows(min_row=5)}
    assert values == {odd * 40}


def test_numbers_written_as_text_raise_no_green_corners(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b'<ignoredError sqref="A5:W12" numberStoredAsText="1"/>' in archive.read("xl/worksheets/sheet1.xml")


def test_the_same_data_gives_the_same_bytes() -> None:
    campaign = county(*PROBLEMS)
    assert written(campaign) == written(campaign)
    assert written(campaign) == written(county(*reversed(PROBLEMS)))


def test_the_file_says_nothing_of_clock_person_or_machine(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        times = {info.date_time for info in archive.infolist()}
        systems = {info.create_system for info in archive.infolist()}
    assert (times, systems) == ({(1980, 1, 1, 0, 0, 0)}, {0})
    properties = opened(content).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == (
        "云岭县脱贫攻坚挂牌督战问题台账（2024年4月）",
        "县领导小组办公室",
        "县领导小组办公室",
    )
    assert properties.created == properties.modified == datetime(2024, 4, 30)


def test_there_are_two_sheets_and_the_ledger_is_the_one_that_opens(content: bytes) -> None:
    book = opened(content)
    assert (book.sheetnames, book.active.title) == (["问题台账", "汇总"], "问题台账")
