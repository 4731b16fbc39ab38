"""The months of a campaign, each known by its first day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from docgen.model.campaign import Campaign

_DAY = timedelta(days=1)


def first_day(day: date) -> date:
    """The first day of the day's month: what the month is known by (a moment gives its month, too)."""
    return date(day.year, day.month, 1)


def last_day(month: date) -> date:
    """The last day of the month."""
    return date(month.year, month.month, monthrange(month.year, month.month)[1])


def month_after(month: date) -> date:
    """The month that follows."""
    return last_day(month) + _DAY


def month_before(month: date) -> date:
    """The month that precedes."""
    return first_day(first_day(month) - _DAY)


def between(start: date, end: date) -> tuple[date, ...]:
    """The months that lie between two months, without the two."""
    found, month = [], month_after(start)
    while month < first_day(end):
        found.append(month)
        month = month_after(month)
    return tuple(found)


def months(campaign: Campaign) -> tuple[date, ...]:
    """Every month of the campaign, from 起始月份 to 结束月份; none when they are reversed."""
    start, end = first_day(campaign.basics.start_month), first_day(campaign.basics.end_month)
    return () if end < start else between(month_before(start), month_after(end))
