"""Places on a sheet, found by the heading of their column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """The rows of a table: its headings, the first row (counted from 0), how many rows."""

    headings: tuple[str, ...]
    first: int
    count: int

    @property
    def last(self) -> int:
        """The last row, counted from 0."""
        return self.first + self.count - 1

    @property
    def all(self) -> str:
        """All rows and columns: A5:W40."""
        return f"{letters(0)}{self.first + 1}:{letters(len(self.headings) - 1)}{self.last + 1}"

    def number(self, heading: str) -> int:
        """The column of a heading, counted from 0."""
        return self.headings.index(heading)

    def column(self, heading: str) -> str:
        """The rows of one column: N5:N40."""
        name = letters(self.number(heading))
        return f"{name}{self.first + 1}:{name}{self.last + 1}"

    def cell(self, heading: str) -> str:
        """The first row's cell of a column, as a rule for all rows names it: $N5."""
        return f"${letters(self.number(heading))}{self.first + 1}"

    def row(self, row: int) -> tuple[int, int, int, int]:
        """A whole row, to be merged."""
        return row, 0, row, len(self.headings) - 1


def letters(column: int) -> str:
    """The name of a column counted from 0: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
