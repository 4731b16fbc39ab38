"""After rendering: no page holds only the signature (GB/T 9704-2012, 7.3.5.5). What stands before it stays with it.

Of a paragraph at least two lines do: a single line, of a word or a stop, is hardly a body.
"""

from __future__ import annotations

import re

from lxml import etree

from docgen.word.ooxml import NAMESPACES
from docgen.word.style import KEEP
from docgen.word.styles import NAMES

_W = "{" + NAMESPACES["w"] + "}"
BLANK = NAMES["署名前空行"].identifier
"""The style of the blank line before a signature."""
_KEPT = {style.identifier for style in NAMES.values() if style.paragraph.get("keepNext") == KEEP["keepNext"]}


_BEFORE_WIDOWS = {f"{_W}{name}" for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr")}


def keep_with_signature(document: etree._Element) -> None:
    """Let the paragraph, or the table's last row, before the blank line of a signature stay on its page."""
    for blank in document.iter(f"{_W}p"):
        if _style(blank) != BLANK:
            continue
        before = blank.getprevious()
        if before is not None and before.tag == f"{_W}tbl":
            keep_cells(before.findall(f"{_W}tr")[-1])
        elif before is not None and before.tag == f"{_W}p" and _style(before) != BLANK:
            _keep_paragraph(before)


def keep_cells(row: etree._Element) -> None:
    """Let the paragraphs of a table's row stay on the signature's page."""
    for cell in row.iter(f"{_W}p"):
        _keep(cell)


def keep_paragraphs(holder: etree._Element) -> None:
    """Let the paragraphs inside of `holder` stay on the signature's page, with two lines of them at least."""
    for paragraph in holder.iter(f"{_W}p"):
        _keep_paragraph(paragraph)


_PLAIN = re.compile(
    r'(<w:p(?: [^>]*)?>)(?:<w:pPr>((?:<w:pStyle w:val="([^"]*)"/>)?)'
    r"((?:(?!</w:pPr>|w:keepNext|w:sectPr|w:pPrChange).)*)</w:pPr>)?"
)
_FIRST = re.compile(r"(?:<w:(?:keepLines|pageBreakBefore|framePr)\b[^>]*/>)*")
_WIDOWS = re.compile(r"<w:widowControl\b[^>]*/>")


def kept_text(xml: str, start: int, end: int) -> str:
    """`keep_paragraphs` on the text of a paragraph; "" for one that ends a section or is kept by itself already."""
    match = _PLAIN.match(xml, start, end)
    if match is None:
        return ""
    opening, style, name, others = match.groups(default="")
    if not name and not others and xml.startswith("<w:pPr", match.end()):
        return ""
    others = _WIDOWS.sub("", others)
    first = _FIRST.match(others)[0]  # type: ignore[index]
    keep = "" if name in _KEPT else "<w:keepNext/>"
    rest = xml[match.end() : end]
    return f"{opening}<w:pPr>{style}{keep}{first}<w:widowControl/>{others[len(first) :]}</w:pPr>{rest}"


def _keep_paragraph(paragraph: etree._Element) -> None:
    _keep(paragraph)
    _hold_two_lines(paragraph)


def _keep(paragraph: etree._Element) -> None:
    if _style(paragraph) in _KEPT or _ends_section(paragraph):
        return
    properties = _properties(paragraph)
    if properties.find(f"{_W}keepNext") is None:
        # Second in the schema's order, behind the style.
        properties.insert(1 if properties.find(f"{_W}pStyle") is not None else 0, etree.Element(f"{_W}keepNext"))


def _hold_two_lines(paragraph: etree._Element) -> None:
    """Widow control on, whatever the style says."""
    if _ends_section(paragraph):
        return
    properties = _properties(paragraph)
    for old in properties.findall(f"{_W}widowControl"):
        properties.remove(old)
    before = sum(child.tag in _BEFORE_WIDOWS for child in properties)
    properties.insert(before, etree.Element(f"{_W}widowControl"))


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}sectPr") is not None


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(f"{_W}pPr")
    if found is None:
        found = etree.Element(f"{_W}pPr")
        paragraph.insert(0, found)
    return found


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")
