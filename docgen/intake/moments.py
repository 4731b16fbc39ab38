"""日期和几点几分: cell → datetime to the minute. Only forms that can mean one thing are taken."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from docgen.intake import dates
from docgen.intake.cells import Cell, narrow, seen
from docgen.intake.codes import Fault, shown

_MORNING, _NOON, _AFTERNOON, _EVENING = ("凌晨", "早上", "早晨", "上午"), ("中午",), ("下午",), ("傍晚", "晚上")
_HALVES = "|".join(_MORNING + _NOON + _AFTERNOON + _EVENING)
_SPLIT = re.compile(rf"[T\s]+|(?={_HALVES})")
_TIME = re.compile(
    rf"(?P<half>{_HALVES})?(?P<hour>\d{{1,2}})"
    r"(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:\.\d+)?)?|[时点](?:(?P<minutes>\d{1,2})分?|整|(?P<thirty>半))?)"
)


def moment(cell: Cell, year: int | None) -> datetime:
    """A day and a time of it; 5月10日15:00 takes `year`. Raises Fault or UnknownYear.

    Midnight is what programs write for a day without a time, so it counts as none.
    """
    found = _typed(cell)
    if found is None:
        day_text, time_text = _split(narrow(cell))
        day = dates.read_day(cell, day_text, year, "DATA-040", "应为日期和几点几分")
        found = datetime.combine(day, _time(cell, time_text)) if time_text else datetime.combine(day, time())
    if found.time() == time():
        raise Fault("DATA-041", f"填的是{shown(seen(cell.value))}", "没有写几点几分")
    return found


def _typed(cell: Cell) -> datetime | None:
    """The moment of a date cell or of Excel's serial number; None for text. A time alone is refused."""
    value = cell.value
    if isinstance(value, (time, timedelta)):
        raise Fault("DATA-040", f"填的是{shown(value)}", "应为日期和几点几分")
    day = dates.typed_day(cell)
    if day is None:
        return None
    if isinstance(value, datetime):
        return datetime.combine(day, value.time().replace(second=0, microsecond=0))
    if isinstance(value, date):
        return datetime.combine(day, time())
    assert isinstance(value, (int, float))
    # A serial number holds 15:00 only nearly: to the second first, or it would be 14:59.
    seconds = round((value - int(value)) * 86_400)
    return datetime.combine(day, time()) + timedelta(minutes=seconds // 60)


def _split(text: str) -> tuple[str, str]:
    """Day and time; the day ends at its 日, or else at the first space, T or part of the day."""
    end = max(text.find("日"), text.find("号")) + 1
    if end:
        return text[:end], "".join(text[end:].removeprefix("T").split())
    day, _, rest = _SPLIT.sub("\n", text, count=1).partition("\n")
    return day, "".join(rest.split())


def _time(cell: Cell, text: str) -> time:
    match = _TIME.fullmatch(dates.arabic(text))
    if match is None:
        raise Fault("DATA-040", f"填的是{shown(seen(cell.value))}", "应为日期和几点几分")
    minute = 30 if match["thirty"] else int(match["minute"] or match["minutes"] or 0)
    hour = _hour(int(match["hour"]), match["half"] or "")
    if hour is None or hour > 23 or minute > 59 or int(match["second"] or 0) > 59:
        raise Fault("DATA-042", f"填的是{shown(seen(cell.value))}", "一天里没有这个时间")
    return time(hour, minute)


def _hour(hour: int, half: str) -> int | None:
    """The hour of 24; None where the part of the day has no such hour. 下午15时 is as good as 下午3时."""
    if half in _MORNING:
        return hour if hour <= 12 else None
    if half in _NOON:
        return {11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14}.get(hour)
    if half in _AFTERNOON:
        return hour + 12 if 1 <= hour <= 11 else hour if hour >= 12 else None
    if half in _EVENING:
        return hour + 12 if 5 <= hour <= 11 else hour if hour >= 17 else None
    return hour
