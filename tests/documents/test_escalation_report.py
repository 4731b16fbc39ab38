"""追责问责报告: upward, by the office, with everything that led to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from campaign_year import brief_of, campaign_year, changed, day, month
from letters import said

from docgen.documents.escalation_report import compose, number
from docgen.model.campaign import Campaign
from docgen.model.interviews import Demand
from docgen.model.settings import DocumentKind, Head

RULE = (
    "《方案》第七部分第（三）项规定：“对于被连续2次‘黄牌’警告的单位主要负责同志，由督战总指挥长开展约谈，约谈后整改效果"
    "仍不明显的，报县精准扶贫工作领导小组，严肃追责问责。”"
)
CITED = "（《脱贫攻坚挂牌督战“黄牌”警告通知书》，云督黄〔2024〕{}号）"


def report(campaign: Campaign, when: str = "2024-06") -> list[str]:
    (made,) = compose(brief_of(campaign, when))
    return said(made)


def section(lines: list[str], start: str, end: str) -> list[str]:
    return lines[lines.index(start) + 1 : lines.index(end)]


def test_reports_are_dated_by_the_check_or_the_months_end_and_numbered_in_order() -> None:
    made = [one for when in ("2024-06", "2024-07") for one in compose(brief_of(campaign_year(), when))]
    assert [(one.unit, one.number, one.day, one.stem) for one in made] == [
        ("青石镇", "云扶办〔2024〕1号", day("2024-06-10"), "2024年6月追责问责报告（青石镇）"),
        ("云河镇", "云扶办〔2024〕2号", day("2024-07-31"), "2024年7月追责问责报告（云河镇）"),
    ]
    brief = brief_of(campaign_year(), "2024-07")
    assert number(brief, brief.facts.escalations[0]) == "云扶办〔2024〕2号"


def test_it_goes_upward_to_the_leading_group_from_its_office_with_the_signer() -> None:
    (made,) = compose(brief_of(campaign_year(), "2024-06"))
    assert said(made)[:4] == [
        "云岭县精准扶贫工作领导小组办公室文件",
        "云扶办〔2024〕1号\t签发人：江示例",
        "关于提请对青石镇脱贫攻坚挂牌督战整改不力问题追责问责的报告",
        "县精准扶贫工作领导小组：",
    ]
    assert made.author == "云岭县精准扶贫工作领导小组办公室"


def test_without_a_head_number_and_signer_stand_above_the_title() -> None:
    assert report(campaign_year(Head.NONE))[0] == "云扶办〔2024〕1号\t签发人：江示例"


def test_the_setting_may_say_another_organ_and_another_addressee() -> None:
    own = changed(
        campaign_year(),
        "settings",
        lambda row: (
            {"issuer": "云岭县督战办公室", "addressees": "县委"}
            if row.document is DocumentKind.ESCALATION_REPORT
            else {}
        ),
    )
    lines = report(own)
    assert (lines[0], lines[3]) == ("云岭县督战办公室文件", "县委：")


def test_cards_and_interview_are_told_with_their_numbers_and_demands() -> None:
    lines = report(campaign_year())
    told = "青石镇评估等次为“较差”，被“黄牌”警告{}，涉及问题台账中的问题{}个，要求于2024年{}前整改到位。评估指出：{}。"
    reasons = "危房改造进度滞后，责任没有压实"
    assert section(lines, "一、“黄牌”警告情况", "二、约谈情况") == [
        "2024年3月，" + told.format(CITED.format(1), 2, "4月30日", reasons),
        "2024年4月，" + told.format(CITED.format(3), 3, "5月31日", reasons),
    ]
    assert section(lines, "二、约谈情况", "三、约谈后整改情况") == [
        (
            "按照《方案》第七部分第（三）项规定，2024年5月10日，督战总指挥长、县委副书记江示例在县委二号会议室对青石镇党委书记"
            "青示例进行了约谈（《脱贫攻坚挂牌督战约谈通知书》，云督约〔2024〕1号）。约谈提出整改要求2条：完成危房改造"
            "（责任人：闻示例，完成时限：2024年5月31日）；每周报告整改进展。"
        )
    ]


def test_many_demands_are_a_table() -> None:
    demands = tuple(
        Demand(unit="青石镇", month=month("2024-04"), item=f"要求{index}", person="闻示例") for index in range(1, 21)
    )
    told = section(report(replace(campaign_year(), demands=demands)), "二、约谈情况", "三、约谈后整改情况")
    assert told[0].endswith("约谈提出整改要求20条，具体如下：")
    assert told[1:] == ["序号｜整改要求｜责任人｜完成时限", *(f"{n}｜要求{n}｜闻示例｜" for n in range(1, 21))]


def test_a_check_without_effect_is_told_with_what_is_open_on_its_day() -> None:
    assert section(report(campaign_year()), "三、约谈后整改情况", "四、处理建议") == [
        "2024年6月10日，对青石镇约谈后的整改情况进行了复查，整改效果不明显。1户危房仍没有开工。",
        "截至2024年6月10日，上述“黄牌”警告涉及的3个问题中，仍有2个未销号，其中逾期1个，具体如下：",
        "序号｜问题编号｜所在地｜问题描述｜责任人｜整改时限｜整改状态",
        "1｜WT-001｜青石镇石桥村｜2户危房改造没有开工｜闻示例｜2024年4月20日｜逾期51天",
        "2｜WT-003｜青石镇｜帮扶措施没有更新｜闻示例｜｜未启动",
    ]


def test_a_card_after_the_interview_is_told_with_its_number() -> None:
    assert section(report(campaign_year(), "2024-07"), "三、约谈后整改情况", "四、处理建议") == [
        (
            f"约谈后首次评估（2024年7月）中，云河镇评估等次为“较差”，再次被“黄牌”警告{CITED.format(10)}。"
            "评估指出：危房改造进度滞后，责任没有压实。"
        )
    ]


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (None, "涉及的3个问题均未销号，其中逾期2个，具体如下："),
        (day("2024-06-10"), "涉及的3个问题已全部销号。"),
    ],
)
def test_none_or_all_of_the_problems_may_be_closed(closed: date | None, told: str) -> None:
    campaign = changed(campaign_year(), "problems", lambda _: {"closed": closed})
    assert told in "".join(report(campaign))


def test_it_asks_as_the_plan_prescribes_and_ends_as_a_report_ends() -> None:
    lines = report(campaign_year())
    at = lines.index("四、处理建议")
    assert lines[at + 1 : at + 5] == [
        f"{RULE}鉴于青石镇被约谈后整改效果仍不明显，现按规定提请县精准扶贫工作领导小组研究，对青石镇及有关责任人员严肃追责问责。",
        "对青石镇尚未整改到位的问题，将继续挂牌督战，逐项督促整改销号。",
        "特此报告。",
        "云岭县精准扶贫工作领导小组办公室",
    ]


def test_a_report_tells_no_state_of_a_day_after_its_own() -> None:
    (made,) = compose(brief_of(campaign_year(), "2024-07", day=day("2024-07-25")))
    assert (made.day, made.context["截止日"]) == (day("2024-07-25"), "2024年7月25日")
    (late,) = compose(brief_of(campaign_year(), "2024-06", day=day("2024-06-28")))
    assert (late.day, late.context["截止日"]) == (day("2024-06-28"), "2024年6月10日")


def test_a_check_after_the_campaigns_end_is_reported_with_its_last_month() -> None:
    late = changed(campaign_year(), "interviews", lambda row: {"checked": day("2025-01-15")} if row.effect else {})
    (made,) = compose(brief_of(late, "2024-12"))
    assert (made.unit, made.number, made.stem) == ("青石镇", "云扶办〔2025〕1号", "2025年1月追责问责报告（青石镇）")
    assert "2025年1月15日，对青石镇约谈后的整改情况进行了复查，整改效果不明显。1户危房仍没有开工。" in said(made)
    assert list(compose(brief_of(late, "2024-11"))) == []
