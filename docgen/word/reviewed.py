"""Reviewed: comments and revisions of a template. They go into every document, with the names of their authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.word.lint_places import COMMENTS
from docgen.word.part_trees import part_tree
from docgen.word.tags import FILLED

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMMENT = (f"{_W}comment",)
_CHANGED = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
_REVISIONS = tuple(
    f"{_W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *(f"{name}Change" for name in _CHANGED),
    )
)
"""Text and cells that came or went, and looks that were changed: each names its author (ECMA-376 Part 1, 17.13.5)."""


def reviewed(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each part that has some, and how many."""
    for part, xml in parts.items():
        if part == COMMENTS and (count := _count(xml, _COMMENT)):
            yield part, f"{count} 条批注"
        elif FILLED.fullmatch(part) and (count := _count(xml, _REVISIONS)):
            yield part, f"{count} 处修订没有接受或拒绝"


def _count(xml: bytes, tags: tuple[str, ...]) -> int:
    names = "|".join(etree.QName(tag).localname for tag in tags)
    if not re.search(rf"[<:](?:{names})[\s/>]".encode(), xml):  # hardly a template has one: no tree for the others
        return 0
    try:
        root = part_tree(xml)
    except etree.XMLSyntaxError:  # told elsewhere
        return 0
    return sum(1 for _ in root.iter(*tags))
