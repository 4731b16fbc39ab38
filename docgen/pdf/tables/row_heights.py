"""Row heights: what the cells of each row need, merged and turned ones among them."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

from docgen.pdf.items.strokes import thickness
from docgen.pdf.paging.strips import Stack
from docgen.pdf.tables.content_widths import blocks_extent
from docgen.pdf.tables.table_rows import RowPart, SetBlocks, SetCell, unglued
from docgen.pdf.text.paragraphs import Setting

_LONGEST = 2000.0  # points: longer than any page is high
_STEP = 1.15
_SLACK = 0.1


def set_heights(rows: list[RowPart], spacing: float) -> None:
    """Give every row its height; a merged cell that needs more than its rows stretches the last of them."""
    for row in rows:
        row.rule = max([thickness(cell.cell.borders.top) for cell in row.cells], default=0.0)
        row.foot = max([thickness(cell.cell.borders.bottom) for cell in row.cells], default=0.0)
        row.is_last = row is rows[-1]
        if spacing:
            row.space = (spacing * (2 if row is rows[0] else 1), spacing * (2 if row.is_last else 1))
        row.height = _row_height(row)
    _stretch(rows)


def _row_height(row: RowPart) -> float:
    if row.row.height_rule == "exact":
        return row.row.height
    least = row.row.height if row.row.height_rule == "at_least" else 0.0
    needs = [cell.needs for cell in row.cells if cell.rows == 1]
    edges = row.rule + fsum(row.space)
    return max([least, *[need + edges for need in needs]]) + (row.foot if row.is_last else 0.0)


def _stretch(rows: list[RowPart]) -> None:
    for row, cell in _cells(rows):
        if cell.rows > 1:
            covered = rows[row : row + cell.rows]
            lacking = cell.needs - fsum(part.height for part in covered)
            if lacking > 0 and covered[-1].row.height_rule != "exact":
                covered[-1].height += lacking


def _cells(rows: list[RowPart]) -> Iterator[tuple[int, SetCell]]:
    return ((number, cell) for number, row in enumerate(rows) for cell in row.cells if cell.rows)


def lengthen(rows: list[RowPart], edges: list[float], setting: Setting, set_blocks: SetBlocks) -> None:
    """Set the turned cells in the height that their rows have; rows that may grow do, until their lines fit across."""
    turned = [(number, cell) for number, cell in _cells(rows) if cell.cell.rotation]
    for number, cell in turned:
        covered = rows[number : number + cell.rows]
        room = _room(covered, cell)
        cell.stack, cell.length = turned_lines(cell, max(room, 1.0), setting, set_blocks), room
        if all(part.row.height_rule == "exact" for part in covered):
            continue
        while cell.stack.height > cell.inner_width(edges) + 0.05 and cell.length < _LONGEST:
            cell.length = max(cell.length, _type_size(cell)) * _STEP
            cell.stack = turned_lines(cell, cell.length, setting, set_blocks)
        # A last step may have been too long: no line needs more than the longest paragraph.
        enough = max(min(cell.length, blocks_extent(cell.blocks, setting).most + _SLACK), room)
        if enough < cell.length:
            cell.length, cell.stack = enough, turned_lines(cell, enough, setting, set_blocks)
        lacking = cell.length - room
        if lacking > 0:
            grows = next(part for part in reversed(covered) if part.row.height_rule != "exact")
            grows.height += lacking
    for number, cell in turned:
        room = _room(rows[number : number + cell.rows], cell)
        if abs(room - cell.length) > 0.01:
            cell.stack, cell.length = turned_lines(cell, max(room, 1.0), setting, set_blocks), room


def _room(covered: list[RowPart], cell: SetCell) -> float:
    """How long the lines of a turned cell may be in the rows that it covers."""
    whole = fsum(part.height for part in covered) - covered[0].rule - covered[0].space[0] - covered[-1].space[1]
    foot = covered[-1].foot if covered[-1].is_last else 0.0
    return max(whole - foot - cell.cell.margins[0] - cell.cell.margins[2], 0.0)


def turned_lines(cell: SetCell, length: float, setting: Setting, set_blocks: SetBlocks) -> Stack:
    """The lines of a turned cell, `length` long."""
    return unglued(set_blocks(cell.blocks, length, setting))


def _type_size(cell: SetCell) -> float:
    """The height of the cell's first line: no line is shorter than one character of it."""
    return max((strip.height for strip in cell.stack.strips[:1]), default=1.0)
