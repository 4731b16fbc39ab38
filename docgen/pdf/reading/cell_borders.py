"""The lines of a table, settled between neighbours (ECMA-376 Part 1, 17.4.38 and 17.4.66)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.pdf.reading.borders import border
from docgen.pdf.reading.table_grid import Slot
from docgen.pdf.reading.wordml import Properties
from docgen.pdf.source import Border, Borders

# 17.4.66: a border's weight is its number times the number of its lines.
_WEIGHTS = {
    "single": 1, "thick": 2, "double": 6, "dotted": 4, "dashed": 5, "dotDash": 6, "dotDotDash": 7, "triple": 24,
    "thinThickSmallGap": 18, "thickThinSmallGap": 20, "thinThickThinSmallGap": 33,
    "thinThickMediumGap": 24, "thickThinMediumGap": 26, "thinThickThinMediumGap": 42,
    "thinThickLargeGap": 30, "thickThinLargeGap": 32, "thinThickThinLargeGap": 51,
    "wave": 18, "doubleWave": 38, "dashSmallGap": 20, "dashDotStroked": 21,
    "threeDEmboss": 22, "threeDEngrave": 23, "outset": 24, "inset": 25,
}  # fmt: skip


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


_Line = dict[int, "Wishes"]
"""The cells of a row by the columns they cover."""


def wishes(
    slot: Slot,
    cell: Properties,
    style_cell: Properties,
    table: Properties,
    style_table: Properties,
    outer: frozenset[str],
    theme: Mapping[str, str],
) -> Wishes:
    """What a cell asks for. `outer` names the sides on which it has no neighbour."""
    edges = {}
    for side in ("top", "right", "bottom", "left"):
        inside = "insideH" if side in ("top", "bottom") else "insideV"
        of_table = f"tblBorders/{side if side in outer else inside}"
        if f"tcBorders/{side}" in cell:
            edges[side] = Edge(border(cell[f"tcBorders/{side}"], theme), 1)
        elif of_table in table:
            edges[side] = Edge(border(table[of_table], theme))
        elif f"tcBorders/{side}" in style_cell:
            edges[side] = Edge(border(style_cell[f"tcBorders/{side}"], theme), 1)
        else:
            edges[side] = Edge(border(style_table.get(of_table), theme))
    return Wishes(slot, edges["top"], edges["right"], edges["bottom"], edges["left"])


def settle(rows: list[list[Wishes]]) -> list[list[Borders]]:
    """The edges that are drawn, row by row and cell by cell: neighbours agree, merged cells have no line between."""
    for row in rows:
        for one, other in pairwise(row):
            one.right = other.left = _stronger(one.right, other.left)
    lines = [_by_column(row) for row in rows]
    for (above, upper), (below, lower) in pairwise(zip(rows, lines, strict=True)):
        _settle_between(above, upper, below, lower)
    return alone(rows)


def alone(rows: list[list[Wishes]]) -> list[list[Borders]]:
    """The edges of cells that stand apart: what each asks for."""
    return [[_drawn(cell) for cell in row] for row in rows]


def _by_column(row: list[Wishes]) -> _Line:
    return {column: cell for cell in row for column in range(cell.slot.start, cell.slot.end)}


def _settle_between(above: list[Wishes], upper: _Line, below: list[Wishes], lower: _Line) -> None:
    lines = {column: _between(upper.get(column), lower.get(column)) for column in {**upper, **lower}}
    drawn: set[int] = set()
    for cell in above:
        cell.bottom = _common(cell.slot, lines)
        drawn.update(range(cell.slot.start, cell.slot.end) if cell.bottom.border else ())
    for cell in below:
        cell.top = _common(cell.slot, lines)
        drawn.update(range(cell.slot.start, cell.slot.end) if cell.top.border else ())
    _draw_rest(above, lines, drawn)


def _between(upper: Wishes | None, lower: Wishes | None) -> Edge:
    if lower is not None and lower.merged_above:
        return Edge(rank=1)
    if upper is not None and lower is not None:
        return _stronger(upper.bottom, lower.top)
    return upper.bottom if upper is not None else lower.top if lower is not None else Edge()


def _draw_rest(above: list[Wishes], lines: dict[int, Edge], drawn: set[int]) -> None:
    # Spans that overlap crosswise leave pieces that no whole edge covers: the widest piece is drawn all along.
    for cell in above:
        left = [lines[column] for column in range(cell.slot.start, cell.slot.end) if column not in drawn]
        for edge in left:
            if edge.border is not None:
                cell.bottom = _stronger(cell.bottom, edge)


def _common(slot: Slot, lines: dict[int, Edge]) -> Edge:
    first = lines[slot.start]
    if slot.span == 1 or all(lines[column].border == first.border for column in range(slot.start, slot.end)):
        return first
    return Edge()


def _stronger(one: Edge, other: Edge) -> Edge:
    """The edge of two that is drawn; the first where nothing tells them apart."""
    if one.rank != other.rank:
        return one if one.rank > other.rank else other
    if one.border == other.border:
        return one
    return other if _weight(other.border) > _weight(one.border) else one


def _weight(line: Border | None) -> tuple[float, ...]:
    """By 17.4.66 the style, then the darkness of the colour; of equal styles the wider line, as Word draws it."""
    if line is None:
        return ()
    red, green, blue = bytes.fromhex(line.color[1:])
    return (_WEIGHTS.get(line.style, 1), line.width, -(red + blue + 2 * green), -(blue + 2 * green), -green)


def _drawn(cell: Wishes) -> Borders:
    return Borders(*(_flush(edge.border) for edge in (cell.top, cell.right, cell.bottom, cell.left)))


def _flush(edge: Border | None) -> Border | None:
    return replace(edge, space=0.0) if edge is not None and edge.space else edge
