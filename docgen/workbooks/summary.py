"""汇总: the month's figures by township, by category, by unit, each with its total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.model.facts import MonthProgress, Progress
from docgen.wording.shares import NO_SHARE
from docgen.workbooks.book import Book
from docgen.workbooks.cells import Value, put, put_across
from docgen.workbooks.column import Column, Rows
from docgen.workbooks.ledger_heading import summary_line
from docgen.workbooks.ledger_table import LedgerTable
from docgen.workbooks.looks import Look
from docgen.workbooks.page import set_up_page
from docgen.workbooks.table import put_heads, put_rows, put_sum, set_widths

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Looks

SHEET = "汇总"
_COUNTS = {
    "本月发现": "found",
    "本月销号": "closed",
    "本月按时销号": "closed_in_time",
    "反弹": "reopened",
    "累计发现": "all_found",
    "累计销号": "all_closed",
    "累计按时销号": "all_closed_in_time",
    "未销号": "open",
    "逾期": "overdue",
    "临期": "due_soon",
}
"""Heading → attribute of Progress."""

_NAME, _SHARE = "范围", "销号率"
_COLUMNS = (
    Column("序号", Look.COUNT, 6, 6),
    Column(_NAME, Look.TEXT, 16, 36),
    *(Column(heading, Look.COUNT, 9, 9) for heading in _COUNTS),
    Column(_SHARE, Look.LABEL, 9, 9),
)

_TITLE, _NOTE, _HEAD = range(3)


def add_summary(book: Book, table: LedgerTable) -> None:
    """The sheet 汇总."""
    sheet, looks, last = book.sheet(SHEET), book.looks, len(_COLUMNS) - 1
    groups = [(label, _rows(scopes)) for label, scopes in _groups(table.progress)]
    widths = set_widths(sheet, _COLUMNS, [row for _, rows in groups for row in rows])
    sheet.set_row(_TITLE, 34)
    put_across(sheet, (_TITLE, 0, _TITLE, last), f"{table.title}汇总", looks(Look.TITLE))
    sheet.set_row(_NOTE, 30)
    put_across(sheet, (_NOTE, 0, _NOTE, 1), table.progress.as_of, looks(Look.LONG_DAY))
    put_across(sheet, (_NOTE, 2, _NOTE, last), summary_line(table), looks(Look.NOTE))
    put_heads(sheet, _HEAD, _COLUMNS, looks)
    top = _HEAD + 1
    for label, rows in groups:
        put_across(sheet, (top, 0, top, last), label, looks(Look.CELL, Look.BAND))
        put_rows(sheet, top + 1, _COLUMNS, rows, widths, looks)
        _put_total(sheet, top + 1, top + 1 + len(rows), table.progress.county, looks)
        top += len(rows) + 2
    set_up_page(sheet, _HEAD, still=2)


def _groups(progress: MonthProgress) -> Iterator[tuple[str, Mapping[str, Progress]]]:
    """The ways to look at the figures; each adds up to the county. One without scopes is left out."""
    named = (("按乡镇", progress.townships), ("按问题类别", progress.duties), ("按责任单位", progress.units))
    return ((label, scopes) for label, scopes in named if scopes)


def _rows(scopes: Mapping[str, Progress]) -> Rows:
    return [
        [number, name, *_counts(progress), _share(progress)]
        for number, (name, progress) in enumerate(scopes.items(), 1)
    ]


def _put_total(sheet: Worksheet, first: int, row: int, county: Progress, looks: Looks) -> None:
    """The county's figures, as sums of the rows from `first` on."""
    put_across(sheet, (row, 0, row, 1), "合计", looks(Look.CELL, Look.LABEL, Look.TOTAL))
    for column, count in enumerate(_counts(county), 2):
        put_sum(sheet, first, row, column, count, looks)
    put(sheet, row, len(_COLUMNS) - 1, _share(county), looks(Look.CELL, Look.LABEL, Look.TOTAL))


def _counts(progress: Progress) -> list[int]:
    return [len(getattr(progress, attribute)) for attribute in _COUNTS.values()]


def _share(progress: Progress) -> Value:
    return NO_SHARE if progress.rate is None else progress.rate
