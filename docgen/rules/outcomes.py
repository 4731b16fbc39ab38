"""Rules about what comes out of an interview: the record of the talk, the check afterwards, what was demanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from docgen.diagnostics import Diagnostic
from docgen.model.interviews import Demand, Effect, Interview
from docgen.rules.cards import histories
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.escalations import assessment_after
from docgen.rules.interviews import Known, known
from docgen.rules.schedule import boundary

_RECORDED = ("begins", "explanation", "commitment")
_RESULTS = ("effect", "checked", "check_note")


def record_lacks(case: Case) -> Iterator[Diagnostic]:
    """A talk that was held says when it was, what the unit explained and promised; one diagnostic an empty cell."""
    for row in case.campaign.interviews:
        for attribute in _RECORDED if row.held else ():
            if not getattr(row, attribute) and case.knows(row, attribute):
                held = f"已约谈是“是”（{inside(row.place('held'))}）"
                yield report("RULE-071", row.place(attribute), f"没有填{row.heading(attribute)}", held)


def result_without_talk(case: Case) -> Iterator[Diagnostic]:
    """The result of an interview is recorded after it was held."""
    for row in case.campaign.interviews:
        filled = next((name for name in _RESULTS if getattr(row, name)), "")
        if filled and not row.held and case.knows(row, "held"):
            said = f"却填了{row.heading(filled)}（{inside(row.place(filled))}）"
            yield report("RULE-072", row.place("held"), "已约谈不是“是”", said)


def effect_undated(case: Case) -> Iterator[Diagnostic]:
    """A result says on which day it was seen (a warning)."""
    for row in case.campaign.interviews:
        if row.effect and row.checked is None and case.knows(row, "checked"):
            said = f"复查结果是“{row.effect}”（{inside(row.place('effect'))}）"
            yield warn("RULE-073", row.place("checked"), "没有填复查日期", said)


def checked_too_early(case: Case) -> Iterator[Diagnostic]:
    """The check comes after the talk."""
    for row in case.campaign.interviews:
        if row.checked and row.begins and row.checked < row.begins.date():
            yield report("RULE-074", row.place("checked"), f"复查日期是 {row.checked}", _talk(row))


def effect_doubtful(case: Case) -> Iterator[Diagnostic]:
    """An interview with visible effect is not followed by another card (a warning)."""
    if not case.chains_known:
        return
    assessed = {history.party.name: history.assessments for history in histories(case.campaign)}
    for due in case.interviews.values():
        if due.interview and due.interview.held and due.interview.effect is Effect.VISIBLE:
            after = assessment_after(due, assessed[due.party.name])
            if after and after.card:
                said = f"约谈后首次评估（{after.month:%Y-%m}）又给了“黄牌”（{inside(after.place('card'))}）"
                yield warn("RULE-075", due.interview.place("effect"), "复查结果是“明显”", said)


def demand_of_no_talk(case: Case) -> Iterator[Diagnostic]:
    """A demand belongs to a row of 约谈."""
    if not case.sure("interviews", "month"):
        return
    talks = _talks(case)
    for row in case.campaign.demands:
        name, month = known(case.campaign, row)
        if row.unit in case.names and (name, month) not in talks:
            months = [
                f"{other:%Y-%m}（{inside(talk.place('month'))}）"
                for (unit, other), talk in talks.items()
                if unit == name
            ]
            said = f"{name}的约谈是 {'、'.join(months)}" if months else f"{name}没有约谈"
            yield report("RULE-076", row.place("month"), f"“约谈”里没有{name} {month:%Y-%m} 的一行", said)


def demand_due_too_early(case: Case) -> Iterator[Diagnostic]:
    """What is demanded is due after the talk."""
    for row, talk in _demanded(case):
        if row.deadline and talk.begins and row.deadline <= talk.begins.date():
            yield report("RULE-077", row.place("deadline"), f"完成时限是 {row.deadline}", _talk(talk))


def demand_due_after_end(case: Case) -> Iterator[Diagnostic]:
    """What is demanded is due within the campaign (a warning)."""
    for row in case.campaign.demands:
        if row.deadline and case.beyond(row.deadline) == "end":
            yield warn("RULE-078", row.place("deadline"), f"完成时限是 {row.deadline}", boundary(case, "end"))


def demand_found_too_early(case: Case) -> Iterator[Diagnostic]:
    """The problem that a demand brings into the ledger is not older than the talk."""
    for row, talk in _demanded(case):
        problem = case.problems.get(row.problem)
        if problem and talk.begins and problem.found < talk.begins.date():
            found = f"“{problem.number}” {problem.found} 就发现了（{inside(problem.place('found'))}）"
            yield report("RULE-079", row.place("problem"), found, _talk(talk))


def _talks(case: Case) -> Mapping[Known, Interview]:
    talks: dict[Known, Interview] = {}
    for row in case.campaign.interviews:
        talks.setdefault(known(case.campaign, row), row)
    return talks


def _demanded(case: Case) -> Iterator[tuple[Demand, Interview]]:
    talks = _talks(case)
    for row in case.campaign.demands:
        if talk := talks.get(known(case.campaign, row)):
            yield row, talk


def _talk(row: Interview) -> str:
    day: date | None = row.begins.date() if row.begins else None
    return f"约谈是 {day}（{inside(row.place('begins'))}）"
