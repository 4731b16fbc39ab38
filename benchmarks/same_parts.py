"""Two .docx compared part by part: what is not the same, and which differences are ours by intention."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_THE_MAKER = re.compile(r"docProps/.*|word/people\.xml")
"""Written anew or left out by us, with these relationships."""
_MAKERS = ("core-properties", "extended-properties", "custom-properties", "thumbnail", "people")
_TYPES = "[Content_Types].xml"


def differences(theirs: bytes, ours: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts that differ, and by name the intended differences that were set aside to find the others equal."""
    before, after = _parts(theirs), _parts(ours)
    differs = [name for name in sorted(before.keys() | after.keys()) if not _same(name, before, after)]
    apart: dict[str, None] = {}
    for name in list(differs):
        if (
            name in before
            and name in after
            and name.endswith(".xml")
            and (said := _set_aside(before[name], after[name]))
        ):
            apart |= dict.fromkeys(said)
            differs.remove(name)
    return tuple(differs), tuple(apart)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def _same(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> bool:
    if _OF_THE_MAKER.fullmatch(name):
        return True
    if name not in before or name not in after:
        return False
    if name == _TYPES:
        return _types(before) == _types(after)
    if name.endswith(".rels"):
        return _relations(name, before[name]) == _relations(name, after[name])
    if name.endswith(".xml"):
        return _plain(before[name]) == _plain(after[name])
    return before[name] == after[name]


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """The content type of every part: which way it is said does not matter."""
    root = etree.fromstring(parts[_TYPES])
    by_name = {item.get("PartName"): item.get("ContentType", "") for item in root}
    by_ending = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in root}
    return {
        name: by_name.get(f"/{name}") or by_ending.get(name.rpartition(".")[2].lower(), "")
        for name in parts
        if name != _TYPES and not _OF_THE_MAKER.fullmatch(name)
    }


def _relations(name: str, xml: bytes) -> set[tuple[str, ...]]:
    base = posixpath.dirname(posixpath.dirname(name))
    found = set()
    for item in etree.fromstring(xml):
        kind, target = item.get("Type", ""), item.get("Target", "")
        if item.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + base, target))
        if not kind.endswith(_MAKERS):
            found.add((item.get("Id", ""), kind, target))
    return found


def _tree(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))


def _plain(xml: bytes, change: Callable[[etree._Element], None] = lambda _: None) -> bytes:
    root = _tree(xml)
    change(root)
    return etree.tostring(root, method="c14n", exclusive=True)


def _set_aside(before: bytes, after: bytes) -> tuple[str, ...]:
    """The intended differences that explain all there are; none when something else differs."""
    said: list[str] = []
    changes: list[Callable[[etree._Element], None]] = []
    for name, change in _INTENDED.items():
        if _plain(before, change) != _plain(before) or _plain(after, change) != _plain(after):
            said.append(name)
            changes.append(change)
            if _plain(before, _each(changes)) == _plain(after, _each(changes)):
                return tuple(said)
    return ()


def _each(changes: list[Callable[[etree._Element], None]]) -> Callable[[etree._Element], None]:
    def work(root: etree._Element) -> None:
        for change in changes:
            change(root)

    return work


def _joins_last(root: etree._Element) -> None:
    """`w:vMerge` behind all other properties of the cell, where docxtpl puts it."""
    for join in root.iter(f"{_W}vMerge"):
        properties = join.getparent()
        assert properties is not None
        properties.append(join)


def _one_thing_a_run(root: etree._Element) -> None:
    """Every tab, break and text in a run of its own, as docxtpl cuts a run at the tabs of a value; no empty text."""
    for run in list(root.iter(f"{_W}r")):
        parent = run.getparent()
        things = [child for child in run if child.tag != f"{_W}rPr"]
        if parent is None or not any(child.tag in (f"{_W}tab", f"{_W}t") for child in things):
            continue
        kept = [child for child in things if child.tag != f"{_W}t" or child.text]
        for child in kept:
            piece = deepcopy(run)
            for other in piece.findall("*"):
                if other.tag != f"{_W}rPr":
                    piece.remove(other)
            piece.append(child)
            run.addprevious(piece)
        parent.remove(run)


_INTENDED = {
    "the order of w:vMerge (the schema's)": _joins_last,
    "tabs, which stay in their run": _one_thing_a_run,
}
