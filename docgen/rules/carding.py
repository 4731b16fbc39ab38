"""Rules about the cards: what they rest on, when they are given, when they are due."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic
from docgen.model.facts import Card
from docgen.model.ledger import Problem
from docgen.model.months import first_day, last_day
from docgen.model.supervision import Assessment
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.schedule import boundary


def without_reasons(case: Case) -> Iterator[Diagnostic]:
    """A card has its reasons."""
    for row in case.campaign.assessments:
        if row.card and not row.reasons and case.knows(row, "reasons"):
            yield report("RULE-054", row.place("reasons"), "没有填评估理由", _given(row))


def without_rows(case: Case) -> Iterator[Diagnostic]:
    """A card rests on problems of the ledger (a warning)."""
    for row in case.campaign.assessments:
        if row.card and not row.problems and case.knows(row, "problems"):
            yield warn("RULE-055", row.place("problems"), "没有填问题编号", _given(row))


def of_others(case: Case) -> Iterator[Diagnostic]:
    """The problems behind a card are the party's: of its township, or with it as 责任单位."""
    for card, problem in _behind(case):
        unit, township = case.names.get(problem.unit), case.names.get(problem.township)
        # A name that nobody has is reported where it stands.
        if unit and township and card.party.name not in (unit, township):
            whose = f"它是{township}的问题，责任单位是{unit}（{inside(problem.place('unit'))}）"
            found = f"{card.name}的“黄牌”依据写着“{problem.number}”"
            yield report("RULE-056", card.assessment.place("problems"), found, whose)


def found_later(case: Case) -> Iterator[Diagnostic]:
    """The problems behind a card were found by the end of its month."""
    for card, problem in _behind(case):
        if problem.found > last_day(card.month):
            when = f"它 {problem.found} 才发现（{inside(problem.place('found'))}）"
            yield report("RULE-057", card.assessment.place("problems"), _quoted(card, problem), when)


def closed_before(case: Case) -> Iterator[Diagnostic]:
    """The problems behind a card were not over before its month (a warning)."""
    for card, problem in _behind(case):
        if problem.closed and problem.closed < card.month:
            when = f"它 {problem.closed} 已经销号（{inside(problem.place('closed'))}）"
            yield warn("RULE-058", card.assessment.place("problems"), _quoted(card, problem), when)


def issued_too_early(case: Case) -> Iterator[Diagnostic]:
    """A card is not given before the month that it is given for."""
    for row in case.campaign.assessments:
        if row.card and row.issued and row.issued < first_day(row.month):
            month = f"评估的是 {row.month:%Y-%m}（{inside(row.place('month'))}）"
            yield report("RULE-059", row.place("issued"), f"通知日期是 {row.issued}", month)


def due_before_issued(case: Case) -> Iterator[Diagnostic]:
    """What a card asks for is due after the day it is given, be the days filled in or stand for empty cells."""
    for card in _dated(case):
        if card.deadline <= card.issued:
            attribute, other = ("deadline", "issued") if card.assessment.deadline else ("issued", "deadline")
            against = f"{_day(card, other)}（{inside(card.assessment.place(other))}）"
            yield report("RULE-060", card.assessment.place(attribute), _day(card, attribute), against)


def due_after_end(case: Case) -> Iterator[Diagnostic]:
    """What a card asks for is due within the campaign (a warning)."""
    for card in _dated(case):
        if case.beyond(card.deadline) == "end" and not case.beyond(card.month):
            yield warn("RULE-061", card.assessment.place("deadline"), _day(card, "deadline"), boundary(case, "end"))


def _dated(case: Case) -> Iterator[Card]:
    return (card for card in case.cards if case.knows(card.assessment, "issued", "deadline"))


def _day(card: Card, attribute: str) -> str:
    """`整改期限是 2024-05-31`, or what stands for the empty cell."""
    heading = card.assessment.heading(attribute)
    if getattr(card.assessment, attribute):
        return f"{heading}是 {getattr(card, attribute)}"
    return f"{heading}没有填，按 {getattr(card, attribute)} 算"


def _behind(case: Case) -> Iterator[tuple[Card, Problem]]:
    return ((card, problem) for card in case.cards for problem in card.problems)


def _quoted(card: Card, problem: Problem) -> str:
    return f"{card.month:%Y-%m} 的“黄牌”依据写着“{problem.number}”"


def _given(row: Assessment) -> str:
    return f"却给了“黄牌”（{inside(row.place('card'))}）"
