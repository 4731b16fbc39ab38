"""A column of a table, and how much room texts take: widths and heights are told to the program that opens the file.

Some programs do not work out heights when they open a workbook, so that wrapped texts would be cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from docgen.workbooks.cells import Value
from docgen.workbooks.looks import Look

_PADDING = 1.5
"""Room beside a text, in half-width characters."""
_LONG_LINE = 12
"""From so many half-width characters on, marks that may not begin a line move a 汉字 down now and then."""
_LINE = 13.0
"""Height of a line of the body's type, in points."""
_ABOVE_AND_BELOW = 4.0
_MOST_HEIGHT = 409.0
"""No program makes a row higher."""
_MOST_LINES = int((_MOST_HEIGHT - _ABOVE_AND_BELOW) / _LINE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how its cells look, between which widths (in half-width characters) it may be.

    `choices` are offered as a drop-down; nothing else may then be entered.
    """

    heading: str
    look: Look
    least: float
    most: float
    choices: tuple[str, ...] = ()


Rows = Sequence[Sequence[Value]]


def fitting_width(column: Column, values: Iterable[Value]) -> float:
    """As wide as the widest value, within the column's bounds; up to twice as wide where a row would get too high."""
    width, longest = column.least, 0
    for value in values:
        if isinstance(value, str) and len(value) > longest / 2:
            longest = max(longest, breadth(value))
    width = min(max(width, longest + _PADDING), column.most)
    if column.look is Look.PROSE and _lines(longest, width) > _MOST_LINES:
        return min(longest / _MOST_LINES + _PADDING + 3, 2 * column.most)
    return width


def row_height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """The height of a row, so that its longest text is seen as a whole."""
    lines = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str) and (2 * len(value) > width - _PADDING or "\n" in value):
            lines = max(lines, sum(_lines(_line_breadth(line), width) for line in value.split("\n")))
    return min(lines * _LINE + _ABOVE_AND_BELOW, _MOST_HEIGHT)


def _lines(breadth: int, width: float) -> int:
    """Lines that a text takes in a column."""
    room = width - _PADDING
    if breadth <= room:
        return 1
    held = max(2, room // 2 * 2)  # whole 汉字
    return ceil(breadth / (held - 1 if held >= _LONG_LINE else held))


def breadth(text: str) -> int:
    """Width of the longest line in half-width characters: a 汉字 is two of them."""
    return max(map(_line_breadth, text.split("\n")))


def _line_breadth(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
