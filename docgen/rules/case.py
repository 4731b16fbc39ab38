"""A case: the campaign under check, and what is unknown in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.model.campaign import Campaign
from docgen.model.facts import Card, InterviewDue
from docgen.model.fields import Record
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.model.ledger import Problem
from docgen.model.months import first_day, last_day
from docgen.rules.cards import cards
from docgen.rules.interviews import interviews
from docgen.rules.parties import present_names


@dataclass(frozen=True)
class Case:
    """What every rule is given. Rules stay silent where a fault of the cells is already reported."""

    campaign: Campaign
    gaps: Gaps = NO_GAPS

    def knows(self, record: Record, *attributes: str) -> bool:
        """Whether none of the fields is a stand-in for a faulty cell."""
        return not self.gaps.cells or not any(self.gaps.lacks(record, name) for name in attributes)

    def whole(self, part: str) -> bool:
        """Whether no row of the sheet was lost."""
        return part not in self.gaps.sheets

    def sure(self, part: str, *attributes: str) -> bool:
        """Whether no row of the sheet was lost, every row knows these fields and names a party that there is."""
        rows: tuple[Record, ...] = getattr(self.campaign, part)
        named = all(getattr(row, "unit", "") in self.names for row in rows)
        return self.whole(part) and named and all(self.knows(row, *attributes) for row in rows)

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the campaign's months; None when unknown or reversed."""
        basics = self.campaign.basics
        if not self.knows(basics, "start_month", "end_month") or basics.end_month < basics.start_month:
            return None
        return first_day(basics.start_month), last_day(basics.end_month)

    def beyond(self, day: date) -> str:
        """Which end of the campaign the day lies beyond: "start", "end", or "" for none (or unknown)."""
        if not self.span:
            return ""
        return "start" if day < self.span[0] else "end" if day > self.span[1] else ""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every name of a township or unit → its present full name."""
        return present_names(self.campaign)

    @cached_property
    def problems(self) -> Mapping[str, Problem]:
        """The ledger by number."""
        return {row.number: row for row in self.campaign.problems}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Every card."""
        return cards(self.campaign)

    @cached_property
    def interviews(self) -> Mapping[tuple[str, date], InterviewDue]:
        """Every interview that is due, by the party's present name and the month."""
        return {(due.party.name, due.month): due for due in interviews(self.campaign)}

    @cached_property
    def chains_known(self) -> bool:
        """Whether nothing that makes an interview due is in doubt."""
        basics = self.campaign.basics
        rules = self.whole("thresholds") and self.knows(basics, "card_threshold", "start_month")
        return rules and self.sure("assessments", "card")
