"""Fields: what stands under a name of the data, seen from values that documents really had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from docgen.model.charts import RateChart, TrendChart
from docgen.model.pictures import Picture
from docgen.word.filters import plain_text

_SHOWN = 3
_DUN = "、"


class Sort(StrEnum):
    """What a value is, in the office's words."""

    TEXT = "文字"
    NUMBER = "数字"
    DAY = "日期"
    YES_NO = "是或否"
    LIST = "一张表"
    RECORD = "一条记录"
    PICTURE = "一幅图"


SINGLE = frozenset({Sort.TEXT, Sort.NUMBER, Sort.DAY, Sort.YES_NO})
"""What can be printed as it stands."""


@dataclass(frozen=True, slots=True)
class Field:
    """A name of the data: what it can be (no sort: only empty values were seen), an example as a template prints it.

    `fields` are those of a record, `items` what a list holds, None where no list had any. `told` says what it is.
    `filled`: it was never empty; `choices` are the only texts that it can be, none where it may be any.
    """

    sorts: frozenset[Sort] = frozenset()
    example: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)
    items: Field | None = None
    told: str = ""
    filled: bool = False
    choices: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """What it is, in words; "" where nothing is known."""
        return "或".join(sort for sort in Sort if sort in self.sorts)

    def only(self, *sorts: Sort) -> bool:
        """Whether it is surely one of these."""
        return bool(self.sorts) and self.sorts <= set(sorts)


def field_of(values: Iterable[Any]) -> Field:
    """The field of which these are the values in several documents or records."""
    everything = list(values)
    seen = [value for value in everything if value is not None and value != ""]
    records = [value for value in seen if isinstance(value, Mapping)]
    lists = [value for value in seen if isinstance(value, list | tuple)]
    items = [item for value in lists for item in value]
    return Field(
        frozenset(map(_sort, seen)),
        _example(seen),
        fields_of(records),
        field_of(items) if items else None,
        filled=len(seen) == len(everything) and all(lists),
    )


def fields_of(records: Sequence[Mapping[str, Any]]) -> dict[str, Field]:
    """The fields that these records have, each under its name, in the order of the records."""
    names = dict.fromkeys(name for record in records for name in record)
    return {name: field_of(record[name] for record in records if name in record) for name in names}


def together(several: Iterable[Field]) -> Field:
    """One field that may be any of several: names that different kinds of documents use for different things."""
    first, *others = several
    for other in others:
        first = _either(first, other)
    return first


def _either(one: Field, other: Field) -> Field:
    if one == other:
        return one
    names = dict.fromkeys((*one.fields, *other.fields))
    known = [item.items for item in (one, other) if item.items is not None]
    return replace(
        one,
        sorts=one.sorts | other.sorts,
        example=one.example or other.example,
        fields={name: together(item.fields[name] for item in (one, other) if name in item.fields) for name in names},
        items=together(known) if known else None,
        told=one.told or other.told,
        filled=one.filled and other.filled,
        choices=one.choices if one.choices == other.choices else (),
    )


def _sort(value: Any) -> Sort:
    """The sort of a value that is not empty."""
    if isinstance(value, bool):
        return Sort.YES_NO
    if isinstance(value, int | float | Decimal):
        return Sort.NUMBER
    if isinstance(value, date):
        return Sort.DAY
    if isinstance(value, Mapping):
        return Sort.RECORD
    if isinstance(value, Picture | TrendChart | RateChart):
        return Sort.PICTURE
    return Sort.LIST if isinstance(value, list | tuple) else Sort.TEXT


def _example(seen: Sequence[Any]) -> str:
    """The first value as a template prints it; of a list the first items, of a picture and a record nothing."""
    for value in seen:
        if _sort(value) in SINGLE:
            return plain_text(value)
        if isinstance(value, list | tuple) and value and all(_sort(item) in SINGLE for item in value):
            more = "等" if len(value) > _SHOWN else ""
            return _DUN.join(map(plain_text, value[:_SHOWN])) + more
    return ""
