"""The zip of a .docx: read once through the guard; written so that the same parts give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from docgen.errors import FileError
from docgen.opening.archive import Limits
from docgen.opening.office import open_word
from docgen.opening.outside import Outside, outside
from docgen.opening.prolog import is_xml
from docgen.opening.wanted import WORD
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


def read_parts(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of somebody's .docx, to make documents of. Raises FileError when it is damaged or leads out of itself.

    A .dotx becomes a .docx, and the template that a file is attached to is forgotten (see `forgotten`): Word would
    fetch it from wherever it lies.
    """
    parts = unpacked(data, name)
    _refuse_broken(parts, name)
    found = list(outside(parts))
    if found:
        _refuse([item for item in found if not item.attached], name)
        parts |= _detached(parts, [item for item in found if item.attached])
    types = parts[_FIRST[0]]
    if _TEMPLATE_TYPE in types:
        parts[_FIRST[0]] = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    return parts


def _refuse_broken(parts: Mapping[str, bytes], name: str) -> None:
    """Refuse XML that is none. The parts with text are left to who reads their tags and tells the place."""
    for part, data in parts.items():
        if is_xml(part) and not part.endswith(".vml") and not _TEXTS.fullmatch(part):
            try:
                etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError as error:
                raise FileError(f"{name} 里的部件 {part} 不是正确的 XML", WORD.again) from error


def forgotten(data: bytes, name: str) -> tuple[str, ...]:
    """What `read_parts` leaves out of a file, for its user to know: each with its part."""
    opened = open_word(data, name, _LIMITS)
    parts = {part: opened.read(part) for part in opened if part.endswith(".rels")}
    return tuple(f"没有带上{item}" for item in outside(parts) if item.attached)


def _refuse(found: list[Outside], name: str) -> None:
    if found:
        listed = "、".join(dict.fromkeys(map(str, found)))
        raise FileError(
            f"{name} 里有会取外面的内容或运行程序的东西，不予使用：{listed}",
            "在 Word 里删掉它们（链接的图片先“断开链接”并保存到文件里），另存为“Word 文档（*.docx）”，再试一次",
        )


def _detached(parts: Mapping[str, bytes], found: Iterable[Outside]) -> dict[str, bytes]:
    """The parts that change when the attached template is forgotten."""
    changed: dict[str, bytes] = {}
    for item in found:
        folder, _, base = item.part.rpartition("/")
        for part, name, attribute in (
            (f"{folder}/_rels/{base}.rels", "Relationship", "Id"),
            (item.part, "attachedTemplate", "}id"),
        ):
            if xml := changed.get(part) or parts.get(part, b""):
                changed[part] = _without(xml, name, attribute, item.identity)
    return changed


def _without(xml: bytes, name: str, attribute: str, value: str) -> bytes:
    """A part without the elements of a name that bear a value in an attribute, given by the end of its name."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    for item in list(root.iter(f"{{*}}{name}")):
        parent = item.getparent()
        if parent is not None and any(key.endswith(attribute) and said == value for key, said in _attributes(item)):
            parent.remove(item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _attributes(item: etree._Element) -> list[tuple[str, str]]:
    return [(str(key), str(said)) for key, said in item.attrib.items()]


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in a fixed order with fixed times."""
    return packed({name: member(name, data) for name, data in parts.items()})


def packed(members: Mapping[str, Member]) -> bytes:
    """A package of parts that are deflated already, in a fixed order."""
    return archive([members[name] for name in _ordered(members)])


def _ordered(names: Iterable[str]) -> list[str]:
    """Content types first, as readers expect; the rest by name."""
    return sorted(names, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
