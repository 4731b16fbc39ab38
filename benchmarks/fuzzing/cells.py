"""Mutations of a workbook's cells through openpyxl, as an office writer would make them."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from benchmarks.fuzzing import values, zips

_THINGS: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e300, 2**60, 0.1 + 0.2, 45000, 60, -1.0, date(1900, 1, 1), date(9999, 12, 31),
    datetime(2024, 2, 29, 23, 59, 59), time(23, 59), timedelta(days=400),
)  # fmt: skip


def spoiled(random: Random, data: bytes) -> bytes:
    """A few cells, rows, columns or sheets changed."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        sheet = random.choice(book.worksheets)
        cell = sheet.cell(random.randrange(1, sheet.max_row + 2), random.randrange(1, sheet.max_column + 2))
        match random.randrange(14):
            case 0:
                sheet.title = (random.choice(values.TEXTS).translate({ord(sign): None for sign in "\\*?:/[]"}) or "甲")[
                    :31
                ]
            case 1:
                sheet.insert_rows(cell.row, random.choice((1, 3)))
            case 2:
                sheet.delete_rows(cell.row)
            case 3:
                sheet.delete_cols(cell.column)
            case 4:
                sheet.merge_cells(
                    start_row=cell.row,
                    start_column=cell.column,
                    end_row=cell.row + random.randrange(3),
                    end_column=cell.column + 1,
                )
            case 5:
                cell.value, cell.number_format = (
                    random.choice(_THINGS),
                    random.choice(("General", "0%", "@", "yyyy-mm-dd", '0"%"')),
                )
            case _:
                _say(cell, values.text(random))
    target = io.BytesIO()
    book.save(target)
    return zips.timeless(target.getvalue())


def _say(cell: Any, text: str) -> None:
    """A text as it is, or as the formula that it may look like."""
    if type(cell).__name__ == "MergedCell":
        return
    kept = "".join(
        char
        for char in text
        if char in "\t\n\r" or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")
    )
    cell.value = kept
    if len(kept) % 2:
        cell.data_type = "s"
