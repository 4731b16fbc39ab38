"""问题台账 in Word: which rows a month's ledger lists, what it says of each on the month's last day, its sums."""

from __future__ import annotations

from dataclasses import replace

import pytest
from campaign_year import brief_of, day, many_problems
from plan_year import plan_year, said, starting, tables_of, template_of

from docgen.documents.composed import Composed
from docgen.documents.ground import GROUND
from docgen.documents.ledger import DERIVED, TEMPLATE, compose
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.settings import DocumentKind, Setting

SIX = [f"DL-{index:03}" for index in range(1, 7)]


@pytest.fixture
def campaign() -> Campaign:
    return plan_year()


def ledger(campaign: Campaign, month: str, *only: str) -> Composed:
    (found,) = compose(brief_of(campaign, month, only=only))
    return found


def listed(composed: Composed) -> list[str]:
    return [row["问题编号"] for row in composed.context["问题"]]


def test_a_month_lists_what_was_open_at_its_start_and_what_it_found(campaign: Campaign) -> None:
    assert listed(ledger(campaign, "2024-03")) == ["WT-001", "WT-002", "WT-004"]
    assert listed(ledger(campaign, "2024-04")) == ["WT-001", "WT-002", "WT-003", "WT-004", *SIX]
    assert listed(ledger(campaign, "2024-05")) == ["WT-001", "WT-003", *SIX]


def test_the_page_says_what_is_listed_and_what_is_not(campaign: Campaign) -> None:
    assert starting(said(ledger(campaign, "2024-04")), "本表") == "本表列出月初未销号和本月新发现的问题10个。"
    assert starting(said(ledger(campaign, "2024-05")), "本表") == (
        "本表列出月初未销号和本月新发现的问题8个；本月以前已销号的2个不再列出，计入汇总。"
    )


def test_a_month_with_nothing_to_list_says_so_and_keeps_the_summary(campaign: Campaign) -> None:
    composed = ledger(campaign, "2024-02")
    assert starting(said(composed), "月初") == "月初没有未销号的问题，本月没有新发现问题。"
    (summary,) = tables_of(composed)
    assert summary[-1] == ["合计", *["0"] * 10, "—"]


def test_the_heading_names_county_month_editor_and_day(campaign: Campaign) -> None:
    texts = said(ledger(campaign, "2024-04"))
    assert texts[0] == "云岭县脱贫攻坚挂牌督战问题台账（2024年4月）"
    assert "编制单位：县精准扶贫工作领导小组办公室　　截至：2024年4月30日" in texts
    own = replace(campaign, settings=(Setting(document=DocumentKind.LEDGER, issuer="云岭县督战办公室"),))
    assert starting(said(ledger(own, "2024-04")), "编制单位").startswith("编制单位：云岭县督战办公室")


def test_a_row_says_the_state_of_the_months_last_day(campaign: Campaign) -> None:
    table, _summary = tables_of(ledger(campaign, "2024-04"))
    rows = {row[1].split("/")[0]: row for row in table[1:-1]}
    assert rows["WT-001"] == [
        "1", "WT-001/3月5日/督战发现", "青石镇/石桥村", "住房安全", "2户危房改造没有开工", "落实施工队伍",
        "青石镇/闻示例", "4月20日", "", "逾期10天",
    ]  # fmt: skip
    assert rows["WT-002"][-1] == "已销号/4月25日"
    assert rows["WT-004"][6] == "县住房和城乡建设局"
    assert rows["WT-003"][7:] == ["", "", "未启动"]
    march, _summary = tables_of(ledger(campaign, "2024-03"))
    assert [row[-1] for row in march[1:-1]] == ["整改中", "整改中", "整改中"]


def test_the_progress_of_work_that_ended_later_is_not_told(campaign: Campaign) -> None:
    told = replace(
        campaign, problems=tuple(item.model_copy(update={"progress": "已验收"}) for item in campaign.problems)
    )

    def progress(month: str) -> dict[str, str]:
        return {row["问题编号"]: row["进展"] for row in ledger(told, month).context["问题"]}

    assert progress("2024-03") == {"WT-001": "已验收", "WT-002": "", "WT-004": ""}
    assert progress("2024-04")["WT-002"] == "已验收"


def test_days_of_another_year_say_it(campaign: Campaign) -> None:
    late = campaign.problems[0].model_copy(update={"deadline": day("2025-01-10")})
    table, _summary = tables_of(ledger(replace(campaign, problems=(late,)), "2024-04"))
    assert table[1][7] == "2025年/1月10日"


def test_the_totals_are_those_of_the_scope_and_the_summary_adds_up(campaign: Campaign) -> None:
    table, summary = tables_of(ledger(campaign, "2024-04"))
    assert table[-1][2] == "本月发现7个，本月销号2个；月末未销号8个，其中逾期1个"
    assert [row[0] for row in summary[1:]] == ["青石镇", "白水乡", "云河镇", "南岭街道", "合计"]
    for column in range(1, 11):
        assert sum(int(row[column]) for row in summary[1:-1]) == int(summary[-1][column])
    assert summary[-1][1:] == ["7", "0", "2", "1", "10", "2", "1", "8", "1", "6", "20%"]


def test_a_townships_ledger_holds_its_rows_and_sums_by_village(campaign: Campaign) -> None:
    composed = ledger(campaign, "2024-04", "青石镇")
    assert (composed.stem, composed.unit) == ("2024年4月问题台账（青石镇）", "青石镇")
    assert listed(composed) == ["WT-001", "WT-002", "WT-003"]
    _table, summary = tables_of(composed)
    assert [row[0] for row in summary[1:]] == ["石桥村", "上坝村", "石桥安置点", "全镇性问题", "合计"]
    assert [row[5] for row in summary[1:]] == ["1", "0", "0", "2", "3"]


def test_without_names_there_is_the_countys_alone_and_with_names_each_its_own(campaign: Campaign) -> None:
    def stems(*only: str) -> list[str]:
        return [item.stem for item in compose(brief_of(campaign, "2024-04", only=only))]

    assert stems() == ["2024年4月问题台账"]
    assert stems("云岭县", "青石乡", "白水乡") == [
        "2024年4月问题台账", "2024年4月问题台账（青石镇）", "2024年4月问题台账（白水乡）",
    ]  # fmt: skip


def test_three_hundred_rows_are_listed_in_order_under_a_repeated_head(campaign: Campaign) -> None:
    many = replace(campaign, problems=many_problems(300, unit="南岭街道", found=day("2024-04-02")))
    composed = ledger(many, "2024-04")
    table, _summary = tables_of(composed)
    assert [row[0] for row in table[1:-1]] == [str(number) for number in range(1, 301)]
    assert table[-1][2].startswith("本月发现300个")


def test_names_are_known_and_derived_ones_are_used(campaign: Campaign) -> None:
    context, template = ledger(campaign, "2024-04").context, template_of(TEMPLATE)
    model = {Basics.heading(name) for name in Basics.model_fields}
    assert set(context) - model == (set(DERIVED) | set(GROUND)) - model
    assert template.names - set(context) == set()
    assert set(DERIVED) - template.names == set()
