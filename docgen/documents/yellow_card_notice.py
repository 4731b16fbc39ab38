"""黄牌警告通知书: one for each unit that is carded in a month, with its 送达回执."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.cards import card_row
from docgen.documents.citations import CARD_WORDS, interview_rule, rule
from docgen.documents.composed import Composed
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.organs import known_names, organ
from docgen.documents.plain import Plain
from docgen.model.facts import Card, Cause
from docgen.model.settings import DocumentKind
from docgen.wording.dates import long_date, month_name

KIND = DocumentKind.YELLOW_CARD_NOTICE
TEMPLATE = "yellow_card_notice"

DERIVED: dict[str, str] = {
    "月份": "如 2024年4月",
    "黄牌": "这张黄牌：第几次、连续第几次、问题、整改期限、等次、评估理由",
    "截止日": "问题的状态截至哪一天，如 2024年4月30日",
    "规定": "给黄牌的规定：依据、原文",
    "约谈规定": "约谈的规定：依据、原文",
    "门槛": "当月的约谈门槛，数字",
    "后果": "约谈、追责问责，或警示（还没有到约谈的时候）",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 18  # 字, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The notices of the month, in the order of the workbook."""
    for card in brief.facts.cards:
        if brief.wants(card.name, *known_names(card.party)):
            yield _notice(brief, card)


def number(brief: Brief, card: Card, day: date | None = None) -> str:
    """The 编号 of a card's notice; other documents cite it. `day` where it is not issued on the card's own."""
    given = [_given(item) for facts in brief.months for item in facts.cards]
    return number_of(brief, KIND, given, _given(card, day))


def _given(card: Card, day: date | None = None) -> Given:
    return Given(day or card.issued, card.month, card.party.name)


def _notice(brief: Brief, card: Card) -> Composed:
    letter = Letter(
        TEMPLATE,
        KIND,
        number(brief, card, brief.day),
        card.month,
        brief.day or card.issued,
        _TITLE,
        unit=card.name,
        addressees=organ(card.party, name=card.name),
    )
    return composed(brief, letter, _names(brief, card, letter.day))


def _names(brief: Brief, card: Card, day: date) -> Plain:
    # A notice cannot tell of days after its own.
    as_of = min(brief.facts.progress.as_of, day)
    threshold = brief.facts.threshold
    return {
        "月份": month_name(card.month),
        "黄牌": card_row(brief, card, as_of),
        "截止日": long_date(as_of),
        "规定": rule(brief, card.reason.clause, CARD_WORDS),
        "约谈规定": interview_rule(brief, threshold),
        "门槛": threshold.value,
        "后果": _consequence(brief, card),
    }


def _consequence(brief: Brief, card: Card) -> str:
    """What the card leads to; after an interview without effect there is no other talk, but the report."""
    facts, name = brief.facts, card.party.name
    if any(item.party.name == name and item.cause is Cause.CARDED_AGAIN for item in facts.escalations):
        return "追责问责"
    return "约谈" if any(due.party.name == name for due in facts.interviews) else "警示"
