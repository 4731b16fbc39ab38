"""EMF clips: the records that say which part of an EMF shows what is drawn next ([MS-EMF] 2.3.2)."""

from __future__ import annotations

import struct
from collections.abc import Callable

from docgen.pdf.reading.drawings.metafiles.clipping import AND, COPY, DIFF, around, fills_its_box, is_box, met
from docgen.pdf.reading.drawings.metafiles.playing import Player

_MOST_BOXES = 20_000


def _rectangle(player: Player, number: int, record: bytes) -> None:
    player.clip_to_rectangle(struct.unpack_from("<4i", record, 8), DIFF if number == 29 else AND)


def _move(player: Player, _: int, record: bytes) -> None:
    player.move_clip(*struct.unpack_from("<2i", record, 8))


def _region(player: Player, _: int, record: bytes) -> None:
    """A region of boxes, in pixels of the device; without one everything shows again."""
    size, how = struct.unpack_from("<II", record, 8)
    if not size:
        if how == COPY:
            player.state.clip = None
        return
    count = min(struct.unpack_from("<I", record, 24)[0], _MOST_BOXES)
    numbers = struct.unpack_from(f"<{4 * count}i", record, 48)
    boxes = [
        player.device_box(((left, top), (right, bottom)))
        for left, top, right, bottom in zip(*(numbers[part::4] for part in range(4)), strict=True)
    ]
    whole = around([corner for box in boxes for corner in (box[:2], box[2:])])
    player.clip(whole, how, exact=fills_its_box(boxes, whole))


def _path(player: Player, _: int, record: bytes) -> None:
    (how,) = struct.unpack_from("<I", record, 8)
    steps, player.path, player.gathers = player.path or [], None, False
    points = [(values[at], values[at + 1]) for _, values in steps for at in range(0, len(values), 2)]
    player.clip(around(points), how, exact=is_box(steps))


def _put_by(player: Player, *_: object) -> None:
    state = player.state
    state.meta_clip, state.clip = met(state.clip, state.meta_clip), None


CLIPS: dict[int, Callable[[Player, int, bytes], None]] = {
    26: _move,
    28: _put_by,
    **dict.fromkeys((29, 30), _rectangle),
    67: _path,
    75: _region,
}
