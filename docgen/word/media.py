"""Media: the picture files of a package with their relationships and content type."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from docgen.word.ooxml import DECLARATION
from docgen.word.part_trees import part_tree

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATION = f'<Relationship Id="%s" Type="{_IMAGE}" Target="%s"/>'
_END = b"</Relationships>"
_KNOWS_PNG = re.compile(rb'<(?:\w+:)?Default\s[^>]*?\bExtension="png"', re.IGNORECASE)
_DRAWING = re.compile(rb'<wp:docPr\s[^>]*?\bid="(\d+)"')


class Media:
    """Takes pictures into a package, named in the order in which they come; the same picture is stored once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._files: dict[bytes, str] = {}
        self._relations: dict[str, dict[str, str]] = {}  # part → file → relationship
        self._drawings: int | None = None

    def kept(self) -> tuple[dict[bytes, str], dict[str, dict[str, str]], int | None]:
        """What has been taken in so far, to go back to."""
        return dict(self._files), {part: dict(own) for part, own in self._relations.items()}, self._drawings

    def go_back(self, kept: tuple[dict[bytes, str], dict[str, dict[str, str]], int | None]) -> None:
        """Forget what came after `kept`."""
        self._files, self._relations, self._drawings = kept

    def next_drawing(self) -> int:
        """A number that no drawing of the package has."""
        if self._drawings is None:
            found = (int(number) for xml in self._parts.values() for number in _DRAWING.findall(xml))
            self._drawings = max(found, default=0)
        self._drawings += 1
        return self._drawings

    def relation(self, part: str, png: bytes) -> str:
        """The relationship by which a part shows a picture."""
        file = self._files.get(png)
        if file is None:
            taken = {*self._parts, *self._files.values()}
            number = next(number for number in range(1, len(taken) + 2) if f"word/media/image{number}.png" not in taken)
            file = self._files[png] = f"word/media/image{number}.png"
        own = self._relations.setdefault(part, {})
        return own.setdefault(file, f"docgenImage{len(own) + 1}")

    def added(self) -> dict[str, bytes]:
        """The parts that are new or changed: files, relationships, content types."""
        if not self._files:
            return {}
        made = {file: png for png, file in self._files.items()}
        made |= {_relations_of(part): self._with_relations(part, own) for part, own in self._relations.items()}
        return made | {_TYPES: self._typed()}

    def _with_relations(self, part: str, own: Mapping[str, str]) -> bytes:
        known = self._parts.get(_relations_of(part))
        if known is not None and known.rstrip().endswith(_END):
            added = (_RELATION % (identity, file.removeprefix("word/")) for file, identity in own.items())
            return known.rstrip()[: -len(_END)] + "".join(added).encode() + _END
        root = _tree(known, f'<Relationships xmlns="{_PACKAGE}/relationships"/>')
        space = etree.QName(root).namespace
        for file, identity in own.items():
            target = file.removeprefix("word/")
            root.append(etree.Element(f"{{{space}}}Relationship", Id=identity, Type=_IMAGE, Target=target))
        return _bytes(root)

    def _typed(self) -> bytes:
        if _KNOWS_PNG.search(self._parts[_TYPES]):
            return self._parts[_TYPES]
        root = _tree(self._parts[_TYPES], "")
        space = etree.QName(root).namespace
        root.insert(0, etree.Element(f"{{{space}}}Default", Extension="png", ContentType="image/png"))
        return _bytes(root)


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _tree(xml: bytes | None, empty: str) -> etree._Element:
    return part_tree((DECLARATION + empty).encode() if xml is None else xml)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
