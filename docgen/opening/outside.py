"""What leads out of a Word file, or brings a program in: found by relationships, elements and field codes.

Of a template some of it is refused; what the page does not need is left out of every document instead (`Outside.left`,
done by `word/leaving.py`). docs/security.md has the list of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.opening import prolog
from docgen.opening.loose_trees import loose_tree

if TYPE_CHECKING:
    from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_QUOTED = re.compile(r'"[^"\n]*"')
_FETCHING = re.compile(
    r"(?<![\w/\\.:?&=#%-])(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|RD|IMPORT|DATABASE|PRINT)(?![\w/\\.:?&=#%-])",
    re.IGNORECASE,
)
"""Fields that fetch something or, as PRINT does, send codes to the printer. A word within an address is none."""
_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:|//|\\")
"""How a target begins that lies outside, whatever its relationship says."""
_HARMLESS = frozenset(("hyperlink",))
"""Nobody follows these but a reader who clicks."""
_KINDS = {
    "image": "链接在外面的图片",
    "aFChunk": "嵌入的其他文件（altChunk）",
    "oleObject": "嵌入或链接的对象（OLE）",
    "package": "嵌入的 Office 文件",
    "control": "控件（ActiveX）",
    "vbaProject": "宏",
    "subDocument": "链接的子文档",
    "frame": "网页框架",
    "externalLinkPath": "链接的工作簿",
    "video": "链接的视频",
    "audio": "链接的声音",
    "webextension": "网页加载项",
}
_OBJECTS = frozenset(("oleObject", "package"))
_NEVER = frozenset(("aFChunk", "control", "vbaProject", "subDocument", "webextension", *_OBJECTS))
"""Refused in a template even where they lie inside of the file."""
_ADD_INS = "word/webextensions/"
LEFT_OUT = {
    "attachedTemplate": ("附加的模板", "attachedTemplate"),
    "mailMergeSource": ("邮件合并的数据源", "mailMerge"),
    "mailMergeHeaderSource": ("邮件合并的数据源", "mailMerge"),
    "recipientData": ("邮件合并的数据源", "mailMerge"),
    "transform": ("保存时套用的转换（XSLT）", "saveThroughXslt"),
    "printerSettings": ("打印机设置", "printerSettings"),
    "keyMapCustomizations": ("自定义的快捷键和工具栏", ""),
    "extensibility": ("自定义的功能区", ""),
    "userCustomization": ("自定义的功能区", ""),
    "webextensiontaskpanes": ("网页加载项", ""),
    "origin": ("数字签名", ""),
}
"""Kind of relationship → what it is, and the element that stands for it in its part: no page shows these."""
LEFT_OUT_ELEMENTS = {"mailMerge": "邮件合并的数据源", "schemaLibrary": "智能文档的架构库"}
"""Elements of the settings that lead out by themselves."""
_CHART_DATA = ("图表的数据表", "externalData")
_PREVIEWED = "嵌入的对象（只留下它的图）"


@dataclass(frozen=True, slots=True)
class Outside:
    """Something that leads out, in Chinese, with the part that it stands in ("" for the package).

    `left`: documents are made without it; then `kind` and `identity` are its relationship's, `element` the name of what
    stands for it in its part, "" for none.
    """

    what: str
    part: str
    kind: str = ""
    identity: str = ""
    element: str = ""
    left: bool = False

    def __str__(self) -> str:
        return f"{self.what}（{self.part or '文件本身'}）"


def outside(parts: Mapping[str, bytes]) -> Iterator[Outside]:
    """Everything in a package that leads out, or brings a program in, part by part.

    What cannot be parsed is passed over: its readers refuse it.
    """
    for name, data in parts.items():
        lower = name.lower()
        if lower.endswith(".rels"):
            yield from _relations(name, data, parts)
            continue
        if lower.endswith("vbaproject.bin"):
            yield Outside(_KINDS["vbaProject"], name)
            continue
        text = prolog.as_utf8(data)
        if b"nstr" in text:  # instrText, delInstrText, w:instr
            yield from _fields(name, data)
        if _VML[1:-1].encode() in text:
            yield from _addresses(name, data)
        if any(element.encode() in text for element in LEFT_OUT_ELEMENTS):
            yield from _elements_left(name, data)


def _relations(name: str, data: bytes, parts: Mapping[str, bytes]) -> Iterator[Outside]:
    owner = re.sub("_rels/", "", name, flags=re.IGNORECASE)[: -len(".rels")]
    for item in _elements(data, "Relationship"):
        kind, identity = item.get("Type", "").rpartition("/")[2], item.get("Id", "")
        external = item.get("TargetMode", "").lower() == "external"
        leads_out = external or _ADDRESS.match(item.get("Target", "").strip()) is not None
        if kind in LEFT_OUT:
            what, element = LEFT_OUT[kind]
            yield Outside(what, owner, kind, identity, element, left=True)
        elif kind in _OBJECTS and owner.startswith("word/charts/"):
            yield Outside(_CHART_DATA[0], owner, kind, identity, _CHART_DATA[1], left=True)
        elif kind in _OBJECTS and identity in _previewed(parts.get(owner, b"")):
            yield Outside(_PREVIEWED, owner, kind, identity, "OLEObject", left=True)
        elif kind == "webextension" and owner.startswith(_ADD_INS):
            continue  # goes with its task panes
        elif (leads_out and kind not in _HARMLESS) or kind in _NEVER:
            yield Outside(_KINDS.get(kind, f"链接到外面的内容（{kind[:30]}）"), owner)


def _previewed(data: bytes) -> frozenset[str]:
    """The relationships of embedded objects that stand in the text as a picture, and nowhere without."""
    bare: set[str] = set()
    shown: set[str] = set()
    for item in _elements(data, "OLEObject", "objectEmbed", "objectLink"):
        around = item.getparent()
        picture = None if around is None else around.find(f".//{_VML}imagedata[@{_RELATION}id]")
        named = str(item.tag).endswith("}OLEObject") and picture is not None
        (shown if named else bare).add(item.get(f"{_RELATION}id", ""))
    return frozenset(shown - bare)


def _fields(name: str, data: bytes) -> Iterator[Outside]:
    """Fields that fetch something when Word updates them; a code may be cut into runs."""
    codes = ""
    for item in _elements(data, "instrText", "delInstrText", "fldChar", "fldSimple"):
        given = {str(key).rpartition("}")[2]: str(value) for key, value in item.attrib.items()}
        begins, simple = given.get("fldCharType") == "begin", given.get("instr", "")
        codes += ("\n" if begins or simple else "") + (simple or item.text or "")
    for code in dict.fromkeys(match[1].upper() for match in _FETCHING.finditer(_QUOTED.sub('""', codes))):
        yield Outside(f"从外面取内容的域（{code}）", name)


def _addresses(name: str, data: bytes) -> Iterator[Outside]:
    """Pictures of VML that bear their address themselves."""
    for item in _elements(data, "imagedata", "fill", "stroke"):
        given = {str(key).rpartition("}")[2]: str(value).strip() for key, value in item.attrib.items()}
        if any(_ADDRESS.match(given.get(key, "")) for key in ("src", "althref")):
            yield Outside(_KINDS["image"], name)
            return


def _elements_left(name: str, data: bytes) -> Iterator[Outside]:
    for element, what in LEFT_OUT_ELEMENTS.items():
        if next(_elements(data, element), None) is not None:
            yield Outside(what, name, element=element, left=True)


def _elements(data: bytes, *names: str) -> Iterator[etree._Element]:
    root = None if prolog.fault(data) else loose_tree(data)  # the name of a part need not say that it is XML
    if root is not None:
        yield from root.iter(*(f"{{*}}{name}" for name in names))
