"""Drafts: a row's cells converted, with what could not be; and draft → record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from docgen.diagnostics import Diagnostic, Place
from docgen.intake.cells import Cell, Flaw, seen
from docgen.intake.codes import Fault, report, shown
from docgen.intake.convert import convert, means_itself
from docgen.intake.dates import UnknownYear
from docgen.intake.rows import Places, Row, odd_attributes, ordinary_columns
from docgen.intake.schema import Slot, attribute_of, slots
from docgen.intake.tables import Sheet
from docgen.model.fields import Record

_MOST_REMEMBERED = 2_000
"""A column with more different values than this hardly repeats them."""

_UNKNOWN, _NOTHING = Fault("", ""), object()
"""What only the cell itself can tell; an empty cell that may be empty."""

_BLOCK = 5_000
"""Rows that are converted together, column by column."""


@dataclass(slots=True, eq=False)
class Draft:
    """A record on its way: values by attribute, the places of all fields, and the attributes that are faulty."""

    record: type[Record]
    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()

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
        self._remembered = {name: {} for name in slots(self.record)}

    def drafts(self, rows: Sequence[Row]) -> Iterator[Draft]:
        """The rows converted, in order, with the diagnostics of each faulty cell.

        A table is converted a column at a time, which is several times as quick; a cell that cannot be is looked at by
        itself, and so is a marked or covered one.
        """
        for first in range(0, len(rows), _BLOCK):
            block = rows[first : first + _BLOCK]
            columns = ordinary_columns(block)
            yield from self._block(block, columns) if columns else map(self.draft, block)

    def _block(self, rows: Sequence[Row], columns: Mapping[str, Sequence[Any]]) -> Iterator[Draft]:
        known = slots(self.record)
        doubtful: set[int] = set()
        converted = [self._column(known[name], values, doubtful) for name, values in columns.items()]
        lacking = (self.sheet.absent | self.sheet.lost).difference(columns)
        for place, (row, values) in enumerate(zip(rows, zip(*converted, strict=True), strict=True)):
            filled = {name: value for name, value in zip(columns, values, strict=True) if value is not _NOTHING}
            draft = Draft(self.record, row, filled, lacking)
            odd = odd_attributes(row)
            if odd or place in doubtful:
                faults = [name for name, value in filled.items() if type(value) is Fault]
                self._look_at(draft, dict.fromkeys((*faults, *odd)))
            yield draft

    def _column(self, slot: Slot, values: Sequence[Any], doubtful: set[int]) -> list[Any]:
        """What the values of a column mean; a Fault, and its place in `doubtful`, where its cell must be looked at."""
        remembered = self._remembered[slot.attribute]
        keys = values if _TELLING.issuperset(map(type, values)) else list(map(_key, values))
        meanings = {key: remembered[key] if key in remembered else self._meaning(key, slot) for key in set(keys)}
        if len(remembered) + len(meanings) <= _MOST_REMEMBERED:
            remembered |= meanings
        found = list(map(meanings.__getitem__, keys))
        if Fault in map(type, meanings.values()):
            doubtful |= {place for place, meaning in enumerate(found) if type(meaning) is Fault}
        return found

    def _meaning(self, key: Any, slot: Slot) -> Any:
        if means_itself(key, slot):
            return key  # nearly all texts
        cell = Cell(key[1] if isinstance(key, tuple) else key, _NOWHERE)
        if cell.empty:
            return _UNKNOWN if slot.required else _NOTHING
        try:
            return _value_or_fault(cell, slot, self.year)
        except UnknownYear:
            return _UNKNOWN

    def draft(self, row: Row) -> Draft:
        """Convert every cell of a row, collecting the diagnostics of each faulty cell."""
        draft = Draft(self.record, row)
        self._look_at(draft, slots(self.record))
        return draft

    def _look_at(self, draft: Draft, names: Iterable[str]) -> None:
        """Convert the cells of these attributes one by one."""
        known = slots(self.record)
        for name in names:
            draft.values.pop(name, None)
            if not self._fill(draft, known[name], draft.row.cell(name)):
                draft.faulty |= {name}

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
        if (found := known.get(value, _UNKNOWN)) is not _UNKNOWN:
            return found
        found = _value_or_fault(cell, slot, self.year)
        if len(known) < _MOST_REMEMBERED:
            known[value] = found
        return found


_NOWHERE = Place()
_TELLING = frozenset((str, date, datetime, type(None)))
"""Types whose values are keys as they are; of the others 1, 1.0 and TRUE would be equal ones."""


def _key(value: Any) -> Any:
    return value if type(value) in _TELLING else (type(value), value)


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
        return draft.record.model_validate(draft.values).located(draft.places)
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
    draft.faulty |= {name}


def _bounds(context: Mapping[str, Any]) -> str:
    if "ge" in context:
        return f"应不小于 {seen(float(context['ge']))}"
    return f"应不大于 {seen(float(context['le']))}"
