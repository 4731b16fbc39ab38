"""Rules about the monthly assessments: their months, their grades."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from docgen.diagnostics import Diagnostic
from docgen.model.months import between, first_day
from docgen.model.supervision import Assessment, Grade
from docgen.rules.cards import History, histories
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.schedule import boundary


def month_outside(case: Case) -> Iterator[Diagnostic]:
    """A month that is assessed is one of the campaign's."""
    for row in case.campaign.assessments:
        if end := case.beyond(row.month):
            yield report("RULE-048", row.place("month"), f"评估的是 {row.month:%Y-%m}", boundary(case, end))


def assessed_twice(case: Case) -> Iterator[Diagnostic]:
    """A party is assessed once a month, whatever name a row uses."""
    first: dict[tuple[str, date], Assessment] = {}
    for row in case.campaign.assessments:
        name = case.names.get(row.unit)
        if name is None:
            continue
        earlier = first.setdefault((name, first_day(row.month)), row)
        if earlier is not row:
            found = f"{name} {row.month:%Y-%m} 已经评估过"
            yield report("RULE-049", row.place("month"), found, f"见 {inside(earlier.place('month'))}")


def month_missing(case: Case) -> Iterator[Diagnostic]:
    """A party that was assessed before and after a month is assessed in it (one warning a party)."""
    for history in histories(case.campaign) if case.sure("assessments") else ():
        yield from _missing(history)


def _missing(history: History) -> Iterator[Diagnostic]:
    gaps = [(before, after, between(before.month, after.month)) for before, after in pairwise(history.assessments)]
    open_ = [gap for gap in gaps if gap[2]]
    if open_:
        before, after, _ = open_[0]
        months = "、".join(f"{month:%Y-%m}" for gap in open_ for month in gap[2])
        said = f"前面有 {before.month:%Y-%m} 的（{inside(before.place('month'))}）"
        yield warn("RULE-050", after.place("month"), f"{history.party.name}没有 {months} 的评估", said)


def good_with_card(case: Case) -> Iterator[Diagnostic]:
    """A grade of 好 or 较好 goes with no card."""
    for row in case.campaign.assessments:
        if row.card and row.grade in (Grade.GOOD, Grade.FAIR):
            given = f"却给了“黄牌”（{inside(row.place('card'))}）"
            yield report("RULE-051", row.place("grade"), f"等次是“{row.grade}”", given)


def poor_without_card(case: Case) -> Iterator[Diagnostic]:
    """A grade of 较差 goes with a card (a warning)."""
    for row in case.campaign.assessments:
        if row.grade is Grade.POOR and not row.card and case.knows(row, "card"):
            spared = f"却没有给“黄牌”（{inside(row.place('card'))}）"
            yield warn("RULE-052", row.place("grade"), f"等次是“{row.grade}”", spared)


_OF_CARDS = ("problems", "issued", "deadline")


def details_without_card(case: Case) -> Iterator[Diagnostic]:
    """What belongs to a card is filled in for cards only (a warning: the 黄牌 was probably forgotten)."""
    for row in case.campaign.assessments:
        filled = next((name for name in _OF_CARDS if getattr(row, name)), "")
        if filled and not row.card and case.knows(row, "card"):
            spared = f"却没有给“黄牌”（{inside(row.place('card'))}）"
            yield warn("RULE-053", row.place(filled), f"填了{row.heading(filled)}", spared)
