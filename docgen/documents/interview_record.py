"""约谈记录: filled in from the workbook, or a form to be filled in by hand while the talk has not taken place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents import interview_notice
from docgen.documents.brief import Brief, Given
from docgen.documents.composed import Composed
from docgen.documents.ground import row
from docgen.documents.interview_notice import matter
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.organs import known_names
from docgen.documents.plain import Plain
from docgen.documents.talks import interviewer, summoned
from docgen.model.facts import InterviewDue
from docgen.model.interviews import Demand
from docgen.model.months import month_after
from docgen.model.settings import DocumentKind
from docgen.wording.dates import long_date
from docgen.wording.moments import time_span

KIND = DocumentKind.INTERVIEW_RECORD
TEMPLATE = "interview_record"

DERIVED: dict[str, str] = {
    "事由": "为什么约谈：单位、次数、月份、警告、规定、问题数、未销号数、截止日",
    "通知书文号": "约谈通知书的文号；没有代字的是空的",
    "约谈时间": "如 2024年5月10日15时至16时30分；不知道的是手填的空",
    "约谈地点": "没有填的是空的",
    "约谈人": "姓名、职务、称谓",
    "被约谈人": "姓名、职务、称谓",
    "记录人": "没有填的是空的",
    "参加人员": "姓名，一人一项",
    "指出的问题": "约谈人指出的问题，可分段",
    "情况说明": "被约谈人的说明，可分段",
    "整改要求": "一条一行：要求、责任人、时限",
    "表态": "被约谈人的表态，可分段",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 12  # 字, about
_EXPECTED = 10  # of the next month, for the number's year where no time is known


def compose(brief: Brief) -> Iterator[Composed]:
    """The records of the interviews that the month's cards make due, in the order of the workbook."""
    for due in brief.facts.interviews:
        if brief.wants(due.name, *known_names(due.party)):
            yield _record(brief, due)


def number(brief: Brief, due: InterviewDue, day: date | None = None) -> str:
    """The 编号 of an interview's record."""
    given = [_given(item) for facts in brief.months for item in facts.interviews]
    return number_of(brief, KIND, given, _given(due, day))


def _day(due: InterviewDue) -> date:
    """The day of the talk, or the one on which it may be expected."""
    begins = due.interview.begins if due.interview else None
    return begins.date() if begins else month_after(due.month).replace(day=_EXPECTED)


def _given(due: InterviewDue, day: date | None = None) -> Given:
    return Given(day or _day(due), due.month, due.party.name)


def _record(brief: Brief, due: InterviewDue) -> Composed:
    letter = Letter(
        TEMPLATE,
        KIND,
        number(brief, due, brief.day),
        due.month,
        brief.day or _day(due),
        _TITLE,
        unit=due.name,
        dated=bool(brief.day or due.talked),
    )
    return composed(brief, letter, _names(brief, due, letter.day))


def _names(brief: Brief, due: InterviewDue, day: date) -> Plain:
    return {
        "事由": matter(brief, due, day),
        "通知书文号": interview_notice.number(brief, due),
        "约谈人": interviewer(brief, due),
        "被约谈人": summoned(due),
        **_talk(brief, due),
    }


def _talk(brief: Brief, due: InterviewDue) -> Plain:
    """What was said; of a talk that was not held only when and where it is to be."""
    interview = due.interview
    held = bool(interview and interview.held)
    talk = row(brief.campaign, interview) if interview else {}
    said = talk if held else {}
    return {
        "约谈时间": time_span(interview.begins, interview.ends if held else None)
        if interview
        else time_span(None, None),
        "约谈地点": talk.get("地点", ""),
        "记录人": talk.get("记录人", ""),
        "参加人员": talk.get("参加人员", []),
        "指出的问题": said.get("指出的问题", ""),
        "情况说明": said.get("情况说明", ""),
        "整改要求": [demand_row(brief, item) for item in due.demands] if held else [],
        "表态": said.get("表态", ""),
    }


def demand_row(brief: Brief, demand: Demand) -> Plain:
    """A demand for a template."""
    said = row(brief.campaign, demand)
    return {**said, "时限": long_date(demand.deadline) if demand.deadline else ""}
