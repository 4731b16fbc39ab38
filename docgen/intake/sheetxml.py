"""Sheet XML: what calamine does not tell: formulas never calculated, error values, percent formats, stray rows."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from docgen.errors import FileError
from docgen.intake.excerpt import excerpt

Position = tuple[int, int]
"""Row and column, from 0."""

_QUOTED = re.compile(r'"[^"]*"|\\.')
_REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_BUILT_IN_PERCENT = frozenset((9, 10))
_MEND = "用 Excel 或 WPS 打开并修复，再另存为 .xlsx"


@dataclass(slots=True)
class Marks:
    """Positions of formulas without a cached value, error values and percent-formatted cells."""

    uncached: set[Position] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    percent: set[Position] = field(default_factory=set)
    last_row: int = -1

    @property
    def any(self) -> bool:
        """Whether a cell of the sheet is marked at all."""
        return bool(self.uncached or self.errors or self.percent)


def parse(xml: bytes, file: str, start: Any = None, end: Any = None, text: Any = None) -> None:
    """Walk an XML part of a workbook with expat, names without their namespaces; FileError where it is none."""
    from xml.parsers import expat

    def refuse(*_: object) -> None:
        raise FileError(f"{file} 里有不该有的 DOCTYPE 声明，不予读取", _MEND)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    if start:
        parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        logging.getLogger("docgen").debug("%s", error)
        raise FileError(f"{file} 内部的内容已损坏（第 {error.lineno} 行）", _MEND) from error
    except (ValueError, LookupError) as error:  # a number that is none, an encoding that expat does not know
        logging.getLogger("docgen").debug("%s", error)
        raise FileError(f"{file} 内部的内容已损坏，或编码不是 UTF-8", _MEND) from error


def percent_styles(styles: bytes, file: str) -> frozenset[int]:
    """The cell styles (indexes into cellXfs) that show a number multiplied by 100 with a % sign."""
    formats: set[int] = set(_BUILT_IN_PERCENT)
    found: list[bool] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and "%" in _QUOTED.sub("", attributes.get("formatCode", "")):
            formats.add(int(attributes["numFmtId"]))
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside:
            found.append(int(attributes.get("numFmtId", "0")) in formats)

    def end(name: str) -> None:
        if name == "cellXfs":
            inside.clear()

    parse(styles, file, start, end)
    return frozenset(index for index, is_percent in enumerate(found) if is_percent)


def scan(xml: bytes, percent: frozenset[int], file: str = "") -> Marks:
    """The marks of a sheet, of which only the cells that can have one are walked: all would cost as much as reading it.

    It is parsed all the same: calamine passes over what is not well-formed, and over the text with it.
    """
    if not xml:
        return Marks()
    parse(xml, file)
    part = excerpt(xml, percent)
    walker = _walked(part, percent, file)
    if walker.counting and part is not xml:
        walker = _walked(xml, percent, file)
    return walker.marks


def _walked(xml: bytes, percent: frozenset[int], file: str) -> _Walker:
    walker = _Walker(percent)
    parse(xml, file, walker.start, walker.end, walker.text)
    return walker


class _Walker:
    """Collects the marks; a cell or row without an `r` attribute follows the one before it.

    `counting`: there was such a cell, so that its address hangs on all that stands before it.
    """

    def __init__(self, percent: frozenset[int]) -> None:
        self.marks = Marks()
        self.percent = percent
        self.row = self.column = -1
        self.where: Position = (-1, -1)
        self.counting = False
        self.kind = ""
        self.formula = self.reading = False
        self.value = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
        elif name == "f":
            self.formula = True
        elif name in ("v", "t"):
            self.reading = True

    def _cell(self, attributes: dict[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        self.column = column_number(match[1].upper()) if match else self.column + 1
        self.where = (int(match[2]) - 1 if match else self.row, self.column)
        self.counting = self.counting or match is None
        self.kind = attributes.get("t", "n")
        self.formula, self.value = False, ""
        if int(attributes.get("s", "0")) in self.percent:
            self.marks.percent.add(self.where)

    def text(self, data: str) -> None:
        """Characters of a value."""
        if self.reading:
            self.value += data

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("v", "t"):
            self.reading = False
        elif name == "c":
            self._close()

    def _close(self) -> None:
        if self.value.strip():
            self.marks.last_row = max(self.marks.last_row, self.where[0])
        # A text formula may well have the empty text as its calculated value.
        if self.formula and not self.value and self.kind != "str":
            self.marks.uncached.add(self.where)
        elif self.kind == "e":
            self.marks.errors[self.where] = self.value


def column_number(letters: str) -> int:
    """A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@cache
def column_letters(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
