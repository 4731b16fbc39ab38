"""Table painting: the rows of a table that stand on one page → cell contents, shading and borders, each edge once."""

from __future__ import annotations

from collections.abc import Callable

from docgen.pdf.pages import Fill, Item, Rule, Turned
from docgen.pdf.source import Border
from docgen.pdf.strips import Placed, Stack, placed, split
from docgen.pdf.strokes import horizontal, thickness, vertical
from docgen.pdf.tables import RowPart, SetCell, SetTable

Paint = Callable[[list[Placed]], list[Item]]


class _Edges:
    """The grid's edges: the thicker of two neighbours' borders counts, and equal ones in a row are one line."""

    def __init__(self) -> None:
        self._flat: dict[tuple[int, int], Border] = {}
        self._upright: dict[tuple[int, int], Border] = {}

    def add(self, cell: SetCell, first_row: int, end_row: int, lowest: Border | None) -> None:
        """Note the four edges of a cell that covers some rows of the page; `lowest` is the border below them."""
        borders, end = cell.cell.borders, cell.first + max(cell.cell.span, 1)
        for column in range(cell.first, end):
            _keep(self._flat, (first_row, column), borders.top)
            _keep(self._flat, (end_row, column), lowest or borders.bottom)
        for row in range(first_row, end_row):
            _keep(self._upright, (cell.first, row), borders.left)
            _keep(self._upright, (end, row), borders.right)

    def rules(self, xs: list[float], ys: list[float]) -> list[Rule]:
        """The lines to draw; those of a grid line are centred on it."""
        found: list[Rule] = []
        for line, start, end, border in _joined(self._flat):
            left, right = xs[start] - self._reach(start, line), xs[end] + self._reach(end, line)
            found += horizontal(border, left, right, ys[line] - thickness(border) / 2)
        for line, start, end, border in _joined(self._upright):
            found += vertical(border, ys[start], ys[end], xs[line] - thickness(border) / 2)
        return found

    def _reach(self, column: int, line: int) -> float:
        """How far a horizontal border reaches beyond a grid line to fill the corner with an upright one."""
        meeting = (self._upright.get((column, row)) for row in (line - 1, line))
        return max(map(thickness, meeting)) / 2


def _keep(edges: dict[tuple[int, int], Border], key: tuple[int, int], border: Border | None) -> None:
    if border is not None and (key not in edges or thickness(border) > thickness(edges[key])):
        edges[key] = border


def _joined(edges: dict[tuple[int, int], Border]) -> list[tuple[int, int, int, Border]]:
    """(grid line, from, to, border) with neighbours of one look joined."""
    found: list[tuple[int, int, int, Border]] = []
    for (line, part), border in sorted(edges.items(), key=lambda item: item[0]):
        if found and found[-1][0] == line and found[-1][2] == part and found[-1][3] == border:
            found[-1] = (line, found[-1][1], part + 1, border)
        else:
            found.append((line, part, part + 1, border))
    return found


def paint_table(owner: SetTable, strips: list[Placed], paint: Paint) -> list[Item]:
    """The items of the rows on this page, contents row by row, then the borders."""
    left = strips[0].x + owner.left
    xs = [left + edge for edge in owner.edges]
    ys = [one.y for one in strips] + [strips[-1].y + strips[-1].strip.height]
    rows = [one.strip.content for one in strips if isinstance(one.strip.content, RowPart)]
    items: list[Item] = []
    edges = _Edges()
    for place, row in enumerate(rows):
        for cell in row.cells:
            stack, end = _extent(owner, rows, place, cell)
            if stack is None:
                continue
            edges.add(cell, place, end, _bottom_of(rows[end - 1], cell.first))
            items += _cell(owner, cell, stack, (xs, ys, place, end), rows, paint)
    return [*items, *edges.rules(xs, _rule_lines(rows, ys))]


def _bottom_of(row: RowPart, column: int) -> Border | None:
    """The lower border of the cell that starts in a column: in a vertical merge the last covered cell has it."""
    return next((cell.cell.borders.bottom for cell in row.cells if cell.first == column), None)


