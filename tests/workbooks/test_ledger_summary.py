"""The sheet 汇总: the facts' own figures, and totals that add up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from small_ledger import PROBLEMS, county, facts, opened, written

from docgen.model.facts import Progress

COUNTS = [
    "本月发现",
    "本月销号",
    "本月按时销号",
    "反弹",
    "累计发现",
    "累计销号",
    "累计按时销号",
    "未销号",
    "逾期",
    "临期",
]


def counted(progress: Progress) -> list[int]:
    rows = (
        progress.found,
        progress.closed,
        progress.closed_in_time,
        progress.reopened,
        progress.all_found,
        progress.all_closed,
        progress.all_closed_in_time,
        progress.open,
        progress.overdue,
        progress.due_soon,
    )
    return [len(found) for found in rows]


@pytest.fixture(scope="module")
def sheet() -> Any:
    return opened(written(county(*PROBLEMS)), calculated=True)["汇总"]


def group(sheet: Any, label: str) -> list[list[Any]]:
    """The rows of a group and its total."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    start = [row[0] for row in rows].index(label) + 1
    end = next(number for number, row in enumerate(rows) if number > start and row[0] == "合计")
    return rows[start : end + 1]


def test_title_day_and_headings(sheet: Any) -> None:
    assert sheet["A1"].value == "云岭县脱贫攻坚挂牌督战问题台账（2024年4月）汇总"
    assert sheet["A2"].value == datetime(2024, 4, 30)
    assert str(sheet["C2"].value).startswith("本月发现1个、销号2个；")
    assert [cell.value for cell in sheet[3]] == ["序号", "范围", *COUNTS, "销号率"]


@pytest.mark.parametrize(
    ("label", "part", "names"),
    [
        ("按乡镇", "townships", ["青石镇", "白水乡", "黑山乡"]),
        ("按问题类别", "duties", ["责任", "保障"]),
        ("按责任单位", "units", ["县发展和改革局", "县教育局", "青石镇"]),
    ],
)
def test_each_group_gives_the_figures_of_the_facts_and_a_total_that_adds_up(
    sheet: Any, label: str, part: str, names: list[str]
) -> None:
    month = facts(county(*PROBLEMS))
    *rows, total = group(sheet, label)
    assert [(row[0], row[1]) for row in rows] == list(enumerate(names, 1))
    scopes = getattr(month, part)
    assert [row[2:12] for row in rows] == [counted(scopes[name]) for name in names]
    assert total[2:12] == counted(month.county) == [1, 2, 1, 1, 8, 2, 1, 6, 1, 3]
    assert total[2:12] == [sum(row[column] for row in rows) for column in range(2, 12)]
    assert total[12] == 0.25


def test_the_totals_are_sums_that_follow_edits() -> None:
    sheet = opened(written(county(*PROBLEMS)))["汇总"]
    assert [cell.value for cell in sheet[8]][:4] == ["合计", None, "=SUM(C5:C7)", "=SUM(D5:D7)"]
    assert sheet["L17"].value == "=SUM(L14:L16)"


def test_rates_are_shown_as_the_documents_say_them_and_nothing_found_has_none(sheet: Any) -> None:
    rates = {row[1].value: (row[12].value, row[12].number_format) for row in sheet.iter_rows(min_row=5, max_row=7)}
    assert rates["青石镇"] == (0.286, "0.0%")
    assert rates["白水乡"] == (0, "0%")
    assert rates["黑山乡"] == ("—", "@")


def test_the_sheet_is_printed_as_the_ledger_is(sheet: Any) -> None:
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C4", "$3:$3")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
        9,
        "landscape",
        0,
    )
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_a_group_that_nobody_lists_is_left_out() -> None:
    sheet = opened(written(county(units=())), calculated=True)["汇总"]
    labels = [row[0].value for row in sheet.iter_rows(min_row=4) if isinstance(row[0].value, str)]
    assert labels == ["按乡镇", "合计", "按问题类别", "合计"]
    assert {row[12].value for row in sheet.iter_rows(min_row=4) if row[12].value} == {"—"}


def test_the_ledger_s_rows_counted_by_hand_give_the_figures(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in opened(written(county(*PROBLEMS)))["问题台账"].iter_rows(min_row=5)]
    for *_, name, found, closed, open_, overdue in [
        (row[1], row[6], row[7], row[9], row[10]) for row in group(sheet, "按乡镇")[:-1]
    ]:
        own = [row for row in rows if row[4] == name]
        states = [row[16] for row in own]
        assert (found, closed, overdue) == (len(own), states.count("已销号"), states.count("逾期"))
        assert open_ == len(own) - states.count("已销号")
