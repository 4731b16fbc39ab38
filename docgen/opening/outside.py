"""What leads out of a Word file, or brings a program in: found by relationships, content types and field codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.opening import prolog

if TYPE_CHECKING:
    from lxml import etree

_FETCHING = re.compile(r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|RD|IMPORT)\b", re.IGNORECASE)
_ATTACHED = "attachedTemplate"
_HARMLESS = frozenset(("hyperlink",))
"""Nobody follows these but a reader who clicks."""
_KINDS = {
    "image": "链接在外面的图片",
    _ATTACHED: "附加的模板",
    "aFChunk": "嵌入的其他文件（altChunk）",
    "oleObject": "嵌入或链接的对象（OLE）",
    "package": "嵌入的 Office 文件",
    "control": "控件（ActiveX）",
    "vbaProject": "宏",
    "subDocument": "链接的子文档",
    "frame": "网页框架",
    "mailMergeSource": "邮件合并的数据源",
    "mailMergeHeaderSource": "邮件合并的数据源",
    "externalLinkPath": "链接的工作簿",
    "video": "链接的视频",
    "audio": "链接的声音",
}
_NEVER = frozenset(("aFChunk", "oleObject", "package", "control", "vbaProject", "subDocument"))
"""Refused in a template even where they lie inside of the file."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Something that leads out, in Chinese, with the part that it stands in and its relationship ("" for a field)."""

    what: str
    part: str
    identity: str = ""
    attached: bool = False

    def __str__(self) -> str:
        return f"{self.what}（{self.part}）"


def outside(parts: Mapping[str, bytes]) -> Iterator[Outside]:
    """Everything in a package that leads out, or brings a program in, part by part.

    What cannot be parsed is passed over: its readers refuse it.
    """
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _relations(name, data)
        elif name.endswith(".xml") and b"instr" in prolog.as_utf8(data):
            yield from _fields(name, data)
        elif name.lower().endswith("vbaproject.bin"):
            yield Outside(_KINDS["vbaProject"], name)


def _relations(name: str, data: bytes) -> Iterator[Outside]:
    owner = name.replace("_rels/", "").removesuffix(".rels") or "文件本身"
    for item in _elements(data, "Relationship"):
        kind = item.get("Type", "").rpartition("/")[2]
        external = item.get("TargetMode", "").lower() == "external"
        # A chart keeps its figures in a workbook of its own; nothing runs there.
        figures = kind == "package" and owner.startswith("word/charts/")
        if (external and kind not in _HARMLESS) or (kind in _NEVER and not figures):
            what = _KINDS.get(kind, f"链接到外面的内容（{kind[:30]}）")
            yield Outside(what, owner, item.get("Id", ""), kind == _ATTACHED)


def _fields(name: str, data: bytes) -> Iterator[Outside]:
    """Fields that fetch something when Word updates them; a code may be cut into runs."""
    codes = ""
    for item in _elements(data, "instrText", "fldChar", "fldSimple"):
        given = {str(key).rpartition("}")[2]: str(value) for key, value in item.attrib.items()}
        begins, simple = given.get("fldCharType") == "begin", given.get("instr", "")
        codes += ("\n" if begins or simple else "") + (simple or item.text or "")
    for code in dict.fromkeys(match[1].upper() for match in _FETCHING.finditer(codes)):
        yield Outside(f"从外面取内容的域（{code}）", name)


def _elements(data: bytes, *names: str) -> Iterator[etree._Element]:
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return
    yield from root.iter(*(f"{{*}}{name}" for name in names))
