"""整改通知: each unit's problems that are still open at the month's end, with a 送达回执."""

from __future__ import annotations

from datetime import date

from docgen.documents.brief import Brief
from docgen.documents.citations import FEEDBACK_WORDS, words_of_plan
from docgen.documents.figures import problem_row
from docgen.documents.plain import Plain
from docgen.documents.unit_letters import UnitLetters
from docgen.model.facts import Progress
from docgen.model.months import day_in, month_after
from docgen.model.settings import DocumentKind
from docgen.wording.dates import long_date

KIND = DocumentKind.RECTIFICATION_NOTICE
TEMPLATE = "rectification_notice"

DERIVED: dict[str, str] = {
    "截止日": "如 2024年4月30日",
    "原文": "实施方案里反馈和整改的一句话；数据里找不到的是空的",
    "问题": "到月底没有销号的问题，一行一个：台账各项和所在地、时限、月末状态、逾期天数",
    "逾期数": "其中逾期的",
    "无时限数": "其中没有整改时限的",
    "报送期限": "整改情况最迟哪天报：下一个报送日，如 2024年5月28日",
}
"""Names of the template beside those that every letter has → what they are."""

_TITLE = 22  # 字, about


def next_report(day: date, report_day: int) -> date:
    """The first 报送日 after a day."""
    here = day_in(day, report_day)
    return here if here > day else day_in(month_after(day), report_day)


def _names(brief: Brief, progress: Progress, day: date) -> Plain:
    as_of = brief.facts.progress.as_of
    return {
        "截止日": long_date(as_of),
        "原文": words_of_plan(brief, FEEDBACK_WORDS),
        "问题": [problem_row(brief.campaign, problem, as_of) for problem in progress.open],
        "逾期数": len(progress.overdue),
        "无时限数": sum(problem.deadline is None for problem in progress.open),
        "报送期限": long_date(next_report(day, brief.campaign.basics.report_day)),
    }


LETTERS = UnitLetters(TEMPLATE, KIND, _TITLE, lambda progress: bool(progress.open), _names)
compose, number = LETTERS.compose, LETTERS.number
