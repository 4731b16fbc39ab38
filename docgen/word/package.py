"""The zip of a .docx: read once through the guard; written so that the same parts give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.errors import FileError
from docgen.opening.archive import Limits
from docgen.opening.office import open_word
from docgen.opening.outside import Outside, outside
from docgen.opening.prolog import as_utf8, is_xml
from docgen.opening.wanted import WORD
from docgen.word.leaving import of_the_maker, without
from docgen.word.part_trees import part_tree
from docgen.zipped import Member, archive, member

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_NEEDED = (*_FIRST, "word/document.xml")
_LIMITS = Limits(total=256 * 1024 * 1024, one=256 * 1024 * 1024)
"""All parts unpacked: a template with pictures stays far below."""
_TEXTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"


def unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Every part of a .docx. Raises FileError, which says `name`, when it is none, or too large, or damaged."""
    opened = open_word(data, name, _LIMITS)
    parts = {part: opened.read(part) for part in opened}
    if any(part not in parts for part in _NEEDED):
        raise FileError(f"{name} 里没有 Word 正文，不是 Word 文档", opened.wanted.again)
    return parts


@dataclass(frozen=True, slots=True)
class Carried:
    """A .docx to make documents of: the parts that these get, and what was left out of them."""

    parts: dict[str, bytes]
    left_out: tuple[Outside, ...]


def carried(data: bytes, name: str) -> Carried:
    """What documents get of somebody's .docx. Raises FileError when it is damaged or leads out of itself.

    A .dotx becomes a .docx.
    """
    parts = unpacked(data, name)
    _refuse_broken(parts, name)
    found = list(outside(parts))
    _refuse([item for item in found if not item.left], name)
    parts = without(parts, [*found, *of_the_maker(parts)])
    if _TEMPLATE_TYPE in as_utf8(parts[_FIRST[0]]):
        types = etree.tostring(
            etree.fromstring(parts[_FIRST[0]]), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        parts[_FIRST[0]] = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    return Carried(parts, tuple({str(item): item for item in found}.values()))


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of `carried`."""
    return carried(data, name).parts


def _refuse_broken(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse XML that is none. The parts with text are left to who reads their tags and tells the place."""
    for part, data in parts.items():
        if is_xml(part) and not part.endswith(".vml") and not _TEXTS.fullmatch(part):
            try:
                part_tree(data)
            except etree.XMLSyntaxError as error:
                raise FileError(f"{name} 里的部件 {part} 不是正确的 XML", WORD.again) from error


def _refuse(found: list[Outside], name: str) -> None:
    if found:
        listed = "、".join(dict.fromkeys(map(str, found)))
        raise FileError(
            f"{name} 里有会取外面的内容或运行程序的东西，不予使用：{listed}",
            "在 Word 里删掉它们（链接的图片先“断开链接”并保存到文件里，对象先复制、再“选择性粘贴”为图片），"
            "另存为“Word 文档（*.docx）”，再试一次",
        )


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in a fixed order with fixed times."""
    return packed({name: member(name, data) for name, data in parts.items()})


def packed(members: Mapping[str, Member]) -> bytes:
    """A package of parts that are deflated already, in a fixed order."""
    return archive([members[name] for name in _ordered(members)])


def _ordered(names: Iterable[str]) -> list[str]:
    """Content types first, as readers expect; the rest by name."""
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
