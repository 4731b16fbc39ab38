"""EMF picture: the records of an EMF, played for a shape of some size."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable

from docgen.pdf.reading.drawings.metafiles.device import Point
from docgen.pdf.reading.drawings.metafiles.emf_records import play
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.source import Picture, Shape

# Record that holds a bitmap → where its place and its size stand in it.
_PLACES = {76: (24, 32), 77: (24, 32), 80: (24, 0), 81: (24, 72), 114: (24, 32)}
Records = Iterable[tuple[int, bytes]]


def played_emf(
    records: Records, size: Point, place: str, bitmap_of: Callable[[int, bytes], tuple[bytes, str] | None]
) -> Player | None:
    """The records of an EMF, played; None without a frame. `bitmap_of`: the bitmap in a record, and its kind."""
    player: Player | None = None
    for number, record in records:
        if number == 1:
            frame = _frame(record)
            if frame is None:
                return None
            player = Player(size, frame, place)
        elif player is not None:
            found = bitmap_of(number, record) if number in _PLACES else None
            if found is not None:
                _put(player, number, record, *found)
            else:
                play(player, number, record)
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


def _put(player: Player, number: int, record: bytes, data: bytes, mime: str) -> None:
    """A bitmap in its box."""
    at, size_at = _PLACES[number]
    if not size_at or len(record) < max(at, size_at) + 8:
        return
    x, y = struct.unpack_from("<2i", record, at)
    width, height = struct.unpack_from("<2i", record, size_at)
    one, two = player.to_shape(x, y), player.to_shape(x + width, y + height)
    wide, high = abs(two[0] - one[0]), abs(two[1] - one[1])
    if wide and high:
        shape = Shape(wide, high, picture=Picture(data, mime, wide, high))
        player.add(shape, min(one[0], two[0]), min(one[1], two[1]))
