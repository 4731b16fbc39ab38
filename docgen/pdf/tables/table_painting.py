"""Table painting: the rows of a table that stand on one page → cell contents, shading and borders, each edge once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.pdf.elements import Element
from docgen.pdf.pages import Item
from docgen.pdf.paging.strips import Placed, Stack, split
from docgen.pdf.source import Borders
from docgen.pdf.tables.cell_painting import Box, Paint, paint_cell
from docgen.pdf.tables.table_edges import Edges
from docgen.pdf.tables.table_rows import RowPart, SetCell
from docgen.pdf.tables.tables import SetTable


def paint_table(
    owner: SetTable, strips: list[Placed], paint: Paint, elements: Mapping[tuple[int, int], Element]
) -> list[Item]:
    """The rows of a table on one page: contents row by row, then the borders.

    `elements` are the cells by row and first column; what a repeated head shows belongs to none of them.
    """
    part = _Part.of(owner, strips)
    items: list[Item] = []
    edges = Edges()
    apart = owner.table.spacing > 0
    for place, row in enumerate(part.rows):
        for cell in row.cells:
            stack, end = part.extent(place, cell)
            if stack is None:
                continue
            box = part.box(cell, place, end)
            element = None if strips[place].strip.repeated else elements.get(part.origin(place, cell))
            items += paint_cell(cell, part.content(cell, stack, box, place, end), box, row, element, paint)
            borders = part.borders(cell, place, end)
            if apart:
                items += _outlined(box, borders)
            else:
                edges.add(borders, range(cell.first, cell.end), range(place, end))
    if apart:
        whole = Box(part.xs[0], part.ys[0], part.xs[-1], part.ys[-1])
        return [*items, *_outlined(whole, owner.table.outline)]
    return [*items, *edges.strokes(part.xs, part.lines())]


def _outlined(box: Box, borders: Borders) -> list[Item]:
    """The borders of a box that touches no other."""
    edges = Edges()
    edges.add(borders, range(1), range(1))
    return [*edges.strokes([box.x1, box.x2], [box.y1, box.y2])]


def _borders_at(row: RowPart, column: int) -> Borders:
    """The borders of the cell that starts in a column."""
    return next((cell.cell.borders for cell in row.cells if cell.first == column), Borders())


@dataclass(slots=True)
class _Part:
    """What of a table stands on one page: its rows, and the grid's lines there."""

    owner: SetTable
    rows: list[RowPart]
    xs: list[float]
    ys: list[float]

    @classmethod
    def of(cls, owner: SetTable, strips: list[Placed]) -> _Part:
        """The part made of these strips."""
        left = strips[0].x + owner.left
        ys = [one.y for one in strips] + [strips[-1].y + strips[-1].strip.height]
        rows = [one.strip.content for one in strips if isinstance(one.strip.content, RowPart)]
        return cls(owner, rows, [left + edge for edge in owner.edges], ys)

    def lines(self) -> list[float]:
        """The middle of each horizontal border: inside the row below it; the table's last one inside its own row."""
        lines = [y + row.rule / 2 for y, row in zip(self.ys, self.rows, strict=False)]
        return [*lines, self.ys[-1] + self.rows[-1].foot / (-2 if self.rows[-1].is_last else 2)]

    def extent(self, place: int, cell: SetCell) -> tuple[Stack | None, int]:
        """The content of a cell on this page and the row below its last one; (None, …) for a cell that is covered."""
        rows, number = self.rows, self.rows[place].number
        if cell.rows == 1:
            return cell.stack, place + 1
        start = self._start_of(number, cell)
        covers = start + self._rows_of(start, cell) - 1
        if cell.rows == 0 and place > 0 and start <= rows[place - 1].number < number:
            return None, place
        end = place + 1
        while end < len(rows) and rows[end - 1].number <= rows[end].number <= covers:
            end += 1
        stack = self.owner.carried.get((start, cell.first), Stack([])) if cell.rows == 0 else cell.stack
        return stack, end

    def origin(self, place: int, cell: SetCell) -> tuple[int, int]:
        """The row and the column in which a cell starts, be it on a page before."""
        number = self.rows[place].number
        return (number if cell.rows else self._start_of(number, cell)), cell.first

    def borders(self, cell: SetCell, place: int, end: int) -> Borders:
        """A cell's borders. In a vertical merge the last covered cell has the lower one; a page's end closes it too."""
        own = cell.cell.borders
        if cell.rows == 1:
            return own
        rows, start = self.owner.rows, self._start_of(self.rows[place].number, cell)
        upper, last = _borders_at(rows[start], cell.first), rows[start + self._rows_of(start, cell) - 1]
        lower = _borders_at(self.rows[end - 1], cell.first).bottom or own.bottom
        return replace(own, top=own.top or upper.top, bottom=lower or _borders_at(last, cell.first).bottom)

    def _start_of(self, number: int, cell: SetCell) -> int:
        """The row in which the vertical merge of a covered cell starts."""
        while number > 0 and self._at(number, cell.first) == 0:
            number -= 1
        return number

    def _rows_of(self, number: int, cell: SetCell) -> int:
        return max(self._at(number, cell.first) or 1, 1)

    def _at(self, number: int, column: int) -> int | None:
        return next((cell.rows for cell in self.owner.rows[number].cells if cell.first == column), None)

    def box(self, cell: SetCell, place: int, end: int) -> Box:
        """Where a cell stands that covers the rows from `place` up to `end`."""
        above, below = self.rows[place].space[0], self.rows[end - 1].space[1]
        x2 = self.xs[min(cell.end, len(self.xs) - 1)]
        return Box(
            self.xs[cell.first] + cell.inset[0], self.ys[place] + above, x2 - cell.inset[1], self.ys[end] - below
        )

    def content(self, cell: SetCell, stack: Stack, box: Box, place: int, end: int) -> Stack:
        """What of a cell stands here; of a vertically merged one the rest is kept for the next page."""
        if cell.rows == 1:
            return stack
        room = box.y2 - box.y1 - cell.cell.margins[0] - cell.cell.margins[2]
        start = self._start_of(self.rows[place].number, cell)
        goes_on = self.rows[end - 1].number < start + self._rows_of(start, cell) - 1
        if cell.cell.rotation:
            if goes_on and cell.rows:
                stack = self.owner.turned_lines(cell, room)
            room = cell.inner_width(self.owner.edges)
        parts = split(stack, room) if goes_on and stack.height > room else None
        self.owner.carried[start, cell.first] = parts[1] if parts else Stack([])
        return parts[0] if parts else stack
