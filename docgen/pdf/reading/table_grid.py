"""The columns of a table: w:tblGrid, or widths worked out where the grid is missing (ECMA-376 Part 1, 17.4.48)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.wordml import Element, child, children, number, points, text_attribute

MOST_COLUMNS = 63  # Word's own limit


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a cell stands in the grid: its first column, how many it spans, the width it asks for (0: none)."""

    start: int
    span: int
    width: float

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.start + self.span


def length(element: Element | None, whole: float) -> float:
    """A w:tblW or w:tcW in points: twips, or a share of `whole`; 0 for auto."""
    kind, value = text_attribute(element, "type", default="dxa"), text_attribute(element, "w", default="0")
    if kind == "pct" or value.endswith("%"):
        # Fiftieths of a percent, or a percentage written out.
        return whole * number(value) / (100 if value.endswith("%") else 5000)
    return points(value) if kind == "dxa" else 0.0


def slots(row: Element, cells: list[Element], whole: float) -> list[Slot]:
    """The places of a row's cells, after its w:gridBefore."""
    start = grid_before(row)
    found: list[Slot] = []
    for cell in cells:
        tcpr = child(cell, "tcPr")
        span = max(int(number(text_attribute(child(tcpr, "gridSpan")), 1.0)), 1)
        found.append(Slot(start, min(span, MOST_COLUMNS), length(child(tcpr, "tcW"), whole)))
        start = found[-1].end
    return found


def grid_before(row: Element) -> int:
    """The columns that a row leaves empty at its left."""
    before = number(text_attribute(child(child(row, "trPr"), "gridBefore")))
    return min(max(int(before), 0), MOST_COLUMNS)


def columns(table: Element, rows: list[list[Slot]], whole: float) -> tuple[float, ...]:
    """The widths of all columns in points; `whole` is the width of the text area."""
    grid = [points(text_attribute(item, "w")) for item in children(child(table, "tblGrid"), "gridCol")]
    count = max([len(grid), *(slot.end for row in rows for slot in row)], default=0)
    grid += [0.0] * (count - len(grid))
    wished = length(child(child(table, "tblPr"), "tblW"), whole)
    return tuple(_completed(_from_cells(grid, rows), wished, whole))


def _from_cells(grid: list[float], rows: list[list[Slot]]) -> list[float]:
    widths = list(grid)
    for slot in sorted((slot for row in rows for slot in row), key=lambda item: item.span):
        own = range(slot.start, slot.end)
        missing = [column for column in own if widths[column] <= 0]
        rest = slot.width - sum(widths[column] for column in own)
        if missing and rest > 0:
            for column in missing:
                widths[column] = rest / len(missing)
    return widths


def _completed(widths: list[float], wished: float, whole: float) -> list[float]:
    missing = widths.count(0.0)
    if not missing:
        return widths
    rest = max((wished or whole) - sum(widths), 0.0)
    return [width or rest / missing for width in widths]
