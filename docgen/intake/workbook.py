"""Read a workbook: .xlsx → grids of cells, each knowing its sheet and address. calamine reads the values."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import FileError
from docgen.intake.archive import Archive, read_bytes
from docgen.intake.grid import Grid, Range
from docgen.intake.sheetxml import Marks, parse, percent_styles, scan

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

log = logging.getLogger("docgen")

_MOST_ROWS = 100_000


def grids(path: Path) -> Iterator[Grid]:
    """The worksheets of a workbook, in order; those that no menu shows (veryHidden) are a program's own."""
    content = read_bytes(path)
    archive = Archive(content, path.name)
    parts = _parts(archive)
    percent = percent_styles(styles, path.name) if (styles := archive.read("xl/styles.xml")) else frozenset[int]()
    book = _open(content, path.name)
    for index, sheet in enumerate(book.sheets_metadata):
        kind, visibility = str(sheet.typ), str(sheet.visible)
        if not kind.endswith("WorkSheet") or visibility.endswith("VeryHidden"):
            continue
        marks = scan(archive.read(parts.get(sheet.name, "")), percent, path.name)
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
    # Equal texts become one object: calamine makes a new one for every cell, 100 MB of a long ledger. Row by row, so
    # that no second copy of all texts ever stands beside the shared ones.
    one = dict[str, str]().setdefault
    rows = islice(sheet.iter_rows(), top, None)
    values = [[one(value, value) if type(value) is str else value for value in row] for row in rows]
    merged = tuple(Range(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    return Grid(file, name.strip(), index, hidden, top, left, values, marks, merged)


def _parts(archive: Archive) -> dict[str, str]:
    """Sheet name → member of the archive. Raises FileError for dates counted from 1904 and for broken shared texts."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}
    flags: list[str] = []
    texts: list[str] = []

    def relationship(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            target = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            targets[attributes.get("Id", "")] = target
            if attributes.get("Type", "").endswith("/sharedStrings"):
                texts.append(target)

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets[attributes.get("name", "")] = identifier
        elif name == "workbookPr":
            flags.append(attributes.get("date1904", "0"))

    if relationships := archive.read("xl/_rels/workbook.xml.rels"):
        parse(relationships, archive.name, relationship)
    parse(archive.read("xl/workbook.xml"), archive.name, sheet)
    if any(flag in ("1", "true") for flag in flags):
        remedy = "在 Excel 的“选项—高级—计算此工作簿时”取消“使用 1904 日期系统”，核对各个日期后再存"
        raise FileError(f"{archive.name} 用的是 1904 日期系统，日期会差四年", remedy)
    for member in texts:
        if content := archive.read(member):
            parse(content, archive.name)
    return {name: targets.get(identifier, "") for name, identifier in sheets.items()}
