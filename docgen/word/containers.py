"""After rendering: what the tags have emptied or joined is kept valid. Word refuses a cell without a paragraph."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docgen.word.ooxml import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_BEFORE_JOIN = {f"{_W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
_BLOCKS = {f"{_W}{name}" for name in ("p", "sdt", "customXml")}
_RANGES = ("bookmarkStart", "bookmarkEnd", "RangeStart", "RangeEnd", "permStart", "permEnd", "proofErr")
_ENDING_WITH_PARAGRAPH = ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")


def complete(root: etree._Element) -> None:
    """Take out tables without rows, end with a paragraph whatever must, put joins where the schema wants them."""
    for table in list(root.iter(f"{_W}tbl")):
        parent = table.getparent()
        if table.find(f"{_W}tr") is None and parent is not None:
            parent.remove(table)
    for name in _ENDING_WITH_PARAGRAPH:
        for node in root.iter(f"{_W}{name}"):
            if not _ends_well(node):
                node.append(_empty_paragraph(node))
    for join in root.iter(f"{_W}vMerge"):
        _put_in_order(join)


def _ends_well(node: etree._Element) -> bool:
    """Whether the last thing in it is a paragraph, or what holds paragraphs; marks of ranges do not count."""
    last = next((str(child.tag) for child in reversed(node) if not str(child.tag).endswith(_RANGES)), "")
    return last in _BLOCKS


def _put_in_order(join: etree._Element) -> None:
    """docxtpl puts the join that `{% vm %}` makes behind all other properties of the cell."""
    properties = join.getparent()
    assert properties is not None
    before = [item for item in properties if item.tag in _BEFORE_JOIN]
    if properties.index(join) != len(before):
        properties.remove(join)
        properties.insert(len(before), join)


def _empty_paragraph(owner: etree._Element) -> etree._Element:
    """An empty paragraph; in a table it looks like the first one beside it, so that the row grows no higher."""
    paragraph = etree.Element(f"{_W}p")
    row = owner.getparent()
    like = row.find(f"{_W}tc/{_W}p/{_W}pPr") if row is not None and owner.tag == f"{_W}tc" else None
    if like is not None:
        paragraph.append(deepcopy(like))
    return paragraph
