"""Months: everything that is derived for one month, gathered."""

from __future__ import annotations

from datetime import date
from typing import Protocol, TypeVar

from docgen.model.campaign import Campaign
from docgen.model.facts import MonthFacts
from docgen.model.months import first_day
from docgen.model.supervision import ThresholdKind
from docgen.rules.cards import cards, liftings
from docgen.rules.escalations import escalations
from docgen.rules.interviews import interviews
from docgen.rules.progress import progress
from docgen.rules.ranking import ranking
from docgen.rules.span import months
from docgen.rules.thresholds import threshold


class _Monthly(Protocol):
    """A conclusion that belongs to a month."""

    @property
    def month(self) -> date:
        """The first day of the month."""


Conclusion = TypeVar("Conclusion", bound=_Monthly)


def month_facts(campaign: Campaign, month: date, as_of: date | None = None) -> MonthFacts:
    """The month's facts. `as_of` is the day of the ledger's figures; cards and what follows belong to whole months."""
    figures = progress(campaign, month, as_of)
    due, escalated = interviews(campaign), escalations(campaign)
    return MonthFacts(
        month=figures.month,
        progress=figures,
        standings=ranking(figures),
        cards=_of(figures.month, cards(campaign)),
        liftings=_of(figures.month, liftings(campaign)),
        interviews=_of(figures.month, due),
        escalations=_of(figures.month, escalated),
        threshold=threshold(campaign, ThresholdKind.INTERVIEW, figures.month),
        talks=tuple(item for item in due if item.talked and first_day(item.talked) == figures.month),
        late_escalations=tuple(item for item in escalated if months(campaign)[-1:] == (figures.month,) < (item.month,)),
    )


def _of(month: date, found: tuple[Conclusion, ...]) -> tuple[Conclusion, ...]:
    return tuple(item for item in found if item.month == month)
