"""Files beside the main one → tables: a CSV or a small workbook that holds rows of the sheet it is named after."""

from __future__ import annotations

from dataclasses import replace

from docgen.errors import FileError
from docgen.intake.archive import read_bytes
from docgen.intake.books import RECORDS, Book
from docgen.intake.finding import APART, Beside
from docgen.intake.schema import GUIDE, part_of, plain
from docgen.intake.tables import Tables
from docgen.intake.tabulate import add_sheet, filled, tables_of

_NO_CONTENT = ' ,;\t\r\n"\ufeff'
"""What a CSV file without content may be made of."""


def beside_tables(item: Beside, number: int, book: Book) -> Tables:
    """The tables of a file, the `number`-th beside the main one (from 1). Raises FileError."""
    read = _csv if item.path.suffix.lower() == ".csv" else _workbook
    return read(item, number * APART, book)


def _csv(item: Beside, first: int, book: Book) -> Tables:
    from docgen.intake.csvtext import csv_grid
    from docgen.intake.decoding import decoded

    name = item.path.name
    tables = Tables(name, book=book)
    text = decoded(read_bytes(item.path), name)
    if not text.strip(_NO_CONTENT):
        raise _empty(name)
    grid, lost = csv_grid(text, name, RECORDS[item.part], first, tables)
    add_sheet(grid, item.part, tables)
    if lost:
        tables.mistaken.add(item.part)
    return tables


def _workbook(item: Beside, first: int, book: Book) -> Tables:
    """Sheets with known names are what they say; one that is alone and called Sheet1 is what the file says."""
    from docgen.intake.workbook import grids

    found = [replace(grid, index=first + grid.index) for grid in grids(item.path) if plain(grid.name) != GUIDE]
    if not any(map(filled, found)):
        raise _empty(item.path.name)
    found = [grid for grid in found if part_of(grid.name, book.sheets) or filled(grid)]
    if len(found) == 1 and part_of(found[0].name, book.sheets) is None:
        tables = Tables(item.path.name, book=book)
        add_sheet(found[0], item.part, tables)
        return tables
    return tables_of(item.path.name, found, book)


def _empty(name: str) -> FileError:
    """Nobody puts an empty file there: its content was lost on the way."""
    return FileError(f"{name} 是空文件", "重新取得这个文件；不用的话移到别的文件夹")
