"""Links between rows: values that must not repeat, and names that another sheet must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.diagnostics import Diagnostic, Place
from docgen.intake.books import RECORDS
from docgen.intake.codes import report, shown
from docgen.intake.drafts import Draft
from docgen.intake.names import Known, Names
from docgen.intake.schema import FORMER_NAMES, Slot, slots, targets_of, unique_attributes
from docgen.intake.tables import Tables

Drafts = Mapping[str, list[Draft]]
"""Part → its drafts, the incomplete ones too."""


def repetitions(drafts: Drafts) -> Iterator[Diagnostic]:
    """One diagnostic for each row whose unique value an earlier row has, and for each former name that another has."""
    for part, rows in drafts.items():
        for name in unique_attributes(RECORDS[part]):
            first: dict[Any, Draft] = {}
            for draft in rows:
                # An optional name that is left empty is no name.
                if not (value := draft.values.get(name)):
                    continue
                other = first.setdefault(value, draft)
                if other is not draft:
                    found = f"{shown(value)}与 {_seen_from(draft, other.places[name])} 重复"
                    yield report("DATA-034", draft.places[name], found, "各行应不同")
        if FORMER_NAMES in slots(RECORDS[part]):
            yield from _former(part, rows)


def _former(part: str, rows: list[Draft]) -> Iterator[Diagnostic]:
    """Former names that are another row's name, or its former name as well."""
    owners: dict[str, tuple[Draft, str]] = {}
    for name in unique_attributes(RECORDS[part]):
        for draft in rows:
            if value := draft.values.get(name):
                owners.setdefault(value, (draft, name))
    for draft in rows:
        for former in draft.values.get(FORMER_NAMES, ()):
            owner, name = owners.setdefault(former, (draft, FORMER_NAMES))
            if owner is not draft:
                found = f"曾用名{shown(former)}与 {_seen_from(draft, owner.places[name])} 重复"
                yield report("DATA-043", draft.places[FORMER_NAMES], found, "各行应不同")


def _seen_from(draft: Draft, place: Place) -> str:
    """Another row's address; with its file when that is another one."""
    if place.file == draft.places[""].file:
        return place.address
    return str(replace(place, heading=""))


def dangling(drafts: Drafts, tables: Tables) -> Iterator[Diagnostic]:
    """Cells that name a record which is not there; a sheet that lacks altogether is reported once."""
    known = Names(drafts, tables)
    wanted: dict[str, str] = {}
    for part, rows in drafts.items():
        for slot in slots(RECORDS[part]).values():
            targets = targets_of(slot.column.refers_to)
            cells = [draft for draft in rows if draft.values.get(slot.attribute)] if targets else []
            if not cells:
                continue
            if not any(drafts.get(target) for target in targets):
                for target in targets:
                    wanted.setdefault(target, RECORDS[part].sheet)
            elif names := known.of(targets):
                yield from _unknown(cells, slot, names, targets)
    for target, user in wanted.items():
        yield from _lacking(target, user, tables)


def _unknown(cells: list[Draft], slot: Slot, known: Known, targets: tuple[str, ...]) -> Iterator[Diagnostic]:
    sheets = [shown(RECORDS[target].sheet) for target in targets]
    listed, either = "和".join(sheets), "或".join(sheets)
    for draft in cells:
        value = draft.values[slot.attribute]
        if value in known.names:
            continue
        missing = [item for item in (value if isinstance(value, tuple) else (value,)) if item not in known.names]
        if not missing:
            continue
        near = known.closest(missing[0])
        remedy = f"改成“{near}”，或在{either}里补上一行" if near else f"改成{either}里有的名称，或在那里补上一行"
        found = "、".join(shown(item) for item in missing)
        yield report("DATA-035", draft.places[slot.attribute], f"{listed}里没有{found}", "", remedy)


def _lacking(target: str, user: str, tables: Tables) -> Iterator[Diagnostic]:
    """A needed sheet, or a misnamed one, is reported elsewhere."""
    if target in tables.book.needed or target in tables.mistaken:
        return
    sheet = RECORDS[target].sheet
    present = tables.sheets.get(target)
    if not present:
        yield report("DATA-001", Place(tables.file, (999,)), f"缺少工作表“{sheet}”", f"“{user}”引用了它")
    elif not any(sheet.absent for sheet in present):
        yield report("DATA-009", present[0].place, f"“{sheet}”里一行内容也没有", f"“{user}”引用了它")
