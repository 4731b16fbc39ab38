"""销号确认单: each unit's problems that were closed in the month."""

from __future__ import annotations

from datetime import date

from docgen.documents.brief import Brief
from docgen.documents.figures import figures, problem_row
from docgen.documents.plain import Plain
from docgen.documents.unit_letters import UnitLetters
from docgen.model.facts import Progress
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


def _names(brief: Brief, progress: Progress, _: date) -> Plain:
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


LETTERS = UnitLetters(TEMPLATE, KIND, _TITLE, lambda progress: bool(progress.closed), _names)
compose, number = LETTERS.compose, LETTERS.number
