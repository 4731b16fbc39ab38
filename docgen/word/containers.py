"""After rendering: what an `if` or `for` has emptied is kept valid. Word refuses a cell without a paragraph."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.word.ooxml import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_ENDING_WITH_PARAGRAPH = ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")


def complete(root: etree._Element) -> None:
    """Take out tables without rows, and end with a paragraph whatever must end with one."""
    for table in list(root.iter(f"{_W}tbl")):
        parent = table.getparent()
        if table.find(f"{_W}tr") is None and parent is not None:
            parent.remove(table)
    for name in _ENDING_WITH_PARAGRAPH:
        for node in root.iter(f"{_W}{name}"):
            if not len(node) or node[-1].tag != f"{_W}p":
                node.append(_empty_paragraph(node))


def _empty_paragraph(owner: etree._Element) -> etree._Element:
    """An empty paragraph; in a table it looks like the first one beside it, so that the row grows no higher."""
    paragraph = etree.Element(f"{_W}p")
    row = owner.getparent()
    like = row.find(f"{_W}tc/{_W}p/{_W}pPr") if row is not None and owner.tag == f"{_W}tc" else None
    if like is not None:
        paragraph.append(deepcopy(like))
    return paragraph
