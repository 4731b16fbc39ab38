"""Dates as official documents say them: Arabic, full year, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date


def long_date(day: date) -> str:
    """2024年2月26日."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_name(month: date) -> str:
    """2024年4月."""
    return f"{month.year}年{month.month}月"


def months_listed(months: Iterable[date]) -> str:
    """2024年3月、4月; the year is said again where it changes: 2024年12月、2025年1月."""
    said, year = [], 0
    for month in months:
        said.append(f"{month.month}月" if month.year == year else month_name(month))
        year = month.year
    return "、".join(said)


def is_month_end(day: date) -> bool:
    """Whether the day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def before(day: date, year: int | None = None) -> str:
    """A deadline in running text: 6月底前, 6月15日前; with its year when that is not `year`."""
    return f"{by(day, year)}前"


def by(day: date, year: int | None = None) -> str:
    """The deadline itself: 6月底, 6月15日; with its year when that is not `year` (None: always with the year)."""
    head = "" if day.year == year else f"{day.year}年"
    return f"{head}{day.month}月" + ("底" if is_month_end(day) else f"{day.day}日")


def month_range(start: date, end: date) -> str:
    """2024年2月至12月; 2024年11月至2025年3月; one month alone: 2024年2月."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.year}年{start.month}月"
    tail = f"{end.month}月" if start.year == end.year else f"{end.year}年{end.month}月"
    return f"{start.year}年{start.month}月至{tail}"


def day_range(start: date, end: date, year: int) -> str:
    """2月26日至3月5日; one day alone: 2月26日. The years are said where they are not the campaign's."""
    if start == end:
        return f"{start.month}月{start.day}日" if start.year == year else long_date(start)
    if start.year == end.year == year:
        return f"{start.month}月{start.day}日至{end.month}月{end.day}日"
    tail = f"{end.month}月{end.day}日" if start.year == end.year else long_date(end)
    return f"{long_date(start)}至{tail}"


def cell_day(day: date, year: int) -> str:
    """A day in a narrow cell of a table: 6月2日; of another year than `year` in two paragraphs: 2025年, 1月4日."""
    head = "" if day.year == year else f"{day.year}年\n"
    return f"{head}{day.month}月{day.day}日"
