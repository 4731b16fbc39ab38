"""CSV → a grid of texts: comma, tab or semicolon, quoted cells with newlines, Excel's ="001"."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from docgen.errors import FileError
from docgen.intake.codes import report
from docgen.intake.grid import Grid
from docgen.intake.sheetxml import Marks
from docgen.intake.tables import Tables, known_headings
from docgen.intake.tabulate import heading_row
from docgen.model.fields import Record

_DELIMITERS = ",\t;"
_LOOKED_AT = 30
_MOST_ROWS = 100_000
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')


def csv_grid(text: str, file: str, record: type[Record], index: int, tables: Tables) -> tuple[Grid, bool]:
    """The grid of a CSV text, its addresses as Excel would give them; True when rows of it could not be read."""
    rows, broken = _rows(text, _delimiter(text, record))
    if len(rows) > _MOST_ROWS:
        raise FileError(f"{file} 有 {len(rows)} 行，太多了", f"每个文件不超过 {_MOST_ROWS} 行，分成几个文件")
    grid = Grid(file, record.sheet, index, False, 0, 0, rows, Marks(), ())
    if broken:
        place = grid.place(len(rows))
        tables.diagnostics.append(report("DATA-044", place, "从这一行起，英文双引号不成对"))
    return grid, _level(grid, record, tables) or broken


def _delimiter(text: str, record: type[Record]) -> str:
    """The one that makes most headings known; a comma where none does."""

    def known(delimiter: str) -> int:
        found = 0
        try:
            for row in islice(_reader(text[:100_000], delimiter), _LOOKED_AT):
                found = max(found, known_headings(record, row))
        except csv.Error:
            pass
        return found

    return max(_DELIMITERS, key=known)


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _rows(text: str, delimiter: str) -> tuple[list[list[str | None]], bool]:
    """The rows, without the empty ones at the end; True when a quote that is not closed ended them early."""
    rows: list[list[str | None]] = []
    broken = False
    try:
        for row in _reader(text, delimiter):
            rows.append([_value(cell) for cell in row])
    except csv.Error:
        broken = True
    while rows and not broken and not any(rows[-1]):
        rows.pop()
    return rows, broken


def _value(cell: str) -> str | None:
    """The text of a cell; None for nothing."""
    if cell.startswith('="') and (match := _AS_TEXT.fullmatch(cell)):
        return match[1].replace('""', '"')
    return cell or None


def _level(grid: Grid, record: type[Record], tables: Tables) -> bool:
    """Make all rows as long as the headings; True when one was longer: which cell has slipped, nobody knows.

    Shorter rows are full ones: Excel leaves out the commas after the last filled cell.
    """
    heading = heading_row(grid, record)
    width = max(map(len, grid.values), default=0) if heading is None else len(grid.values[heading])
    slipped = False
    for number, row in enumerate(grid.values):
        if heading is not None and number > heading and len(row) > width and any(row):
            found = f"这一行有 {len(row)} 栏"
            tables.diagnostics.append(report("DATA-045", grid.place(number), found, f"列名有 {width} 栏"))
            row.clear()
            slipped = True
        row[width:] = [None] * (width - len(row))
    return slipped
