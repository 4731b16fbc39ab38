"""Find the form or the table in a worksheet: grids → tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docgen.diagnostics import Diagnostic
from docgen.intake.books import RECORDS, Book
from docgen.intake.cells import Cell
from docgen.intake.codes import report, shown
from docgen.intake.grid import Grid, Range
from docgen.intake.rows import GridRow, Layout, TextRow, covered
from docgen.intake.schema import GUIDE, book_of, plain, slots
from docgen.intake.tables import Columns, Sheet, Tables, all_headings, known_headings, sheet_of
from docgen.intake.workbook import grids
from docgen.model.fields import Record

_TOTALS = frozenset(("合计", "总计", "小计", "总数"))
_FORM_HEADINGS = frozenset(("项目", "内容", "说明"))


def workbook_tables(path: Path) -> Tables:
    """The tables of a workbook, with every fault of its sheets and headings."""
    return tables_of(path.name, grids(path))


def tables_of(file: str, sheets: Iterable[Grid], book: Book | None = None) -> Tables:
    """Resolve the sheets of a workbook; the names of the sheets say which kind of data it is when nobody else does."""
    found = [grid for grid in sheets if plain(grid.name) != GUIDE]
    tables = Tables(file, book=book or book_of(grid.name for grid in found))
    for grid in found:
        part = tables.part(grid.name, grid.place(), "（它是隐藏的）" if grid.hidden else "")
        if part:
            add_sheet(grid, part, tables)
    return tables


def add_sheet(grid: Grid, part: str, tables: Tables) -> None:
    """Read a grid as the sheet of a part."""
    record = RECORDS[part]
    read = _form if record.single else _table
    tables.add(part, read(grid, record, tables))


def _form(grid: Grid, record: type[Record], tables: Tables) -> Sheet:
    """A form: item, content and explanation side by side, a line per field."""
    columns = Columns(record, tables.diagnostics)
    cells: dict[str, Cell] = {}
    lines = [(row, texts) for row in grid.rows() if (texts := grid.texts(row))]
    if not any(known_headings(record, (text for _, text in texts)) for _, texts in lines):
        return _no_headings(grid, record, tables)
    # The items stand in the column where most of the known names are.
    item = max(grid.columns(), key=lambda column: known_headings(record, (dict(t).get(column, "") for _, t in lines)))
    hidden = _merged(grid, lines[0][0], lines[-1][0], range(item, item + 2), tables, across=False)
    for row, texts in lines:
        heading = dict(texts).get(item, "")
        content = grid.cell(row, item + 1, heading)
        if not heading and not content.empty:
            tables.diagnostics.append(report("DATA-007", content.place, "有内容，前面却没有项目名称", ""))
        if not heading or plain(heading) in _FORM_HEADINGS:
            continue
        attribute = columns.resolve(heading, grid.place(row, item))
        if attribute:
            position = (row, item + 1)
            cells[attribute] = covered(content) if position in hidden else content
    return sheet_of(columns, grid.place(), [TextRow(grid.place(), cells)])


def _table(grid: Grid, record: type[Record], tables: Tables) -> Sheet:
    """A table: the heading row, wherever it stands, and the rows below it."""
    top = heading_row(grid, record)
    if top is None:
        return _no_headings(grid, record, tables) if filled(grid) else Sheet(grid.place())
    columns = Columns(record, tables.diagnostics)
    attributes: dict[int, str] = {}
    ignored: set[int] = set()
    for column, heading in grid.texts(top):
        attribute = columns.resolve(heading, grid.place(top, column, ""))
        if attribute:
            attributes[column] = attribute
        else:
            ignored.add(column)
    data = {row: first for row in grid.rows() if row > top and (first := grid.first(row))}
    _without_heading(grid, data, attributes.keys() | ignored, tables)
    hidden = _merged(grid, top + 1, max(data, default=-1), attributes, tables, across=True)
    layout = Layout(grid, {name: (column, slots(record)[name].heading) for column, name in attributes.items()}, hidden)
    rows = [GridRow(layout, row) for row, first in data.items() if not _totals(grid, row, first, tables)]
    return sheet_of(columns, grid.place(top), rows)


def heading_row(grid: Grid, record: type[Record]) -> int | None:
    """The first row with two known headings; failing that, the first filled row if it has at least one."""
    first = None
    for row in grid.rows():
        texts = [text for _, text in grid.texts(row)]
        known = known_headings(record, texts)
        if known >= 2:
            return row
        if first is None and texts:
            first = row if known else -1
    return first if first is not None and first >= 0 else None


def filled(grid: Grid) -> bool:
    """Whether the grid holds anything at all."""
    return any(grid.first(row) is not None for row in grid.rows())


def _no_headings(grid: Grid, record: type[Record], tables: Tables) -> Sheet:
    place = grid.place()
    names = "项目名称" if record.single else "列名"
    remedy = f"{names}应为：{all_headings(record)}"
    tables.diagnostics.append(report("DATA-008", place, f"找不到{names}", "", remedy))
    return Sheet(place, absent=frozenset(name for name, slot in slots(record).items() if slot.required))


def _without_heading(grid: Grid, data: Iterable[int], named: set[int], tables: Tables) -> None:
    for column in grid.columns():
        if column in named:
            continue
        first = next((row for row in data if not grid.cell(row, column).empty), None)
        if first is not None:
            place = grid.place(first, column)
            tables.diagnostics.append(report("DATA-007", place, "这一列有内容，列名却是空的", ""))


def _totals(grid: Grid, row: int, first: tuple[int, str], tables: Tables) -> bool:
    """Whether the row is a sum, by its first filled cell: reported once and not read."""
    column, text = first
    if plain(text).rstrip("：:") not in _TOTALS:
        return False
    tables.diagnostics.append(report("DATA-036", grid.place(row, column), f"这一行是{shown(text)}", "应为一条记录"))
    return True


def _merged(
    grid: Grid, top: int, bottom: int, columns: Iterable[int], tables: Tables, *, across: bool
) -> set[tuple[int, int]]:
    """The covered cells of merged ranges within the data, each range reported once.

    `across`: ranges within one row count too; in a form they only make the content wider.
    """
    wanted = set(columns)
    found: set[tuple[int, int]] = set()
    for merged in grid.merged:
        inside = any(top <= row <= bottom for row in range(merged.top, merged.bottom + 1))
        touched = wanted & set(range(merged.left, merged.right + 1))
        if inside and touched and (across or merged.bottom > merged.top):
            tables.diagnostics.append(_merge_report(grid, merged))
            found |= _covered_by(merged, touched)
    return found


def _merge_report(grid: Grid, merged: Range) -> Diagnostic:
    place = grid.place(merged.top, merged.left)
    return report("DATA-013", place, f"{merged} 是合并单元格，只有左上角有内容", "每格各填各的")


def _covered_by(merged: Range, columns: set[int]) -> set[tuple[int, int]]:
    rows = range(merged.top, merged.bottom + 1)
    every = {(row, column) for row in rows for column in columns}
    return every - {(merged.top, merged.left)}
