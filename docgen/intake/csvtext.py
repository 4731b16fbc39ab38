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
_MOST_EMPTY = 1_048_576  # the rows of a sheet
_MOST_COLUMNS = 1_000
_LONGEST_CELL = 100_000
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')


def csv_grid(text: str, file: str, record: type[Record], index: int, tables: Tables) -> tuple[Grid, bool]:
    """The grid of a CSV text, its addresses as Excel would give them; True when rows of it could not be read."""
    rows, broken = _rows(text, _delimiter(text, record), file)
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
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _rows(text: str, delimiter: str, file: str) -> tuple[list[list[str | None]], bool]:
    """The rows, without the empty ones at the end; True when a quote that is not closed ended them early."""
    _refuse_wide(text, delimiter, file)
    rows: list[list[str | None]] = []
    empty = count = 0
    try:
        for row in _reader(text, delimiter):
            if not any(row):
                empty += 1
                if empty > _MOST_EMPTY:
                    raise FileError(f"{file} 里有 {_MOST_EMPTY} 行以上的空行，太多了", "删掉表格下面的空行，再存一次")
                continue
            count += empty + 1
            if count <= _MOST_ROWS:
                rows.extend([] for _ in range(empty))
                rows.append([_value(cell) for cell in row])
            empty = 0
    except csv.Error as error:
        if '"' not in text:  # then it can only be a cell without end
            found = f"{file} 的第 {count + empty + 1} 行有一格超过 {_LONGEST_CELL} 个字"
            raise FileError(found, "核对换行和分隔的逗号，或把长的内容拆开") from error
        rows.extend([] for _ in range(min(empty, _MOST_ROWS)))
        return rows, True
    if count > _MOST_ROWS:
        raise FileError(f"{file} 有 {count} 行，太多了", f"每个文件不超过 {_MOST_ROWS} 行，分成几个文件")
    return rows, False


def _refuse_wide(text: str, delimiter: str, file: str) -> None:
    """Refuse a line of more columns than a table can have, before each becomes an object."""
    newline = "\r" if "\n" not in text else "\n"
    start = number = 0
    while start < len(text):
        end = text.find(newline, start)
        end = len(text) if end < 0 else end
        number += 1
        if end - start > _MOST_COLUMNS and (columns := text.count(delimiter, start, end) + 1) > _MOST_COLUMNS:
            raise FileError(
                f"{file} 的第 {number} 行有 {columns} 栏，太多了",
                f"一张表不超过 {_MOST_COLUMNS} 栏；核对换行和分隔的逗号",
            )
        start = end + 1


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
