"""Numbers, percentages and telephone numbers: cell → int, Decimal, text."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.intake.cells import Cell, narrow, number_text, plain_decimal, seen, text_of
from docgen.intake.codes import Fault, shown

_WHOLE = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_PLACEHOLDER = re.compile(r"[XxＸｘ×]+")
_DASHES = re.compile(r"[‐‑‒–—―−]")
_MOBILE = re.compile(r"1\d{10}")
_LANDLINE = re.compile(r"\(?(0\d{2,3})[-)](\d{7,8}(?:(?:-|转)\d{1,6})?)")


def whole(cell: Cell) -> int | None:
    """A whole number without sign, or None."""
    if cell.percent or isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, (int, float)):
        number_text(cell.value)
        return int(cell.value) if cell.value == int(cell.value) and cell.value >= 0 else None
    text = narrow(cell)
    return int(text.replace(",", "")) if len(text) <= 15 and _WHOLE.fullmatch(text) else None


def count(cell: Cell) -> int:
    """A whole number ≥ 0; 12.0, １２ and 1,200 are taken."""
    number = whole(cell)
    if number is None:
        raise Fault("DATA-018", f"填的是{_quoted(cell)}", "应为不带单位的非负整数")
    return number


def stated_count(cell: Cell) -> int | str:
    """A whole number, or the placeholder of a number that is not known yet: XX."""
    number = whole(cell)
    if number is not None:
        return number
    text = text_of(cell)
    if _PLACEHOLDER.fullmatch(text):
        return text
    raise Fault("DATA-019", f"填的是{_quoted(cell)}", "应为非负整数，或 XX 一类的占位符")


def percent(cell: Cell) -> Decimal:
    """Per cent: 2.3% → Decimal("2.3").

    A number that the sheet shows with a % sign is that percentage. A bare number above 1 is a percentage. A bare
    number up to 1 may be a percentage or a share, a hundredfold apart: it is refused.
    """
    text = "" if isinstance(cell.value, bool) else narrow(cell)
    if match := _PERCENT.fullmatch(text):
        return Decimal(plain_decimal(Decimal(match[1])))
    if not _DECIMAL.fullmatch(text):
        raise Fault("DATA-020", f"填的是{_quoted(cell)}", "应为百分数")
    number = Decimal(text)
    if 0 < number <= 1:
        either = f"{text}%", f"{plain_decimal(number * 100)}%"
        raise Fault(
            "DATA-021",
            f"填的是{_quoted(cell)}",
            f"看不出是 {either[0]} 还是 {either[1]}",
            f"带上百分号，填 {either[0]} 或 {either[1]}",
        )
    return Decimal(plain_decimal(number))


def phone(cell: Cell) -> str:
    """A mobile number of 11 digits, or area code, hyphen, number."""
    text = _DASHES.sub("-", "".join(narrow(cell).split()))
    digits = text.replace("-", "").removeprefix("+86")
    if _MOBILE.fullmatch(digits):
        return digits
    if match := _LANDLINE.fullmatch(text):
        return f"{match[1]}-{match[2]}"
    raise Fault("DATA-022", f"填的是{_quoted(cell)}", "应为 11 位手机号，或区号-号码")


def _quoted(cell: Cell) -> str:
    if cell.percent and isinstance(cell.value, (int, float)):
        return shown(text_of(cell))
    return shown(seen(cell.value))
