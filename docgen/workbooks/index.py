"""清单: the documents of a set as a workbook, a row each, with links to their files; totals by kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docgen.model.index import IndexEntry
from docgen.workbooks.book import Book, workbook
from docgen.workbooks.cells import Value, put_across
from docgen.workbooks.column import Column, Rows
from docgen.workbooks.links import MOST_LINKS, Link
from docgen.workbooks.looks import Look
from docgen.workbooks.page import set_up_page
from docgen.workbooks.places import Region
from docgen.workbooks.table import put_heads, put_rows, put_sum, refuse_too_many, set_widths

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Looks

SHEET, TOTALS_SHEET = "清单", "合计"

_COLUMNS = (
    Column("序号", Look.COUNT, 6, 8),
    Column("月份", Look.MONTH, 11, 11),
    Column("文件种类", Look.TEXT, 10, 18),
    Column("单位", Look.TEXT, 8, 24),
    Column("文号", Look.TEXT, 10, 24),
    Column("标题", Look.TEXT, 20, 44),
    Column("文件", Look.LINK, 20, 84),
    Column("PDF", Look.LINK_LABEL, 7, 7),
    Column("格式", Look.LABEL, 12, 12),
    Column("页数", Look.COUNT, 7, 7),
)
_TOTAL_COLUMNS = (
    Column("序号", Look.COUNT, 6, 8),
    Column("文件种类", Look.TEXT, 24, 36),
    Column("份数", Look.COUNT, 12, 12),
    Column("页数", Look.COUNT, 12, 12),
    Column("页数不明的份数", Look.COUNT, 16, 16),
)
_FORMATS = {".docx": "Word", ".xlsx": "Excel", ".pdf": "PDF"}
_TITLE, _NOTE, _HEAD = range(3)


def index_workbook(entries: Sequence[IndexEntry], *, title: str, author: str, day: date) -> bytes:
    """清单.xlsx of documents in the order given. `author` and `day` are its properties: nothing asks the clock."""
    linked = sum(bool(file) for entry in entries for file in (entry.editable, entry.pdf)) <= MOST_LINKS
    rows = [_row(number, entry, linked=linked) for number, entry in enumerate(entries, 1)]
    refuse_too_many(rows, _HEAD + 1, SHEET)

    def fill(book: Book) -> None:
        _add_list(book, title, entries, rows)
        _add_totals(book, title, entries)

    return workbook(title, author, day, fill)


def _row(number: int, entry: IndexEntry, *, linked: bool) -> list[Value]:
    files = [file for file in (entry.editable, entry.pdf) if file]
    formats = "、".join(map(_format, files))
    first: Value = files[0] if files else None
    pdf: Value = entry.pdf and _format(entry.pdf)
    if linked and files:
        first, pdf = Link(files[0]), Link(entry.pdf, _format(entry.pdf)) if entry.pdf else None
    return [number, entry.month, entry.kind, entry.unit, entry.number, entry.title, first, pdf, formats, entry.pages]


def _format(file: str) -> str:
    """What people call the file's format."""
    suffix = PurePosixPath(file).suffix
    return _FORMATS.get(suffix.lower(), suffix.removeprefix("."))


def _add_list(book: Book, title: str, entries: Sequence[IndexEntry], rows: Rows) -> None:
    sheet, looks, last = book.sheet(SHEET), book.looks, len(_COLUMNS) - 1
    region = Region(tuple(column.heading for column in _COLUMNS), _HEAD + 1, max(len(rows), 1))
    widths = set_widths(sheet, _COLUMNS, rows)
    _put_heading(sheet, title, _note(entries), last, looks)
    put_heads(sheet, _HEAD, _COLUMNS, looks)
    put_rows(sheet, region.first, _COLUMNS, rows, widths, looks)
    if not rows:
        put_across(sheet, region.row(region.first), "没有文件", looks(Look.CELL, Look.LABEL))
    sheet.autofilter(_HEAD, 0, region.last, last)
    sheet.ignore_errors({"number_stored_as_text": region.all})
    set_up_page(sheet, _HEAD, still=1)


def _add_totals(book: Book, title: str, entries: Sequence[IndexEntry]) -> None:
    sheet, looks = book.sheet(TOTALS_SHEET), book.looks
    kinds = dict.fromkeys(entry.kind for entry in entries)
    rows: list[list[Value]] = [
        [number, kind, *_totals([entry for entry in entries if entry.kind == kind])]
        for number, kind in enumerate(kinds, 1)
    ]
    widths = set_widths(sheet, _TOTAL_COLUMNS, rows)
    _put_heading(sheet, f"{title}合计", _note(entries), len(_TOTAL_COLUMNS) - 1, looks)
    put_heads(sheet, _HEAD, _TOTAL_COLUMNS, looks)
    put_rows(sheet, _HEAD + 1, _TOTAL_COLUMNS, rows, widths, looks)
    _put_total(sheet, _HEAD + 1 + len(rows), _totals(entries), looks)
    set_up_page(sheet, _HEAD, still=2)


def _put_heading(sheet: Worksheet, title: str, note: str, last: int, looks: Looks) -> None:
    sheet.set_row(_TITLE, 34)
    put_across(sheet, (_TITLE, 0, _TITLE, last), title, looks(Look.TITLE))
    sheet.set_row(_NOTE, 20)
    put_across(sheet, (_NOTE, 0, _NOTE, last), note, looks(Look.NOTE))


def _put_total(sheet: Worksheet, row: int, totals: list[int], looks: Looks) -> None:
    put_across(sheet, (row, 0, row, 1), "合计", looks(Look.CELL, Look.LABEL, Look.TOTAL))
    for column, total in enumerate(totals, 2):
        put_sum(sheet, _HEAD + 1, row, column, total, looks)


def _totals(entries: Sequence[IndexEntry]) -> list[int]:
    """Documents, their pages, how many of them have pages that nobody counted; a workbook has none to count."""
    uncounted = [entry for entry in entries if entry.pages is None and PurePosixPath(entry.editable).suffix != ".xlsx"]
    return [len(entries), sum(entry.pages or 0 for entry in entries), len(uncounted)]


def _note(entries: Sequence[IndexEntry]) -> str:
    documents, pages, unknown = _totals(entries)
    return f"共{documents}份文件，{pages}页" + (f"（另有{unknown}份不知道页数）" if unknown else "")
