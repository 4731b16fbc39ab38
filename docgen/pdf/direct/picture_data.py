"""Picture data: JPEG and PNG files whose packed pixels a PDF can hold as they are."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

# Frames of baseline and progressive JPEG in Huffman code; the other kinds are beyond most viewers.
_FRAMES = (0xC0, 0xC1, 0xC2)
_ALONE = (0x01, *range(0xD0, 0xD9))
_PNG = b"\x89PNG\r\n\x1a\n"
_LAST_FILTER = 4  # of PNG's ways to write a row
_CHANNELS = {0: 1, 2: 3, 3: 1}


@dataclass(frozen=True, slots=True)
class Raw:
    """Packed pixels, how they are packed, and their packed mask."""

    width: int
    height: int
    space: str
    bits: int
    filter: str
    data: bytes
    parameters: str = ""
    mask: bytes | None = None


def raw_jpeg(data: bytes) -> Raw | None:
    """A JPEG in grey or RGB; None for anything else, also for the four colours of print."""
    if not data.startswith(b"\xff\xd8"):
        return None
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            bits, height, width, channels = struct.unpack_from(">BHHB", data, place + 4)
            space = {1: "/DeviceGray", 3: "/DeviceRGB"}.get(channels)
            if space is None or bits != 8 or not (width and height):
                return None
            return Raw(width, height, space, 8, "/DCTDecode", data)
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def raw_png(data: bytes) -> Raw | None:
    """A PNG without transparency and not interlaced, when its pixels are whole; None for anything else."""
    if not data.startswith(_PNG):
        return None
    chunks: dict[bytes, bytes] = {}
    pixels = []
    for kind, content in _chunks(data):
        if kind == b"IDAT":
            pixels.append(content)
        else:
            chunks.setdefault(kind, content)
    head = chunks.get(b"IHDR", b"")
    if len(head) != 13 or b"tRNS" in chunks:
        return None
    width, height, bits, kind_of, *how = struct.unpack(">IIBBBBB", head)
    channels = _CHANNELS.get(kind_of)
    if channels is None or any(how):
        return None
    packed = b"".join(pixels)
    if not _is_whole(packed, 1 + (width * channels * bits + 7) // 8, height):
        return None
    palette = chunks.get(b"PLTE", b"")
    space = "/DeviceGray" if kind_of == 0 else "/DeviceRGB"
    if kind_of == 3:
        if not palette:
            return None
        space = f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"
    how_packed = f"<</Predictor 15/Colors {channels}/BitsPerComponent {bits}/Columns {width}>>"
    return Raw(width, height, space, bits, "/FlateDecode", packed, how_packed)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length


def _is_whole(packed: bytes, row: int, rows: int) -> bool:
    """Whether the pixels are all there, each row in a known filter; not unpacked beyond that, whatever is claimed."""
    try:
        pixels = zlib.decompressobj().decompress(packed, row * rows + 1)
    except zlib.error:
        return False
    return 0 < len(pixels) == row * rows and max(pixels[::row]) <= _LAST_FILTER
