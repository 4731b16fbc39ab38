"""Period of a progress report: the month up to its 报送日, and the rest of the month before that no report has seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from docgen.documents.brief import Brief
from docgen.documents.report_scope import reported
from docgen.model.basics import Basics
from docgen.model.months import day_in

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """`first` to `until`: this month's part; `rest`: first and last day left over from the month before, or None."""

    first: date
    until: date
    rest: tuple[date, date] | None

    @property
    def since(self) -> date:
        """The first day after the last report."""
        return self.rest[0] if self.rest else self.first

    def has(self, day: date) -> bool:
        """Whether the day lies in this month's part."""
        return self.first <= day <= self.until


def reporting_day(basics: Basics, month: date) -> date:
    """报送日 in a month; its last day where the month has no such day."""
    return day_in(month, basics.report_day)


def period(brief: Brief) -> Period:
    """The period of the wanted month's report."""
    progress = reported(brief)
    first, rest = progress.month, None
    if progress.previous is not None:
        before = reporting_day(brief.campaign.basics, progress.previous.month) + _DAY
        rest = (before, first - _DAY) if before < first else None
    return Period(first, progress.as_of, rest)
