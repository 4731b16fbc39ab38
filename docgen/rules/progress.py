"""Progress: the ledger's figures of a month for the county, each township, village, duty and unit.

The definitions are those of `facts.Progress`. Figures come from the dates of the rows, never from their 状态. The
county's rows are found first; every other scope gets its share of them, so that the parts add up to the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TypeVar

from docgen.model.campaign import Campaign
from docgen.model.facts import MonthProgress, Progress, Rows
from docgen.model.ledger import Problem
from docgen.model.months import first_day, last_day, month_before
from docgen.model.places import Site, Village
from docgen.model.supervision import ThresholdKind
from docgen.rules.parties import present_names
from docgen.rules.span import months
from docgen.rules.thresholds import threshold

Key = TypeVar("Key", bound=Hashable)

_FIGURES = tuple(field.name for field in fields(Progress))[1:]


def progress(campaign: Campaign, month: date, as_of: date | None = None) -> MonthProgress:
    """The month's figures as things stand at the end of `as_of` (default: the month's last day).

    `previous` is the month before at its end; None in the campaign's first month, and within `previous` itself.
    """
    first, before = first_day(month), month_before(month)
    earlier = before in months(campaign)
    previous = _month(campaign, before, last_day(before), None) if earlier else None
    return _month(campaign, first, as_of or last_day(first), previous)


def _month(campaign: Campaign, month: date, as_of: date, previous: MonthProgress | None) -> MonthProgress:
    days = threshold(campaign, ThresholdKind.DUE_SOON, month).value
    window = _Window(month, min(as_of, last_day(month)), as_of, as_of + timedelta(days=days))
    county = _figures(campaign, window)
    scopes = _Scopes(campaign, _Named(present_names(campaign)))
    return MonthProgress(
        month=month,
        as_of=as_of,
        county=county,
        townships=_parts(county, scopes.townships(), lambda row: scopes.named[row.township], str),
        villages=_parts(county, scopes.villages(), scopes.village, lambda key: key[1]),
        duties=_parts(county, scopes.duties(), lambda row: row.duty, str),
        units=_parts(county, scopes.units(), lambda row: scopes.named[row.unit], str),
        previous=previous,
    )


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a month that counts: its first day, its last day that counts, the day of the standing."""

    first: date
    last: date
    as_of: date
    due_soon: date

    def has(self, day: date | None) -> bool:
        """Whether something of this day happened in the month."""
        return day is not None and self.first <= day <= self.last

    def near(self, row: Problem) -> bool:
        """Whether the limit is not past, but near."""
        return row.deadline is not None and self.as_of <= row.deadline <= self.due_soon


def _figures(campaign: Campaign, window: _Window) -> Progress:
    """The county's figures, each in the order of the ledger."""
    as_of = window.as_of
    found = tuple(row for row in campaign.problems if row.found <= as_of)
    closed = tuple(row for row in found if row.closed_by(as_of))
    left = tuple(row for row in found if not row.closed_by(as_of))
    in_time = tuple(row for row in closed if _in_time(row))
    new = tuple(row for row in found if window.has(row.found))
    return Progress(
        scope=campaign.basics.county,
        found=new,
        closed=tuple(row for row in closed if window.has(row.closed)),
        closed_in_time=tuple(row for row in in_time if window.has(row.closed)),
        reopened=tuple(row for row in new if row.reopens),
        all_found=found,
        all_closed=closed,
        all_closed_in_time=in_time,
        open=left,
        overdue=tuple(row for row in left if row.overdue_days(as_of)),
        due_soon=tuple(row for row in left if window.near(row)),
    )


def _in_time(row: Problem) -> bool:
    return row.deadline is None or (row.closed is not None and row.closed <= row.deadline)


def _parts(
    whole: Progress, listed: Iterable[Key], key: Callable[[Problem], Key | None], scope: Callable[[Key], str]
) -> dict[Key, Progress]:
    """The shares of the scopes: the listed ones first, others as the ledger brings them. A key of None is no scope."""
    named = (name for row in whole.all_found if (name := key(row)) is not None)
    shares: dict[Key, dict[str, list[Problem]]] = {name: {} for name in (*listed, *named)}
    for figure in _FIGURES:
        rows: Rows = getattr(whole, figure)
        for row in rows:
            if (name := key(row)) is not None:
                shares[name].setdefault(figure, []).append(row)
    return {
        name: Progress(scope(name), **{figure: tuple(rows) for figure, rows in share.items()})
        for name, share in shares.items()
    }


class _Named(dict[str, str]):
    """Any name → the present name; a name that nobody has stays as it is."""

    def __missing__(self, name: str) -> str:
        return name


@dataclass(frozen=True, slots=True)
class _Scopes:
    """The scopes that have figures even where nothing was found, in the order of the workbook."""

    campaign: Campaign
    named: _Named

    def townships(self) -> Iterable[str]:
        return (township.name for township in self.campaign.townships)

    def villages(self) -> Iterable[tuple[str, str]]:
        """The listed villages, then the sites, by township and name."""
        places: tuple[Village | Site, ...] = (*self.campaign.villages, *self.campaign.sites)
        return ((self.named[place.township], place.name) for place in places)

    def village(self, row: Problem) -> tuple[str, str] | None:
        """A problem of a whole township belongs to no village."""
        return (self.named[row.township], row.place_name) if row.place_name else None

    def duties(self) -> Iterable[str]:
        return (duty.short_name for duty in self.campaign.duties)

    def units(self) -> Iterable[str]:
        """Every unit, then the townships that some row of the ledger names as 责任单位, be it found by then or not."""
        answering = {self.named[row.unit] for row in self.campaign.problems}
        return (*(unit.name for unit in self.campaign.units), *(name for name in self.townships() if name in answering))
