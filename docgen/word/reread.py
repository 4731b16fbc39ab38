"""Read a written .docx again: is it whole, and what does it say?"""

from __future__ import annotations

import re

from lxml import etree

from docgen.errors import ResultError
from docgen.word.ooxml import NAMESPACES
from docgen.word.package import read_parts

_W = "{" + NAMESPACES["w"] + "}"
_LEFT_OVER = re.compile(r"\{\{|\{%|%\}|\}\}")


def body_text(data: bytes, name: str) -> str:
    """The text of the body without white space.

    Raises ResultError when a part is not well-formed or a template tag has been left over.
    """
    parts = read_parts(data, name)
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")):
            _check(part, content, name)
    body = etree.fromstring(parts["word/document.xml"], etree.XMLParser(resolve_entities=False, huge_tree=True))
    return re.sub(r"\s", "", "".join(node.text or "" for node in body.iter(f"{_W}t")))


def _check(part: str, content: bytes, name: str) -> None:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ResultError(f"{name} 的 {part} 复读时不完好（{error.msg}）", "检查模板") from error
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        if _LEFT_OVER.search(text):
            raise ResultError(f"{name} 里还留着模板标签：“{text[:60]}”", "检查数据和模板里有没有写成文字的 {{ 或 {%")
