"""黄牌通报: the month's cards, told to all units."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.brief import Brief, Given
from docgen.documents.cards import card_row
from docgen.documents.citations import cited
from docgen.documents.composed import Composed
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.plain import Plain
from docgen.documents.talks import interviewer
from docgen.model.facts import Escalation, InterviewDue, Lifting, MonthFacts
from docgen.model.settings import DocumentKind
from docgen.wording.dates import month_name, months_listed

KIND = DocumentKind.CARD_CIRCULAR
TEMPLATE = "card_circular"

DERIVED: dict[str, str] = {
    "月份": "如 2024年4月",
    "黄牌": "当月的黄牌，一张一行：单位、等次、评估理由、第几次、连续第几次、问题、整改期限",
    "解除": "当月解除的黄牌：单位、月份（最后一张黄牌的月份）",
    "约谈": "当月的黄牌引起的约谈：单位、连续次数、月份、依据、约谈人",
    "追责问责": "当月要报领导小组的：单位、依据",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 24  # 字, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The month's circular; none in a month without cards."""
    facts = brief.facts
    if not facts.cards:
        return
    given = [_given(item) for item in brief.months if item.cards]
    own = brief.day or given[-1].day
    number = number_of(brief, KIND, given, Given(own, facts.month))
    addressees = brief.setting(KIND).addressees or brief.campaign.basics.addressees
    letter = Letter(TEMPLATE, KIND, number, facts.month, own, _TITLE, addressees=addressees)
    yield composed(brief, letter, _names(brief, facts))


def _given(facts: MonthFacts) -> Given:
    """At the month's end, and not before the last of the notices that it tells of."""
    return Given(max(facts.progress.as_of, *(card.issued for card in facts.cards)), facts.month)


def _names(brief: Brief, facts: MonthFacts) -> Plain:
    return {
        "月份": month_name(facts.month),
        "黄牌": [card_row(brief, card) for card in facts.cards],
        "解除": [_lifting(item) for item in facts.liftings],
        "约谈": [_interview(brief, item) for item in facts.interviews],
        "追责问责": [_escalation(item) for item in facts.escalations],
    }


def _lifting(lifting: Lifting) -> Plain:
    return {"单位": lifting.name, "月份": month_name(lifting.card.month)}


def _interview(brief: Brief, due: InterviewDue) -> Plain:
    return {
        "单位": due.name,
        "连续次数": len(due.cards),
        "月份": months_listed(card.month for card in due.cards),
        "依据": cited(due.threshold.basis),
        "约谈人": interviewer(brief, due)["称谓"],
    }


def _escalation(item: Escalation) -> Plain:
    return {"单位": item.name, "依据": cited(item.reason.clause)}
