"""Citations: how a document names the plan, its clauses and its very words."""

from __future__ import annotations

from docgen.documents.brief import Brief
from docgen.documents.ground import row
from docgen.documents.plain import Plain
from docgen.documents.plan_reference import plan_number
from docgen.model.facts import ThresholdValue
from docgen.wording.numerals import chinese

PLAN: dict[str, str] = {
    "方案名称": "县实施方案的标题",
    "方案文号": "县实施方案的发文字号；没有编号的是空的",
}
"""Names of the templates that cite the plan."""

RULE: dict[str, str] = {
    "依据": "实施方案里的哪一项，如 《方案》第七部分第（三）项",
    "原文": "那一项里说这件事的一句话，不带外面的引号；数据里找不到的是空的",
}
"""What a cited rule holds."""

CARD_WORDS = ("黄牌",)
INTERVIEW_WORDS = ("约谈",)
ESCALATION_WORDS = ("追责问责",)
FEEDBACK_WORDS = ("反馈", "整改")
_PLAN = "实施方案"
_SHORT = "《方案》"


def plan_names(brief: Brief) -> Plain:
    """The names of `PLAN`: title first, then number."""
    return {"方案名称": brief.plan_title(), "方案文号": plan_number(brief)}


def cited(clause: str) -> str:
    """实施方案第七部分第（三）项 → 《方案》第七部分第（三）项; another basis stays as it is written."""
    return _SHORT + clause.removeprefix(_PLAN) if clause.startswith(_PLAN) else clause


def words_of_plan(brief: Brief, words: tuple[str, ...], clause: str = "") -> str:
    """The first sentence of 工作要求 with all the words, ready to stand between “ and ”; "" when there is none.

    Of the item that `clause` names; of any where it names none.
    """
    for number, requirement in enumerate(brief.campaign.requirements, 1):
        if clause.endswith("项") and not clause.endswith(f"（{chinese(number)}）项"):
            continue
        text: str = row(brief.campaign, requirement)["内容"]
        for sentence in text.replace("\n", "").split("。"):
            if all(word in sentence for word in words) and sentence.count("“") == sentence.count("”"):
                return sentence.strip().replace("“", "‘").replace("”", "’")
    return ""


def rule(brief: Brief, clause: str, words: tuple[str, ...]) -> Plain:
    """The names of `RULE`."""
    return {"依据": cited(clause), "原文": words_of_plan(brief, words, clause)}


def interview_rule(brief: Brief, threshold: ThresholdValue) -> Plain:
    """The rule that consecutive cards lead to an interview. The plan's words hold while its threshold does."""
    as_planned = threshold.value == brief.campaign.basics.card_threshold
    said = words_of_plan(brief, INTERVIEW_WORDS, threshold.basis) if as_planned else ""
    return {"依据": cited(threshold.basis), "原文": said}
