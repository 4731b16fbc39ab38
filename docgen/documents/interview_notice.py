"""约谈通知书: one for each interview that the month's cards make due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents import yellow_card_notice
from docgen.documents.brief import Brief, Given
from docgen.documents.citations import interview_rule
from docgen.documents.composed import Composed
from docgen.documents.ground import row
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.organs import known_names, organ
from docgen.documents.phrases import one_sentence
from docgen.documents.plain import Plain
from docgen.documents.talks import interviewer, summoned
from docgen.model.facts import Card, InterviewDue
from docgen.model.settings import DocumentKind
from docgen.wording.dates import long_date, month_name, months_listed
from docgen.wording.moments import appointment

KIND = DocumentKind.INTERVIEW_NOTICE
TEMPLATE = "interview_notice"

MATTER: dict[str, str] = {
    "单位": "被约谈单位当月的全称",
    "次数": "连续几次黄牌引起约谈，数字",
    "月份": "这几张黄牌的月份，如 2024年3月、4月",
    "警告": "这几张黄牌，一张一项：月份、文号、等次、评估理由、问题数、整改期限",
    "规定": "约谈的规定：依据、原文",
    "问题数": "这几张黄牌所依据的台账问题数",
    "未销号数": "其中到截止日没有销号的",
    "截止日": "月底，或文件自己的日期，看哪个早",
}
"""What 约谈事由 holds, in the notice and in the record."""

DERIVED: dict[str, str] = {
    "事由": "为什么约谈：单位、次数、月份、警告、规定、问题数、未销号数、截止日",
    "被约谈人": "姓名、职务、称谓",
    "约谈人": "姓名、职务、称谓",
    "约谈时间": "如 2024年5月10日（星期五）15时30分；没有定的是手填的空",
    "约谈地点": "没有定的是空的",
    "携带材料": "没有填的是空的",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 13  # 字, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The notices of the month, in the order of the workbook."""
    for due in brief.facts.interviews:
        if brief.wants(due.name, *known_names(due.party)):
            yield _notice(brief, due)


def number(brief: Brief, due: InterviewDue, day: date | None = None) -> str:
    """The 编号 of an interview's notice; the record and the report cite it."""
    given = [_given(item) for facts in brief.months for item in facts.interviews]
    return number_of(brief, KIND, given, _given(due, day))


def matter(brief: Brief, due: InterviewDue, day: date) -> Plain:
    """约谈事由: the names of `MATTER`, in a document of this day."""
    behind = due.reason.problems
    as_of = min(brief.facts.progress.as_of, day)
    return {
        "单位": due.name,
        "次数": len(due.cards),
        "月份": months_listed(card.month for card in due.cards),
        "警告": [_warning(brief, card) for card in due.cards],
        "规定": interview_rule(brief, due.threshold),
        "问题数": len(behind),
        "未销号数": sum(not problem.closed_by(as_of) for problem in behind),
        "截止日": long_date(as_of),
    }


def _warning(brief: Brief, card: Card) -> Plain:
    return {
        "月份": month_name(card.month),
        "文号": yellow_card_notice.number(brief, card),
        "等次": str(card.assessment.grade),
        "评估理由": one_sentence(row(brief.campaign, card.assessment)["评估理由"]),
        "问题数": len(card.problems),
        "整改期限": long_date(card.deadline),
    }


def _given(due: InterviewDue, day: date | None = None) -> Given:
    return Given(day or due.notified, due.month, due.party.name)


def _notice(brief: Brief, due: InterviewDue) -> Composed:
    letter = Letter(
        TEMPLATE,
        KIND,
        number(brief, due, brief.day),
        due.month,
        brief.day or due.notified,
        _TITLE,
        unit=due.name,
        addressees=organ(due.party, name=due.name),
    )
    return composed(brief, letter, _names(brief, due, letter.day))


def _names(brief: Brief, due: InterviewDue, day: date) -> Plain:
    talk = row(brief.campaign, due.interview) if due.interview else {}
    return {
        "事由": matter(brief, due, day),
        "被约谈人": summoned(due),
        "约谈人": interviewer(brief, due),
        "约谈时间": appointment(due.interview.begins if due.interview else None),
        "约谈地点": talk.get("地点", ""),
        "携带材料": talk.get("携带材料", ""),
    }
