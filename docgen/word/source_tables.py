"""Tables of a template source: heads, a rule with alignments and widths, rows, tags between them."""

from __future__ import annotations

import re

from docgen.errors import TemplateError
from docgen.word.blocks import TAG, Table, Tag

_RULE_CELL = re.compile(r":?-+:?")
JOIN = "<"
"""A cell that is joined to the one at its left."""


def read_table(lines: list[str], start: int, name: str) -> tuple[Table, int]:
    """The table that begins at `start`, and the index of the line after it."""
    heads = _row(lines, start, name, None)
    rule = _cells(lines[start + 1]) if start + 1 < len(lines) else ()
    if len(rule) != len(heads) or not all(_RULE_CELL.fullmatch(cell) for cell in rule):
        raise TemplateError(f"{name} 第{start + 2}行应是表格的分隔行", f"写 {len(heads)} 格，如 |:---:|:------|")
    rows: list[tuple[str, ...] | Tag] = []
    index = start + 2
    while index < len(lines):
        line = lines[index].strip()
        if _is_row_tag(lines, index, rows):
            rows.append(Tag(TAG.fullmatch(line)[1]))  # type: ignore[index]
        elif line.startswith("|"):
            rows.append(_row(lines, index, name, len(heads)))
        else:
            break
        index += 1
    widths = tuple(cell.count("-") for cell in rule)
    return Table(heads, widths, tuple(map(_alignment, rule)), tuple(rows)), index


def _row(lines: list[str], index: int, name: str, count: int | None) -> tuple[str, ...]:
    cells = _cells(lines[index])
    if count is not None and len(cells) != count:
        told = f"{name} 第{index + 1}行有 {len(cells)} 格，表头有 {count} 格"
        raise TemplateError(told, "每行的格数要一样；并到左边的格写 <")
    if cells[0] == JOIN:
        raise TemplateError(f"{name} 第{index + 1}行的第一格写的是 <", "第一格左边没有格可以并")
    return cells


def _is_row_tag(lines: list[str], index: int, rows: list[tuple[str, ...] | Tag]) -> bool:
    """Whether the line is a tag of this table: inside a loop over rows, or opening one."""
    found = TAG.fullmatch(lines[index].strip())
    if found is None:
        return False
    depth = sum(row.step for row in rows if isinstance(row, Tag))
    opens = Tag(found[1]).step > 0 and index + 1 < len(lines) and lines[index + 1].strip().startswith("|")
    return depth > 0 or opens


def _cells(line: str) -> tuple[str, ...]:
    # A `|` inside a tag is Jinja's filter sign, not a cell's edge.
    protected = re.sub(r"\{[{%].*?[%}]\}", lambda match: match[0].replace("|", "\0"), line.strip())
    inner = protected.removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\0", "|") for cell in inner.split("|"))


def _alignment(rule: str) -> str:
    if rule.startswith(":") and not rule.endswith(":"):
        return "left"
    return "right" if rule.endswith(":") and not rule.startswith(":") else "center"
