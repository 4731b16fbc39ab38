"""WMF picture: the records of a WMF, played for a shape of some size.

A WMF knows no device: its window is stretched over the picture. A placeable one names the window in its head, and its
records may name another; without either nobody knows where things lie.
"""

from __future__ import annotations

import struct

from docgen.pdf.reading.drawings.metafiles.containers import placeable_box, wmf_bitmap, wmf_records
from docgen.pdf.reading.drawings.metafiles.device import Point, Shown, Source, State
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.metafiles.verbs import play, put
from docgen.pdf.reading.drawings.metafiles.wmf_records import RECORDS, SET_WINDOW

# Record that holds a bitmap → where its height, width, lower and right number stand in it.
_PLACES = {0x0940: 14, 0x0B41: 18, 0x0D33: 16, 0x0F43: 20}
# Record → where the numbers of what it takes of its bitmap stand in it, in the same order.
_SOURCES = {0x0B41: 10, 0x0F43: 12}
_SET_PIXELS = 0x0D33  # the only one without a raster operation


def played_wmf(data: bytes, size: Point, place: str, shown: Shown) -> Player | None:
    """A WMF, played; None for one without a window. `shown`: a bitmap's file as the picture that is put."""
    window = _window(data)
    if window is None:
        return None
    left, top, width, height = window
    state = State(window=(left, top), window_size=(width, height), viewport_size=size, scales=True)
    player = Player(size, (0.0, 0.0, *size), place, state=state)
    for number, record in wmf_records(data):
        bitmap = wmf_bitmap(number, record)
        found = shown(bitmap, _source(number, record)) if bitmap else None
        if found is not None:
            _put(player, number, record, found)
        else:
            play(player, RECORDS, number, record)
    return player


def _window(data: bytes) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of what is shown at first; the sizes may be negative."""
    box = placeable_box(data)
    if box is not None and box[2] != box[0] and box[3] != box[1]:
        return float(box[0]), float(box[1]), float(box[2] - box[0]), float(box[3] - box[1])
    found = (record for number, record in wmf_records(data) if number == SET_WINDOW and len(record) >= 10)
    high, wide = struct.unpack_from("<2h", next(found, bytes(10)), 6)
    return (0.0, 0.0, float(wide), float(high)) if wide and high else None


def _source(number: int, record: bytes) -> Source | None:
    """The part of its bitmap that a record puts; None for all of it."""
    if number not in _SOURCES:
        return None
    high, wide, y, x = struct.unpack_from("<4h", record, _SOURCES[number])
    return Source(x, y, wide, high, from_below=number == 0x0F43)


def _put(player: Player, number: int, record: bytes, bitmap: tuple[bytes, str]) -> None:
    high, wide, y, x = struct.unpack_from("<4h", record, _PLACES[number])
    how = 0 if number == _SET_PIXELS else struct.unpack_from("<I", record, 6)[0]
    put(player, (x, y, x + wide, y + high), bitmap, how)
