"""Templates made with python-docx: whole packages, as docxtpl needs them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import Environment

from docgen.word.template import compile_template


def saved(document: Document) -> bytes:
    """The bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def template(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "") -> bytes:
    """A template of paragraphs, then a table, and a header."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return saved(document)


def by_docxtpl(data: bytes, context: dict[str, Any], document: Any = None) -> bytes:
    """What docxtpl itself makes of a template, values escaped."""
    maker = document or DocxTemplate(io.BytesIO(data))
    maker.render(context, jinja_env=Environment(autoescape=True))
    stream = io.BytesIO()
    maker.save(stream)
    return stream.getvalue()


def ours(data: bytes, context: dict[str, Any], document: Any = None) -> bytes:
    """What we make of it."""
    return compile_template(data, "模板.docx").render(context, document=document).data


def part(data: bytes, name: str = "word/document.xml") -> str:
    """A part as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
