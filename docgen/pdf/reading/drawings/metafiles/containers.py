"""Metafiles: WMF and EMF by their records, and the bitmaps in them ([MS-WMF] 2.3.1, [MS-EMF] 2.3.1)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_LARGEST = 200 * 2**20  # bytes of a packed metafile once unpacked
_MOST_RECORDS = 1_000_000
_PLACEABLE_HEAD = 22
_PLACEABLE = bytes.fromhex("d7cdc69a")
# EMF record → where the offset of its bitmap's head stands in it.
_EMF_BITMAPS = {76: 84, 77: 84, 80: 48, 81: 48, 114: 84}
_EMF_COMMENT = 70
_ALPHA_BLEND, _HAS_ALPHA = 114, 43  # a record, and where it says that its bitmap's pixels have an alpha
_EMF_INK = frozenset({*range(2, 10), *range(41, 48), 54, *range(53, 56), *range(83, 93), 96, 97, 108})
# WMF record → where its bitmap begins in it.
_WMF_BITMAPS = {0x0940: 22, 0x0B41: 26, 0x0D33: 24, 0x0F43: 28}
_WMF_INK = frozenset(
    {0x0213, 0x0324, 0x0325, 0x0418, 0x041B, 0x0521, 0x0538, 0x061C, 0x061D, 0x0817, 0x081A, 0x0830, 0x0A32}
)


@dataclass(frozen=True, slots=True)
class Metafile:
    """What a metafile holds: its bitmaps as files of their own, whether it draws anything else; its unpacked bytes."""

    kind: str
    bitmaps: tuple[bytes, ...]
    has_ink: bool
    data: bytes

    @property
    def is_drawn(self) -> bool:
        """Whether it takes more than showing its one bitmap."""
        return self.has_ink or len(self.bitmaps) > 1


def metafile(data: bytes) -> Metafile | None:
    """The metafile in some bytes, packed (.emz, .wmz) or not; None for anything else."""
    if data[:2] == b"\x1f\x8b":
        data = _unpacked(data)
    if len(data) > 44 and data[40:44] == b" EMF":
        return _read("EMF", data, emf_records(data), _EMF_INK)
    if data.startswith(_PLACEABLE) or data[:4] in (b"\x01\0\x09\0", b"\x02\0\x09\0"):
        return _read("WMF", data, wmf_records(data), _WMF_INK)
    return None


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _read(kind: str, data: bytes, records: Iterator[tuple[int, bytes]], ink: frozenset[int]) -> Metafile:
    bitmaps, has_ink = [], False
    for number, record in records:
        has_ink = has_ink or number in ink
        found = emf_bitmap(number, record) if kind == "EMF" else wmf_bitmap(number, record)
        if found:
            bitmaps.append(found)
    return Metafile(kind, tuple(bitmaps), has_ink, data)


def emf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of an EMF: number and bytes."""
    at = 0
    for _ in range(_MOST_RECORDS):
        if at + 8 > len(data):
            return
        number, size = struct.unpack("<II", data[at : at + 8])
        if size < 8:
            return
        yield number, data[at : at + size]
        at += size


def placeable_box(data: bytes) -> tuple[int, int, int, int] | None:
    """The box (left, top, right, bottom) that the head of a placeable WMF names; None for one without such a head."""
    if not data.startswith(_PLACEABLE) or len(data) < _PLACEABLE_HEAD:
        return None
    left, top, right, bottom = struct.unpack_from("<4h", data, 6)
    return left, top, right, bottom


def wmf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a WMF: number and bytes."""
    at = 18 + (_PLACEABLE_HEAD if data.startswith(_PLACEABLE) else 0)
    for _ in range(_MOST_RECORDS):
        if at + 6 > len(data):
            return
        words, number = struct.unpack("<IH", data[at : at + 6])
        if words < 3:
            return
        yield number, data[at : at + words * 2]
        at += words * 2


def emf_bitmap(number: int, record: bytes) -> bytes:
    """The bitmap in a record as a file of its own; b"" for none."""
    if number == _EMF_COMMENT:
        # EMF+ keeps pictures as the files they came from.
        at = record.find(b"\x89PNG\r\n\x1a\n")
        return record[at:] if at >= 0 and b"IEND" in record[at:] else b""
    start = _EMF_BITMAPS.get(number)
    if start is None or len(record) < start + 16:
        return b""
    head_at, head_size, bits_at, bits_size = struct.unpack("<IIII", record[start : start + 16])
    if not head_size or not bits_size:
        return b""
    head = record[head_at : head_at + head_size]
    if number == _ALPHA_BLEND and record[_HAS_ALPHA] == 1:
        head = _with_alpha(head)
    return _file(head, record[bits_at : bits_at + bits_size])


def _with_alpha(head: bytes) -> bytes:
    """The head of a bitmap of four bytes a pixel, so written that the fourth tells how opaque the pixel is."""
    if len(head) < 40 or struct.unpack_from("<H", head, 14)[0] != 32:
        return head
    shape = head[4:16] + struct.pack("<I", 3) + head[20:32] + bytes(8)
    masks = struct.pack("<4I", 0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000)
    return struct.pack("<I", 108) + shape + masks + bytes(52)


def wmf_bitmap(number: int, record: bytes) -> bytes:
    """The bitmap in a record of a WMF as a file of its own; b"" for none."""
    start = _WMF_BITMAPS.get(number)
    if start is None or len(record) < start + 40:
        return b""
    bitmap = record[start:]
    size = _head_size(bitmap)
    return _file(bitmap[:size], bitmap[size:]) if size else b""


def _head_size(bitmap: bytes) -> int:
    """The length of a bitmap's head with its colour table; 0 for none that is known."""
    size, bits, packed = *struct.unpack("<I", bitmap[:4]), *struct.unpack("<HI", bitmap[14:20])
    if size < 40 or size > len(bitmap):
        return 0
    (used,) = struct.unpack("<I", bitmap[32:36])
    colors = used or (1 << bits if bits <= 8 else 0)
    return int(size + min(colors, 256) * 4 + (12 if packed == 3 and size == 40 else 0))


def _file(head: bytes, bits: bytes) -> bytes:
    """The file that a bitmap in memory would be."""
    if len(head) < 40:
        return b""
    (packed,) = struct.unpack("<I", head[16:20])
    if packed in (4, 5):
        return bits  # a JPEG or a PNG inside
    offset = 14 + len(head)
    return b"BM" + struct.pack("<IHHI", offset + len(bits), 0, 0, offset) + head + bits
