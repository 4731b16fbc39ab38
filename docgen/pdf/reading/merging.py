"""Merged cells: the old horizontal merge as spans, vertical merges by the columns they stand in (17.4.22, 17.4.84)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.table_grid import NO_WIDTH, Slot
from docgen.pdf.reading.wordml import Properties
from docgen.pdf.source import Width

Merge = Literal["none", "start", "continue"]


def joined(slots: list[Slot], cells: list[Properties]) -> list[tuple[int, Slot]]:
    """The cells that stand in a row as (number, place): those that continue a w:hMerge widen the one that starts it."""
    found: list[tuple[int, Slot]] = []
    is_open = False
    for number, (slot, cell) in enumerate(zip(slots, cells, strict=True)):
        kind = cell["hMerge"].get("val", "continue") if "hMerge" in cell else ""
        if kind == "continue" and is_open:
            before = found[-1][1]
            found[-1] = (found[-1][0], Slot(before.start, before.span + slot.span, _both(before.width, slot.width)))
            continue
        is_open = bool(kind)
        found.append((number, slot))
    return found


def _both(one: Width, other: Width) -> Width:
    if NO_WIDTH in (one, other):
        return NO_WIDTH
    return Width(one.points + other.points, one.share + other.share)


def vertical(rows: list[list[tuple[Slot, Properties]]]) -> list[list[Merge]]:
    """What each cell is in a vertical merge; one that has no cell of the same columns to continue starts anew."""
    is_open: set[tuple[int, int]] = set()
    found: list[list[Merge]] = []
    for row in rows:
        kinds: list[Merge] = []
        still_open = set()
        for slot, cell in row:
            values, key = cell.get("vMerge"), (slot.start, slot.span)
            if values is None:
                kinds.append("none")
                continue
            kinds.append("continue" if values.get("val", "continue") == "continue" and key in is_open else "start")
            still_open.add(key)
        is_open = still_open
        found.append(kinds)
    return found
