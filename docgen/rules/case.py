"""A case: the campaign under check, and what is unknown in it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.model.gaps import NO_GAPS, Gaps


@dataclass(frozen=True, slots=True)
class Case:
    """What every rule is given. Rules stay silent where a fault of the cells is already reported."""

    campaign: Campaign
    gaps: Gaps = NO_GAPS

    def knows(self, record: Record, *attributes: str) -> bool:
        """Whether none of the fields is a stand-in for a faulty cell."""
        return not any(self.gaps.lacks(record, name) for name in attributes)

    def whole(self, part: str) -> bool:
        """Whether no row of the sheet was lost."""
        return part not in self.gaps.sheets

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the campaign's months; None when unknown or reversed."""
        basics = self.campaign.basics
        if not self.knows(basics, "start_month", "end_month") or basics.end_month < basics.start_month:
            return None
        return basics.start_month.replace(day=1), last_day(basics.end_month)


def last_day(month: date) -> date:
    """The last day of the month."""
    return month.replace(day=monthrange(month.year, month.month)[1])
