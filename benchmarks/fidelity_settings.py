"""Settings LibreOffice can follow: copies of a .docx by which both engines are asked for the same lines and pages."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "styles", "numbering")
_FIXED = (1980, 1, 1, 0, 0, 0)
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a copy says otherwise than its file.

    `turn_overflow`: every `w:overflowPunct` turned round. `gaps_on`: every `w:autoSpace…` left out, which is on.
    `keep_whole`: a paragraph that is kept with the next one is kept together too, outside of tables. `latin`: Latin
    text that is marked as Chinese is marked as English.
    """

    turn_overflow: bool = False
    gaps_on: bool = False
    keep_whole: bool = False
    latin: bool = False

    @property
    def words(self) -> tuple[bytes, ...]:
        """What a part must hold to be changed."""
        wanted = (self.turn_overflow, b"overflowPunct"), (self.gaps_on, b"autoSpace"), (self.keep_whole, b"keepNext")
        return tuple(word for is_wanted, word in (*wanted, (self.latin, b'lang w:val="zh')) if is_wanted)


def followed(docx: bytes, changes: Changes) -> bytes:
    """A copy of the .docx with some changes; the file itself where it has nothing to change, or cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as source:
            parts = {item.filename: source.read(item) for item in source.infolist()}
        changed = {
            name: _rewritten(data, changes)
            for name, data in parts.items()
            if _is_story(name) and any(word in data for word in changes.words)
        }
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError):
        return docx
    return _zipped(parts | changed) if changed else docx


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _is_story(name: str) -> bool:
    folder, _, base = name.rpartition("/")
    return folder == "word" and base.endswith(".xml") and base.startswith(_STORIES)


def _rewritten(data: bytes, changes: Changes) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if changes.turn_overflow:
        for found in root.iter(f"{{{W}}}overflowPunct"):
            found.set(f"{{{W}}}val", "1" if _is_off(found) else "0")
    if changes.gaps_on:
        for found in list(root.iter(f"{{{W}}}autoSpaceDE", f"{{{W}}}autoSpaceDN")):
            _remove(found)
    if changes.keep_whole:
        for found in list(root.iter(f"{{{W}}}keepNext")):
            _keep_lines(found)
    if changes.latin:
        for found in root.iter(f"{{{W}}}lang"):
            if found.get(f"{{{W}}}val", "").startswith("zh"):
                found.set(f"{{{W}}}val", "en-US")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _keep_lines(keep: etree._Element) -> None:
    """Put w:keepLines behind a w:keepNext, which is its place."""
    if _is_off(keep) or next(keep.iterancestors(f"{{{W}}}tbl"), None) is not None:
        return
    behind = keep.getnext()
    if behind is not None and behind.tag == f"{{{W}}}keepLines":
        _remove(behind)
    keep.addnext(etree.Element(f"{{{W}}}keepLines"))


def _is_off(found: etree._Element) -> bool:
    return found.get(f"{{{W}}}val", "1") in _OFF


def _remove(found: etree._Element) -> None:
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)
