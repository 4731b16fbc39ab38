"""EMF picture: the records of an EMF, played for a shape of some size."""

from __future__ import annotations

import struct

from docgen.pdf.reading.drawings.metafiles.containers import emf_bitmap, emf_records
from docgen.pdf.reading.drawings.metafiles.device import Point, Shown, Source
from docgen.pdf.reading.drawings.metafiles.emf_records import RECORDS
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.metafiles.verbs import play, put

# Record → where the place and the size of what it takes of the bitmap stand in it.
_SOURCES = {77: (44, 100), 81: (32, 40), 114: (44, 100)}
# Record → where its raster operation stands in it.
_OPERATIONS = {76: 40, 77: 40, 81: 68}
# Record that holds a bitmap → where its place and its size stand in it.
_PLACES = {76: (24, 32), 77: (24, 32), 80: (24, 0), 81: (24, 72), 114: (24, 32)}


def played_emf(data: bytes, size: Point, place: str, shown: Shown) -> Player | None:
    """An EMF, played; None for one without a frame. `shown`: a bitmap's file as the picture that is put."""
    player: Player | None = None
    for number, record in emf_records(data):
        if number == 1:
            frame = _frame(record)
            if frame is None:
                return None
            player = Player(size, frame, place)
        elif player is not None:
            bitmap = emf_bitmap(number, record)
            found = shown(bitmap, _source(number, record)) if bitmap else None
            if found is not None:
                _put(player, number, record, found)
            else:
                play(player, RECORDS, number, record)
    return player


def _frame(header: bytes) -> tuple[float, float, float, float] | None:
    """The picture's frame on its device, in pixels; the file gives it in hundredths of a millimetre."""
    if len(header) < 88:
        return None
    left, top, right, bottom = struct.unpack_from("<4i", header, 24)
    pixels, millimetres = struct.unpack_from("<2i", header, 72), struct.unpack_from("<2i", header, 80)
    if right <= left or bottom <= top or min(*pixels, *millimetres) <= 0:
        return None
    across, down = (px / mm / 100 for px, mm in zip(pixels, millimetres, strict=True))
    return left * across, top * down, (right - left) * across, (bottom - top) * down


def _source(number: int, record: bytes) -> Source | None:
    """The part of its bitmap that a record puts; None for all of it."""
    at = _SOURCES.get(number)
    if at is None or len(record) < max(at) + 8:
        return None
    (x, y), (width, height) = struct.unpack_from("<2i", record, at[0]), struct.unpack_from("<2i", record, at[1])
    return Source(x, y, width, height, from_below=number == 81)


def _put(player: Player, number: int, record: bytes, bitmap: tuple[bytes, str]) -> None:
    at, size_at = _PLACES[number]
    if size_at and len(record) >= max(at, size_at) + 8:
        x, y = struct.unpack_from("<2i", record, at)
        width, height = struct.unpack_from("<2i", record, size_at)
        how = struct.unpack_from("<I", record, _OPERATIONS[number])[0] if number in _OPERATIONS else 0
        put(player, (x, y, x + width, y + height), bitmap, how)
