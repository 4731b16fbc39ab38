"""A template of a few parts, written as XML in the test itself, and what becomes of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen.diagnostics import Diagnostic
from docgen.errors import TemplateError
from docgen.word.template import compile_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W[1:-1],
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    }.items()
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'


def docx(body: str, **parts: str | bytes | None) -> bytes:
    """The bytes of a .docx. `header1=` and the like are contents, `docProps/core.xml` whole, None drops."""
    whole: dict[str, str | bytes | None] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        if name.startswith(("header", "footer")):
            kind = "hdr" if name.startswith("header") else "ftr"
            whole[f"word/{name}.xml"] = f"<w:{kind} {_SPACES}>{content!s}</w:{kind}>"
        else:
            whole[name] = content
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            if content is not None:
                archive.writestr(name, content)
    return stream.getvalue()


def p(*runs: str, ppr: str = "") -> str:
    """A paragraph; each text a run of its own."""
    properties = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f"<w:p>{properties}{''.join(f'<w:r><w:t>{text}</w:t></w:r>' for text in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is the XML of its content."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def render(body: str, context: Mapping[str, Any] | None = None, **parts: str) -> etree._Element:
    """The body of a rendered template."""
    return part(compile_template(docx(body, **parts), "模板.docx").render(context or {}).data)[0]


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a .docx as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def lines(node: etree._Element) -> list[str]:
    """The text of each paragraph; tabs and line breaks as characters."""
    return [_line(paragraph) for paragraph in node.iter(f"{W}p")]


def _line(paragraph: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\u2028"}
    runs = (item for item in paragraph.iter(f"{W}t", *signs) if next(item.iterancestors(f"{W}p")) is paragraph)
    return "".join(signs.get(str(item.tag)) or item.text or "" for item in runs)


def faults(body: str, context: Mapping[str, Any] | None = None, **parts: str) -> list[str]:
    """What is told of a faulty template or of data that do not fit: `code place：found，expected → remedy`."""
    try:
        compile_template(docx(body, **parts), "模板.docx").render(context or {})
    except TemplateError as error:
        return _all_told(error)
    return []


def _all_told(error: TemplateError) -> list[str]:
    assert error.message == f"模板 模板.docx 有 {len(error.diagnostics)} 处错误"
    return [_told(item) for item in error.diagnostics]


def _told(item: Diagnostic) -> str:
    assert item.place.file == "模板.docx"
    expected = f"，{item.expected}" if item.expected else ""
    return f"{item.code} {item.place.section} {item.place.address}：{item.found}{expected} → {item.remedy}"


def codes(told: list[str]) -> list[str]:
    """Only the codes."""
    return [line.split()[0] for line in told]
