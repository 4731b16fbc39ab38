"""Text data: YAML or JSON → the same tables that a workbook gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import Place
from docgen.errors import FileError
from docgen.intake.archive import read_bytes
from docgen.intake.books import RECORDS
from docgen.intake.cells import Cell
from docgen.intake.codes import report
from docgen.intake.decoding import decoded
from docgen.intake.nodes import LIST, MAPPING, SCALAR, BrokenText, Node
from docgen.intake.rows import TextRow, covered
from docgen.intake.schema import book_of, slots
from docgen.intake.tables import Columns, Sheet, Tables, sheet_of
from docgen.model.fields import Record

_LARGEST = 4_000_000


def text_tables(path: Path) -> tuple[Tables, bool]:
    """The tables of a YAML or JSON file; True when it cannot be read as such at all."""
    tables = Tables(path.name)
    try:
        root = _parse(_decoded(path), path)
        if root.kind != MAPPING:
            raise BrokenText("DATA-038", root.place, f"整个文件写成了{root.kind}", "最外层应是“基本信息:”等大类")
        tables.book = book_of(key for key, _ in root.pairs)
        for key, node in root.pairs:
            _sheet(key, node, tables)
    except BrokenText as broken:
        tables.diagnostics.append(broken.diagnostic)
        return tables, True
    return tables, False


def _decoded(path: Path) -> str:
    content = read_bytes(path, _LARGEST)
    if not content.strip():
        raise FileError(f"{path.name} 是空文件", "重新取得这个文件，或用 docgen init 新建")
    return decoded(content, path.name, "用记事本打开核对，另存为时编码选 UTF-8")


def _parse(text: str, path: Path) -> Node:
    if path.suffix.lower() == ".json":
        from docgen.intake.jsontext import parse_json

        return parse_json(text, path.name)
    from docgen.intake.yamltext import parse_yaml

    return parse_yaml(text, path.name)


def _sheet(key: str, node: Node, tables: Tables) -> None:
    part = tables.part(key, node.place)
    if part is None:
        return
    record = RECORDS[part]
    wanted = MAPPING if record.single else LIST
    columns = Columns(record, tables.diagnostics)
    if node.nothing or node.kind != wanted:
        if not node.nothing:
            tables.diagnostics.append(report("DATA-038", _in(node, record), f"写成了{node.kind}", f"应为{wanted}"))
        required = frozenset(name for name, slot in slots(record).items() if slot.required)
        tables.add(part, Sheet(_in(node, record), absent=frozenset() if node.nothing else required))
        return
    rows = [row for item in ([node] if record.single else node.entries) if (row := _row(item, columns, tables))]
    # Without rows there are no columns to miss.
    tables.add(part, sheet_of(columns, _in(node, record), rows) if rows else Sheet(_in(node, record)))


def _in(node: Node, record: type[Record], heading: str = "") -> Place:
    """The node's place within a sheet; a JSON path names the sheet itself."""
    if node.place.address.startswith("第"):
        return replace(node.place, section=record.sheet, heading=heading)
    return node.place


def _row(node: Node, columns: Columns, tables: Tables) -> TextRow | None:
    record = columns.record
    if node.nothing:
        return None
    if node.kind != MAPPING:
        tables.diagnostics.append(report("DATA-038", _in(node, record), f"写成了{node.kind}", f"应为{MAPPING}"))
        return None
    seen = Columns(record, [])
    cells: dict[str, Cell] = {}
    for key, value in node.pairs:
        attribute = seen.resolve(key, _in(value, record))
        if attribute:
            columns.attributes.setdefault(attribute, _in(value, record))
            cells[attribute] = _cell(value, record, attribute, tables)
    _tell(seen, columns)
    for attribute in seen.lost:
        cells[attribute] = covered(Cell(None, replace(_in(node, record), heading=slots(record)[attribute].heading)))
    return TextRow(_in(node, record), cells)


def _tell(seen: Columns, columns: Columns) -> None:
    """Report a row's faulty keys; an unknown key that several rows have is reported in the first."""
    for item in seen.diagnostics:
        if item.code == "DATA-004" and item.found in columns.told:
            continue
        columns.told.add(item.found)
        columns.diagnostics.append(item)
    columns.mistaken |= seen.mistaken


def _cell(node: Node, record: type[Record], attribute: str, tables: Tables) -> Cell:
    place = _in(node, record, slots(record)[attribute].heading)
    if node.kind == SCALAR:
        return Cell(node.scalar, place)
    if node.kind == LIST and all(entry.kind == SCALAR for entry in node.entries):
        return Cell(tuple(str(entry.scalar or "") for entry in node.entries), place)
    tables.diagnostics.append(report("DATA-038", place, f"写成了{node.kind}", "应为一个值"))
    return covered(Cell(None, place))
