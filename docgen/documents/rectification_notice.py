"""整改通知: each unit's problems that are still open at the month's end, with a 送达回执."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.citations import FEEDBACK_WORDS, words_of_plan
from docgen.documents.composed import Composed
from docgen.documents.figures import problem_row
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.organs import known_names, name_in, organ
from docgen.documents.plain import Plain
from docgen.model.facts import MonthFacts, Progress
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


def compose(brief: Brief) -> Iterator[Composed]:
    """The month's notices, in the order of the workbook's units, then townships."""
    for name, progress in concerned(brief.facts).items():
        if wanted(brief, name):
            yield _notice(brief, name, progress)


def number(brief: Brief, name: str, day: date | None = None) -> str:
    """The 文号 of the wanted month's notice to a unit."""
    given = [Given(facts.progress.as_of, facts.month, unit) for facts in brief.months for unit in concerned(facts)]
    own = Given(day or brief.facts.progress.as_of, brief.month, name)
    return number_of(brief, KIND, given, own)


def concerned(facts: MonthFacts) -> Mapping[str, Progress]:
    """The units that have open problems at the month's end."""
    return {name: progress for name, progress in facts.progress.units.items() if progress.open}


def wanted(brief: Brief, name: str) -> bool:
    """Whether the documents of a 责任单位 are wanted, by whatever name it was asked for."""
    party = brief.campaign.party(name)
    return brief.wants(name, *(known_names(party) if party else ()))


def whom(brief: Brief, name: str) -> tuple[str, str]:
    """A 责任单位 as it was called in the month, and its organ."""
    party = brief.campaign.party(name)
    if party is None:
        return name, name
    called = name_in(brief.campaign, party, brief.month)
    return called, organ(party, name=called)


def next_report(day: date, report_day: int) -> date:
    """The first 报送日 after a day."""
    here = day_in(day, report_day)
    return here if here > day else day_in(month_after(day), report_day)


def _notice(brief: Brief, name: str, progress: Progress) -> Composed:
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
    return composed(brief, letter, _names(brief, letter, progress))


def _names(brief: Brief, letter: Letter, progress: Progress) -> Plain:
    as_of = brief.facts.progress.as_of
    return {
        "截止日": long_date(as_of),
        "原文": words_of_plan(brief, FEEDBACK_WORDS),
        "问题": [problem_row(brief.campaign, problem, as_of) for problem in progress.open],
        "逾期数": len(progress.overdue),
        "无时限数": sum(problem.deadline is None for problem in progress.open),
        "报送期限": long_date(next_report(letter.day, brief.campaign.basics.report_day)),
    }
