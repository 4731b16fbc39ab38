"""The .docx as a package: parts and their relationships (ECMA-376 Part 2), read with limits."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from docgen.errors import FileError
from docgen.opening.office import has_macros, open_word
from docgen.pdf.reading.wordml import Element

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_AGAIN = "在 Word 里打开它，另存为“Word 文档（*.docx）”，再试一次"

# A file saved as "Strict Open XML" has other namespaces for the same elements (ECMA-376 Part 1 and Part 4).
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", "officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", "drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", "drawingml/2006/picture"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship leads: a part's name, or an address outside when `external`."""

    kind: str  # the last word of the type: styles, header, image …
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part with its relationships by id."""

    name: str
    root: Element
    relations: dict[str, Relation] = field(default_factory=dict)


class Package:
    """The parts of a .docx. Raises FileError for anything that is not a readable one."""

    def __init__(self, data: bytes) -> None:
        self._members = open_word(data, macros=True)
        self._names = {name.lower(): name for name in self._members}
        self._types = self._content_types()

    @property
    def macros(self) -> bool:
        """Whether the file brings a program along; nobody runs it."""
        return has_macros(self._members)

    def main(self) -> Part:
        """The document part. FileError when the package holds none."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                part = self.part(relation.target)
                if part is not None and etree.QName(part.root).localname == "document":
                    return part
        raise FileError("这个文件里没有 Word 正文，不是 Word 文档", _AGAIN)

    def related(self, owner: Part, kind: str) -> Part | None:
        """The first part that `owner` has of a kind, such as styles; None when there is none."""
        for relation in owner.relations.values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None

    def core_properties(self) -> Element | None:
        """The root of docProps/core.xml."""
        for relation in self.relations("").values():
            if relation.kind == "core-properties":
                part = self.part(relation.target)
                return None if part is None else part.root
        return None

    def part(self, name: str) -> Part | None:
        """An XML part with its relationships; None when the package lacks it."""
        data = self.bytes_of(name)
        return None if data is None else Part(name, _parse(data, name), self.relations(name))

    def bytes_of(self, name: str) -> bytes | None:
        """A part's bytes; None when the package lacks it."""
        stored = self._names.get(name.lower())
        return None if stored is None else self._members.read(stored)

    def mime(self, name: str) -> str:
        """The content type that the package declares for a part, lower case; "" when it declares none."""
        extension = posixpath.splitext(name)[1].lstrip(".").lower()
        return self._types.get(f"/{name.lower()}") or self._types.get(extension, "")

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of a part, or of the package for ""."""
        folder, base = posixpath.split(name)
        data = self.bytes_of(posixpath.join(folder, "_rels", f"{base}.rels"))
        if data is None:
            return {}
        found = _parse(data, name).iter(f"{{{RELATIONSHIPS}}}Relationship")
        return {item.get("Id", ""): _relation(item, folder) for item in found}

    def _content_types(self) -> dict[str, str]:
        data = self.bytes_of("[Content_Types].xml")
        root = None if data is None else _parse(data, "[Content_Types].xml")
        types: dict[str, str] = {}
        for item in () if root is None else root:
            key = item.get("PartName") or item.get("Extension") or ""
            types[key.lower()] = item.get("ContentType", "").lower()
        return types


def _relation(item: Element, folder: str) -> Relation:
    kind = item.get("Type", "").rsplit("/", 1)[-1]
    target = item.get("Target", "")
    if item.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    kind = {"coreProperties": "core-properties"}.get(kind, kind)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/"))


def _parse(data: bytes, name: str) -> Element:
    if _STRICT in data:
        for strict, transitional in _TRANSITIONAL:
            data = data.replace(strict, b"http://schemas.openxmlformats.org/" + transitional.encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileError(f"Word 文档里的部件 {name or '_rels'} 不是正确的 XML", _AGAIN) from error
