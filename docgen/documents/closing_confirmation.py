"""销号确认单: each unit's problems that were closed in the month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.composed import Composed
from docgen.documents.figures import figures, problem_row
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.plain import Plain
from docgen.documents.rectification_notice import wanted, whom
from docgen.model.facts import MonthFacts, Progress
from docgen.model.ledger import Problem
from docgen.model.settings import DocumentKind
from docgen.wording.dates import long_date, month_name

KIND = DocumentKind.CLOSING_CONFIRMATION
TEMPLATE = "closing_confirmation"

DERIVED: dict[str, str] = {
    "月份": "如 2024年4月",
    "截止日": "如 2024年4月30日",
    "问题": "当月销号的问题，一行一个：台账各项和所在地、时限、完成时间、销号时间",
    "数字": "这个单位的数字：本月销号、本月按时销号、累计发现、累计销号、未销号等",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 16  # 字, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The month's confirmations, in the order of the workbook's units, then townships."""
    for name, progress in concerned(brief.facts).items():
        if wanted(brief, name):
            yield _confirmation(brief, name, progress)


def number(brief: Brief, name: str, day: date | None = None) -> str:
    """The 编号 of the wanted month's confirmation for a unit."""
    given = [Given(facts.progress.as_of, facts.month, unit) for facts in brief.months for unit in concerned(facts)]
    own = Given(day or brief.facts.progress.as_of, brief.month, name)
    return number_of(brief, KIND, given, own)


def concerned(facts: MonthFacts) -> Mapping[str, Progress]:
    """The units that have closed problems in the month."""
    return {name: progress for name, progress in facts.progress.units.items() if progress.closed}


def _confirmation(brief: Brief, name: str, progress: Progress) -> Composed:
    unit, addressees = whom(brief, name)
    letter = Letter(
        TEMPLATE,
        KIND,
        number(brief, name, brief.day),
        brief.month,
        brief.day or brief.facts.progress.as_of,
        _TITLE,
        unit=unit,
        addressees=addressees,
    )
    return composed(brief, letter, _names(brief, progress))


def _names(brief: Brief, progress: Progress) -> Plain:
    as_of = brief.facts.progress.as_of
    return {
        "月份": month_name(brief.month),
        "截止日": long_date(as_of),
        "问题": [_row(brief, item, as_of) for item in progress.closed],
        "数字": figures(progress),
    }


def _row(brief: Brief, problem: Problem, as_of: date) -> Plain:
    """A closed problem; its days as the table prints them."""
    days = {"完成时间": problem.completed, "销号时间": problem.closed}
    return {
        **problem_row(brief.campaign, problem, as_of),
        **{name: long_date(day) if day else "" for name, day in days.items()},
    }
