"""WMF records: what each record of a WMF does to the player ([MS-WMF] 2.3)."""

from __future__ import annotations

import struct
from heapq import heappop, heappush

from docgen.pdf.pages import Step
from docgen.pdf.reading.drawings.metafiles.clipping import AND, COPY, DIFF
from docgen.pdf.reading.drawings.metafiles.device import Brush, Pen, Point, Region, Typeface
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.metafiles.verbs import (
    MOST_LINES,
    MOST_POINTS,
    Verb,
    arc,
    block,
    color_at,
    move,
    oval,
    pattern,
    pen_of,
    rectangle,
    rounded_rectangle,
    select,
    typeface_of,
    undrawn,
    write,
)
from docgen.pdf.reading.drawings.metafiles.wmf_texts import characters, name_of_face

SET_WINDOW = 0x020C
_FIRST = 6  # where the numbers of a record begin
_IN_A_BOX = 6  # options of a text: painted on a box, or cut to it


def _numbers(record: bytes, count: int, at: int = _FIRST) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}h", record, at)


def _point(record: bytes, at: int = _FIRST) -> Point:
    """A point; the lower number comes first in a WMF."""
    y, x = _numbers(record, 2, at)
    return float(x), float(y)


def _corners(record: bytes, at: int = _FIRST) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a box, which stands in the file the other way round."""
    bottom, right, top, left = _numbers(record, 4, at)
    return float(left), float(top), float(right), float(bottom)


def _window(player: Player, number: int, record: bytes) -> None:
    setattr(player.state, "window" if number == 0x020B else "window_size", _point(record))


def _shift(player: Player, _: int, record: bytes) -> None:
    (x, y), now = _point(record), player.state.window
    player.state.window = (now[0] + x, now[1] + y)


def _stretch(player: Player, _: int, record: bytes) -> None:
    lower, upper, under, over = _numbers(record, 4)
    wide, high = player.state.window_size
    if lower and under:
        player.state.window_size = (wide * over / under, high * upper / lower)


def _save(player: Player, *_: object) -> None:
    player.save()


def _restore(player: Player, _: int, record: bytes) -> None:
    player.restore(_numbers(record, 1)[0])


def _set_color(player: Player, number: int, record: bytes) -> None:
    setattr(player.state, "text_color" if number == 0x0209 else "back_color", color_at(record, _FIRST))


def _align(player: Player, _: int, record: bytes) -> None:
    player.state.align = struct.unpack_from("<H", record, _FIRST)[0]


# Objects: each takes the lowest number that is free.


def _keep(player: Player, made: Pen | Brush | Typeface | Region) -> None:
    key = heappop(player.free) if player.free else len(player.objects)
    player.objects[key] = made


def _make_pen(player: Player, _: int, record: bytes) -> None:
    style, width = struct.unpack_from("<Hh", record, _FIRST)
    _keep(player, pen_of(style, float(width), color_at(record, 12)))


def _make_brush(player: Player, _: int, record: bytes) -> None:
    (style,) = struct.unpack_from("<H", record, _FIRST)
    _keep(player, Brush("" if style == 1 else color_at(record, 8)))


def _make_pattern(player: Player, *_: object) -> None:
    _keep(player, pattern(player))


def _make_face(player: Player, _: int, record: bytes) -> None:
    height, _, turn, _, weight, *looks = struct.unpack_from("<5h4B", record, _FIRST)
    _keep(player, typeface_of(name_of_face(record[24:56]), height, turn, weight, looks[:2], looks[3]))


def _make_region(player: Player, _: int, record: bytes) -> None:
    count, widest, left, top, right, bottom = struct.unpack_from("<6h", record, 16)
    _keep(player, Region((left, top, right, bottom), is_box=count == 1 and widest == 2))


def _make_other(player: Player, *_: object) -> None:
    """An object that nothing here is drawn with: a palette. It takes its number all the same."""
    _keep(player, Region((0.0, 0.0, 0.0, 0.0)))


def _select(player: Player, _: int, record: bytes) -> None:
    select(player, player.objects.get(struct.unpack_from("<H", record, _FIRST)[0]))


def _delete(player: Player, _: int, record: bytes) -> None:
    (key,) = struct.unpack_from("<H", record, _FIRST)
    if player.objects.pop(key, None) is not None:
        heappush(player.free, key)


# What is shown of it.


def _cut(player: Player, number: int, record: bytes) -> None:
    player.clip_to_rectangle(_corners(record), DIFF if number == 0x0415 else AND)


def _move_cut(player: Player, _: int, record: bytes) -> None:
    player.move_clip(*_point(record))


def _cut_to_region(player: Player, _: int, record: bytes) -> None:
    found = player.objects.get(struct.unpack_from("<H", record, _FIRST)[0])
    if isinstance(found, Region):
        player.clip_to_rectangle(found.corners, COPY, exact=found.is_box)
    else:
        player.state.clip = None


# What is drawn.


def _move(player: Player, _: int, record: bytes) -> None:
    move(player, *_point(record))


def _line(player: Player, _: int, record: bytes) -> None:
    player.go_on([player.at, _point(record)], curved=False)


def _points(record: bytes, at: int, count: int) -> list[Point]:
    found = _numbers(record, 2 * min(max(count, 0), MOST_POINTS), at)
    return [(float(x), float(y)) for x, y in zip(found[::2], found[1::2], strict=True)]


def _poly(player: Player, number: int, record: bytes) -> None:
    closed = number == 0x0324
    points = _points(record, 8, _numbers(record, 1)[0])
    player.draw(player.polygon(points, closed=closed), fills=closed, strokes=True)


def _polys(player: Player, _: int, record: bytes) -> None:
    (count,) = struct.unpack_from("<H", record, _FIRST)
    counts = struct.unpack_from(f"<{min(count, MOST_LINES)}H", record, 8)
    points, start = _points(record, 8 + 2 * count, sum(counts)), 0
    steps: list[Step] = []
    for length in counts:
        steps += player.polygon(points[start : start + length], closed=True)
        start += length
    player.draw(steps, fills=True, strokes=True)


def _box(player: Player, number: int, record: bytes) -> None:
    (oval if number == 0x0418 else rectangle)(player, *_corners(record))


def _round_box(player: Player, _: int, record: bytes) -> None:
    down, across = _numbers(record, 2)
    rounded_rectangle(player, _corners(record, 10), across, down)


def _arc(player: Player, number: int, record: bytes) -> None:
    kind = {0x081A: "pie", 0x0830: "chord"}.get(number, "arc")
    arc(player, kind, _corners(record, 14), _point(record, 10), _point(record, 6))


def _block(player: Player, _: int, record: bytes) -> None:
    """A block of pixels without a picture."""
    (how,) = struct.unpack_from("<I", record, _FIRST)
    high, wide, y, x = _numbers(record, 4, len(record) - 8)
    block(player, x, y, wide, high, how)


def _plain_text(player: Player, _: int, record: bytes) -> None:
    (count,) = _numbers(record, 1)
    after = 8 + count + count % 2
    if count > 0:
        write(player, *characters(record[8 : 8 + count], player.state.face, None), _point(record, after))


def _text(player: Player, _: int, record: bytes) -> None:
    at = _point(record)
    count, options = struct.unpack_from("<hH", record, 10)
    box = _numbers(record, 4, 14) if options & _IN_A_BOX else ()
    start = 14 + 2 * len(box)
    raw, after = record[start : start + max(count, 0)], start + max(count, 0) + count % 2
    # The widths may be left out, then the font says them.
    widths = _numbers(record, count, after) if 0 < 2 * count <= len(record) - after else None
    write(player, *characters(raw, player.state.face, widths), at, box, options)


RECORDS: dict[int, Verb] = {
    **dict.fromkeys((0x020B, SET_WINDOW), _window),
    0x020F: _shift,
    0x0410: _stretch,
    0x001E: _save,
    0x0127: _restore,
    **dict.fromkeys((0x0209, 0x0201), _set_color),
    0x012E: _align,
    0x02FA: _make_pen,
    0x02FC: _make_brush,
    **dict.fromkeys((0x0142, 0x01F9), _make_pattern),
    0x02FB: _make_face,
    0x06FF: _make_region,
    0x00F7: _make_other,
    0x012D: _select,
    0x01F0: _delete,
    **dict.fromkeys((0x0415, 0x0416), _cut),
    0x0220: _move_cut,
    0x012C: _cut_to_region,
    0x0214: _move,
    0x0213: _line,
    **dict.fromkeys((0x0324, 0x0325), _poly),
    0x0538: _polys,
    **dict.fromkeys((0x0418, 0x041B), _box),
    0x061C: _round_box,
    **dict.fromkeys((0x0817, 0x081A, 0x0830), _arc),
    **dict.fromkeys((0x061D, 0x0940, 0x0B41), _block),
    0x0521: _plain_text,
    0x0A32: _text,
    **dict.fromkeys((0x0228, 0x0429, 0x012A, 0x012B), undrawn("填充的区域")),
    **dict.fromkeys((0x0419, 0x0548), undrawn("填到边线为止的颜色")),
    **dict.fromkeys((0x0922, 0x0B23), undrawn("随设备的位图")),
    0x041F: undrawn("单个的点"),
}
