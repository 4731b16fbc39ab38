"""Records as plain data for templates: Chinese names, nothing left undefined, references resolved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from docgen.model.campaign import Campaign
from docgen.model.fields import Kind, Record, column_of
from docgen.model.references import resolve

Plain = dict[str, Any]


def plain(record: Record, value_of: Callable[[str], str], campaign: Campaign) -> Plain:
    """A record under its Chinese names.

    An optional field left empty prints as nothing: it becomes "". Long texts have their `{年度}` resolved; units are
    named in full.
    """
    out: Plain = {}
    for attribute, field in type(record).model_fields.items():
        column = column_of(field)
        value = getattr(record, attribute)
        if column.kind is Kind.PROSE:
            value = resolve(value, value_of)
        elif column.kind is Kind.PERCENT and value is not None:
            value = percent(value)
        elif "责任单位" in column.refers_to:
            value = tuple(map(campaign.unit_name, value)) if isinstance(value, tuple) else campaign.unit_name(value)
        out[record.heading(attribute)] = _simple(value)
    return out


def percent(value: Decimal) -> str:
    """2.30 → 2.3%."""
    return f"{value.normalize():f}%"


def _simple(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return [_simple(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value
