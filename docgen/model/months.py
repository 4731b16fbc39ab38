"""Months, each known by its first day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_DAY = timedelta(days=1)


def first_day(day: date) -> date:
    """The first day of the day's month: what the month is known by (a moment gives its month, too)."""
    return date(day.year, day.month, 1)


def last_day(month: date) -> date:
    """The last day of the month."""
    return date(month.year, month.month, monthrange(month.year, month.month)[1])


def day_in(month: date, number: int) -> date:
    """The day of that number in the month; its last day where the month has no such day."""
    last = last_day(month)
    return last.replace(day=min(number, last.day))


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
