"""约谈通知书: who is summoned, why, when, where, by whom; blanks where the workbook does not know yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from campaign_year import brief_of, campaign_year, changed, day, month
from letters import said

from docgen.documents.interview_notice import compose, matter
from docgen.documents.talks import interviewer, summoned
from docgen.model.campaign import Campaign
from docgen.model.facts import InterviewDue
from docgen.model.interviews import Interview
from docgen.model.settings import Head
from docgen.model.supervision import Threshold, ThresholdKind

TITLE = "脱贫攻坚挂牌督战约谈通知书"


def notice(campaign: Campaign, when: str, unit: str) -> list[str]:
    (made,) = compose(brief_of(campaign, when, only=(unit,)))
    return said(made)


def due(campaign: Campaign, when: str, unit: str) -> InterviewDue:
    (found,) = (item for item in brief_of(campaign, when).facts.interviews if item.name == unit)
    return found


def section(lines: list[str], start: str) -> list[str]:
    at = lines.index(start) + 1
    end = next(
        index for index in range(at, len(lines)) if lines[index][1:2] == "、" or lines[index].endswith("领导小组")
    )
    return lines[at:end]


def talk(**values: Any) -> Campaign:
    """白水乡's interview of June with these values."""
    row = Interview(unit="白水乡", month=month("2024-06"), **values)
    return replace(campaign_year(), interviews=(row,))


def test_every_interview_that_the_months_cards_make_due_is_announced() -> None:
    made = [one for when in ("2024-04", "2024-05", "2024-06") for one in compose(brief_of(campaign_year(), when))]
    assert [(one.unit, one.number, one.day, one.stem) for one in made] == [
        ("青石镇", "云督约〔2024〕1号", day("2024-05-06"), "2024年4月约谈通知书（青石镇）"),
        ("白水乡", "云督约〔2024〕2号", day("2024-07-05"), "2024年6月约谈通知书（白水乡）"),
        ("云河镇", "云督约〔2024〕3号", day("2024-07-05"), "2024年6月约谈通知书（云河镇）"),
    ]


def test_the_notice_cites_rule_cards_and_their_numbers() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    assert lines[1:4] == ["云督约〔2024〕1号", TITLE, "青石镇人民政府："]
    assert lines[4] == (
        "你单位2024年3月、4月连续2次被“黄牌”警告。按照《云岭县2024年脱贫攻坚挂牌督战工作实施方案》（云扶组〔2024〕3号，"
        "以下简称《方案》）有关规定，决定对你单位主要负责同志开展约谈。现将有关事项通知如下："
    )
    rule = (
        "《方案》第七部分第（三）项规定：“对于被连续2次‘黄牌’警告的单位主要负责同志，由督战总指挥长开展约谈，约谈后"
        "整改效果仍不明显的，报县精准扶贫工作领导小组，严肃追责问责。”"
    )
    assert section(lines, "一、约谈依据") == [rule]
    cited = "（《脱贫攻坚挂牌督战“黄牌”警告通知书》，云督黄〔2024〕{}号）"
    card = f"被“黄牌”警告{cited}。评估指出：危房改造进度滞后，责任没有压实。"
    assert section(lines, "二、约谈事由") == [
        f"2024年3月，你单位评估等次为“较差”，{card.format(1)}",
        f"2024年4月，你单位评估等次为“较差”，{card.format(3)}",
        "上述“黄牌”警告涉及问题台账中的问题3个，截至2024年4月30日仍有2个未销号。",
    ]


def test_the_arrangement_is_told_to_the_minute_with_post_and_name() -> None:
    assert section(notice(campaign_year(), "2024-04", "青石镇"), "三、约谈安排") == [
        "（一）时间：2024年5月10日（星期五）15时05分。",
        "（二）地点：县委二号会议室。",
        "（三）约谈人：督战总指挥长、县委副书记江示例。",
        "（四）被约谈人：青石镇党委书记青示例。",
    ]


