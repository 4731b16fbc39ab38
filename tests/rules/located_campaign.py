"""A campaign whose records stand in cells, as a workbook would give them: sheet, 第N行, heading."""

from __future__ import annotations

from docgen.diagnostics import Place
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.fields import Record


def placed(record: Record, row: int) -> Record:
    """The record as a workbook's row `row` would give it."""
    names = list(type(record).model_fields)
    index = list(SHEETS.values()).index(type(record))
    places = {
        name: Place("数据.xlsx", (index, row, n), record.sheet, f"第{row}行", record.heading(name))
        for n, name in enumerate(names)
    }
    record.located({**places, "": Place("数据.xlsx", (index, row), record.sheet, f"第{row}行")})
    return record


def located(campaign: Campaign) -> Campaign:
    parts = {}
    for part, record in SHEETS.items():
        found = getattr(campaign, part)
        parts[part] = placed(found, 2) if record.single else tuple(placed(r, n) for n, r in enumerate(found, 2))
    return Campaign(**parts)
