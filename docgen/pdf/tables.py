"""Tables: a table record → rows of set cells with their heights; rows are cut where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from docgen.pdf.paragraphs import Setting
from docgen.pdf.source import Block, Cell, Paragraph, Row, Table
from docgen.pdf.strips import Stack, Strip, split
from docgen.pdf.strokes import is_plain, thickness

SetBlocks = Callable[[Sequence[Block], float, Setting], Stack]

_TURNED_LENGTH = 72.0  # points: the line length of a turned cell in a row without a height


@dataclass(slots=True, eq=False)
class SetCell:
    """A cell: columns `first` up to `first + span`, its content, `rows` high (0: covered by the cell above)."""

    cell: Cell
    first: int
    stack: Stack
    rows: int = 1

    @property
    def needs(self) -> float:
        """The height the cell asks for, margins included. A turned cell asks for none of its own."""
        if self.cell.rotation in (90, 270):
            return 0.0
        return self.stack.height + self.cell.margins[0] + self.cell.margins[2]


@dataclass(slots=True, eq=False)
class RowPart:
    """A row, or the part of one that a page holds. `number` counts the table's rows.

    `height` holds the thickness `rule` of its upper border, and in the table's last row `foot`, that of its lower one.
    """

    number: int
    row: Row
    cells: list[SetCell]
    height: float
    rule: float = 0.0
    foot: float = 0.0
    is_last: bool = False

    def split(self, available: float) -> tuple[RowPart, RowPart] | None:
        """Cut the row so that its first part is at most `available` high; None when it cannot be."""
        heads, tails = [], []
        for cell in self.cells:
            inner = available - self.rule - self.foot - cell.cell.margins[0] - cell.cell.margins[2]
            whole = not cell.stack.strips or cell.cell.rotation in (90, 270)
            parts = (cell.stack, Stack([])) if whole else split(cell.stack, inner)
            if parts is None:
                return None
            heads.append(replace(cell, stack=parts[0]))
            tails.append(replace(cell, stack=parts[1]))
        if not any(tail.stack.strips for tail in tails):
            return None
        head = replace(self, cells=heads, height=self.rule + max(cell.needs for cell in heads), is_last=False)
        rest = self.rule + max(cell.needs for cell in tails) + (self.foot if self.is_last else 0.0)
        if self.row.height_rule == "exact":
            rest = max(rest, self.height - head.height)
        return head, replace(self, cells=tails, height=rest)


@dataclass(slots=True, eq=False)
class SetTable:
    """A table: its left edge, the x of its column edges from there, its rows.

    `carried` holds, while pages are painted, what of a vertically merged cell the next page continues.
    """

    table: Table
    left: float
    edges: list[float]
    rows: list[RowPart]
    heads: int
    carried: dict[tuple[int, int], Stack] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Where the table stands, for messages."""
        return self.table.place


def set_table(table: Table, width: float, setting: Setting, set_blocks: SetBlocks) -> SetTable:
    """Set a table in a text area `width` points wide."""
    edges = [0.0]
    for column in table.columns:
        edges.append(edges[-1] + column)
    inner = replace(setting, grid_pitch=0.0)
    rows = [_set_row(number, row, edges, inner, set_blocks) for number, row in enumerate(table.rows)]
    _merge_down(rows)
    _set_heights(rows)
    _warn(table, setting)
    free = {"left": table.indent, "center": (width - edges[-1]) / 2, "right": width - edges[-1]}
    return SetTable(table, free[table.alignment], edges, rows, _count_heads(table))


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


def _set_row(number: int, row: Row, edges: list[float], setting: Setting, set_blocks: SetBlocks) -> RowPart:
    cells, at = [], row.grid_before
    for cell in row.cells:
        end = min(at + max(cell.span, 1), len(edges) - 1)
        wide = edges[end] - edges[min(at, end)] - cell.margins[1] - cell.margins[3]
        if cell.rotation in (90, 270):
            wide = (row.height or _TURNED_LENGTH) - cell.margins[0] - cell.margins[2]
        blocks = () if cell.merge == "continue" else cell.blocks
        stack = set_blocks(blocks, max(wide, 1.0), setting)
        for strip in stack.strips:
            strip.glue = False  # within a cell neither Word nor LibreOffice looks after widows
        cells.append(SetCell(cell, at, stack))
        at = end
    return RowPart(number, row, cells, 0.0)


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


def _set_heights(rows: list[RowPart]) -> None:
    for row in rows:
        row.rule = max([thickness(cell.cell.borders.top) for cell in row.cells], default=0.0)
        row.foot = max([thickness(cell.cell.borders.bottom) for cell in row.cells], default=0.0)
        row.is_last = row is rows[-1]
        row.height = _row_height(row)
    for number, row in enumerate(rows):
        for cell in row.cells:
            if cell.rows > 1:
                covered = rows[number : number + cell.rows]
                lacking = cell.needs - sum(part.height for part in covered)
                if lacking > 0 and covered[-1].row.height_rule != "exact":
                    covered[-1].height += lacking


def _row_height(row: RowPart) -> float:
    if row.row.height_rule == "exact":
        return row.row.height
    least = row.row.height if row.row.height_rule == "at_least" else 0.0
    needs = [cell.needs for cell in row.cells if cell.rows == 1]
    return max([least, *[need + row.rule for need in needs]]) + (row.foot if row.is_last else 0.0)


def _warn(table: Table, setting: Setting) -> None:
    for row in table.rows:
        for cell in row.cells:
            edges = cell.borders
            if not all(map(is_plain, (edges.top, edges.right, edges.bottom, edges.left))):
                setting.warnings.add("单元格边框样式（按单线画）", table.place)
