"""Read a workbook: .xlsx → grids of cells, each knowing its sheet and address. calamine reads the values."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docgen.diagnostics import Place
from docgen.errors import FileError
from docgen.intake.archive import Archive, read_bytes
from docgen.intake.cells import Cell, Flaw, Value
from docgen.intake.sheetxml import Marks, column_letters, parse, percent_styles, scan

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

log = logging.getLogger("docgen")

_MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Range:
    """A merged range, all four ends inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, position: tuple[int, int]) -> bool:
        row, column = position
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top + 1}:{column_letters(self.right)}{self.bottom + 1}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A worksheet: `values[i][j]` stands in row `top + i`, column `left + j`, from 0."""

    file: str
    name: str
    index: int
    hidden: bool
    top: int
    left: int
    values: list[list[Any]]
    marks: Marks
    merged: tuple[Range, ...]

    def rows(self) -> range:
        """The numbers of the rows that may hold something."""
        return range(self.top, self.top + len(self.values))

    def columns(self) -> range:
        """The numbers of the columns that may hold something."""
        return range(self.left, self.left + (len(self.values[0]) if self.values else 0))

    def cell(self, row: int, column: int, heading: str = "") -> Cell:
        """The cell at a position, which may lie outside of what was read."""
        value: Value = None
        if row in self.rows() and column in self.columns():
            value = cast(Value, self.values[row - self.top][column - self.left])
        where = (row, column)
        value = self.marks.errors.get(where, value)
        flaw = Flaw.UNCACHED if where in self.marks.uncached else Flaw.NONE
        return Cell(value, self.place(row, column, heading), where in self.marks.percent, flaw)

    def place(self, row: int = -1, column: int = -1, heading: str = "") -> Place:
        """The place of a cell; of a row when there is no column; of the sheet when there is neither."""
        address = f"{column_letters(column)}{row + 1}" if column >= 0 else f"第{row + 1}行" if row >= 0 else ""
        return Place(self.file, (self.index, row, column), self.name, address, heading)

    def texts(self, row: int) -> list[tuple[int, str]]:
        """Column and text of the filled cells of a row; every row is asked, so no cells are made for it."""
        found = []
        for column, value in enumerate(self.values[row - self.top], self.left):
            text = str(value).strip() if value is not None else ""
            if text or (row, column) in self.marks.uncached or (row, column) in self.marks.errors:
                found.append((column, text))
        return found


def grids(path: Path) -> Iterator[Grid]:
    """The worksheets of a workbook, in order; those that no menu shows (veryHidden) are a program's own."""
    content = read_bytes(path)
    archive = Archive(content, path.name)
    parts = _parts(archive)
    percent = percent_styles(styles) if (styles := archive.read("xl/styles.xml")) else frozenset[int]()
    book = _open(content, path.name)
    for index, sheet in enumerate(book.sheets_metadata):
        kind, visibility = str(sheet.typ), str(sheet.visible)
        if not kind.endswith("WorkSheet") or visibility.endswith("VeryHidden"):
            continue
        marks = scan(archive.read(parts.get(sheet.name, "")), percent)
        if marks.last_row >= _MOST_ROWS:
            raise FileError(
                f"{path.name} 的工作表“{sheet.name}”在第 {marks.last_row + 1} 行还有内容",
                "这多半是误填的空格：删掉表格下面所有的行，再存一次",
            )
        yield _grid(book, path.name, index, sheet.name, visibility.endswith("Hidden"), marks)


def _open(content: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError) as error:
        log.debug("%s: %s", name, error)
        raise FileError(f"{name} 里的工作簿读不出来，可能已损坏", "用 Excel 或 WPS 打开，另存为新的 .xlsx") from error


def _grid(book: CalamineWorkbook, file: str, index: int, name: str, hidden: bool, marks: Marks) -> Grid:
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        log.debug("%s, %s: %s", file, name, error)
        raise FileError(
            f"{file} 的工作表“{name}”读不出来，可能已损坏", "用 Excel 或 WPS 打开，另存为新的 .xlsx"
        ) from error
    # calamine leaves out empty leading rows and columns: every address is counted from the sheet's own start.
    top, left = sheet.start or (0, 0)
    values = sheet.to_python(skip_empty_area=True)
    merged = tuple(Range(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    return Grid(file, name.strip(), index, hidden, top, left, values, marks, merged)


def _parts(archive: Archive) -> dict[str, str]:
    """Sheet name → member of the archive. Raises FileError for dates counted from 1904."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}
    flags: list[str] = []

    def relationship(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets[attributes.get("name", "")] = identifier
        elif name == "workbookPr":
            flags.append(attributes.get("date1904", "0"))

    if relationships := archive.read("xl/_rels/workbook.xml.rels"):
        parse(relationships, relationship)
    parse(archive.read("xl/workbook.xml"), sheet)
    if any(flag in ("1", "true") for flag in flags):
        remedy = "在 Excel 的“选项—高级—计算此工作簿时”取消“使用 1904 日期系统”，核对各个日期后再存"
        raise FileError(f"{archive.name} 用的是 1904 日期系统，日期会差四年", remedy)
    return {name: targets.get(identifier, "") for name, identifier in sheets.items()}
