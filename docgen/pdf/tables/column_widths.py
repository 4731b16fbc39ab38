"""Column widths: the file's grid, the widths that cells ask for and their contents → the width of every column.

ECMA-376 Part 1, 17.18.87 tells both ways: a fixed table takes what its cells ask for, an automatic one also looks at
what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

from docgen.pdf.source import Row, Table, Width
from docgen.pdf.tables.automatic_widths import automatic
from docgen.pdf.text.paragraphs import Setting

_ROUNDING = 1.0  # points: so far the grid may stand from the cells' widths and still be what Word made of them


def column_widths(table: Table, width: float, setting: Setting) -> list[float]:
    """The widths of the columns of a table in a text area `width` points wide."""
    whole = width + table.beyond
    target = table.width.of(whole)
    wished = _wished(table, target or whole)
    grid = list(table.columns)
    agreed = all(abs(one - other) <= _ROUNDING for one, other in zip(grid, wished, strict=True) if other)
    if agreed and all(wished):
        wished = grid
    if not table.fixed:
        return automatic(table, wished, grid, target, whole, setting, agreed=agreed)
    return completed([wish or said for wish, said in zip(wished, grid, strict=True)], target or whole)


def completed(widths: list[float], whole: float) -> list[float]:
    """The widths, with what is left of the whole shared between the columns that have none."""
    missing = sum(not width for width in widths)
    if not missing:
        return widths
    rest = max(whole - fsum(widths), 0.0)
    return [width or rest / missing for width in widths]


def _wished(table: Table, whole: float) -> list[float]:
    """What the cells ask for, 0 for a column of which nobody says anything; rows that disagree: the widest counts."""
    count = len(table.columns)
    widths = [0.0] * count
    spans: dict[tuple[int, int], float] = {}
    for row in table.rows:
        for start, span, wish in _wishes(row, count):
            asked = wish.of(whole)
            if span == 1:
                widths[start] = max(widths[start], asked)
            elif asked:
                spans[start, span] = max(spans.get((start, span), 0.0), asked)
    for (start, span), asked in sorted(spans.items(), key=lambda item: item[0][1]):
        _spread(widths, range(start, min(start + span, count)), asked, table.columns)
    return widths


def _wishes(row: Row, count: int) -> Iterator[tuple[int, int, Width]]:
    if row.grid_before:
        yield 0, row.grid_before, row.before
    for start, cell in row.places():
        yield start, cell.span, cell.width
    if row.grid_after:
        yield max(count - row.grid_after, 0), row.grid_after, row.after


def _spread(widths: list[float], columns: range, asked: float, grid: tuple[float, ...]) -> None:
    """Share out what a cell over several columns asks for: to those that have none, as the grid does, else the last."""
    lacking = asked - fsum(widths[column] for column in columns)
    if lacking <= _ROUNDING:
        return
    missing = [column for column in columns if not widths[column]]
    if not missing:
        widths[columns[-1]] += lacking
        return
    said = fsum(grid[column] for column in missing)
    for column in missing:
        widths[column] = lacking * (grid[column] / said if said else 1 / len(missing))
