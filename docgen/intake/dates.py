"""日期和月份: cell → date. Only forms that can mean one thing are taken."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from math import isfinite

from docgen.intake.cells import Cell, narrow, seen
from docgen.intake.codes import Fault, shown

_FIRST, _LAST = 2000, 2100
_EPOCH = date(1899, 12, 30)  # Excel's day 0, which already makes up for its 29 February 1900
_MIDNIGHT = re.compile(r"[T\s]+0{1,2}:00(:00(\.0+)?)?$")  # what programs that export dates add
_FULL = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})[日号]|([-./])(\d{1,2})\4(\d{1,2}))")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{4})(?:年(\d{1,2})月|[-./](\d{1,2}))")
_MONTH_ONLY = re.compile(r"(\d{1,2})月")
_SHORT_YEAR = re.compile(r"\d{2}(?:年\d{1,2}月(?:\d{1,2}[日号])?|([-./])\d{1,2}\1\d{1,2})")
_YEAR_LAST = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2,4}")
_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_CHINESE = re.compile(r"[〇○零一二三四五六七八九十]+")


class UnknownYear(Exception):
    """A date without a year, and the campaign's year is itself faulty: nothing to report here."""


def day(cell: Cell, year: int | None) -> date:
    """A day; 3月5日 takes `year`. Raises Fault or UnknownYear."""
    found = typed_day(cell)
    return read_day(cell, _MIDNIGHT.sub("", narrow(cell)), year) if found is None else found


def read_day(cell: Cell, text: str, year: int | None, code: str = "DATA-014", expected: str = "应为日期") -> date:
    """The day that a cell's text, or a part of it, says; `code` and `expected` are told of what is no day at all."""
    text = arabic("".join(text.split()))
    if match := _FULL.fullmatch(text):
        parts = (match[1], match[2] or match[5], match[3] or match[6])
    elif match := _COMPACT.fullmatch(text):
        parts = (match[1], match[2], match[3])
    elif match := _NO_YEAR.fullmatch(text):
        parts = (str(_known(year)), match[1], match[2])
    else:
        raise _unreadable(cell, text, code, expected)
    return _date(cell, *(int(part) for part in parts))


def month(cell: Cell, year: int | None) -> date:
    """A month as its first day. Raises Fault or UnknownYear."""
    found = typed_day(cell)
    if found is not None:
        return found.replace(day=1)
    if isinstance(cell.value, (int, float)):
        # 2024.10 typed into a number cell is kept as 2024.1: January and October look alike.
        remedy = "填 2024-10 或 2024年10月"
        raise Fault("DATA-017", f"填的是数字 {seen(cell.value)}，分不清是几月", "应为月份", remedy)
    text = arabic("".join(_MIDNIGHT.sub("", narrow(cell)).split()))
    if match := _MONTH.fullmatch(text):
        return _date(cell, int(match[1]), int(match[2] or match[3]), 1)
    if match := _MONTH_ONLY.fullmatch(text):
        return _date(cell, _known(year), int(match[1]), 1)
    if _FULL.fullmatch(text):
        return day(cell, year).replace(day=1)
    raise _unreadable(cell, text, "DATA-017", "应为月份")


def typed_day(cell: Cell) -> date | None:
    """The date of a date cell or of Excel's serial number; None for text."""
    value = cell.value
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return _date(cell, value.year, value.month, value.day)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        whole = int(value)
        if date(_FIRST, 1, 1) <= _EPOCH + timedelta(days=min(max(whole, 0), 100_000)) <= date(_LAST, 12, 31):
            return _EPOCH + timedelta(days=whole)
    return None


def _known(year: int | None) -> int:
    if year is None:
        raise UnknownYear
    return year


def arabic(text: str) -> str:
    """The text in Arabic figures: 二〇二四年三月五日 → 2024年3月5日."""
    return _CHINESE.sub(lambda match: _number(match[0]), text)


def _number(numeral: str) -> str:
    if "十" not in numeral:
        return "".join(_DIGITS[character] for character in numeral)
    tens, _, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return numeral
    return (_DIGITS[tens] if tens else "1") + (_DIGITS[ones] if ones else "0")


def _date(cell: Cell, year: int, month: int, day: int) -> date:
    if not _FIRST <= year <= _LAST:
        raise Fault("DATA-015", f"填的是{shown(seen(cell.value))}", f"年份应在 {_FIRST} 年到 {_LAST} 年之间")
    try:
        return date(year, month, day)
    except ValueError:
        raise Fault("DATA-015", f"填的是{shown(seen(cell.value))}", "日历上没有这一天") from None


def _unreadable(cell: Cell, text: str, code: str, expected: str) -> Fault:
    found = f"填的是{shown(seen(cell.value))}"
    if _SHORT_YEAR.fullmatch(text):
        return Fault("DATA-016", found, "年份应写四位")
    if _YEAR_LAST.fullmatch(text):
        return Fault("DATA-016", found, "分不清哪个是月、哪个是日")
    return Fault(code, found, expected)
