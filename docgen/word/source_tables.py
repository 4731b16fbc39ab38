"""Tables of a template source: heads, a rule with alignments and widths, rows, tags between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.errors import TemplateError
from docgen.word.blocks import TAG, Cell, Row, Table, Tag
from docgen.word.source_rows import cells_of, read_row

_RULE_CELL = re.compile(r":?-+:?")


def read_table(lines: list[str], start: int, name: str) -> tuple[Table, int]:
    """The table that begins at `start`, and the index of the line after it."""
    count = len(cells_of(lines[start]))
    heads = _heads(lines, start, name, count)
    index = start + len(heads)
    rule = _rule(lines, index, name, count)
    rows, end = _rows(lines, index + 1, name, count, form=not heads)
    if not heads and not rows:
        raise TemplateError(f"{name} 第{index + 1}行是表格的分隔行，下面没有一行", "在下面写表格的各行")
    widths = tuple(cell.count("-") for cell in rule)
    joined = _started([*heads, *rows])
    alignments = tuple(map(_alignment, rule))
    return Table(tuple(_only_rows(joined[: len(heads)])), widths, alignments, tuple(joined[len(heads) :])), end


def _heads(lines: list[str], start: int, name: str, count: int) -> list[Row]:
    """The rows above the rule."""
    heads: list[Row] = []
    for index in range(start, len(lines)):
        if not lines[index].strip().startswith("|") or _is_rule(lines[index]):
            break
        heads.append(read_row(lines, index, name, count, heads, form=False))
    return heads


def _is_rule(line: str) -> bool:
    return all(map(_RULE_CELL.fullmatch, cells_of(line)))


def _rule(lines: list[str], index: int, name: str, count: int) -> tuple[str, ...]:
    rule = cells_of(lines[index]) if index < len(lines) and lines[index].strip().startswith("|") else ()
    if len(rule) != count or not _is_rule(lines[index]):
        raise TemplateError(f"{name} 第{index + 1}行应是表格的分隔行", f"写 {count} 格，如 |:---:|:------|")
    return rule


def _rows(lines: list[str], start: int, name: str, count: int, *, form: bool) -> tuple[list[Row | Tag], int]:
    """The rows and row tags below the rule, and the index of the line after them."""
    rows: list[Row | Tag] = []
    index = start
    while index < len(lines):
        line = lines[index].strip()
        if _is_row_tag(lines, index, rows):
            rows.append(Tag(TAG.fullmatch(line)[1]))  # type: ignore[index]
        elif line.startswith("|"):
            rows.append(read_row(lines, index, name, count, _only_rows(rows), form=form))
        else:
            break
        index += 1
    return rows, index


def _only_rows(items: Sequence[Row | Tag]) -> list[Row]:
    return [item for item in items if isinstance(item, Row)]


def _started(items: list[Row | Tag]) -> list[Row | Tag]:
    """The rows with the cells marked that others below are joined to."""
    out = list(items)
    below: Row | None = None
    for index in range(len(out) - 1, -1, -1):
        row = out[index]
        if isinstance(row, Row):
            out[index] = row if below is None else replace(row, cells=tuple(_start(cell, below) for cell in row.cells))
            below = row
    return out


def _start(cell: Cell, below: Row) -> Cell:
    goes_on = any(other.column == cell.column and other.merge == "continue" for other in below.cells)
    return replace(cell, merge="start") if goes_on and cell.merge == "none" else cell


def _is_row_tag(lines: list[str], index: int, rows: Sequence[Row | Tag]) -> bool:
    """Whether the line is a tag of this table: inside a loop over rows, or opening one."""
    found = TAG.fullmatch(lines[index].strip())
    if found is None:
        return False
    depth = sum(row.step for row in rows if isinstance(row, Tag))
    opens = Tag(found[1]).step > 0 and index + 1 < len(lines) and lines[index + 1].strip().startswith("|")
    return depth > 0 or opens


def _alignment(rule: str) -> str:
    if rule.startswith(":") and not rule.endswith(":"):
        return "left"
    return "right" if rule.endswith(":") and not rule.startswith(":") else "center"
