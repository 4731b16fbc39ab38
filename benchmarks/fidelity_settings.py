"""Settings LibreOffice can follow: copies of a .docx by which both engines are asked for the same lines."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "styles", "numbering")
_FIXED = (1980, 1, 1, 0, 0, 0)
_OFF = ("0", "false", "off")


def followed(docx: bytes, *, turn_overflow: bool, gaps_on: bool) -> bytes:
    """A copy of the .docx: every `w:overflowPunct` turned round, every `w:autoSpace…` left out (which is on).

    The file itself where it has nothing to change, or cannot be read.
    """
    wanted = (b"overflowPunct",) * turn_overflow + (b"autoSpace",) * gaps_on
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as source:
            parts = {item.filename: source.read(item) for item in source.infolist()}
        changed = {
            name: _rewritten(data, turn_overflow, gaps_on)
            for name, data in parts.items()
            if _is_story(name) and any(word in data for word in wanted)
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


def _rewritten(data: bytes, turn_overflow: bool, gaps_on: bool) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if turn_overflow:
        for found in root.iter(f"{{{W}}}overflowPunct"):
            off = found.get(f"{{{W}}}val", "1") in _OFF
            found.set(f"{{{W}}}val", "1" if off else "0")
    if gaps_on:
        for name in ("autoSpaceDE", "autoSpaceDN"):
            for found in list(root.iter(f"{{{W}}}{name}")):
                parent = found.getparent()
                if parent is not None:
                    parent.remove(found)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
