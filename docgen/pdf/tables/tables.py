"""Tables: a table record → rows of set cells with their heights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from docgen.pdf.items.strokes import is_plain
from docgen.pdf.paging.strips import Stack, Strip, hides_text
from docgen.pdf.source import Paragraph, Row, Table
from docgen.pdf.tables.column_widths import column_widths
from docgen.pdf.tables.fit_text import fitted
from docgen.pdf.tables.flowing import flowing
from docgen.pdf.tables.row_heights import lengthen, set_heights, turned_lines
from docgen.pdf.tables.table_rows import RowPart, SetBlocks, SetCell, unglued
from docgen.pdf.text.paragraphs import Setting


@dataclass(slots=True, eq=False)
class SetTable:
    """A table: its left edge, the x of its column edges from there, its rows.

    `turned_lines` sets a turned cell again, in the length that a page has for it. `carried` holds, while pages are
    painted, what of a vertically merged cell the next page continues.
    """

    table: Table
    left: float
    edges: list[float]
    rows: list[RowPart]
    heads: int
    turned_lines: Callable[[SetCell, float], Stack]
    carried: dict[tuple[int, int], Stack] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where the table stands, for messages."""
        return self.table.place


def set_table(table: Table, width: float, setting: Setting, set_blocks: SetBlocks) -> SetTable:
    """Set a table in a text area `width` points wide."""
    edges = [0.0]
    inner = setting.in_cells()
    for column in column_widths(table, width, inner):
        edges.append(edges[-1] + column)
    rows = [_set_row(number, row, table, edges, inner, set_blocks) for number, row in enumerate(table.rows)]
    _merge_down(rows)
    set_heights(rows, table.spacing)
    if any(cell.rotation for row in table.rows for cell in row.cells):
        lengthen(rows, edges, inner, set_blocks)
    _warn(table, rows, setting)
    free = {"left": table.indent, "center": (width - edges[-1]) / 2, "right": width - edges[-1]}
    turned = partial(turned_lines, setting=inner, set_blocks=set_blocks)
    return SetTable(table, free[table.alignment], edges, rows, _count_heads(table), turned)


def table_strips(done: SetTable) -> list[Strip]:
    """One strip a row. A head row stays with the next row; so does a row whose text is kept with the next."""
    return [row_strip(done, row, _is_glued(done, row)) for row in done.rows]


def row_strip(owner: SetTable, row: RowPart, glue: bool) -> Strip:
    """The strip of a row. At a page's foot its lower border hangs below the text area, as LibreOffice lets it."""
    return Strip(owner, row, row.height, glue=glue)


def _is_glued(done: SetTable, row: RowPart) -> bool:
    if row.number + 1 < len(done.rows) and row.number < done.heads:
        return True
    paragraphs = [block for cell in row.row.cells for block in cell.blocks[:1] if isinstance(block, Paragraph)]
    return bool(paragraphs) and all(paragraph.format.keep_next for paragraph in paragraphs)


def _count_heads(table: Table) -> int:
    """The number of leading rows that repeat; a table of nothing but heads repeats none."""
    return next((number for number, row in enumerate(table.rows) if not row.header), 0)


def _set_row(
    number: int, row: Row, table: Table, edges: list[float], setting: Setting, set_blocks: SetBlocks
) -> RowPart:
    cells, at = [], row.grid_before
    for cell in row.cells:
        end = min(at + max(cell.span, 1), len(edges) - 1)
        made = SetCell(cell, at, Stack([]), inset=_inset(table, at, end, len(edges) - 1))
        if cell.merge != "continue":
            made.blocks = flowing(cell.blocks, "单元格里的图文框（按不浮动排）", table.place, setting)
        if not cell.rotation:
            wide = max(made.inner_width(edges), 1.0)
            if cell.fit_text:
                made.blocks = fitted(made.blocks, wide, setting)
            made.stack = unglued(set_blocks(made.blocks, wide, setting))
        cells.append(made)
        at = end
    return RowPart(number, row, cells, 0.0)


def _inset(table: Table, first: int, end: int, count: int) -> tuple[float, float]:
    """How far a cell stands inside its columns at the left and right; the table's own edge is twice as far away."""
    space = table.spacing
    return (space * (2 if first == 0 else 1), space * (2 if end == count else 1)) if space else (0.0, 0.0)


def _merge_down(rows: list[RowPart]) -> None:
    """Count the rows of each vertical merge; covered cells get none."""
    open_cells: dict[int, SetCell] = {}
    for row in rows:
        now: dict[int, SetCell] = {}
        for cell in row.cells:
            above = open_cells.get(cell.first)
            if cell.cell.merge == "continue" and above is not None:
                above.rows += 1
                cell.rows = 0
                now[cell.first] = above
            elif cell.cell.merge == "start":
                now[cell.first] = cell
        open_cells = now


def _warn(table: Table, rows: list[RowPart], setting: Setting) -> None:
    if any(row.row.height_rule == "exact" and _hides_text(row) for row in rows):
        setting.warnings.add("固定行高装不下的文字（照 Word 的样子截去）", table.place)
    for row in table.rows:
        for cell in row.cells:
            edges = cell.borders
            if not all(map(is_plain, (edges.top, edges.right, edges.bottom, edges.left))):
                setting.warnings.add("单元格边框样式（按单线画）", table.place)


def _hides_text(row: RowPart) -> bool:
    """Whether a row of exact height shows only a part of the text in a cell."""
    return any(
        hides_text(cell.stack, row.height - cell.cell.margins[0] - cell.cell.margins[2])
        for cell in row.cells
        if cell.rows == 1 and not cell.cell.rotation
    )
