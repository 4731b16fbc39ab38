"""Leaving out: what a template carries that leads out of it and that no page shows; its documents are made without.

Relationship, the element that stands for it, and the parts that nothing else refers to are all gone. Of an embedded
object its picture stays, which is what anybody has ever seen of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from docgen.opening.loose_trees import loose_tree
from docgen.opening.outside import Outside

_TYPES = "[Content_Types].xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE = "{urn:schemas-microsoft-com:office:office}ole"
_OBJECT = "OLEObject"
_MAKERS = frozenset(("custom-properties", "customProperties", "thumbnail", "people"))
"""Relationships to what tells of a template's maker: further properties, the first page as a picture, commentators."""


def without(parts: Mapping[str, bytes], found: Collection[Outside]) -> dict[str, bytes]:
    """The parts of a package without what is to be left out of it."""
    made = dict(parts)
    targets: set[str] = set()
    for part in dict.fromkeys(item.part for item in found):
        own = [item for item in found if item.part == part]
        if identities := {item.identity for item in own if item.kind}:
            for relations in [name for name in made if name.lower() == _relations_of(part).lower()]:
                targets |= {target for identity, target in _targets(relations, made) if identity in identities}
                made[relations] = _without_relations(made[relations], identities)
        if part in made and (elements := {item.element for item in own if item.element}):
            made[part] = _without_elements(made[part], elements, identities)
    gone = set(_unwanted(made, targets))
    left = {name: data for name, data in made.items() if name not in gone}
    return left | ({_TYPES: _without_types(left[_TYPES], gone)} if gone and _TYPES in left else {})


def of_the_maker(parts: Mapping[str, bytes]) -> Iterator[Outside]:
    """What else no document is to have of a template. Nobody misses it, so nobody is told."""
    for name, data in parts.items():
        root = loose_tree(data) if name.lower().endswith(".rels") else None
        for item in () if root is None else root.iter("{*}Relationship"):
            kind = item.get("Type", "").rpartition("/")[2]
            if kind in _MAKERS:
                yield Outside("", _owner(name), kind, item.get("Id", ""), left=True)


def _owner(relations: str) -> str:
    folder, _, base = relations.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])


def _relations_of(part: str) -> str:
    folder, _, base = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _targets(relations: str, parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The relationships of a part that lead to others of the package: identity and the name of the other."""
    root = loose_tree(parts.get(relations, b""))
    folder = posixpath.dirname(posixpath.dirname(relations))
    for item in () if root is None else root.iter("{*}Relationship"):
        if item.get("TargetMode", "").lower() != "external":
            target = posixpath.normpath(posixpath.join("/", folder, unquote(item.get("Target", ""))))
            yield item.get("Id", ""), target.lstrip("/")


def _unwanted(parts: Mapping[str, bytes], candidates: set[str]) -> Iterator[str]:
    """The parts that nobody refers to any more, with their relationships, and what only they referred to."""
    kept = dict(parts)
    while candidates:
        held = {target for name in kept if name.lower().endswith(".rels") for _, target in _targets(name, kept)}
        gone = (candidates - held) & kept.keys()
        candidates = set()
        for name in gone:
            relations = _relations_of(name)
            candidates |= {target for _, target in _targets(relations, kept)}
            yield from (part for part in (name, relations) if kept.pop(part, None) is not None)


def _without_relations(xml: bytes, identities: Collection[str]) -> bytes:
    return _without_items(xml, "Relationship", lambda item: item.get("Id", "") in identities)


def _without_types(xml: bytes, gone: Collection[str]) -> bytes:
    return _without_items(xml, "Override", lambda item: item.get("PartName", "").lstrip("/") in gone)


def _without_items(xml: bytes, name: str, unwanted: Callable[[etree._Element], bool]) -> bytes:
    """A list without some of its items, wherever in it they stand."""
    root = loose_tree(xml)
    if root is None:
        return xml
    for item in list(root.iter(f"{{*}}{name}")):
        around = item.getparent()
        if around is not None and unwanted(item):
            around.remove(item)
    return _bytes(root)


def _without_elements(xml: bytes, names: Collection[str], identities: Collection[str]) -> bytes:
    """A part without the elements of these names; of an object its picture stays. What is no XML stays as it is."""
    root = loose_tree(xml)
    if root is None:
        return xml
    for item in list(root.iter(*(f"{{*}}{name}" for name in names))):
        around = item.getparent()
        if around is None:
            continue
        if etree.QName(item).localname == _OBJECT:
            if not any(value in identities for value in item.attrib.values()):
                continue
            _as_picture(around)
        around.remove(item)
    return _bytes(root)


def _as_picture(holder: etree._Element) -> None:
    """`w:object` → `w:pict`: a drawing like any other."""
    if holder.tag == f"{_W}object":
        holder.tag = f"{_W}pict"
        holder.attrib.clear()
    for shape in holder:
        if _OLE in shape.attrib:
            del shape.attrib[_OLE]


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
