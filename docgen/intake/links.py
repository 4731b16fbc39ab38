"""Links between rows: values that must not repeat, and names that another sheet must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.diagnostics import Diagnostic, Place, closest
from docgen.intake.codes import report, shown
from docgen.intake.drafts import Draft
from docgen.intake.schema import NEEDED, part_of, slots, unique_attributes
from docgen.intake.tables import Tables
from docgen.model.campaign import SHEETS

Drafts = Mapping[str, list[Draft]]
"""Attribute of `Campaign` → its drafts, the incomplete ones too."""


def repetitions(drafts: Drafts) -> Iterator[Diagnostic]:
    """One diagnostic for each row whose unique value an earlier row has."""
    for part, rows in drafts.items():
        for name in unique_attributes(SHEETS[part]):
            first: dict[Any, Place] = {}
            for draft in rows:
                value, place = draft.values.get(name), draft.places[name]
                if value is None:
                    continue
                if value in first:
                    yield report("DATA-034", place, f"{shown(value)}与 {first[value].address} 重复", "各行应不同")
                first.setdefault(value, place)


def dangling(drafts: Drafts, tables: Tables) -> Iterator[Diagnostic]:
    """Cells that name a record which is not there; a sheet that lacks altogether is reported once."""
    wanted: dict[str, str] = {}
    for part, rows in drafts.items():
        for name, slot in slots(SHEETS[part]).items():
            target = part_of(slot.column.refers_to) if slot.column.refers_to else None
            cells = [draft for draft in rows if draft.values.get(name)]
            if target is None or not cells:
                continue
            if not drafts.get(target):
                wanted.setdefault(target, SHEETS[part].sheet)
            elif (known := _names(drafts[target], target, tables)) is not None:
                for draft in cells:
                    yield from _unknown(draft, name, known, target)
    for target, user in wanted.items():
        yield from _lacking(target, user, tables)


def _names(rows: list[Draft], target: str, tables: Tables) -> list[str] | None:
    """The names by which a sheet's records are referred to; None when a faulty or repeated cell may hide one."""
    unique = unique_attributes(SHEETS[target])
    sheet = tables.sheets[target]
    if any(name in draft.faulty or name in sheet.absent for draft in rows for name in unique):
        return None
    columns = [[str(draft.values[name]) for draft in rows] for name in unique]
    if any(len(set(column)) < len(column) for column in columns):
        return None  # one of the two has overwritten the name that is missed
    return [name for column in columns for name in column]


def _unknown(draft: Draft, name: str, known: list[str], target: str) -> Iterator[Diagnostic]:
    value = draft.values[name]
    given = value if isinstance(value, tuple) else (value,)
    missing = [item for item in given if item not in known]
    if not missing:
        return
    sheet = SHEETS[target].sheet
    near = closest(missing[0], known)
    remedy = f"改成“{near}”，或在“{sheet}”里补上一行" if near else f"改成“{sheet}”里有的名称，或在那里补上一行"
    found = "、".join(shown(item) for item in missing)
    yield report("DATA-035", draft.places[name], f"“{sheet}”里没有{found}", "", remedy)


def _lacking(target: str, user: str, tables: Tables) -> Iterator[Diagnostic]:
    """A needed sheet, or a misnamed one, is reported elsewhere."""
    if target in NEEDED or target in tables.mistaken:
        return
    sheet = SHEETS[target].sheet
    present = tables.sheets.get(target)
    if present is None:
        yield report("DATA-001", Place(tables.file, (999,)), f"缺少工作表“{sheet}”", f"“{user}”引用了它")
    elif not present.absent:
        yield report("DATA-009", present.place, f"“{sheet}”里一行内容也没有", f"“{user}”引用了它")
