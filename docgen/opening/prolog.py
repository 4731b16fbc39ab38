"""The beginning of an XML part: no DOCTYPE, and no encoding in which one could hide."""

from __future__ import annotations

import codecs
import re

_DOCTYPE, _ENCODING, _BROKEN = "带有 DOCTYPE，不安全", "的编码不是 UTF-8", "不是正确的 XML"
_LONGEST = 1 << 20
"""Bytes before the first element: comments and instructions of a real part stay far below."""
_BEFORE = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
"""What may stand before the first element, piece by piece."""
_DECLARED = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]*)[\"']", re.IGNORECASE)
_SUPERSETS = re.compile(
    rb"utf-?8|us-ascii|ascii|gb-?2312|gbk|gb18030|big5|iso-8859-\d+|windows-125\d|utf-?16(?:[lb]e)?", re.IGNORECASE
)
"""Encodings in which the characters of ASCII are the bytes of ASCII, beside UTF-16, which its own bytes give away."""
_UTF16 = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def is_xml(name: str) -> bool:
    """Whether a member of an office package is XML, by its name."""
    return name.endswith((".xml", ".rels", ".vml")) or name.lower().endswith((".xml", ".rels", ".vml"))


def fault(data: bytes) -> str:
    """What is wrong with the beginning of an XML part, as the end of a Chinese sentence; "" for nothing.

    `data` is the part or its first megabyte. Whether the rest is well-formed is the parser's business.
    """
    head = as_utf8(data, 2 * _LONGEST)[:_LONGEST]
    declared = _DECLARED.match(head)
    if declared and not _SUPERSETS.fullmatch(declared[1]):
        return _ENCODING
    start = _first_element(head)
    rest = head[start : start + 9]
    if rest.upper().startswith(b"<!DOCTYPE"):
        return _DOCTYPE
    # What merely is no XML is the parser's to tell; what has no end in sight is not handed to one.
    endless = len(data) >= _LONGEST and (not rest or rest.startswith((b"<!--", b"<?")))
    return _BROKEN if endless else ""


def _first_element(head: bytes) -> int:
    at = 0
    while piece := _BEFORE.match(head, at):
        at = piece.end()
    return at


def as_utf8(data: bytes, most: int | None = None) -> bytes:
    """XML, or its first `most` bytes, without BOM and in an encoding that writes ASCII as ASCII: to look for words."""
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    for start, encoding in _UTF16:
        if data.startswith(start):
            return data[:most].decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    return data if most is None or len(data) <= most else data[:most]
