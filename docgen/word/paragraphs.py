"""After rendering: newlines of the data become paragraphs, line breaks breaks, and `版式()` sets its paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from docgen.word.layout_wishes import asked_indent, asked_of_run, asked_spacing, wishes_of
from docgen.word.marks import LAYOUT_CLOSE, LAYOUT_OPEN, LINE, PARAGRAPH, PICTURE, TAB
from docgen.word.ooxml import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKS = (PARAGRAPH, LINE, TAB, LAYOUT_OPEN, PICTURE)
"""The marks that a rendered part may hold."""
_BREAKS = {LINE: "br", TAB: "tab"}
_PLAIN = str.maketrans({PARAGRAPH: " ", LINE: " ", TAB: " "})
_LAYOUT = re.compile(f"{LAYOUT_OPEN}(.*?){LAYOUT_CLOSE}")
_UNSEEN = re.compile(f"{LAYOUT_OPEN}.*?{LAYOUT_CLOSE}|{PICTURE}.*?{PICTURE}")
_PPR_AFTER_SPACING = (
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
)
_RPR_ORDER = (
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
)


def has_marks(xml: str) -> bool:
    """Whether a rendered part needs this step at all."""
    return any(mark in xml for mark in MARKS)


def carry_out(root: etree._Element) -> None:
    """Replace every mark below `root` by what it stands for."""
    for paragraph in list(root.iter(f"{_W}p")):
        text = "".join(node.text or "" for node in own_texts(paragraph))
        if LAYOUT_OPEN in text:
            _lay_out(paragraph)
        if any(mark in text for mark in (LINE, TAB, PARAGRAPH)):
            _break_lines(paragraph)
        if PARAGRAPH in text:
            _split(paragraph)


def clear(root: etree._Element) -> None:
    """Marks outside of paragraphs' text, as in the description of a picture, are plain there."""
    for node in root.iter("*"):
        if node.text and has_marks(node.text):
            node.text = _unmarked(node.text)
        for name, value in node.attrib.items():
            if has_marks(str(value)):
                node.set(name, _unmarked(str(value)))


def _unmarked(text: str) -> str:
    return _UNSEEN.sub("", text).translate(_PLAIN)


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraph's own text nodes; a text box anchored in it has paragraphs of its own."""
    return _own(paragraph, "t")


def _own(paragraph: etree._Element, name: str) -> list[etree._Element]:
    return [node for node in paragraph.iter(f"{_W}{name}") if next(node.iterancestors(f"{_W}p")) is paragraph]


def _lay_out(paragraph: etree._Element) -> None:
    insides: list[str] = []
    for node in own_texts(paragraph):
        text = node.text or ""
        insides += _LAYOUT.findall(text)
        node.text = _LAYOUT.sub("", text)
    wishes = wishes_of(insides)
    if indent := asked_indent(wishes):
        _indent(child_of(paragraph, "ind"), indent)
    if spacing := asked_spacing(wishes):
        _set(child_of(paragraph, "spacing"), spacing)
    if asked := asked_of_run(wishes):
        for run in _own(paragraph, "r"):
            properties = _first_child(run, "rPr")
            for name, value in asked:
                _set(_child(properties, name, _RPR_ORDER[_RPR_ORDER.index(name) + 1 :]), {"val": value})


def _indent(node: etree._Element, asked: Mapping[str, str]) -> None:
    if "firstLine" in asked or "hanging" in asked:  # only one of the two can hold
        for name in ("firstLine", "hanging", "firstLineChars", "hangingChars"):
            node.attrib.pop(f"{_W}{name}", "")
    _set(node, asked)


def _set(node: etree._Element, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        node.set(f"{_W}{name}", value)


def _break_lines(paragraph: etree._Element) -> None:
    """Line breaks → `w:br`, tabs → `w:tab`; a new paragraph's mark gets a `w:t` of its own, where `_split` finds it."""
    for node in own_texts(paragraph):
        pieces = _pieces(node.text or "")
        if len(pieces) == 1 and pieces[0] not in _BREAKS:
            continue
        parent = node.getparent()
        assert parent is not None
        at = parent.index(node)
        parent.remove(node)
        for offset, piece in enumerate(pieces):
            parent.insert(at + offset, _piece_node(piece))


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(f"([{PARAGRAPH}{LINE}{TAB}])", text) if piece]


def _piece_node(piece: str) -> etree._Element:
    if piece in _BREAKS:
        return etree.Element(f"{_W}{_BREAKS[piece]}")
    return text_node(piece)


def text_node(text: str) -> etree._Element:
    """A `w:t` that keeps its spaces."""
    node = etree.Element(f"{_W}t")
    node.text = text
    node.set(_SPACE, "preserve")
    return node


def _split(paragraph: etree._Element) -> None:
    """Cut the paragraph at every mark; each new one has the same properties, a section break stays with the last."""
    current = paragraph
    while (mark := _next_mark(current)) is not None:
        following = _tail(current, mark)
        current.addnext(following)
        current = following


def _next_mark(paragraph: etree._Element) -> etree._Element | None:
    return next((node for node in own_texts(paragraph) if node.text == PARAGRAPH), None)


def _tail(paragraph: etree._Element, mark: etree._Element) -> etree._Element:
    """Take everything after `mark` out of the paragraph, into a new one."""
    run = mark.getparent()
    assert run is not None
    following = etree.Element(paragraph.tag)
    properties = paragraph.find(f"{_W}pPr")
    if properties is not None:
        following.append(deepcopy(properties))
        for section in properties.findall(f"{_W}sectPr"):
            properties.remove(section)
        # Only the first begins a page.
        for page_break in following.findall(f"{_W}pPr/{_W}pageBreakBefore"):
            following[0].remove(page_break)
    rest = etree.Element(run.tag)
    run_properties = run.find(f"{_W}rPr")
    if run_properties is not None:
        rest.append(deepcopy(run_properties))
    rest.extend(list(mark.itersiblings()))
    following.append(rest)
    # The run may stand inside a hyperlink or content control: what follows it there goes along, a level higher.
    node = run
    while node is not paragraph:
        parent = node.getparent()
        assert parent is not None
        following.extend(list(node.itersiblings()))
        node = parent
    run.remove(mark)
    return following


def child_of(paragraph: etree._Element, name: str) -> etree._Element:
    """A child of the paragraph's properties, `spacing` or what the schema has after it; made where there is none."""
    order = ("spacing", *_PPR_AFTER_SPACING)
    return _child(_first_child(paragraph, "pPr"), name, order[order.index(name) + 1 :])


def _first_child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(f"{_W}{name}")
    if found is None:
        found = etree.Element(f"{_W}{name}")
        parent.insert(0, found)
    return found


def _child(parent: etree._Element, name: str, followers: tuple[str, ...]) -> etree._Element:
    """The child of that name, made where the schema wants it: before the first of `followers`."""
    found = parent.find(f"{_W}{name}")
    if found is not None:
        return found
    found = etree.Element(f"{_W}{name}")
    later = {f"{_W}{follower}" for follower in followers}
    at = next((index for index, child in enumerate(parent) if child.tag in later), len(parent))
    parent.insert(at, found)
    return found
