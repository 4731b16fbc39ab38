"""A table: headings, rows under them, columns as wide as they need to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.errors import DataError
from docgen.workbooks.cells import put
from docgen.workbooks.column import Column, Rows, fitting_width, row_height
from docgen.workbooks.looks import Look
from docgen.workbooks.places import letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Looks

_MOST_ROWS = 1_048_576
"""Rows of a sheet."""


def refuse_too_many(rows: Rows, above: int, name: str) -> None:
    """Raise DataError when a sheet has not so many rows, with `above` rows before them."""
    if len(rows) > _MOST_ROWS - above:
        raise DataError(f"{name}有 {len(rows):,} 行，Excel 的一张表写不下", "减少行数，分成几次来做")


def put_heads(sheet: Worksheet, row: int, columns: Sequence[Column], looks: Looks) -> None:
    """The row of headings, high enough for two lines and the button of the filter."""
    sheet.set_row(row, 34)
    for number, column in enumerate(columns):
        put(sheet, row, number, column.heading, looks(Look.HEAD, Look.LINES))


def put_rows(
    sheet: Worksheet, top: int, columns: Sequence[Column], rows: Rows, widths: Sequence[float], looks: Looks
) -> None:
    """The rows from row `top` on, each as high as its longest text in these widths needs."""
    styles = [looks(Look.CELL, column.look) for column in columns]
    for row, values in enumerate(rows, top):
        sheet.set_row(row, row_height(values, widths))
        for number, (value, style) in enumerate(zip(values, styles, strict=True)):
            put(sheet, row, number, value, style)


def put_sum(sheet: Worksheet, first: int, row: int, column: int, total: int, looks: Looks) -> None:
    """The sum of the rows from `first` to the one above; with its value, for programs that do not calculate."""
    look = looks(Look.CELL, Look.COUNT, Look.TOTAL).format
    if row == first:
        sheet.write_number(row, column, total, look)
        return
    name = letters(column)
    sheet.write_formula(row, column, f"=SUM({name}{first + 1}:{name}{row})", look, total)


def set_widths(sheet: Worksheet, columns: Sequence[Column], rows: Rows) -> list[float]:
    """Make each column as wide as its widest value, within its bounds. Before the first row is written."""
    widths = [fitting_width(column, (values[number] for values in rows)) for number, column in enumerate(columns)]
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    return widths
