"""约谈记录: filled in after the talk, a form to be filled in by hand before it."""

from __future__ import annotations

from typing import Any

from campaign_year import brief_of, campaign_year, changed, day
from letters import said

from docgen.documents.interview_record import compose, number
from docgen.model.campaign import Campaign
from docgen.model.interviews import Interview

SIGNED = [
    "核对意见｜以上记录本人已阅，与约谈情况相符，无误。",
    "被约谈人\n签字｜｜日期｜年　　月　　日",
    "约谈人\n签字｜｜日期｜年　　月　　日",
    "记录人\n签字｜｜日期｜年　　月　　日",
]
HELD = [
    "指出问题｜危房改造滞后。\n责任没有压实。",
    "情况说明｜施工力量不足。",
    "整改要求｜具体要求｜责任人｜完成时限",
    "第1条｜完成危房改造｜闻示例｜2024年5月31日",
    "第2条｜每周报告整改进展｜｜",
    "表态｜限期整改到位。",
]
EMPTY = [
    "指出问题｜",
    "情况说明｜",
    "整改要求｜具体要求｜责任人｜完成时限",
    *(f"第{number}条｜｜｜" for number in range(1, 5)),
    "表态｜",
]


def record(campaign: Campaign, when: str, unit: str) -> list[str]:
    (made,) = compose(brief_of(campaign, when, only=(unit,)))
    return said(made)


def with_talk(**values: Any) -> Campaign:
    """青石镇's interview with other values."""

    def change(row: Interview) -> dict[str, Any]:
        return values if row.unit == "青石镇" else {}

    return changed(campaign_year(), "interviews", change)


def test_there_is_a_record_for_every_interview_due_numbered_in_order() -> None:
    made = [one for when in ("2024-04", "2024-06") for one in compose(brief_of(campaign_year(), when))]
    assert [(one.unit, one.number, one.day, one.stem) for one in made] == [
        ("青石镇", "云督约记〔2024〕1号", day("2024-05-10"), "2024年4月约谈记录（青石镇）"),
        ("白水乡", "云督约记〔2024〕2号", day("2024-07-10"), "2024年6月约谈记录（白水乡）"),
        ("云河镇", "云督约记〔2024〕3号", day("2024-07-10"), "2024年6月约谈记录（云河镇）"),
    ]
    brief = brief_of(campaign_year(), "2024-06")
    assert number(brief, brief.facts.interviews[1]) == "云督约记〔2024〕3号"


def test_a_talk_that_was_held_is_recorded() -> None:
    assert record(campaign_year(), "2024-04", "青石镇") == [
        "编号：云督约记〔2024〕1号",
        "脱贫攻坚挂牌督战约谈记录",
        (
            "约谈依据｜《云岭县2024年脱贫攻坚挂牌督战工作实施方案》（云扶组〔2024〕3号）；《脱贫攻坚挂牌督战“黄牌”警告通知书》"
            "（云督黄〔2024〕1号、云督黄〔2024〕3号）；《脱贫攻坚挂牌督战约谈通知书》（云督约〔2024〕1号）"
        ),
        "约谈事由｜青石镇2024年3月、4月连续2次被“黄牌”警告，涉及台账问题3个",
        "约谈时间｜2024年5月10日15时05分至16时30分",
        "约谈地点｜县委二号会议室",
        "约谈人｜江示例｜职务｜督战总指挥长、县委副书记",
        "被约谈人｜青示例｜单位职务｜青石镇党委书记",
        "记录人｜文示例｜参加人员｜何示例、申示例",
        *HELD,
        *SIGNED,
    ]


def test_without_a_row_of_the_workbook_the_form_is_empty() -> None:
    assert record(campaign_year(), "2024-06", "白水乡")[3:] == [
        "约谈事由｜白水乡2024年5月、6月连续2次被“黄牌”警告",
        "约谈时间｜＿＿＿＿年＿＿月＿＿日＿＿时＿＿分至＿＿时＿＿分",
        "约谈地点｜",
        "约谈人｜江示例｜职务｜督战总指挥长、县委副书记",
        "被约谈人｜白示例｜单位职务｜白水乡党委书记",
        "记录人｜｜参加人员｜",
        *EMPTY,
        *SIGNED,
    ]


def test_a_talk_that_was_not_held_shows_when_and_where_and_nothing_that_was_said() -> None:
    lines = record(with_talk(held=False), "2024-04", "青石镇")
    assert lines[4:6] == ["约谈时间｜2024年5月10日15时05分至＿＿时＿＿分", "约谈地点｜县委二号会议室"]
    assert lines[9:] == [*EMPTY, *SIGNED]


def test_what_a_held_talk_left_unsaid_has_room_to_be_written() -> None:
    lines = record(with_talk(explanation=""), "2024-04", "青石镇")
    assert lines[9:12] == [HELD[0], "情况说明｜", HELD[2]]


def test_answers_keep_their_paragraphs() -> None:
    long = "\n".join(f"第{index}段。" for index in range(1, 21))
    lines = record(with_talk(problems=long, explanation=long, commitment=long), "2024-04", "青石镇")
    assert [text for text in lines if "第20段。" in text] == [
        f"指出问题｜{long}",
        f"情况说明｜{long}",
        f"表态｜{long}",
    ]


def test_the_day_that_is_asked_for_gives_the_numbers_year() -> None:
    (made,) = compose(brief_of(campaign_year(), "2024-04", day=day("2025-01-08")))
    assert (made.day, made.number) == (day("2025-01-08"), "云督约记〔2025〕1号")
