"""What intake needs to know of the model: for each record its slots, and how headings and keys name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from docgen.intake.books import BOOKS, CAMPAIGN, RECORDS, Book
from docgen.model.fields import Choice, Column, Record, column_of
from docgen.model.references import REFERENCES

NEEDED = CAMPAIGN.needed
"""The sheets without which no plan can be written, as attributes of `Campaign`."""

GUIDE = "填写说明"
"""The blank workbook's own sheet of instructions; never data."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record as a cell sees it."""

    attribute: str
    heading: str
    column: Column
    required: bool
    choices: type[Choice] | None
    example: str
    description: str
    references: Mapping[str, str] = field(default_factory=lambda: REFERENCES, compare=False)


@cache
def slots(record: type[Record]) -> Mapping[str, Slot]:
    """Attribute → slot, in the order of the columns."""
    return {
        name: Slot(
            name,
            record.heading(name),
            column_of(field),
            field.is_required(),
            _choices(field.annotation),
            str((field.examples or [""])[0]),
            field.description or "",
            record.references,
        )
        for name, field in record.model_fields.items()
    }


def _choices(annotation: Any) -> type[Choice] | None:
    """The closed list inside an annotation: `Rhythm`, `tuple[Attachment, ...]`, `Head | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    return next((found for part in get_args(annotation) if (found := _choices(part))), None)


def plain(name: str) -> str:
    """A heading as it is compared: without white space and without a mark of being required."""
    return "".join(name.split()).rstrip("*＊")


@cache
def _attributes(record: type[Record]) -> Mapping[str, str]:
    found = {slot.heading: name for name, slot in slots(record).items()}
    return found | {name: name for name in slots(record)}


def attribute_of(record: type[Record], heading: str) -> str | None:
    """The attribute that a heading or key names, by its Chinese or its English name."""
    return _attributes(record).get(plain(heading))


def part_of(sheet: str, sheets: Mapping[str, type[Record]] = RECORDS) -> str | None:
    """The part, an attribute of the book's root, that a sheet's name or key means."""
    wanted = plain(sheet)
    return next((part for part, record in sheets.items() if wanted in (part, record.sheet)), None)


def book_of(names: Iterable[str]) -> Book:
    """The kind of data that most of the sheets belong to; a campaign's where none does."""
    known = list(names)
    return max(BOOKS, key=lambda book: sum(part_of(name, book.sheets) is not None for name in known))


@cache
def targets_of(refers_to: str) -> tuple[str, ...]:
    """The parts that a reference may mean: `refers_to` names one sheet, or several joined by the 顿号."""
    parts = tuple(part_of(name) for name in refers_to.split("、")) if refers_to else ()
    assert None not in parts, refers_to
    return tuple(part for part in parts if part)


def headings(record: type[Record]) -> list[str]:
    """The Chinese headings, in order."""
    return [slot.heading for slot in slots(record).values()]


@cache
def unique_attributes(record: type[Record]) -> tuple[str, ...]:
    """The fields that name a record: no two rows share them, and other sheets refer to them."""
    return tuple(name for name, slot in slots(record).items() if slot.column.unique)


FORMER_NAMES = "former_names"
"""曾用名: the field, in records that have it, whose names mean the record as well."""
