"""Times of day as official documents say them (GB/T 15835-2011): 2024年5月10日15时30分."""

from __future__ import annotations

from datetime import datetime

from docgen.wording.dates import long_date

_WEEKDAYS = "一二三四五六日"
_BLANK = "＿＿"
_BLANK_TIME = f"{_BLANK}时{_BLANK}分"


def clock(moment: datetime) -> str:
    """15时30分, 9时05分; on the hour 15时."""
    return f"{moment.hour}时" + (f"{moment.minute:02}分" if moment.minute else "")


def appointment(moment: datetime | None) -> str:
    """When somebody has to come: 2024年5月10日（星期五）15时30分; without a moment blanks to be filled by hand."""
    if moment is None:
        return f"{_BLANK * 2}年{_BLANK}月{_BLANK}日{_BLANK_TIME}"
    return f"{long_date(moment)}（星期{_WEEKDAYS[moment.weekday()]}）{clock(moment)}"


def time_span(begins: datetime | None, ends: datetime | None) -> str:
    """From when to when a talk was held: 2024年5月10日15时至16时30分; what is not known is left blank."""
    if begins is None:
        return f"{appointment(None)}至{_BLANK_TIME}"
    start = long_date(begins) + clock(begins)
    if ends is None:
        return f"{start}至{_BLANK_TIME}"
    end = clock(ends) if ends.date() == begins.date() else long_date(ends) + clock(ends)
    return f"{start}至{end}"
