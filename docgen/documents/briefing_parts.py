"""The parts of a briefing that take more than figures: ranking, good work, named problems, cards, next month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents.brief import Brief
from docgen.documents.cards import card_row
from docgen.documents.figures import figures, problem_row, standing_row
from docgen.documents.ground import row
from docgen.documents.narrowing import by_duty
from docgen.documents.plain import Plain
from docgen.documents.talks import interviewer
from docgen.model.facts import InterviewDue, Lifting, Party, Progress
from docgen.model.ledger import Degree, Problem
from docgen.model.months import last_day, month_after
from docgen.model.supervision import Grade
from docgen.wording.dates import long_date, month_name

MOST_NAMED = 10
"""Problems that a briefing names one by one; the rest it counts."""

_GOOD_RATE_PLACES = 3  # ranks that are praised
_REASONED = 4  # units graded 好 that are told with their reasons


def ranking_rows(brief: Brief) -> list[Plain]:
    """The ranking of the townships, each with the card of the month."""
    carded = {card.party.name for card in brief.facts.cards}
    return [
        standing_row(standing) | {"黄牌": "黄牌" if standing.progress.scope in carded else ""}
        for standing in brief.facts.standings
    ]


def category_rows(brief: Brief, progress: Progress) -> list[Plain]:
    """Figures of the scope by 问题类别."""
    return [figures(item) for item in by_duty(progress, brief.facts.progress.duties)]


def good_work(brief: Brief, township: str) -> list[str]:
    """What went well: the leading townships, units graded 好, cards lifted."""
    lines = [*_leading(brief), *_graded(brief, township)] if not township else [*_graded(brief, township)]
    return [*lines, *(_lifted(item) for item in brief.facts.liftings if _concerns(item.party, township))]


def _leading(brief: Brief) -> Iterator[str]:
    """The townships at the head of the ranking, when somebody is behind them."""
    ranked = [item for item in brief.facts.standings if item.rank is not None and item.progress.all_closed]
    best = [item for item in ranked if item.rank is not None and item.rank <= _GOOD_RATE_PLACES]
    if best and len(best) < len(ranked):
        told = "、".join(f"{item.progress.scope}（{figures(item.progress)['销号率']}）" for item in best)
        yield f"{told}问题销号率居前"


def _graded(brief: Brief, township: str) -> Iterator[str]:
    """The units graded 好: few with their reasons, many by name."""
    good = [
        (party.name, row(brief.campaign, item)["评估理由"])
        for item in brief.campaign.assessments
        if item.month == brief.month and item.grade is Grade.GOOD
        if (party := brief.campaign.party(item.unit)) and _concerns(party, township)
    ]
    if len(good) > _REASONED:
        yield f"{'、'.join(name for name, _ in good)}{len(good)}个单位月度评估为“好”"
    else:
        yield from (f"{name}月度评估为“好”" + (f"，{reasons}" if reasons else "") for name, reasons in good)


def _lifted(item: Lifting) -> str:
    return f"{item.name}{month_name(item.card.month)}的“黄牌”警告经评估予以解除"


def _concerns(party: Party, township: str) -> bool:
    return not township or party.name == township


def outstanding(brief: Brief, progress: Progress) -> tuple[list[Plain], int]:
    """The problems to be named, overdue ones (the longest first) before open grave ones; how many are left out."""
    as_of = brief.facts.progress.as_of
    overdue = sorted(progress.overdue, key=lambda problem: (-problem.overdue_days(as_of), problem.number))
    grave = [problem for problem in progress.open if problem.degree is Degree.GRAVE and problem not in overdue]
    named = [*overdue, *grave]
    shown = [problem_row(brief.campaign, problem, as_of) for problem in named[:MOST_NAMED]]
    return shown, max(len(named) - MOST_NAMED, 0)


def cards_part(brief: Brief, township: str) -> Plain:
    """Cards given and lifted, interviews due and held in the month."""
    facts = brief.facts
    return {
        "黄牌": [card_row(brief, card) for card in facts.cards if _concerns(card.party, township)],
        "解除": [_lifted(item) for item in facts.liftings if _concerns(item.party, township)],
        "应约谈": [_due(item) for item in facts.interviews if _concerns(item.party, township)],
        "已约谈": [_held(brief, item) for item in facts.talks if _concerns(item.party, township)],
        "追责": [item.name for item in facts.escalations if _concerns(item.party, township)],
    }


def _due(item: InterviewDue) -> Plain:
    return {
        "单位": item.name,
        "次数": item.threshold.value,
        "月份": [month_name(card.month) for card in item.cards],
    }


def _held(brief: Brief, item: InterviewDue) -> Plain:
    return {
        "单位": item.name,
        "日期": long_date(item.talked) if item.talked else "",
        "约谈人": interviewer(brief, item)["称谓"],
    }


def next_month(brief: Brief, progress: Progress, township: str) -> Plain:
    """The priorities: problems due by the end of next month, the phase it lies in, interviews to be held."""
    first = month_after(brief.month)
    last = last_day(first)
    due = [problem for problem in progress.open if problem.deadline and first <= problem.deadline <= last]
    phases = [phase for phase in brief.campaign.phases if phase.start <= last and phase.end >= first]
    waiting = [item.name for item in brief.facts.interviews if not _is_held(item) and _concerns(item.party, township)]
    return {
        "月份": month_name(first),
        "月": first.month,
        "在督战期内": first <= brief.campaign.basics.end_month,
        "到期数": len(due),
        "到期": [problem_row(brief.campaign, problem, last) for problem in sorted(due, key=_by_deadline)[:MOST_NAMED]],
        "任务": [row(brief.campaign, phase)["任务"] for phase in phases],
        "待约谈": waiting,
        "报送日": brief.campaign.basics.report_day,
        "末日": f"{last.month}月{last.day}日",
    }


def _by_deadline(problem: Problem) -> tuple[date, str]:
    return problem.deadline or date.max, problem.number


def _is_held(item: InterviewDue) -> bool:
    return item.interview is not None and item.interview.held