def _rule_lines(rows: list[RowPart], ys: list[float]) -> list[float]:
    """The middle of each horizontal border: inside the row below it; the table's last one inside its own row."""
    lines = [y + row.rule / 2 for y, row in zip(ys, rows, strict=False)]
    return [*lines, ys[-1] + rows[-1].foot / (-2 if rows[-1].is_last else 2)]


def _extent(owner: SetTable, rows: list[RowPart], place: int, cell: SetCell) -> tuple[Stack | None, int]:
    """The content of a cell on this page and the row below its last one; (None, …) for a cell that is covered."""
    number = rows[place].number
    if cell.rows == 1:
        return cell.stack, place + 1
    start = _start_of(owner, number, cell)
    covers = start + _rows_of(owner, start, cell) - 1
    if cell.rows == 0 and place > 0 and start <= rows[place - 1].number < number:
        return None, place
    end = place + 1
    while end < len(rows) and rows[end - 1].number <= rows[end].number <= covers:
        end += 1
    stack = owner.carried.get((start, cell.first), Stack([])) if cell.rows == 0 else cell.stack
    return stack, end


def _start_of(owner: SetTable, number: int, cell: SetCell) -> int:
    """The row in which the vertical merge of a covered cell starts."""
    while number > 0 and _at(owner, number, cell.first) == 0:
        number -= 1
    return number


def _rows_of(owner: SetTable, number: int, cell: SetCell) -> int:
    return max(_at(owner, number, cell.first) or 1, 1)


def _at(owner: SetTable, number: int, column: int) -> int | None:
    return next((cell.rows for cell in owner.rows[number].cells if cell.first == column), None)


def _cell(
    owner: SetTable,
    cell: SetCell,
    stack: Stack,
    grid: tuple[list[float], list[float], int, int],
    rows: list[RowPart],
    paint: Paint,
) -> list[Item]:
    xs, ys, place, end = grid
    x1, x2 = xs[cell.first], xs[min(cell.first + max(cell.cell.span, 1), len(xs) - 1)]
    y1, y2 = ys[place], ys[end]
    items: list[Item] = []
    if cell.cell.shading:
        items.append(Fill(x1, y1, x2 - x1, y2 - y1, cell.cell.shading))
    top, _, bottom, left = cell.cell.margins
    if cell.cell.rotation in (90, 270):
        return [*items, _turned(cell, stack, (x1, y1, x2, y2), paint)]
    room = y2 - y1 - top - bottom
    if cell.rows != 1:
        stack = _carry(owner, cell, stack, room, rows[place].number, rows[end - 1].number)
    spare = max(room - stack.height, 0.0)
    rule = thickness(cell.cell.borders.top) if cell.cell.vertical == "top" else 0.0
    shift = {"top": min(rule, spare), "center": spare / 2, "bottom": spare}[cell.cell.vertical]
    return items + paint(placed(stack, x1 + left, y1 + top + shift))


def _carry(owner: SetTable, cell: SetCell, stack: Stack, room: float, first: int, last: int) -> Stack:
    """What of a vertically merged cell stands here; the rest is kept for the next page."""
    start = _start_of(owner, first, cell)
    goes_on = last < start + _rows_of(owner, start, cell) - 1
    parts = split(stack, room) if goes_on and stack.height > room else None
    owner.carried[start, cell.first] = parts[1] if parts else Stack([])
    return parts[0] if parts else stack


def _turned(cell: SetCell, stack: Stack, box: tuple[float, float, float, float], paint: Paint) -> Item:
    """A cell whose text runs down (90) or up (270): its lines are centred across as `vertical` says."""
    x1, y1, x2, y2 = box
    top, right, bottom, left = cell.cell.margins
    spare = max(x2 - x1 - left - right - stack.height, 0.0)
    shift = {"top": 0.0, "center": spare / 2, "bottom": spare}[cell.cell.vertical]
    items = tuple(paint(placed(stack, 0.0, shift)))
    if cell.cell.rotation == 90:
        return Turned(x2 - right, y1 + top, 90, items)
    return Turned(x1 + left, y2 - bottom, 270, items)
