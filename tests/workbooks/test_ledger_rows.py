"""The ledger's sheet: which problems stand in it, in which order, what their cells say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from small_ledger import PROBLEMS, county, opened, problem, row_of, written

from docgen.model.ledger import Problem
from docgen.model.settings import DocumentKind, Setting


def ledger(*problems: Problem, as_of: date | None = None, calculated: bool = False) -> Any:
    return opened(written(county(*(problems or PROBLEMS)), as_of=as_of), calculated=calculated)["问题台账"]


def test_the_headings_are_the_model_s_with_number_state_and_delay() -> None:
    heads = [cell.value for cell in ledger()[4]]
    model = [Problem.heading(name) for name in Problem.model_fields]
    after = model.index("状态") + 1
    assert heads == ["序号", *model[:after], "月末状态", "逾期天数", *model[after:]]


def test_title_unit_day_and_figures_stand_above_the_table() -> None:
    sheet = ledger()
    assert sheet["A1"].value == "云岭县脱贫攻坚挂牌督战问题台账（2024年4月）"
    assert sheet["A2"].value == "单位：县领导小组办公室"
    assert (sheet["G2"].value, sheet["G2"].number_format) == (
        datetime(2024, 4, 30),
        '"截至"yyyy"年"m"月"d"日："',
    )
    assert sheet["I2"].value == (
        "本月发现1个、销号2个；累计发现8个、销号2个（按时1个）；未销号6个，其中逾期1个、临期3个；销号率25%"
    )
    assert sheet["H3"].value == (
        "红：逾期；黄：30天内到期；绿底灰字：已销号。“月末状态”按日期推定，“状态”“进展”照数据所填"
    )


def test_the_unit_is_the_one_that_the_settings_name_for_the_ledger() -> None:
    campaign = replace(county(*PROBLEMS), settings=(Setting(document=DocumentKind.LEDGER, issuer="云岭县督战办公室"),))
    book = opened(written(campaign))
    assert book["问题台账"]["A2"].value == "单位：云岭县督战办公室"
    assert book.properties.creator == "云岭县督战办公室"


def test_problems_stand_by_township_as_the_workbook_lists_them_then_by_number_as_people_count() -> None:
    rows = [(row[0].value, row[1].value) for row in ledger().iter_rows(min_row=5)]
    numbers = ["WT-3", "WT-4", "WT-5", "WT-6", "WT-7", "WT-9", "WT-10", "WT-2"]
    assert rows == list(enumerate(numbers, 1))


def test_a_township_that_nobody_lists_comes_last() -> None:
    sheet = ledger(problem("1", township="无名乡"), problem("2", township="黑山乡"), problem("3"))
    assert [row[4].value for row in sheet.iter_rows(min_row=5)] == ["青石镇", "黑山乡", "无名乡"]


def test_numbers_with_strange_digits_are_sorted_all_the_same() -> None:
    sheet = ledger(problem("问题²"), problem("问题10"), problem("问题9"), problem("7"))
    assert [row[1].value for row in sheet.iter_rows(min_row=5)] == ["7", "问题9", "问题10", "问题²"]


@pytest.mark.parametrize(
    ("number", "state", "days"),
    [
        ("WT-2", "未启动", None),
        ("WT-3", "已完成待验收", None),
        ("WT-4", "整改中", None),
        ("WT-5", "整改中", None),
        ("WT-7", "已销号", None),
        ("WT-9", "逾期", 10),
        ("WT-10", "已销号", None),
    ],
)
def test_state_and_delay_are_those_of_the_last_day(number: str, state: str, days: int | None) -> None:
    row = row_of(ledger(), number)
    assert (row["月末状态"], row["逾期天数"]) == (state, days)


def test_what_happened_after_the_day_is_not_yet_in_the_ledger() -> None:
    later = row_of(ledger(), "WT-5")
    assert (later["完成日期"], later["验收人"], later["销号日期"]) == (None, None, None)
    closed = row_of(ledger(), "WT-10")
    assert (closed["完成日期"], closed["验收人"], closed["销号日期"]) == (
        datetime(2024, 4, 20),
        "石䶮",
        datetime(2024, 4, 25),
    )


def test_a_day_within_the_month_is_named_so() -> None:
    sheet = ledger(as_of=date(2024, 4, 21))
    row = row_of(sheet, "WT-10")
    assert sheet["G2"].value == datetime(2024, 4, 21)
    assert (row["当日状态"], row["完成日期"], row["销号日期"]) == ("已完成待验收", datetime(2024, 4, 20), None)
    assert row_of(sheet, "WT-9")["逾期天数"] == 1
    assert "“当日状态”按日期推定" in sheet["H3"].value


def test_parties_have_their_present_full_names_so_that_the_filter_finds_what_is_counted() -> None:
    sheet = ledger()
    assert row_of(sheet, "WT-2")["责任单位"] == "县发展和改革局"
    renamed = row_of(sheet, "WT-3")
    assert (renamed["乡镇"], renamed["责任单位"]) == ("青石镇", "青石镇")


def test_every_other_cell_says_what_the_data_says() -> None:
    values = {
        "measures": "落实施工队伍",
        "leader": "江示例",
        "person": "闻示例",
        "progress": "已开工1户",
        "remark": "群众来信",
        "reopens": "WT-1",
    }
    row = row_of(ledger(problem("WT-2", **values), problem("WT-1")), "WT-2")
    said = {Problem.heading(name): value for name, value in values.items()}
    assert {heading: row[heading] for heading in said} == said
    assert (row["发现日期"], row["整改时限"]) == (datetime(2024, 3, 12), datetime(2024, 4, 30))
    assert (row["来源"], row["程度"], row["状态"], row["问题类别"]) == ("督战发现", "一般", "未启动", "责任")
    assert (row["村或安置点"], row["问题描述"]) == ("石桥村", "2户危房改造未开工")


def test_long_texts_have_their_references_resolved() -> None:
    sheet = ledger(problem("1", description="{年度}年未开工", measures="报{办公室}", remark="{年度}"))
    row = row_of(sheet, "1")
    assert (row["问题描述"], row["整改措施"], row["备注"]) == ("〔年度〕年未开工", "报〔办公室〕", "{年度}")


def test_days_are_real_dates_shown_as_the_office_writes_them() -> None:
    cells = {cell.number_format for cell in (*ledger()["C"][4:], *ledger()["N"][4:])}
    assert cells == {"yyyy-m-d"}


def test_a_month_without_problems_says_so_and_has_its_figures() -> None:
    sheet = opened(written(county()), calculated=True)["问题台账"]
    assert sheet.max_row == 5
    assert sheet["I2"].value == sheet["A5"].value == "到这一天没有发现问题"
    assert "A5:W5" in {str(found) for found in sheet.merged_cells.ranges}
    assert [sheet[cell].value for cell in ("B3", "R3", "S3", "U3")] == [0, 0, 0, 0]


def test_problems_found_after_the_day_are_no_problems_yet() -> None:
    sheet = opened(written(county(problem("1", found=date(2024, 5, 1)))))["问题台账"]
    assert sheet["A5"].value == "到这一天没有发现问题"


def test_the_totals_are_formulas_that_follow_the_filter_and_carry_their_values() -> None:
    formulas, values = ledger(), ledger(calculated=True)
    assert values["A3"].value == "合计"
    expected = {"B": 8, "R": 1, "S": 2, "U": 2}
    for column, value in expected.items():
        assert formulas[f"{column}3"].value == f"=SUBTOTAL(103,{column}5:{column}12)"
        assert values[f"{column}3"].value == value
        counted = [cell for cell in values[column][4:] if cell.value is not None]
        assert len(counted) == value
        assert values[f"{column}3"].number_format == '0"个"'


def test_the_month_before_has_its_own_title_and_rows() -> None:
    sheet = opened(written(county(*PROBLEMS), month=date(2024, 3, 1)))["问题台账"]
    assert sheet["A1"].value == "云岭县脱贫攻坚挂牌督战问题台账（2024年3月）"
    assert "WT-7" not in [row[1].value for row in sheet.iter_rows(min_row=5)]
