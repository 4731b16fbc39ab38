"""The lines of a table, settled between neighbours (ECMA-376 Part 1, 17.4.38 and 17.4.66)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.pdf.reading.borders import border
from docgen.pdf.reading.table_grid import Slot
from docgen.pdf.reading.wordml import Properties
from docgen.pdf.source import Border, Borders

_LINES = {"double": 2, "triple": 3}


@dataclass(frozen=True, slots=True)
class Edge:
    """A wish for one edge. The cell's own wish (rank 1) goes before the table's (rank 0), be it only `none`."""

    border: Border | None = None
    rank: int = 0


@dataclass(slots=True)
class Wishes:
    """A cell in the grid with its wishes. `merged_above`: the cell continues the one above it."""

    slot: Slot
    top: Edge
    right: Edge
    bottom: Edge
    left: Edge
    merged_above: bool = False


def wishes(
    slot: Slot, cell: Properties, style_cell: Properties, table: Properties, style_table: Properties, outer: set[str]
) -> Wishes:
    """What a cell asks for. `outer` names the sides on which it has no neighbour."""
    edges = {}
    for side in ("top", "right", "bottom", "left"):
        inside = "insideH" if side in ("top", "bottom") else "insideV"
        of_table = f"tblBorders/{side if side in outer else inside}"
        if f"tcBorders/{side}" in cell:
            edges[side] = Edge(border(cell[f"tcBorders/{side}"]), 1)
        elif of_table in table:
            edges[side] = Edge(border(table[of_table]))
        elif f"tcBorders/{side}" in style_cell:
            edges[side] = Edge(border(style_cell[f"tcBorders/{side}"]), 1)
        else:
            edges[side] = Edge(border(style_table.get(of_table)))
    return Wishes(slot, edges["top"], edges["right"], edges["bottom"], edges["left"])


def settle(rows: list[list[Wishes]]) -> list[list[Borders]]:
    """The edges that are drawn, row by row and cell by cell: neighbours agree, merged cells have no line between."""
    for row in rows:
        for one, other in pairwise(row):
            one.right = other.left = _stronger(one.right, other.left)
    for above, below in pairwise(rows):
        _settle_between(above, below)
    return [[_drawn(cell) for cell in row] for row in rows]


def _settle_between(above: list[Wishes], below: list[Wishes]) -> None:
    lines: dict[int, Edge] = {}
    for column in {*_columns(above), *_columns(below)}:
        upper, lower = _at(above, column), _at(below, column)
        if lower is not None and lower.merged_above:
            lines[column] = Edge(rank=1)
        elif upper is not None and lower is not None:
            lines[column] = _stronger(upper.bottom, lower.top)
        else:
            lines[column] = upper.bottom if upper is not None else lower.top if lower is not None else Edge()
    drawn: set[int] = set()
    for cell in above:
        cell.bottom = _common(cell.slot, lines)
        drawn.update(range(cell.slot.start, cell.slot.end) if cell.bottom.border else ())
    for cell in below:
        cell.top = _common(cell.slot, lines)
        drawn.update(range(cell.slot.start, cell.slot.end) if cell.top.border else ())
    _draw_rest(above, lines, drawn)


def _draw_rest(above: list[Wishes], lines: dict[int, Edge], drawn: set[int]) -> None:
    # Spans that overlap crosswise leave pieces that no whole edge covers: the widest piece is drawn all along.
    for cell in above:
        left = [lines[column] for column in range(cell.slot.start, cell.slot.end) if column not in drawn]
        for edge in left:
            if edge.border is not None:
                cell.bottom = _stronger(cell.bottom, edge)


def _columns(row: list[Wishes]) -> Iterable[int]:
    return (column for cell in row for column in range(cell.slot.start, cell.slot.end))


def _at(row: list[Wishes], column: int) -> Wishes | None:
    return next((cell for cell in row if cell.slot.start <= column < cell.slot.end), None)


def _common(slot: Slot, lines: dict[int, Edge]) -> Edge:
    edges = [lines[column] for column in range(slot.start, slot.end)]
    return edges[0] if all(edge.border == edges[0].border for edge in edges) else Edge()


def _stronger(one: Edge, other: Edge) -> Edge:
    if one.rank != other.rank:
        return one if one.rank > other.rank else other
    return other if _weight(other.border) > _weight(one.border) else one


def _weight(line: Border | None) -> float:
    return 0.0 if line is None else line.width * _LINES.get(line.style, 1) + 0.001


def _drawn(cell: Wishes) -> Borders:
    edges = (cell.top.border, cell.right.border, cell.bottom.border, cell.left.border)
    top, right, bottom, left = (edge and replace(edge, space=0.0) for edge in edges)
    return Borders(top, right, bottom, left)
