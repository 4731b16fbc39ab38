"""Kinds of raster pictures, told by their first bytes, and what writers take as it stands."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_USUAL_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # the others are beyond most viewers
_DEPTHS = {0: (1, 2, 4, 8), 2: (8,), 3: (1, 2, 4, 8), 4: (8,), 6: (8,)}
"""Kind of colour of a PNG → the bits of a channel that it may have, up to eight."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length


MEASURED = frozenset(("png", "jpeg", "gif", "bmp"))
"""Kinds whose first bytes tell the size."""


def kind_of(data: bytes) -> str:
    """png, jpeg, gif, bmp, tiff or webp; "" for anything else."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if data[:2] == b"BM":
        return "bmp"
    if data[:4] in (b"II*\0", b"MM\0*"):
        return "tiff"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def pixels(data: bytes, kind: str) -> int:
    """Width times height as the first bytes say; 0 where they say nothing, or nought."""
    if kind == "png" and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width * height)
    if kind == "jpeg":
        frame = _frame(data)
        return 0 if frame is None else frame[0] * frame[1]
    if kind == "gif" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return int(width * height)
    if kind == "bmp":
        width, height = bmp_size(data)
        return abs(width * height)
    return 0


def bmp_size(data: bytes) -> tuple[int, int]:
    """Width and height of a BMP as its head says; nought of anything else."""
    if not data.startswith(b"BM") or len(data) < 26:
        return 0, 0
    width, height = struct.unpack("<ii", data[18:26])
    return int(width), abs(int(height))


def is_plain(data: bytes, kind: str) -> bool:
    """Whether every writer takes the picture: whole, eight bits a channel at most, grey or RGB."""
    if kind == "png":
        depth, colors = (data[24], data[25]) if data[12:16] == b"IHDR" and len(data) > 25 else (0, 0)
        whole = depth in _DEPTHS.get(colors, ()) and _is_whole_png(data)
        # A palette or grey with a colour of its own made transparent is not drawn alike everywhere.
        return whole and not (data[25:26] in (b"\0", b"\2", b"\3") and b"tRNS" in data[:2000])
    if kind == "jpeg":
        frame = _frame(data, _USUAL_FRAMES)
        return frame is not None and frame[2] in (1, 3) and data.rstrip(b"\0")[-2:] == b"\xff\xd9"
    return False


def _is_whole_png(data: bytes) -> bool:
    """Whether the chunks follow one another up to the last one."""
    at, drawn = 8, False
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            return drawn
        at += 12 + length
    return False


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, end) of the segments of a JPEG before its pixels."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _BARE:
            at += 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, at, at + 2 + length
        if marker == 0xDA:
            return
        at += 2 + length


def _frame(data: bytes, kinds: frozenset[int] = _FRAMES) -> tuple[int, int, int] | None:
    """(width, height, channels) of a JPEG whose frame is of one of these kinds and has eight bits a channel."""
    for marker, start, end in _segments(data):
        if marker in _FRAMES and end <= len(data) and end - start >= 10:
            bits, height, width, channels = struct.unpack(">BHHB", data[start + 4 : start + 10])
            return (width, height, channels) if marker in kinds and bits == 8 else None
    return None


def without_orientation(data: bytes) -> bytes:
    """A JPEG without its Exif: Word shows a picture as it is stored, however the camera was held."""
    for marker, start, end in _segments(data):
        if marker == 0xE1 and data[start + 4 : start + 8] == b"Exif":
            return data[:start] + data[end:]
    return data
