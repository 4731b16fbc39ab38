"""Number texts: figures as a spreadsheet's format code writes them, as far as charts need it."""

from __future__ import annotations

import re
from datetime import date, timedelta

_FIRST_DAY = date(1899, 12, 30)
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_NOISE = re.compile(r"\[[^\]]*\]|_.|\*.|;.*")
_DATE = re.compile(r"y+|m+|d+", re.IGNORECASE)
_DIGITS = re.compile(r"[#0,]*[#0](?:\.([0#]+))?")


def number_text(value: float, code: str) -> str:
    """The text of a figure: General, 0.00, #,##0, 0.0%, yyyy/m/d and the like."""
    plain = _NOISE.sub("", code)
    if plain.lower() in ("", "general", "@", "g/通用格式"):
        return f"{value:.10g}"
    bare = _QUOTED.sub("", plain)
    if _DATE.search(bare) and not _DIGITS.search(bare):
        return _date_text(value, _QUOTED.sub(r"\1\2", plain))
    percent = "%" in bare
    digits = _DIGITS.search(plain)
    if digits is None:
        return f"{value:.10g}"
    decimals = len(digits[1] or "")
    shown = f"{value * 100 if percent else value:{',' if ',' in digits[0] else ''}.{decimals}f}"
    before, after = plain[: digits.start()], plain[digits.end() :]
    return _QUOTED.sub(r"\1\2", before) + shown + _QUOTED.sub(r"\1\2", after)


def _date_text(value: float, code: str) -> str:
    try:
        day = _FIRST_DAY + timedelta(days=int(value))
    except OverflowError:
        return f"{value:.10g}"

    def part(found: re.Match[str]) -> str:
        letters = found[0].lower()
        if letters[0] == "y":
            return str(day.year) if len(letters) > 2 else f"{day.year % 100:02}"
        own = day.month if letters[0] == "m" else day.day
        return f"{own:02}" if len(letters) == 2 else str(own)

    return _DATE.sub(part, code)
