"""Row cutting: a table row that does not fit into the rest of a page, and the head rows that go on above it."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.paging.strips import Strip
from docgen.pdf.tables.table_rows import RowPart
from docgen.pdf.tables.tables import SetTable, row_strip


def cut(strip: Strip, available: float, force: bool = False) -> tuple[Strip, Strip] | None:
    """A row as two strips, the first one at most `available` high; None when it may not or cannot be cut."""
    content, owner = strip.content, strip.owner
    if not isinstance(content, RowPart) or not isinstance(owner, SetTable):
        return None
    bound = content.row.cant_split or content.row.height_rule == "exact" or content.number < owner.heads
    if bound != force:
        return None
    parts = content.split(available) if available > 0 else None
    if parts is None:
        return None
    first = replace(strip, content=parts[0], height=parts[0].height, glue=False)
    return first, row_strip(owner, parts[1], strip.glue)


def heads(strip: Strip) -> list[Strip]:
    """The head rows that a table repeats above this row of it."""
    content, owner = strip.content, strip.owner
    if not isinstance(content, RowPart) or not isinstance(owner, SetTable) or content.number < owner.heads:
        return []
    return [replace(row_strip(owner, row, True), repeated=True) for row in owner.rows[: owner.heads]]


def is_head(strip: Strip) -> bool:
    """Whether a strip is a head row of its table."""
    return (
        isinstance(strip.owner, SetTable)
        and isinstance(strip.content, RowPart)
        and (strip.content.number < strip.owner.heads)
    )
