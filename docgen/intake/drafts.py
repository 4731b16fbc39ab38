"""Drafts: a row's cells converted, with what could not be; and draft → record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from docgen.diagnostics import Diagnostic, Place
from docgen.intake.cells import Cell, Flaw, Value, seen
from docgen.intake.codes import Fault, report, shown
from docgen.intake.convert import convert
from docgen.intake.dates import UnknownYear
from docgen.intake.rows import Places, Row, ordinary_columns
from docgen.intake.schema import Slot, attribute_of, slots
from docgen.intake.tables import Sheet
from docgen.model.fields import Record

_MOST_REMEMBERED = 2_000
"""A column with more different values than this hardly repeats them."""

_ABSENT, _NOTHING = object(), object()
"""No cell, or a value not met before; an empty cell that may be empty."""

_BLOCK = 5_000
"""Rows that are converted together, column by column."""


@dataclass(slots=True, eq=False)
class Draft:
    """A record on its way: values by attribute, the places of all fields, and the attributes that are faulty."""

    record: type[Record]
    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)

    @property
    def places(self) -> Places:
        """Attribute → where it stands; "" → the row."""
        return Places(self.record, self.row)

    def faulty_places(self) -> set[Place]:
        """Where the unknown values stand."""
        return {self.places[name] for name in self.faulty}


@dataclass(slots=True)
class Drafter:
    """Converts rows of one sheet; `year` completes dates that have none. `yearless`: the data has no year to do so.

    What a column's cells mean is remembered: most columns of a long table repeat a few values.
    """

    record: type[Record]
    sheet: Sheet
    year: int | None
    diagnostics: list[Diagnostic]
    yearless: bool = False
    _remembered: dict[str, dict[Any, Any]] = field(init=False)

    def __post_init__(self) -> None:
        empty = {"": _NOTHING, None: _NOTHING}
        self._remembered = {name: {} if slot.required else dict(empty) for name, slot in slots(self.record).items()}

    def drafts(self, rows: Sequence[Row]) -> Iterator[Draft]:
        """The rows converted, in order, with the diagnostics of each faulty cell.

        Ordinary rows are done a column at a time, which is several times as quick; a row with anything else in it is
        looked at cell by cell.
        """
        for first in range(0, len(rows), _BLOCK):
            block = rows[first : first + _BLOCK]
            columns = ordinary_columns(block)
            yield from self._block(block, columns) if columns else map(self.draft, block)

    def _block(self, rows: Sequence[Row], columns: Mapping[str, Sequence[Any]]) -> Iterator[Draft]:
        known = slots(self.record)
        converted = {name: self._column(known[name], values) for name, values in columns.items()}
        special = {
            place
            for values in converted.values()
            for place, value in enumerate(values)
            if value is _ABSENT or type(value) is Fault
        }
        lacking = {name for name in known if name not in columns and (name in self.sheet.absent | self.sheet.lost)}
        names = tuple(converted)
        for place, values in enumerate(zip(*converted.values(), strict=True)):
            if place in special:
                yield self.draft(rows[place])
                continue
            filled = {name: value for name, value in zip(names, values, strict=True) if value is not _NOTHING}
            yield Draft(self.record, rows[place], filled, set(lacking))

    def _column(self, slot: Slot, values: Sequence[Any]) -> list[Any]:
        """What the values of a column mean; _ABSENT or a Fault where the cell itself has to be looked at."""
        known = self._remembered[slot.attribute]
        new = [value for value in dict.fromkeys(values) if value not in known and _is_memorable(value)]
        if len(known) + len(new) > _MOST_REMEMBERED:
            known = dict(known)  # a column of texts that hardly repeat: for this block only
        for value in new:
            if (meaning := self._meaning(value, slot)) is not _ABSENT:
                known[value] = meaning
        return [known.get(value, _ABSENT) if type(value) in _REMEMBERED else _ABSENT for value in values]

    def _meaning(self, value: Value, slot: Slot) -> Any:
        try:
            return _value_or_fault(Cell(value, _NOWHERE), slot, self.year)
        except UnknownYear:
            return _ABSENT

    def draft(self, row: Row) -> Draft:
        """Convert every cell of a row, collecting the diagnostics of each faulty cell."""
        draft = Draft(self.record, row)
        for name, slot in slots(self.record).items():
            if not self._fill(draft, slot, row.cell(name)):
                draft.faulty.add(name)
        return draft

    def _fill(self, draft: Draft, slot: Slot, cell: Cell | None) -> bool:
        """Put the value in; False when there should be one and it is unknown."""
        name = slot.attribute
        if cell is None and (name in self.sheet.absent or name in self.sheet.lost):
            return False
        if cell is None or cell.empty:
            if slot.required:
                self.diagnostics.append(_unfilled(draft.places[name], slot))
            return not slot.required
        if cell.flaw is Flaw.COVERED:
            return False
        try:
            found = self._converted(cell, slot)
        except UnknownYear:
            if self.yearless:
                self.diagnostics.append(_without_year(cell))
            return False
        if isinstance(found, Fault):
            self.diagnostics += [item.at(cell.place) for item in (found, *found.more)]
            return False
        draft.values[name] = found
        return True

    def _converted(self, cell: Cell, slot: Slot) -> Any:
        """The value of a cell, or its Fault. Raises UnknownYear."""
        value = cell.value
        if cell.flaw is not Flaw.NONE or not isinstance(value, (str, date)):
            return _value_or_fault(cell, slot, self.year)
        known = self._remembered[slot.attribute]
        if value in known:
            return known[value]
        found = _value_or_fault(cell, slot, self.year)
        if len(known) < _MOST_REMEMBERED:
            known[value] = found
        return found


_NOWHERE = Place()
_REMEMBERED = frozenset((str, date, datetime, type(None)))  # not numbers: 1, 1.0 and TRUE are equal as keys


def _is_memorable(value: Any) -> bool:
    return isinstance(value, date) or (isinstance(value, str) and bool(value.strip()))


def _value_or_fault(cell: Cell, slot: Slot, year: int | None) -> Any:
    try:
        return convert(cell, slot, year)
    except Fault as fault:
        return fault.with_traceback(None)


def _unfilled(place: Place, slot: Slot) -> Diagnostic:
    return report("DATA-010", place, f"“{slot.heading}”没有填", "是必填的", f"填上，例如：{slot.example}")


def _without_year(cell: Cell) -> Diagnostic:
    return report("DATA-016", cell.place, f"填的是{shown(seen(cell.value))}，没有写年份", "应写明年份")


def record_of(draft: Draft, diagnostics: list[Diagnostic]) -> Record | None:
    """The record; None when a required value is unknown. A value that the model refuses becomes a diagnostic."""
    try:
        return draft.record(**draft.values).located(draft.places)
    except ValidationError as error:
        # What is missing was reported when the row was read.
        refused = [detail for detail in error.errors() if detail["type"] != "missing"]
    for detail in refused:
        _refuse(draft, detail, diagnostics)
    return record_of(draft, diagnostics) if refused else None


def _refuse(draft: Draft, detail: Any, diagnostics: list[Diagnostic]) -> None:
    location = str(detail["loc"][0]) if detail["loc"] else ""
    name = attribute_of(draft.record, location)
    if name is None or name in draft.faulty:
        raise AssertionError(f"the model refuses {draft.record.sheet}: {detail['msg']}")
    cell, place = draft.row.cell(name), draft.places[name]
    found = f"填的是{shown(seen(cell.value))}" if cell else "内容不合要求"
    slot = slots(draft.record)[name]
    context = detail.get("ctx", {})
    if "ge" in context or "le" in context:
        diagnostics.append(report("DATA-032", place, found, _bounds(context), f"例如：{slot.example}"))
    else:
        diagnostics.append(report("DATA-033", place, found, slot.description, f"例如：{slot.example}"))
    draft.values.pop(name, None)
    draft.faulty.add(name)


def _bounds(context: Mapping[str, Any]) -> str:
    if "ge" in context:
        return f"应不小于 {seen(float(context['ge']))}"
    return f"应不大于 {seen(float(context['le']))}"
