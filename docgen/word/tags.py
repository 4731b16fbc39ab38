"""Tags in the paragraphs of a template part: found, checked one by one and in their nesting, before compiling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from docgen.diagnostics import Diagnostic, Place, closest
from docgen.word.codes import CODES
from docgen.word.nesting import nesting_faults
from docgen.word.part_trees import part_tree
from docgen.word.picture_places import stands_beside
from docgen.word.reasons import reason
from docgen.word.statements import STATEMENT, TAG, standalone, straight

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""The parts whose tags are filled."""
_DRAWN = re.compile(r"word/(charts|diagrams)/[^/]+\.xml")
_MARKS = ("{{", "{%", "{#", "}}", "%}")
_FULL_WIDTH_BRACES = re.compile(r"｛\s*[｛%％]|\{\s*％|[%％}｝]\s*｝|％\s*\}|｛\{|\{｛")
_FULL_WIDTH_INSIDE = str.maketrans("（）＝，．［］＋－＊／｜：！＜＞", "()=,.[]+-*/|:!<>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_REFUSED = {"include", "extends", "import", "from", "macro", "call", "block", "raw", "autoescape", "trans"}
_BESIDE = {
    "drawing": "图",
    "pict": "图",
    "object": "对象",
    "sectPr": "分节符",
    "br": "换行或分页符",
    "footnoteReference": "脚注",
}
_LONGEST_SHOWN = 120  # characters of a tag in a message
_DEEPEST = 100  # levels of a tag's tree: `a and b and c` has two more than `a`
_TOO_DEEP = (RecursionError, MemoryError, ValueError)  # a number of too many digits is a ValueError


@dataclass(frozen=True, slots=True)
class TagParagraph:
    """A paragraph that holds tags: its text, its number in the part, the text of its table row if it stands in one.

    `holds` are the things in it that are no text; `cell` tells the table cells of a part apart, None outside tables.
    """

    text: str
    number: int
    row_text: str | None
    holds: tuple[str, ...] = ()
    cell: str | None = None

    def place(self, template: str, part: str) -> Place:
        """`实施方案.docx · 正文 · 第12段“……”`."""
        return Place(template, (self.number,), part_name(part), f"第{self.number}段“{shortened(self.text)}”")


def shortened(text: str, length: int = 24) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length] + "……"


def part_name(part: str) -> str:
    """A part in the office's words."""
    stem = part.rpartition("/")[2]
    names = {
        "document": "正文",
        "header": "页眉",
        "footer": "页脚",
        "footnotes": "脚注",
        "endnotes": "尾注",
        "chart": "图表",
        "data": "SmartArt",
        "drawing": "SmartArt",
        "comments": "批注",
        "settings": "设置",
        "styles": "样式",
        "numbering": "编号",
        "fontTable": "字体表",
        "theme": "主题",
    }
    return next((name for start, name in names.items() if stem.startswith(start)), stem)


def tag_paragraphs(xml: bytes) -> list[TagParagraph]:
    """The paragraphs of a part that hold a tag or something like one."""
    root = part_tree(xml)
    found = []
    for number, node in enumerate(root.iter(f"{_W}p"), 1):
        text = _own_text(node)
        if any(mark in text for mark in _MARKS) or _FULL_WIDTH_BRACES.search(text):
            row = next(node.iterancestors(f"{_W}tr"), None)
            holds = tuple(
                dict.fromkeys(told for kind, told in _BESIDE.items() if node.find(f".//{_W}{kind}") is not None)
            )
            cell = next(node.iterancestors(f"{_W}tc"), None)
            path = None if cell is None else cell.getroottree().getpath(cell)
            found.append(TagParagraph(text, number, None if row is None else _text(row), holds, path))
    return found


def faults(paragraphs: list[TagParagraph], template: str, part: str, environment: Environment) -> list[Diagnostic]:
    """Every fault that can be seen without data."""
    checked = [item for paragraph in paragraphs for item in _paragraph_faults(paragraph, template, part, environment)]
    if checked:
        return checked
    return [fault("TPL-006", holder.place(template, part), found) for holder, found in nesting_faults(paragraphs)]


def parsed_tags(text: str, environment: Environment) -> Iterator[nodes.Template]:
    """The tags of a paragraph that can be parsed alone."""
    for match in TAG.finditer(text):
        source = None if match[0].startswith("{#") else standalone(straight(match[0]))
        if source is not None:
            try:
                yield parsed(source, environment)
            except (TemplateSyntaxError, *_TOO_DEEP):
                continue


def unfilled(xml: bytes, template: str, part: str) -> Iterator[Diagnostic]:
    """Tags in charts and diagrams, which are not rendered: they would be printed as they stand."""
    if not _DRAWN.match(part) or b"{" not in xml:
        return
    for number, node in enumerate(part_tree(xml).iter(f"{_A}p"), 1):
        text = "".join(item.text or "" for item in node.iter(f"{_A}t"))
        if TAG.search(text):
            yield fault(
                "TPL-011", TagParagraph(text, number, None).place(template, part), f"写的是“{shortened(text, 60)}”"
            )