def test_what_is_not_known_yet_is_left_blank_and_the_head_of_the_party_is_summoned() -> None:
    assert section(notice(campaign_year(), "2024-06", "白水乡"), "三、约谈安排") == [
        "（一）时间：＿＿＿＿年＿＿月＿＿日＿＿时＿＿分。",
        "（二）地点：＿＿＿＿＿＿＿＿＿＿＿＿＿＿。",
        "（三）约谈人：督战总指挥长、县委副书记江示例。",
        "（四）被约谈人：白水乡党委书记白示例。",
    ]


def test_the_person_comes_himself_and_brings_what_is_asked_for() -> None:
    asked, usual = (
        section(notice(campaign_year(), when, unit), "四、有关要求")
        for when, unit in (("2024-04", "青石镇"), ("2024-06", "白水乡"))
    )
    assert asked[0] == usual[0] == "（一）本人参加。被约谈人须本人按时参加，不得由他人代替。"
    assert asked[1].startswith("（二）备好材料。请携带问题整改台账，就“黄牌”警告所指问题")
    assert usual[1].startswith("（二）备好材料。请携带问题整改台账、整改方案和整改情况报告，就")


@pytest.mark.parametrize(
    ("values", "called"),
    [
        ({}, "白水乡党委书记白示例"),
        ({"person": "白示例"}, "白水乡党委书记白示例"),
        ({"person": "甘示例"}, "白水乡甘示例"),
        ({"person": "甘示例", "post": "乡长"}, "白水乡乡长甘示例"),
        ({"post": "白水乡党委书记"}, "白水乡党委书记白示例"),
    ],
)
def test_the_summoned_person_is_the_rows_or_the_partys_head(values: dict[str, str], called: str) -> None:
    assert summoned(due(talk(**values), "2024-06", "白水乡"))["称谓"] == called


def test_where_nobody_knows_the_head_he_is_the_head() -> None:
    campaign = changed(campaign_year(), "townships", lambda _: {"secretary": ""})
    assert summoned(due(campaign, "2024-06", "白水乡")) == {
        "姓名": "", "职务": "", "单位职务": "白水乡", "称谓": "白水乡主要负责同志",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "post", "called"),
    [
        ({}, "督战总指挥长、县委副书记", "督战总指挥长、县委副书记江示例"),
        (
            {"interviewer": "江示例", "interviewer_post": "县委常委"},
            "督战总指挥长、县委常委",
            "督战总指挥长、县委常委江示例",
        ),
        ({"interviewer": "何示例"}, "督战副总指挥长、县政府副县长", "督战副总指挥长、县政府副县长何示例"),
        ({"interviewer": "苏示例", "interviewer_post": "县委书记"}, "县委书记", "县委书记苏示例"),
        ({"interviewer": "江示例", "interviewer_post": "督战总指挥长"}, "督战总指挥长", "督战总指挥长江示例"),
    ],
)
def test_the_interviewer_is_the_rows_or_the_commander(values: dict[str, str], post: str, called: str) -> None:
    campaign = talk(**values)
    found = interviewer(brief_of(campaign, "2024-06"), due(campaign, "2024-06", "白水乡"))
    assert (found["职务"], found["称谓"]) == (post, called)


def test_a_threshold_of_one_is_told_without_the_word_consecutive() -> None:
    row = Threshold(item=ThresholdKind.INTERVIEW, since=month("2024-03"), value=1, basis="会议纪要")
    lines = notice(replace(campaign_year(), thresholds=(row,)), "2024-03", "白水乡")
    assert lines[4].startswith("你单位2024年3月被“黄牌”警告。")
    assert section(lines, "一、约谈依据") == ["会议纪要关于约谈的规定。"]


def test_a_notice_tells_no_state_of_a_day_after_its_own() -> None:
    brief = brief_of(campaign_year(), "2024-04")
    early = matter(brief, brief.facts.interviews[0], day("2024-04-24"))
    assert (early["截止日"], early["问题数"], early["未销号数"]) == ("2024年4月24日", 3, 3)


def test_without_a_head_the_number_stands_above_the_title() -> None:
    assert notice(campaign_year(Head.NONE), "2024-04", "青石镇")[:2] == ["编号：云督约〔2024〕1号", TITLE]
