"""Parts of a progress report: figures and their change, what falls between two reports, problems, next month."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.documents.brief import Brief
from docgen.documents.figures import figures, problem_row
from docgen.documents.ground import row
from docgen.documents.plain import Plain
from docgen.documents.report_cards import cards_part
from docgen.documents.report_period import Period, period
from docgen.documents.report_scope import Scope, reported
from docgen.documents.report_visits import present_name, visits_part
from docgen.model.campaign import Campaign
from docgen.model.facts import Progress
from docgen.model.ledger import Degree, Problem
from docgen.model.months import last_day, month_after
from docgen.wording.dates import cell_day, day_range, month_name
from docgen.wording.shares import percent

_MOST_GATHERED = 3  # duties or places that are named for their many open problems


def body(brief: Brief, scope: Scope) -> Plain:
    """Everything that a report says."""
    span = period(brief)
    return {
        "范围": scope.name,
        "分乡镇": scope.township is not None,
        "截止日": day_range(span.until, span.until, span.until.year),
        "本期": figures(scope.progress),
        "增减": _changes(scope),
        "补报": _between(brief, scope, span),
        "分类": [figures(item) for item in scope.duties],
        "分片": [figures(item) for item in scope.areas],
        "集中": {"类别": _gathered(scope.duties), "地方": _gathered(scope.areas)},
        "督战": visits_part(brief, scope, span),
        **_problems(brief, scope, span),
        **cards_part(brief, scope, span),
        "下月": _next_month(brief, scope.progress),
    }


def _changes(scope: Scope) -> list[str]:
    """未销号, 逾期, 销号率 against the end of the month before; nothing in the first month."""
    now, before = scope.progress, scope.before
    if before is None or not now.all_found:
        return []
    said = [_more("未销号问题", len(now.open) - len(before.open), "个")]
    if now.overdue or before.overdue:
        said.append(_more("逾期问题", len(now.overdue) - len(before.overdue), "个"))
    if now.rate is not None and before.rate is not None:
        # What readers subtract are the rates as printed.
        said.append(_more("销号率", percent(now.rate) - percent(before.rate), "个百分点", "提高", "下降"))
    return said


def _more(what: str, change: int | Decimal, unit: str, up: str = "增加", down: str = "减少") -> str:
    if not change:
        return f"{what}持平"
    amount = f"{abs(change):f}".removesuffix(".0") if isinstance(change, Decimal) else str(abs(change))
    return f"{what}{up if change > 0 else down}{amount}{unit}"


def _between(brief: Brief, scope: Scope, span: Period) -> Plain:
    """What came after last month's report and before this month: it is in no month's report otherwise."""
    if span.rest is None:
        return {}
    first, last = span.rest
    found = sum(first <= problem.found <= last for problem in scope.progress.all_found)
    closed = sum(
        problem.closed is not None and first <= problem.closed <= last for problem in scope.progress.all_closed
    )
    visits = sum(first <= visit.day <= last for visit in scope.visited(brief.campaign.visits))
    if not (found or closed or visits):
        return {}
    return {"起止": day_range(first, last, span.until.year), "督战": visits, "发现": found, "销号": closed}


def _gathered(parts: Iterable[Progress]) -> list[Plain]:
    """Where most of the open problems are: named when there is something to choose from."""
    several = [part for part in parts if part.open]
    if len(several) < 2:
        return []
    most = sorted(several, key=lambda part: -len(part.open))[:_MOST_GATHERED]
    return [{"名称": part.scope, "个数": len(part.open)} for part in most]


def _problems(brief: Brief, scope: Scope, span: Period) -> Plain:
    """A township names all that is open, the county what is overdue, the longest first, or grave."""
    overdue = sorted(scope.progress.overdue, key=lambda item: (-item.overdue_days(span.until), item.number))
    others = [item for item in scope.progress.open if item not in overdue]
    if scope.township is None:
        others = [item for item in others if item.degree is Degree.GRAVE]
    named = (*overdue, *others)
    return {
        "突出问题": [_problem(brief, scope, item, span) for item in named],
        "严重未到期": len(others),
    }


def _problem(brief: Brief, scope: Scope, item: Problem, span: Period) -> Plain:
    """A problem, its place and its limit as a narrow cell shows them."""
    own = scope.township
    where = (item.place_name or f"全{own.kind}") if own else f"{item.township}\n{item.place_name}".strip()
    limit = cell_day(item.deadline, brief.campaign.basics.year) if item.deadline else ""
    return {**problem_row(brief.campaign, item, span.until), "地点": where, "期限": limit}


def _next_month(brief: Brief, progress: Progress) -> Plain:
    """What is due next month, and the phases that it lies in."""
    first = month_after(brief.month)
    last = last_day(first)
    due = [item for item in progress.open if item.deadline and first <= item.deadline <= last]
    campaign = brief.campaign
    phases = [(nth, item) for nth, item in enumerate(campaign.phases, 1) if item.start <= last and item.end >= first]
    return {
        "月份": f"{first.month}月" if first.year == brief.month.year else month_name(first),
        "在督战期内": first <= campaign.basics.end_month,
        "到期数": len(due),
        "到期分布": _by_place(campaign, due),
        "未到期余": _still_due(brief, progress),
        "阶段": [
            {"序号": nth, "起止": day_range(item.start, item.end, first.year), **row(campaign, item)}
            for nth, item in phases
        ],
    }


def _by_place(campaign: Campaign, rows: Iterable[Problem]) -> list[Plain]:
    """How many of the problems each township has, or each village within one township."""
    found = [(present_name(campaign, item.township), item.place_name) for item in rows]
    single = len({township for township, _ in found}) == 1
    names = [(place or township) if single else township for township, place in found]
    return [{"名称": name, "个数": names.count(name)} for name in dict.fromkeys(names)]


def _still_due(brief: Brief, progress: Progress) -> int:
    """Open problems whose limit falls into the rest of this month."""
    as_of, end = reported(brief).as_of, month_after(brief.month)
    return sum(item.deadline is not None and as_of <= item.deadline < end for item in progress.open)
