"""Grid: a worksheet or a CSV file as rows of values, which knows the address of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from docgen.diagnostics import Place
from docgen.intake.cells import Cell, Flaw, Value
from docgen.intake.sheetxml import Marks, column_letters


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range, all four ends inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, position: tuple[int, int]) -> bool:
        row, column = position
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top + 1}:{column_letters(self.right)}{self.bottom + 1}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet: `values[i][j]` stands in row `top + i`, column `left + j`, from 0."""

    file: str
    name: str
    index: int
    hidden: bool
    top: int
    left: int
    values: list[list[Any]]
    marks: Marks
    merged: tuple[Range, ...]

    def rows(self) -> range:
        """The numbers of the rows that may hold something."""
        return range(self.top, self.top + len(self.values))

    def columns(self) -> range:
        """The numbers of the columns that may hold something."""
        return range(self.left, self.left + (len(self.values[0]) if self.values else 0))

    def cell(self, row: int, column: int, heading: str = "") -> Cell:
        """The cell at a position, which may lie outside of what was read."""
        value: Value = None
        line, position = row - self.top, column - self.left
        if 0 <= line < len(self.values) and 0 <= position < len(self.values[line]):
            value = cast(Value, self.values[line][position])
        where, marks = (row, column), self.marks
        if not marks.any:
            return Cell(value, (self, row, column, heading))
        value = marks.errors.get(where, value)
        flaw = Flaw.UNCACHED if where in marks.uncached else Flaw.NONE
        return Cell(value, (self, row, column, heading), where in marks.percent, flaw)

    def place(self, row: int = -1, column: int = -1, heading: str = "") -> Place:
        """The place of a cell; of a row when there is no column; of the sheet when there is neither."""
        address = f"{column_letters(column)}{row + 1}" if column >= 0 else f"第{row + 1}行" if row >= 0 else ""
        return Place(self.file, (self.index, row, column), self.name, address, heading)

    def texts(self, row: int) -> list[tuple[int, str]]:
        """Column and text of the filled cells of a row."""
        return list(self._texts(row))

    def first(self, row: int) -> tuple[int, str] | None:
        """The first filled cell of a row: every row is asked, and most answer with their first cell."""
        return next(self._texts(row), None)

    def _texts(self, row: int) -> Iterator[tuple[int, str]]:
        uncached, errors = self.marks.uncached, self.marks.errors
        for column, value in enumerate(self.values[row - self.top], self.left):
            text = str(value).strip() if value is not None else ""
            if text or (row, column) in uncached or (row, column) in errors:
                yield column, text
