"""Cards as rows of a document: which card it is, on what it rests, what has to be done by when."""

from __future__ import annotations

from datetime import date

from docgen.documents.brief import Brief
from docgen.documents.figures import problem_row
from docgen.documents.ground import row
from docgen.documents.phrases import one_sentence
from docgen.documents.plain import Plain
from docgen.model.facts import Card
from docgen.wording.dates import long_date, month_name

CARD: dict[str, str] = {
    "单位": "被警告单位当月的全称",
    "月份": "如 2024年4月",
    "等次": "月度评估的等次",
    "评估理由": "月度评估的理由，几段的连成一句，末尾没有句号",
    "第几次": "督战以来的第几次黄牌，数字",
    "连续第几次": "连续的第几次，数字",
    "没有评估的月份": "连续之中没有评估的月份，如 2024年6月",
    "依据条款": "实施方案里的哪一项",
    "问题": "所依据的台账问题，每个有问题台账的各项和所在地、时限、月末状态、逾期天数",
    "整改期限": "如 2024年5月31日",
}
"""What a card's row holds."""


def card_row(brief: Brief, card: Card, as_of: date | None = None) -> Plain:
    """A card for a template, its problems as they stand on `as_of` (default: the day of the month's figures)."""
    day = as_of or brief.facts.progress.as_of
    return {
        "单位": card.name,
        "月份": month_name(card.month),
        "等次": str(card.assessment.grade),
        "评估理由": one_sentence(row(brief.campaign, card.assessment)["评估理由"]),
        "第几次": card.nth,
        "连续第几次": card.consecutive,
        "没有评估的月份": [month_name(month) for month in card.skipped],
        "依据条款": card.reason.clause,
        "问题": [problem_row(brief.campaign, problem, day) for problem in card.problems],
        "整改期限": long_date(card.deadline),
    }
