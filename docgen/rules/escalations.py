"""Escalations: interviews without visible effect, to be reported for 追责问责.

The plan: “约谈后整改效果仍不明显的，报……领导小组，严肃追责问责”. Only an interview that was held can be without effect.
The recorded 复查结果 decides; where none is recorded, the first assessment after the interview does: a card again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from docgen.diagnostics import Place
from docgen.model.campaign import Campaign
from docgen.model.facts import Cause, Escalation, InterviewDue, Reason
from docgen.model.interviews import Effect
from docgen.model.ledger import Problem
from docgen.model.months import first_day, month_after
from docgen.model.supervision import Assessment
from docgen.rules.cards import histories
from docgen.rules.clauses import escalation_clause
from docgen.rules.interviews import interviews
from docgen.rules.parties import order


def escalations(campaign: Campaign) -> tuple[Escalation, ...]:
    """Every escalation, by month, within a month in the order of the workbook; a party has one a month at the most."""
    assessed = {history.party.name: history.assessments for history in histories(campaign)}
    by_number = {row.number: row for row in campaign.problems}
    clause, places = escalation_clause(campaign), order(campaign)
    found = [
        _escalation(due, sign, by_number, clause)
        for due in interviews(campaign)
        if (sign := _sign(due, assessed[due.party.name]))
    ]
    return tuple(sorted(_united(found), key=lambda item: (item.month, places[item.party.name])))


def _united(found: Iterable[Escalation]) -> Iterable[Escalation]:
    """Of a party's interviews found without effect in one month the last one, with what is behind them all."""
    united: dict[tuple[str, date], Escalation] = {}
    for item in found:
        key = (item.party.name, item.month)
        earlier = united.get(key)
        united[key] = replace(item, reason=_joined(earlier.reason, item.reason)) if earlier else item
    return united.values()


def _joined(earlier: Reason, later: Reason) -> Reason:
    months = tuple(dict.fromkeys((*earlier.months[:-1], *later.months)))
    places = tuple(dict.fromkeys((*earlier.places, *later.places)))
    rows = tuple({row.number: row for row in (*earlier.problems, *later.problems)}.values())
    return Reason(later.clause, months, places, rows)


def assessment_after(due: InterviewDue, assessed: Iterable[Assessment]) -> Assessment | None:
    """The first assessment after a talk, of the party's assessments in the order of their months.

    A month is assessed at its end: the month of the talk itself counts when it is later than the month that made the
    interview due; an earlier one does not.
    """
    earliest = month_after(due.month)
    if due.talked:
        earliest = max(earliest, first_day(due.talked))
    return next((row for row in assessed if first_day(row.month) >= earliest), None)


@dataclass(frozen=True, slots=True)
class _Sign:
    """What shows that an interview had no effect, when, and in which cell."""

    cause: Cause
    month: date
    place: Place
    assessment: Assessment | None = None


def _sign(due: InterviewDue, assessed: Iterable[Assessment]) -> _Sign | None:
    talk = due.interview
    if talk is None or not talk.held or talk.effect is Effect.VISIBLE:
        return None
    if talk.effect is Effect.NOT_VISIBLE:
        month = first_day(talk.checked) if talk.checked else month_after(due.month)
        return _Sign(Cause.CHECKED, month, talk.place("effect"))
    row = assessment_after(due, assessed)
    return _Sign(Cause.CARDED_AGAIN, first_day(row.month), row.place("card"), row) if row and row.card else None


def _escalation(due: InterviewDue, sign: _Sign, by_number: Mapping[str, Problem], clause: str) -> Escalation:
    numbers = sign.assessment.problems if sign.assessment else ()
    behind = [by_number[number] for number in numbers if number in by_number]
    problems = tuple({row.number: row for row in (*due.reason.problems, *behind)}.values())
    reason = Reason(clause, (*due.reason.months, sign.month), (*due.reason.places, sign.place), problems)
    return Escalation(due.party, due.name, sign.month, due, sign.cause, sign.assessment, reason)
