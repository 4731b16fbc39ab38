"""Places: tags that stand where nobody checks or sees them: deleted or hidden text, fields, captions, second copies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from lxml import etree

from docgen.diagnostics import Diagnostic, Place, Severity
from docgen.word.part_trees import part_tree
from docgen.word.statements import TAG
from docgen.word.tags import TagParagraph, fault, part_name, shortened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MARKED = re.compile(r"\{\{|\{%|\}\}|%\}")
_ROW = re.compile(r"\{%-?\s*tr\s.*?%\}", re.DOTALL)
_OFF = ("0", "false", "off")
_TEXT, _DELETED, _CODE = f"{_W}t", f"{_W}delText", f"{_W}instrText"
_ATTRIBUTES = {
    "instr": "域代码",
    "descr": "图的说明文字",
    "title": "图的标题",
    "alt": "图的说明文字",
    "name": "名称",
    "tooltip": "链接的提示",
    "anchor": "链接的目标",
    "string": "艺术字",
}
_SHOWN = 40
COMMENTS = "word/comments.xml"


def row_tag(text: str) -> str:
    """The first row tag of a paragraph; "" for none."""
    found = _ROW.search(text)
    return found[0] if found else ""


def hidden_styles(styles: bytes) -> frozenset[str]:
    """The ids of the styles whose text is hidden."""
    if b"vanish" not in styles:
        return frozenset()
    try:
        root = part_tree(styles)
    except etree.XMLSyntaxError:
        return frozenset()
    return frozenset(
        style.get(f"{_W}styleId", "") for style in root.iter(f"{_W}style") if _hides(style.find(f"{_W}rPr"))
    )


def out_of_sight(root: etree._Element, template: str, part: str, hidden: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Tags of a part that are not where its text is read."""
    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        place = TagParagraph(_whole(paragraph), number, None).place(template, part)
        yield from _in_paragraph(paragraph, place, hidden)
    yield from _in_attributes(root, template, part)
    yield from _bound(root, template, part)
    yield from _different_copies(root, template, part)


def _in_paragraph(paragraph: etree._Element, place: Place, hidden: Collection[str]) -> Iterator[Diagnostic]:
    texts: dict[str, list[str]] = {}
    for node in paragraph.iter():
        if isinstance(node.tag, str) and node.text and next(node.iterancestors(f"{_W}p"), None) is paragraph:
            kind = _kind(node, hidden)
            if kind:
                texts.setdefault(kind, []).append(node.text)
    for kind, pieces in texts.items():
        text = "".join(pieces)
        if not _MARKED.search(text):
            continue
        found = f"{kind}里写着“{shortened(text, _SHOWN)}”"
        if kind == _VANISHED:
            yield replace(fault("TPL-015", place, found), severity=Severity.WARNING)
        else:
            yield fault("TPL-014" if kind == _REVISED else "TPL-016", place, found)


_REVISED, _VANISHED = "删掉或移走的文字", "隐藏的文字"


def _kind(node: etree._Element, hidden: Collection[str]) -> str:
    """Where the text of an element stands, in words; "" for plain text, which is read with the paragraph."""
    if node.tag == _DELETED or next(node.iterancestors(f"{_W}del", f"{_W}moveFrom"), None) is not None:
        return _REVISED
    if node.tag == _CODE:
        return "域代码"
    if node.tag != _TEXT:
        return "公式" if "/math" in str(node.tag) else "图形"
    run = node.getparent()
    properties = None if run is None else run.find(f"{_W}rPr")
    style = None if properties is None else properties.find(f"{_W}rStyle")
    named = style is not None and style.get(f"{_W}val") in hidden
    return _VANISHED if named or _hides(properties) else ""


def _hides(properties: etree._Element | None) -> bool:
    vanish = None if properties is None else properties.find(f"{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "1") not in _OFF


def _in_attributes(root: etree._Element, template: str, part: str) -> Iterator[Diagnostic]:
    """Tags in what an element is told: codes of fields, captions of pictures, names of bookmarks."""
    for node in root.iter():
        for key, value in node.attrib.items() if isinstance(node.tag, str) else ():
            if TAG.search(str(value)):
                what = _ATTRIBUTES.get(etree.QName(str(key)).localname, "文字以外的地方")
                yield fault(
                    "TPL-016", _place(node, root, template, part), f"{what}里写着“{shortened(str(value), _SHOWN)}”"
                )


def _bound(root: etree._Element, template: str, part: str) -> Iterator[Diagnostic]:
    """Tags in content controls that Word fills itself."""
    for control in root.iter(f"{_W}sdt"):
        if control.find(f"{_W}sdtPr/{_W}dataBinding") is not None and TAG.search(text := _whole(control)):
            yield fault("TPL-025", _place(control, root, template, part), f"内容控件里写着“{shortened(text, _SHOWN)}”")


def fallback_copies(root: etree._Element) -> frozenset[int]:
    """The numbers of the paragraphs in text boxes' second copies that say what the first ones say."""
    numbers = {node: number for number, node in enumerate(root.iter(f"{_W}p"), 1)}
    found: set[int] = set()
    for choice, fallback in _copies(root):
        if _tags(choice) == _tags(fallback):
            found.update(numbers[node] for node in fallback.iter(f"{_W}p"))
    return frozenset(found)


def _different_copies(root: etree._Element, template: str, part: str) -> Iterator[Diagnostic]:
    for choice, fallback in _copies(root):
        one, other = _tags(choice), _tags(fallback)
        if one != other:
            found = f"新的一份里是{_listed(one)}，旧的一份里是{_listed(other)}"
            told = fault("TPL-017", _place(choice, root, template, part), found)
            yield replace(told, severity=Severity.WARNING)


def _copies(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The pairs of contents for newer and older software."""
    for node in root.iter(f"{_MC}AlternateContent"):
        choice, fallback = node.find(f"{_MC}Choice"), node.find(f"{_MC}Fallback")
        if choice is not None and fallback is not None:
            yield choice, fallback


def _tags(node: etree._Element) -> list[str]:
    return TAG.findall(_whole(node))


def _listed(tags: list[str]) -> str:
    return f"“{shortened('、'.join(tags), _SHOWN)}”" if tags else "没有标签"


def unfilled_comments(root: etree._Element, template: str, part: str) -> Iterator[Diagnostic]:
    """Tags in comments, which are not filled."""
    if part != COMMENTS:
        return
    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        if TAG.search(text := _whole(paragraph)):
            place = Place(template, (number,), part_name(part), f"第{number}段")
            yield fault("TPL-011", place, f"写的是“{shortened(text, 60)}”")


def _whole(node: etree._Element) -> str:
    return "".join(item.text or "" for item in node.iter(_TEXT))


def _place(node: etree._Element, root: etree._Element, template: str, part: str) -> Place:
    """The paragraph in which an element stands, or the first one in it."""
    around = node if node.tag == f"{_W}p" else next(node.iterancestors(f"{_W}p"), None)
    inside = around if around is not None else next(node.iter(f"{_W}p"), None)
    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        if paragraph is inside:
            return TagParagraph(_whole(paragraph), number, None).place(template, part)
    return Place(template, (), part_name(part))
