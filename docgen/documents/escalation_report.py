"""追责问责报告: an interview without visible effect, reported upward to the leading group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from docgen.documents import interview_notice
from docgen.documents.brief import Brief, Given
from docgen.documents.cards import card_row
from docgen.documents.citations import ESCALATION_WORDS, rule
from docgen.documents.composed import Composed
from docgen.documents.figures import problem_row
from docgen.documents.ground import row
from docgen.documents.interview_notice import matter
from docgen.documents.interview_record import demand_row
from docgen.documents.issuing import Letter, composed, issue_of, number_of
from docgen.documents.organs import known_names
from docgen.documents.plain import Plain
from docgen.documents.talks import interviewer, summoned
from docgen.documents.yellow_card_notice import number as card_number
from docgen.model.facts import Card, Cause, Escalation, MonthFacts
from docgen.model.settings import Direction, DocumentKind
from docgen.wording.dates import long_date

KIND = DocumentKind.ESCALATION_REPORT
TEMPLATE = "escalation_report"

DERIVED: dict[str, str] = {
    "单位": "单位当月的全称",
    "事由": "约谈的由来：次数、月份、警告（月份、文号、等次、评估理由、问题数、整改期限）、规定",
    "约谈": "约谈的时间、地点、约谈人、被约谈人、通知书文号、要求（要求、责任人、时限）",
    "复查": "约谈后的复查：日期、情况；没有复查的是空的",
    "再次警告": "约谈后又给的黄牌：月份、文号、等次、评估理由；没有的是空的",
    "截止日": "问题的状态截至哪一天，如 2024年6月30日",
    "问题数": "所依据的台账问题数",
    "未销号": "其中还没有销号的，一行一个问题",
    "逾期数": "没有销号的里面逾期的",
    "规定": "追责问责的规定：依据、原文",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE_REST = 20  # 字 of the title that the template adds, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The reports of the month, in the order of the workbook; with the last month's those that come after the end."""
    for item in _all(brief.facts):
        if brief.wants(item.name, *known_names(item.party)):
            yield _report(brief, item)


def number(brief: Brief, escalation: Escalation, day: date | None = None) -> str:
    """The 文号 of a report."""
    given = [_given(facts, item) for facts in brief.months for item in _all(facts)]
    own = _given(brief.facts, escalation)
    return number_of(brief, KIND, given, replace(own, day=day or own.day))


def _all(facts: MonthFacts) -> tuple[Escalation, ...]:
    return (*facts.escalations, *facts.late_escalations)


def _given(facts: MonthFacts, item: Escalation) -> Given:
    """On the day of the 复查; else at the end of the month, and not before the renewed card's notice."""
    talk, card = item.due.interview, _renewed_card(facts, item)
    checked = talk.checked if talk and item.cause is Cause.CHECKED else None
    month_end = facts.progress.as_of
    return Given(checked or max(month_end, card.issued if card else month_end), item.month, item.party.name)


def _renewed_card(facts: MonthFacts, item: Escalation) -> Card | None:
    """The card of the escalation's month, where that is what shows that the interview had no effect."""
    if item.cause is not Cause.CARDED_AGAIN:
        return None
    return next((card for card in facts.cards if card.party.name == item.party.name), None)


def _report(brief: Brief, item: Escalation) -> Composed:
    own = _given(brief.facts, item).day
    day = brief.day or own
    basics, setting = brief.campaign.basics, brief.setting(KIND)
    letter = Letter(
        TEMPLATE,
        KIND,
        number(brief, item, brief.day),
        item.month,
        day,
        _TITLE_REST + len(item.name),
        unit=item.name,
        addressees=setting.addressees or basics.leading_group,
        # The leading group does not report to itself: its office does.
        issuer=setting.issuer or basics.printing_organ,
    )
    issue = issue_of(brief, letter)
    # It goes upward by its nature, whatever 文件设置 says.
    upward = replace(issue, setting=issue.setting.model_copy(update={"direction": Direction.UP}))
    return composed(brief, letter, _names(brief, item, min(day, own)), upward)


def _names(brief: Brief, item: Escalation, day: date) -> Plain:
    as_of = min(day, brief.facts.progress.as_of)
    behind = item.reason.problems
    left = [problem for problem in behind if not problem.closed_by(as_of)]
    return {
        "单位": item.name,
        "事由": matter(brief, item.due, day),
        "约谈": _talk(brief, item),
        "复查": _check(brief, item),
        "再次警告": _renewed(brief, item),
        "截止日": long_date(as_of),
        "问题数": len(behind),
        "未销号": [problem_row(brief.campaign, problem, as_of) for problem in left],
        "逾期数": sum(bool(problem.overdue_days(as_of)) for problem in left),
        "规定": rule(brief, item.reason.clause, ESCALATION_WORDS),
    }


def _talk(brief: Brief, item: Escalation) -> Plain:
    due, talk = item.due, item.due.interview
    assert talk is not None  # only an interview that was held can be without effect
    return {
        "时间": long_date(talk.begins) if talk.begins else "",
        "地点": talk.place_name,
        "约谈人": interviewer(brief, due)["称谓"],
        "被约谈人": summoned(due)["称谓"],
        "通知书文号": interview_notice.number(brief, due),
        "要求": [demand_row(brief, demand) for demand in due.demands],
    }


def _check(brief: Brief, item: Escalation) -> Plain | str:
    talk = item.due.interview
    if talk is None or item.cause is not Cause.CHECKED:
        return ""
    return {
        "日期": long_date(talk.checked) if talk.checked else "",
        "情况": row(brief.campaign, talk)["复查情况"],
    }


def _renewed(brief: Brief, item: Escalation) -> Plain | str:
    card = _renewed_card(brief.facts, item)
    return {**card_row(brief, card), "文号": card_number(brief, card)} if card else ""
