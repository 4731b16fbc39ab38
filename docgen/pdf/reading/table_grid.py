"""The grid of a table: w:tblGrid, the places of the cells in it and the widths they ask for (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.properties import properties
from docgen.pdf.reading.wordml import Element, Properties, child, children, number, points, text_attribute
from docgen.pdf.source import Width

MOST_COLUMNS = 63  # Word's own limit
NO_WIDTH = Width()


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a cell stands in the grid: its first column, how many it spans, the width it asks for."""

    start: int
    span: int
    width: Width

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.start + self.span


@dataclass(frozen=True, slots=True)
class Side:
    """What a row leaves empty at one side: columns, and the width they ask for."""

    columns: int = 0
    width: Width = NO_WIDTH


def wish(values: dict[str, str] | None) -> Width:
    """A w:tblW or w:tcW: twips, or fiftieths of a percent (or a percentage written out); nothing for auto."""
    kind, value = (values or {}).get("type", "dxa"), (values or {}).get("w", "0")
    if kind == "pct" or value.endswith("%"):
        return Width(share=max(number(value), 0.0) / (100 if value.endswith("%") else 5000))
    return Width(max(points(value), 0.0)) if kind == "dxa" else NO_WIDTH


def slots(before: Side, cells: list[Properties]) -> list[Slot]:
    """The places of a row's cells, from their resolved properties."""
    start = before.columns
    found: list[Slot] = []
    for cell in cells:
        span = min(max(int(number(cell.get("gridSpan", {}).get("val"), 1.0)), 1), MOST_COLUMNS)
        found.append(Slot(start, span, wish(cell.get("tcW"))))
        start += span
    return found


def sides(row: Element) -> tuple[Side, Side]:
    """The columns that a row leaves empty before and after its cells."""
    found = properties(child(row, "trPr"))
    return _side(found, "gridBefore", "wBefore"), _side(found, "gridAfter", "wAfter")


def _side(found: Properties, grid: str, width: str) -> Side:
    columns = min(max(int(number(found.get(grid, {}).get("val"))), 0), MOST_COLUMNS)
    return Side(columns, wish(found.get(width)) if columns else NO_WIDTH)


def columns(table: Element, needed: int) -> tuple[float, ...]:
    """The widths of the grid's columns in points, 0 where it does not say one; as many as the rows need."""
    grid = [max(points(text_attribute(item, "w")), 0.0) for item in children(child(table, "tblGrid"), "gridCol")]
    return (*grid, *[0.0] * (needed - len(grid)))
