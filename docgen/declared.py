"""Declared: what the model and the modules that compose documents tell of the names of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from docgen.word.fields import Field


@dataclass(frozen=True, slots=True)
class Word:
    """What is declared of a name."""

    told: str
    filled: bool = False
    choices: tuple[str, ...] = ()


def words(module: Any, plan: Any, *, guidance: bool) -> dict[str, Word]:
    """What is told of the names at the top of the data of a kind of document, `module`; `plan` composes the plan.

    A document's own names win over those of the sheets; `guidance`: the sheets of a 指导意见.
    """
    from docgen.documents.citations import PLAN
    from docgen.documents.form import FORM
    from docgen.documents.ground import GROUND
    from docgen.model.campaign import SHEETS
    from docgen.model.guidance import SHEETS as GUIDANCE
    from docgen.model.settings import Head, Signature

    found: dict[str, Word] = {}
    for record in (GUIDANCE if guidance else SHEETS).values():
        found |= _columns(record) if record.single else {record.sheet: Word(record.purpose)}
    for told in (plan.DERIVED, GROUND, FORM, PLAN, module.DERIVED):
        found |= _plain(told)
    for key, choices in (("版头", Head), ("署名方式", Signature)):
        found[key] = replace(found[key], filled=True, choices=tuple(map(str, choices)))
    return found


def described(item: Field, word: Word | None) -> Field:
    """A field with what is told of it, and the same for all within it."""
    word = word or Word("")
    return replace(
        item,
        fields=_within(item.fields),
        items=None if item.items is None else described(item.items, None),
        told=word.told,
        filled=item.filled and word.filled,
        choices=word.choices if item.example in word.choices else (),
    )


def _within(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of a record. It is of the kind whose names it has all; of several, those told first win."""
    told: dict[str, Word] = {}
    for row in _rows():
        if row.keys() <= fields.keys():
            told = dict(row) | told
    return {name: described(item, told.get(name)) for name, item in fields.items()}


@cache
def _rows() -> tuple[dict[str, Word], ...]:
    """What is told of the names in records: one collection for each kind of record."""
    from docgen.documents.cards import CARD
    from docgen.documents.citations import RULE
    from docgen.documents.figures import FIGURES, PROBLEM
    from docgen.documents.implementation_plan import DERIVED_IN_ROWS
    from docgen.documents.interview_notice import MATTER
    from docgen.documents.talks import PERSON
    from docgen.model.campaign import SHEETS
    from docgen.model.guidance import SHEETS as GUIDANCE

    told: list[Mapping[str, str]] = [FIGURES, PROBLEM, CARD, MATTER, PERSON, RULE]
    tables = [record for record in (*SHEETS.values(), *GUIDANCE.values()) if not record.single]
    derived = [
        _columns(table) | _plain(DERIVED_IN_ROWS[table.sheet]) for table in tables if table.sheet in DERIVED_IN_ROWS
    ]
    return (*derived, *map(_columns, tables), *map(_plain, told))


def _plain(told: Mapping[str, str]) -> dict[str, Word]:
    return {name: Word(text) for name, text in told.items()}


def _columns(record: Any) -> dict[str, Word]:
    """The columns of a sheet."""
    return {str(field.alias): _column(field) for field in record.model_fields.values()}


def _column(field: Any) -> Word:
    from docgen.model.fields import Kind, column_of

    kind, told = column_of(field).kind, field.description or ""
    if kind is Kind.CHOICE:
        (choice,) = (
            item for item in (field.annotation, *getattr(field.annotation, "__args__", ())) if _is_choice(item)
        )
        return Word(told, field.is_required() or bool(field.default), tuple(map(str, choice)))
    # A number may be 0 and a 是否 be 否: only texts, days and lists that must be filled in never count as nothing.
    return Word(told, field.is_required() and kind not in (Kind.COUNT, Kind.STATED_COUNT, Kind.YES_NO))


def _is_choice(item: Any) -> bool:
    from docgen.model.fields import Choice

    return isinstance(item, type) and issubclass(item, Choice)
