"""What a letter says: the paragraphs and table rows of its rendered Word file, in the order of the page."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.table import Table

from docgen import assets
from docgen.documents.composed import Composed
from docgen.word.template import CompiledTemplate, compile_template


@cache
def template(name: str) -> CompiledTemplate:
    return compile_template((assets.folder("templates") / f"{name}.docx").read_bytes(), f"{name}.docx")


def said(composed: Composed) -> list[str]:
    """The paragraphs that are not empty, title lines joined, and each row as its cells joined by ｜."""
    data = template(composed.template).render(composed.context, author=composed.author, day=composed.day).data
    lines: list[str] = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        lines += _rows(block) if isinstance(block, Table) else [block.text.replace("\n", "")]
    return [line for line in lines if line.strip()]


def _rows(table: Table) -> list[str]:
    rows = []
    for row in table.rows:
        cells = list(dict.fromkeys(cell._tc for cell in row.cells))
        rows.append("｜".join("\n".join(p.text for p in docx.table._Cell(cell, table).paragraphs) for cell in cells))
    return rows
