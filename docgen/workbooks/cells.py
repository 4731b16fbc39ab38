"""Cells: one value into one cell, as what it is; text stays text, whatever it looks like."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING

from docgen.wording.shares import percent
from docgen.workbooks.links import Link, put_link
from docgen.workbooks.looks import Look

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from docgen.workbooks.looks import Style

Value = str | int | date | Fraction | None
"""What a cell can hold: a text (or a `Link`), a count, a day, a share; None leaves it empty."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""A cell that begins so would turn into a formula when somebody edits it; Chinese Excel takes the wide ones, too."""


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Style) -> None:
    """Write a value."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style.format)
    elif isinstance(value, Link):
        put_link(sheet, row, column, value, style.format)
    elif isinstance(value, str):
        _put_text(sheet, row, column, value, style)
    elif isinstance(value, Fraction):
        _put_share(sheet, row, column, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), style.format)
    else:
        sheet.write_number(row, column, value, style.format)


def _put_text(sheet: Worksheet, row: int, column: int, text: str, style: Style) -> None:
    """A text is no formula, and does not become one when it is edited."""
    look = style.also(Look.GUARDED) if text.startswith(_FORMULA_SIGNS) else style.format
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for markup of its own and would write it unescaped.
        sheet.write_rich_string(row, column, text[0], look, text[1:], look)
    else:
        sheet.write_string(row, column, text, look)


def _put_share(sheet: Worksheet, row: int, column: int, share: Fraction, style: Style) -> None:
    """A share is shown as the documents say it: 87.5%, 100%."""
    hundredfold = percent(share)
    look = Look.WHOLE_SHARE if hundredfold == int(hundredfold) else Look.SHARE
    sheet.write_number(row, column, float(hundredfold / 100), style.also(look))


def put_across(sheet: Worksheet, place: tuple[int, int, int, int], value: Value, style: Style) -> None:
    """Write a value into cells merged to one: first row, first column, last row, last column."""
    sheet.merge_range(*place, "", style.format)
    # Again, because the call above would guess what the value is.
    put(sheet, place[0], place[1], value, style)
