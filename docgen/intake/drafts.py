"""Drafts: a row's cells converted, with what could not be; and draft → record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from docgen.diagnostics import Diagnostic, Place
from docgen.intake.cells import Cell, Flaw, seen
from docgen.intake.codes import Fault, report, shown
from docgen.intake.convert import convert
from docgen.intake.dates import UnknownYear
from docgen.intake.schema import Slot, attribute_of, slots
from docgen.intake.tables import Row, Sheet
from docgen.model.fields import Record


@dataclass(slots=True)
class Draft:
    """A record on its way: values by attribute, the places of all fields, and the attributes that are faulty."""

    record: type[Record]
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)

    def faulty_places(self) -> set[Place]:
        """Where the unknown values stand."""
        return {self.places[name] for name in self.faulty}


@dataclass(slots=True)
class Drafter:
    """Converts rows of one sheet; `year` completes dates that have none."""

    record: type[Record]
    sheet: Sheet
    year: int | None
    diagnostics: list[Diagnostic]

    def draft(self, row: Row) -> Draft:
        """Convert every cell of a row, collecting the diagnostics of each faulty cell."""
        draft = Draft(self.record, row.place)
        for name, slot in slots(self.record).items():
            cell = row.cells.get(name)
            draft.places[name] = cell.place if cell else replace(row.place, heading=slot.heading)
            if not self._fill(draft, slot, cell):
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
            draft.values[name] = convert(cell, slot, self.year)
        except Fault as fault:
            self.diagnostics += [item.at(cell.place) for item in (fault, *fault.more)]
        except UnknownYear:
            return False
        return name in draft.values


def _unfilled(place: Place, slot: Slot) -> Diagnostic:
    return report("DATA-010", place, f"“{slot.heading}”没有填", "是必填的", f"填上，例如：{slot.example}")


def record_of(draft: Draft, cells: Mapping[str, Cell], diagnostics: list[Diagnostic]) -> Record | None:
    """The record; None when a required value is unknown. A value that the model refuses becomes a diagnostic."""
    try:
        return draft.record(**draft.values).located({**draft.places, "": draft.place})
    except ValidationError as error:
        # What is missing was reported when the row was read.
        refused = [detail for detail in error.errors() if detail["type"] != "missing"]
    for detail in refused:
        _refuse(draft, cells, detail, diagnostics)
    return record_of(draft, cells, diagnostics) if refused else None


def _refuse(draft: Draft, cells: Mapping[str, Cell], detail: Any, diagnostics: list[Diagnostic]) -> None:
    location = str(detail["loc"][0]) if detail["loc"] else ""
    name = attribute_of(draft.record, location)
    if name is None or name in draft.faulty:
        raise AssertionError(f"the model refuses {draft.record.sheet}: {detail['msg']}")
    found = f"填的是{shown(seen(cells[name].value))}" if name in cells else "内容不合要求"
    slot = slots(draft.record)[name]
    context = detail.get("ctx", {})
    if "ge" in context or "le" in context:
        diagnostics.append(report("DATA-032", draft.places[name], found, _bounds(context), f"例如：{slot.example}"))
    else:
        diagnostics.append(report("DATA-033", draft.places[name], found, slot.description, f"例如：{slot.example}"))
    draft.values.pop(name, None)
    draft.faulty.add(name)


def _bounds(context: Mapping[str, Any]) -> str:
    if "ge" in context:
        return f"应不小于 {seen(float(context['ge']))}"
    return f"应不大于 {seen(float(context['le']))}"