def fault(code: str, place: Place, found: str, expected: str = "", remedy: str = "") -> Diagnostic:
    """A diagnostic of this folder; the remedy defaults to that of the code."""
    return Diagnostic(code, place, found, expected, remedy or CODES[code].remedy)


def _text(node: etree._Element) -> str:
    return "".join(item.text or "" for item in node.iter(f"{_W}t"))


def _own_text(paragraph: etree._Element) -> str:
    """Without that of a text box anchored in it, whose paragraphs are looked at by themselves."""
    own = (item for item in paragraph.iter(f"{_W}t") if next(item.iterancestors(f"{_W}p")) is paragraph)
    return "".join(item.text or "" for item in own)


def _paragraph_faults(
    paragraph: TagParagraph, template: str, part: str, environment: Environment
) -> Iterator[Diagnostic]:
    place = paragraph.place(template, part)
    text = paragraph.text
    rest = TAG.sub("\0", text)
    if any(map(_FULL_WIDTH_BRACES.search, (rest, *TAG.findall(text)))):
        remedy = f"改成“{shortened(half_width(text), 60)}”"
        yield fault("TPL-001", place, f"写的是“{shortened(text, 60)}”", remedy=remedy)
        return
    if any(mark in rest for mark in _MARKS):
        rest = rest.replace("\0", "")
        yield fault("TPL-002", place, f"“{shortened(rest, 60)}”里的标签没有写完整")
        return
    yield from _neighbour_faults(paragraph, place)
    for match in TAG.finditer(text):
        yield from _tag_faults(match[0], text, place, environment)


def _neighbour_faults(paragraph: TagParagraph, place: Place) -> Iterator[Diagnostic]:
    """A paragraph or row tag takes its whole paragraph or row with it: nothing else may stand there."""
    for level, code, text in (
        ("p", "TPL-003", paragraph.text),
        ("tr", "TPL-004", paragraph.row_text or paragraph.text),
    ):
        whole = re.findall(rf"\{{%{level}\s.*?%\}}|\{{\{{{level}\s.*?\}}\}}", paragraph.text)
        if not whole:
            continue
        beside = text.replace(whole[0], "", 1)
        if beside.strip():
            yield fault(code, place, f"“{whole[0]}”旁边还有“{shortened(beside, 40)}”", CODES[code].meaning)
        elif paragraph.holds:
            yield fault(code, place, f"“{whole[0]}”旁边还有{'、'.join(paragraph.holds)}", "会跟着丢掉")


def _tag_faults(tag: str, text: str, place: Place, environment: Environment) -> Iterator[Diagnostic]:
    if tag.startswith("{#"):
        return
    if _is_refused(tag):
        yield fault("TPL-010", place, f"写的是“{shortened(tag, _LONGEST_SHOWN)}”", CODES["TPL-010"].meaning)
        return
    plain = straight(tag)
    outside = _QUOTED.sub("", plain)
    if outside != outside.translate(_FULL_WIDTH_INSIDE):
        better = shortened(plain.translate(_FULL_WIDTH_INSIDE), _LONGEST_SHOWN)
        yield fault("TPL-001", place, f"标签“{shortened(tag, _LONGEST_SHOWN)}”里有全角符号", remedy=f"改成“{better}”")
        return
    source = standalone(plain)
    if source is None:
        return
    try:
        tree = parsed(source, environment)
    except TemplateSyntaxError as error:
        yield fault("TPL-005", place, f"标签“{shortened(tag, _LONGEST_SHOWN)}”读不懂（{reason(error)}）")
        return
    except _TOO_DEEP:
        yield fault("TPL-009", place, "标签里的括号套得太深，and、or 太多，或数字太长")
        return
    if beside := stands_beside(text, tag, tree):
        yield fault("TPL-012", place, f"“{shortened(tag, 40)}”旁边还有“{shortened(beside, 40)}”")
    for kind, word, known in ((nodes.Filter, "过滤器", environment.filters), (nodes.Test, "判断", environment.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                near = closest(node.name, [item for item in known if len(item) > 1 or not item.isascii()])
                yield fault(
                    "TPL-005", place, f"没有叫“{node.name}”的{word}", remedy=f"是不是“{near}”？" if near else ""
                )


def parsed(source: str, environment: Environment) -> nodes.Template:
    """A tag as a tree; RecursionError where it is deeper than those who look through it can follow."""
    tree = environment.parse(source)
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
    if level:
        raise RecursionError
    return tree


def _is_refused(tag: str) -> bool:
    """Statements that reach for other files or keep finished XML in a name, where it would be escaped a second time."""
    statement = STATEMENT.fullmatch(tag)
    if statement is None:
        return False
    word, rest = statement[2], statement[3]
    return word.removeprefix("end") in (_REFUSED | {"set"} if word.startswith("end") else _REFUSED) or (
        word == "set" and "=" not in rest
    )


def half_width(text: str) -> str:
    """A text with the signs of tags as Jinja knows them."""
    return text.translate(str.maketrans("｛｝％（）＝｜", "{}%()=|"))
