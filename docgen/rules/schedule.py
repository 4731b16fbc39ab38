"""Rules about time: months, phases, deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from docgen.diagnostics import Diagnostic
from docgen.model.months import last_day
from docgen.model.work import Phase, Target
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn

_DAY = timedelta(days=1)
_YEAR = re.compile(r"(\d{4})年")
_MONTH = re.compile(r"(\d{1,2})月(?:(底|末)|(\d{1,2})日)?")


def months_reversed(case: Case) -> Iterator[Diagnostic]:
    """结束月份 is not before 起始月份."""
    basics = case.campaign.basics
    if case.knows(basics, "start_month", "end_month") and basics.end_month < basics.start_month:
        start = f"{inside(basics.place('start_month'))} 是 {basics.start_month:%Y-%m}"
        yield report("RULE-008", basics.place("end_month"), f"结束月份 {basics.end_month:%Y-%m} 早于起始月份", start)


def year_outside(case: Case) -> Iterator[Diagnostic]:
    """年度 is a year of the campaign's months."""
    basics, span = case.campaign.basics, case.span
    if span and case.knows(basics, "year") and not span[0].year <= basics.year <= span[1].year:
        months = f"督战时间是 {span[0]:%Y-%m} 至 {span[1]:%Y-%m}（{inside(basics.place('start_month'))}）"
        yield report("RULE-032", basics.place("year"), f"年度是 {basics.year}", months)


def phase_reversed(case: Case) -> Iterator[Diagnostic]:
    """A phase does not end before it starts."""
    for phase in case.campaign.phases:
        if not _sound(phase):
            start = f"{inside(phase.place('start'))} 是 {phase.start}"
            yield report("RULE-004", phase.place("end"), f"结束日期 {phase.end} 早于开始日期", start)


def phases_overlap(case: Case) -> Iterator[Diagnostic]:
    """A phase starts after the one before it has ended."""
    for before, after in _neighbours(case):
        if after.start <= before.end:
            end = f"前一阶段到 {before.end} 才结束（{inside(before.place('end'))}）"
            yield report("RULE-005", after.place("start"), f"开始日期是 {after.start}", end)


def phases_gap(case: Case) -> Iterator[Diagnostic]:
    """A phase starts on the day after the one before it (a warning). Lost rows may have filled the gap."""
    if not case.whole("phases"):
        return
    for before, after in _neighbours(case):
        if after.start > before.end + _DAY:
            days = (after.start - before.end).days - 1
            end = f"前一阶段 {before.end} 结束（{inside(before.place('end'))}）"
            yield warn("RULE-006", after.place("start"), f"开始日期是 {after.start}，之前空了 {days} 天", end)


def phase_outside(case: Case) -> Iterator[Diagnostic]:
    """The campaign's months cover the phases."""
    span = case.span
    for phase in case.campaign.phases if span else ():
        assert span
        attribute = "start" if phase.start < span[0] else "end" if phase.end > span[1] else ""
        if attribute and _sound(phase):
            found = f"{phase.heading(attribute)}是 {getattr(phase, attribute)}"
            yield report("RULE-007", phase.place(attribute), found, boundary(case, attribute))


def clearing_outside(case: Case) -> Iterator[Diagnostic]:
    """清零时限 lies within the campaign's months."""
    basics, span = case.campaign.basics, case.span
    if span and case.knows(basics, "clearing_deadline") and not span[0] <= basics.clearing_deadline <= span[1]:
        attribute = "start" if basics.clearing_deadline < span[0] else "end"
        found = f"清零时限是 {basics.clearing_deadline}"
        yield report("RULE-009", basics.place("clearing_deadline"), found, boundary(case, attribute))


def clearing_unmatched(case: Case) -> Iterator[Diagnostic]:
    """Some target is due on the 清零时限 (a warning); silent where a deadline is itself in doubt."""
    basics, targets = case.campaign.basics, case.campaign.targets
    doubtful = not case.knows(basics, "clearing_deadline") or not case.whole("targets")
    doubtful = doubtful or any(not case.knows(target, "deadline") or _contradiction(target) for target in targets)
    if doubtful or any((*clearing_outside(case), *target_outside(case))):
        return
    dated = [target for target in targets if target.deadline]
    if dated and all(target.deadline != basics.clearing_deadline for target in dated):
        found = f"清零时限是 {basics.clearing_deadline}"
        first = f"目标任务的完成时限都不是这一天，如 {inside(dated[0].place('deadline'))} 的 {dated[0].deadline}"
        yield warn("RULE-010", basics.place("clearing_deadline"), found, first)


def target_outside(case: Case) -> Iterator[Diagnostic]:
    """No target is due after the campaign has ended."""
    span = case.span
    for target in case.campaign.targets if span else ():
        if span and target.deadline and target.deadline > span[1]:
            found = f"完成时限是 {target.deadline}"
            yield report("RULE-011", target.place("deadline"), found, boundary(case, "end"))


def wording_contradicts(case: Case) -> Iterator[Diagnostic]:
    """时限表述 says the same time as 完成时限."""
    for target in case.campaign.targets:
        if _contradiction(target):
            found = f"时限表述是“{target.deadline_wording}”"
            deadline = f"完成时限却是 {target.deadline}（{inside(target.place('deadline'))}）"
            yield report("RULE-012", target.place("deadline_wording"), found, deadline)


def _contradiction(target: Target) -> bool:
    """Whether the wording names a year, half-year, month or day that is not the deadline's."""
    day, words = target.deadline, target.deadline_wording
    if day is None or not words:
        return False
    if (year := _YEAR.search(words)) and int(year[1]) != day.year:
        return True
    if ("上半年" in words and day.month > 6) or ("下半年" in words and day.month < 7):
        return True
    if "年底" in words and day.month != 12:
        return True
    return any(not _same(match, day) for match in _MONTH.finditer(words))


def _same(match: re.Match[str], day: date) -> bool:
    if int(match[1]) != day.month:
        return False
    if match[2]:
        return day == last_day(day)
    return not match[3] or int(match[3]) == day.day


def _sound(phase: Phase) -> bool:
    return phase.start <= phase.end


def _neighbours(case: Case) -> Iterator[tuple[Phase, Phase]]:
    """Phases one after the other, both sound: a reversed one is reported on its own."""
    return ((a, b) for a, b in pairwise(case.campaign.phases) if _sound(a) and _sound(b))


def boundary(case: Case, attribute: str) -> str:
    """When the campaign starts or ends, and where that stands."""
    basics = case.campaign.basics
    if attribute == "start":
        return f"督战从 {basics.start_month:%Y-%m} 开始（{inside(basics.place('start_month'))}）"
    return f"督战到 {basics.end_month:%Y-%m} 结束（{inside(basics.place('end_month'))}）"
