"""Cards in a progress report: those in force with the state of what they rest on, those lifted, the interviews held."""

from __future__ import annotations

from docgen.documents.brief import Brief
from docgen.documents.plain import Plain
from docgen.documents.report_period import Period
from docgen.documents.report_scope import Scope
from docgen.documents.talks import interviewer
from docgen.model.facts import Card, InterviewDue
from docgen.wording.dates import long_date, month_name


def cards_part(brief: Brief, scope: Scope, span: Period) -> Plain:
    """黄牌, 解除, 约谈 as they are known on the 报送日."""
    # A month is assessed at its end: on the 报送日 its own assessment is not made yet.
    lifted = [item for item in brief.months[-2].liftings if scope.concerns(item.party)] if len(brief.months) > 1 else []
    talks = [item for facts in brief.months for item in facts.talks if scope.concerns(item.party)]
    return {
        "黄牌": [_row(card, span) for card in _in_force(brief, span) if scope.concerns(card.party)],
        "解除": [item.name for item in lifted],
        "约谈": [_talk(brief, item) for item in talks if item.talked and span.since <= item.talked <= span.until],
    }


def _in_force(brief: Brief, span: Period) -> list[Card]:
    """The last card of each party that has been issued and not lifted by then."""
    last: dict[str, Card] = {}
    for facts in brief.months:
        for card in facts.cards:
            if card.issued <= span.until:
                last[card.party.name] = card
        for item in facts.liftings if facts.month < brief.month else ():
            last.pop(item.party.name, None)
    return list(last.values())


def _row(card: Card, span: Period) -> Plain:
    closed = sum(problem.closed_by(span.until) for problem in card.problems)
    left = len(card.problems) - closed
    return {
        "单位": card.name,
        "月份": month_name(card.month),
        "第几次": card.nth,
        "连续第几次": card.consecutive,
        "问题数": len(card.problems),
        "已销号": closed,
        "未销号": left,
        "整改期限": long_date(card.deadline),
        "过期": bool(left) and span.until > card.deadline,
    }


def _talk(brief: Brief, item: InterviewDue) -> Plain:
    assert item.talked is not None
    return {"单位": item.name, "日期": long_date(item.talked), "约谈人": interviewer(brief, item)["称谓"]}
