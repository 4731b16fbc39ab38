"""Written: a record's value → what a writer would have put into the cell; the way back of `convert`."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from docgen.intake.cells import plain_decimal
from docgen.intake.schema import Slot
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.fields import Choice, Kind, Record


def records_of(campaign: Campaign | None, part: str) -> tuple[Record, ...]:
    """The records of a sheet; none of an empty campaign."""
    if campaign is None:
        return ()
    found = getattr(campaign, part)
    return (found,) if SHEETS[part].single else found


def as_text(record: Record, slot: Slot) -> str | tuple[str, ...]:
    """The value as text, names and choices one by one; "" for nothing."""
    value: Any = getattr(record, slot.attribute)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return tuple(item.value if isinstance(item, Choice) else str(item) for item in value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m}" if slot.column.kind is Kind.MONTH else value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{plain_decimal(value)}%"
    return value.value if isinstance(value, Choice) else str(value)


def as_cell(record: Record, slot: Slot) -> str | int | float | date | None:
    """The value as a workbook cell holds it: numbers and dates are real ones, 2.3% is 0.023; None for nothing."""
    value: Any = getattr(record, slot.attribute)
    if isinstance(value, Decimal):
        return float(value / 100)
    if isinstance(value, (int, date)) and not isinstance(value, bool):
        return value
    text = as_text(record, slot)
    return ("、".join(text) if isinstance(text, tuple) else text) or None
