"""Cells: a value as it was read, with its place; and cell → text as the writer sees it."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeAlias

from docgen.diagnostics import Place
from docgen.intake.codes import Fault, shown

Value: TypeAlias = str | float | int | bool | date | datetime | time | timedelta | tuple[str, ...] | None


class Flaw(Enum):
    """What is known to be wrong with a cell before its value is looked at."""

    NONE = "none"
    UNCACHED = "a formula that was never calculated"
    COVERED = "the hidden part of a merged range, or a column that was reported already"


class Located(Protocol):
    """What knows the place of its cells."""

    def place(self, row: int, column: int, heading: str) -> Place:
        """The place of a cell."""


Spot: TypeAlias = tuple[Located, int, int, str]
"""A cell of a grid: the grid, row, column, heading. A million cells are read, few places are asked for."""


@dataclass(slots=True, eq=False)
class Cell:
    """A value and where it stands. `percent`: the writer sees the number multiplied by 100 with a % sign."""

    value: Value
    where: Place | Spot
    percent: bool = False
    flaw: Flaw = Flaw.NONE

    @property
    def place(self) -> Place:
        """Where the cell stands."""
        if isinstance(self.where, Place):
            return self.where
        located, row, column, heading = self.where
        return located.place(row, column, heading)

    @property
    def empty(self) -> bool:
        """Nothing, or white space only."""
        if self.flaw is not Flaw.NONE:
            return False
        return self.value is None or self.value == () or (isinstance(self.value, str) and not self.value.strip())


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERROR_VALUES = frozenset(
    ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA")
)
# Cf holds zero-width and direction marks: invisible, and two equal-looking names would differ by them.
_REFUSED_CATEGORIES = frozenset(("Cc", "Cf", "Cs"))


def clean(text: str) -> str:
    """The text with one kind of newline and without outer white space.

    Raises Fault for error values of Excel (#REF!) and for control and invisible characters.
    """
    if text.strip() in _ERROR_VALUES:
        raise Fault("DATA-012", f"公式结果是错误值 {text.strip()}")
    if text.isprintable() and "_x" not in text:
        return text.strip()
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.strip(" \n\t\u3000\u00a0")
    for position, character in enumerate(text):
        if character != "\n" and (unicodedata.category(character) in _REFUSED_CATEGORIES or _is_none(character)):
            _refuse(text, position, character)
    return text


def _is_none(character: str) -> bool:
    """Whether Unicode will never have a character here (U+FFFE …): Word files cannot hold it."""
    return 0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE


def _refuse(text: str, position: int, character: str) -> None:
    before = text[max(0, position - 6) : position].replace("\n", " ")
    where = f"在{shown(before)}之后" if before else "在开头"
    name = "制表符" if character == "\t" else f"控制字符 U+{ord(character):04X}"
    raise Fault("DATA-026", f"{where}有看不见的{name}", "应为普通文字")


def text_of(cell: Cell) -> str:
    """The cell as the writer sees it: 2024.0 is 2024, 1.0 shown as a percentage is 100%.

    Raises Fault for dates, times and lists: what the writer sees is then not known.
    """
    value = cell.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        number = Decimal(number_text(value))
        return f"{plain_decimal(number * 100)}%" if cell.percent else plain_decimal(number)
    if value is None:
        return ""
    raise Fault("DATA-030", f"单元格里是{_kind_of(value)}{shown(seen(value))}", "应为文字")


def _kind_of(value: Value) -> str:
    if isinstance(value, tuple):
        return "一串列表"
    return "日期" if isinstance(value, date) else "时间"


def number_text(value: float) -> str:
    """A number with the 15 digits that Excel keeps; raises Fault when it had more, or is none."""
    if not math.isfinite(value):
        raise Fault("DATA-012", f"单元格里不是一个数（{value}）", "应为普通的数")
    if abs(value) >= 1e15:
        raise Fault("DATA-031", f"填的是 {value:.15g}", "应不超过 15 位")
    return plain_decimal(Decimal(f"{value:.15g}"))


def plain_decimal(number: Decimal) -> str:
    """Without exponent and without trailing zeros: 2.30 → 2.3."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def seen(value: Value) -> str:
    """A value for a message; never fails."""
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)


def narrow(cell: Cell) -> str:
    """Text for numbers, dates and phones, in NFKC. Prose and names never pass here."""
    return unicodedata.normalize("NFKC", text_of(cell)).strip()
