"""How the plan is cited: clause, number, its very words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from campaign_year import brief_of, campaign_year, month

from docgen.documents.citations import (
    CARD_WORDS,
    ESCALATION_WORDS,
    FEEDBACK_WORDS,
    cited,
    interview_rule,
    plan_names,
    rule,
    words_of_plan,
)
from docgen.model.supervision import Threshold, ThresholdKind
from docgen.model.work import Requirement

CARD = "凡因工作开展不力造成突出问题或重大涉贫舆情的，要‘黄牌’警告，并进行通报"
TALK = (
    "对于被连续2次‘黄牌’警告的单位主要负责同志，由督战总指挥长开展约谈，约谈后整改效果仍不明显的，"
    "报县精准扶贫工作领导小组，严肃追责问责"
)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("实施方案第七部分第（三）项", "《方案》第七部分第（三）项"),
        ("县领导小组第3次会议纪要", "县领导小组第3次会议纪要"),
    ],
)
def test_the_plan_is_cited_by_its_short_name_and_another_basis_as_it_is_written(clause: str, text: str) -> None:
    assert cited(clause) == text


def test_the_words_of_the_plan_are_a_whole_sentence_with_single_quotes_inside() -> None:
    brief = brief_of(campaign_year(), "2024-04")
    assert rule(brief, "实施方案第七部分第（三）项", CARD_WORDS) == {
        "依据": "《方案》第七部分第（三）项",
        "原文": CARD,
    }
    assert rule(brief, "实施方案第七部分第（三）项", ESCALATION_WORDS)["原文"] == TALK
    assert words_of_plan(brief, FEEDBACK_WORDS) == (
        "督战发现的问题及时反馈，并督促相关单位进行整改，每月28日向县精准扶贫工作领导小组办公室报送工作进度"
    )


def test_words_are_taken_from_the_item_that_the_clause_names() -> None:
    brief = brief_of(campaign_year(), "2024-04")
    assert words_of_plan(brief, CARD_WORDS, "实施方案第七部分第（二）项") == ""


@pytest.mark.parametrize("content", ["压实责任。", "要给“黄牌警告。"])
def test_no_words_are_cited_where_the_plan_has_none_or_they_would_break_a_quotation(content: str) -> None:
    campaign = replace(campaign_year(), requirements=(Requirement(title="要求", content=content),))
    assert words_of_plan(brief_of(campaign, "2024-04"), CARD_WORDS) == ""


def test_the_plans_words_on_interviews_are_cited_while_its_threshold_holds() -> None:
    row = Threshold(item=ThresholdKind.INTERVIEW, since=month("2024-05"), value=3, basis="领导小组第3次会议纪要")
    campaign = replace(campaign_year(), thresholds=(row,))
    april, may = (brief_of(campaign, when) for when in ("2024-04", "2024-05"))
    assert interview_rule(april, april.facts.threshold) == {"依据": "《方案》第七部分第（三）项", "原文": TALK}
    assert interview_rule(may, may.facts.threshold) == {"依据": "领导小组第3次会议纪要", "原文": ""}


def test_the_plan_is_named_with_its_number() -> None:
    brief = brief_of(campaign_year(), "2024-04")
    assert plan_names(brief) == {
        "方案名称": "云岭县2024年脱贫攻坚挂牌督战工作实施方案",
        "方案文号": "云扶组〔2024〕3号",
    }
