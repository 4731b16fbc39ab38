"""A last section that holds nothing: it would print an empty page, so the section before it becomes the last."""

from __future__ import annotations

from lxml import etree

from docgen.word.ooxml import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_SHOWN = {
    f"{_W}{name}"
    for name in ("t", "drawing", "pict", "object", "br", "sym", "fldSimple", "instrText", "tbl", "footnoteReference")
}


def drop_empty_section(document: etree._Element) -> None:
    """Remove the paragraphs after the last section break when nothing in them is seen, and end with that section."""
    body = document.find(f"{_W}body")
    if body is None or len(body) < 2 or body[-1].tag != f"{_W}sectPr":
        return
    last = body[-1]
    after: list[etree._Element] = []
    for node in reversed(list(body)[:-1]):
        section = node.find(f"{_W}pPr/{_W}sectPr")
        if section is not None:
            _end_with(body, section, [*after, last])
            return
        if any(item.tag in _SHOWN and not _is_empty_text(item) for item in node.iter()):
            return
        after.append(node)


def _is_empty_text(node: etree._Element) -> bool:
    return node.tag == f"{_W}t" and not node.text


def _end_with(body: etree._Element, section: etree._Element, gone: list[etree._Element]) -> None:
    for node in gone:
        body.remove(node)
    body.append(section)
