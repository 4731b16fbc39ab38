"""整改通知 and 销号确认单: each unit's open problems at the month's end, and those closed in the month."""

from __future__ import annotations

from dataclasses import replace

import pytest
from campaign_year import brief_of, campaign_year, changed, day, many_problems
from letters import said

from docgen.documents import closing_confirmation, rectification_notice
from docgen.documents.rectification_notice import compose, next_report
from docgen.model.campaign import Campaign


def notice(campaign: Campaign, when: str, unit: str) -> list[str]:
    (made,) = compose(brief_of(campaign, when, only=(unit,)))
    return said(made)


def line(lines: list[str], start: str) -> str:
    (found,) = (text for text in lines if text.startswith(start))
    return found


def test_every_unit_with_open_problems_is_told_of_them_at_the_months_end() -> None:
    made = [one for when in ("2024-03", "2024-04") for one in compose(brief_of(campaign_year(), when))]
    assert [(one.unit, one.number, one.day) for one in made] == [
        ("县住房和城乡建设局", "云督改〔2024〕1号", day("2024-03-31")),
        ("青石镇", "云督改〔2024〕2号", day("2024-03-31")),
        ("青石镇", "云督改〔2024〕3号", day("2024-04-30")),
        ("南岭街道", "云督改〔2024〕4号", day("2024-04-30")),
    ]
    assert made[-1].stem == "2024年4月整改通知（南岭街道）"


@pytest.mark.parametrize(
    ("wish", "found"), [("住建", ["县住房和城乡建设局"]), ("青石镇", ["青石镇"]), ("教育", []), ("没有的单位", [])]
)
def test_units_may_be_asked_for_by_any_of_their_names(wish: str, found: list[str]) -> None:
    assert [one.unit for one in compose(brief_of(campaign_year(), "2024-03", only=(wish,)))] == found


def test_a_renamed_unit_is_called_as_in_the_month() -> None:
    renamed = changed(
        campaign_year(), "townships", lambda row: {"former_names": ("青石乡",)} if row.name == "青石镇" else {}
    )
    renamed = changed(
        renamed,
        "assessments",
        lambda row: {"unit": "青石乡"} if row.unit == "青石镇" and row.month < day("2024-04-01") else {},
    )
    (march,) = compose(brief_of(renamed, "2024-03", only=("青石镇",)))
    (april,) = compose(brief_of(renamed, "2024-04", only=("青石乡",)))
    assert [(one.unit, one.context["主送"]) for one in (march, april)] == [
        ("青石乡", "青石乡人民政府"),
        ("青石镇", "青石镇人民政府"),
    ]


def test_the_notice_cites_the_plan_and_numbers_the_problems_as_the_ledger_does() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    assert lines[2:7] == [
        "关于限期整改脱贫攻坚挂牌督战发现问题的通知",
        "青石镇人民政府：",
        (
            "《云岭县2024年脱贫攻坚挂牌督战工作实施方案》（云扶组〔2024〕3号）规定：“督战发现的问题及时反馈，并督促相关单位进行"
            "整改，每月28日向县精准扶贫工作领导小组办公室报送工作进度。”现将由你单位负责整改、截至2024年4月30日尚未销号的"
            "2个问题（其中逾期1个）予以反馈，并就整改工作通知如下："
        ),
        "一、需要整改的问题",
        (
            "（一）WT-001号问题（青石镇石桥村，住房安全）。2户危房改造没有开工。整改措施：落实施工队伍。"
            "整改时限为2024年4月20日，已逾期10天。"
        ),
    ]
    assert lines[7] == "（二）WT-003号问题（青石镇，住房安全）。帮扶措施没有更新。尚未启动整改。"


def test_what_is_overdue_or_without_limit_is_due_by_the_next_report() -> None:
    told = line(notice(campaign_year(), "2024-04", "青石镇"), "（二）严守整改时限。")
    assert told == (
        "（二）严守整改时限。已逾期的问题要立即整改，于2024年5月28日前整改到位；未逾期的问题要在整改时限前整改到位。"
        "没有明确整改时限的，于2024年5月28日前整改到位。"
    )
    told = line(notice(campaign_year(), "2024-04", "南岭街道"), "（二）严守整改时限。")
    assert told == "（二）严守整改时限。各项问题都要在整改时限前整改到位，不得逾期。"


@pytest.mark.parametrize(
    ("issued", "report_day", "due"),
    [
        ("2024-04-30", 28, "2024-05-28"),
        ("2024-04-27", 28, "2024-04-28"),
        ("2024-04-28", 28, "2024-05-28"),
        ("2024-12-31", 28, "2025-01-28"),
        ("2024-01-31", 31, "2024-02-29"),
        ("2024-04-15", 31, "2024-04-30"),
    ],
)
def test_the_next_report_is_the_first_report_day_after_the_notice(issued: str, report_day: int, due: str) -> None:
    assert next_report(day(issued), report_day) == day(due)


@pytest.mark.parametrize(("count", "tabled"), [(5, False), (6, True), (60, True)])
def test_more_than_five_problems_are_a_table_with_every_one_of_them(count: int, tabled: bool) -> None:
    problems = many_problems(count, unit="南岭街道", found=day("2024-04-02"))
    lines = notice(replace(campaign_year(), problems=problems), "2024-04", "南岭街道")
    rows = [text for text in lines if "DL-" in text]
    assert f"尚未销号的{count}个问题予以反馈" in lines[4]
    assert [problem.number for problem in problems] == [text[text.index("DL-") :][:6] for text in rows]
    assert all(("｜闻示例｜2024年5月2日｜整改中" in text) is tabled for text in rows)


def test_the_receipt_names_the_notice() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    at = lines.index("送达回执")
    assert lines[at + 1 : at + 4] == [
        "送达文件｜《关于限期整改脱贫攻坚挂牌督战发现问题的通知》",
        "文件编号｜云督改〔2024〕3号｜成文日期｜2024年4月30日",
        "受送达单位｜青石镇人民政府",
    ]


def test_a_confirmation_lists_what_was_closed_in_the_month() -> None:
    made = list(closing_confirmation.compose(brief_of(campaign_year(), "2024-04")))
    assert [(one.unit, one.number, one.stem) for one in made] == [
        ("县住房和城乡建设局", "云督销〔2024〕1号", "2024年4月销号确认单（县住房和城乡建设局）"),
        ("青石镇", "云督销〔2024〕2号", "2024年4月销号确认单（青石镇）"),
    ]
    late, in_time = (said(one) for one in made)
    assert late[4].endswith("经2024年4月验收，你单位负责整改的下列1个问题已整改到位，同意销号。")
    assert in_time[4].endswith("同意销号，其中按时销号1个。")
    assert in_time[5:9] == [
        "序号｜问题编号｜所在地｜问题描述｜完成日期｜验收人｜销号日期",
        "1｜WT-002｜青石镇｜驻村工作队没有到位｜2024年4月20日｜石示例｜2024年4月25日",
        "截至2024年4月30日，你单位累计发现问题3个，已销号1个，未销号2个。请巩固整改成果，防止反弹。",
        "云岭县精准扶贫工作领导小组",
    ]


def test_both_are_found_by_number_from_other_documents() -> None:
    brief = brief_of(campaign_year(), "2024-04")
    assert rectification_notice.number(brief, "南岭街道") == "云督改〔2024〕4号"
    assert closing_confirmation.number(brief, "青石镇") == "云督销〔2024〕2号"
