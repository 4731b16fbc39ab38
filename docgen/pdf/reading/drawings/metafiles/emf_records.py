"""Records: what each record of an EMF does to the player ([MS-EMF] 2.3)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from docgen.pdf.pages import Step
from docgen.pdf.reading.drawings.metafiles.device import PLAIN, STOCK, Brush, Point, multiplied
from docgen.pdf.reading.drawings.metafiles.emf_clips import CLIPS
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.metafiles.verbs import (
    MOST_LETTERS,
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

_GLYPHS = 0x10  # option of a text: it is written by the numbers of its glyphs, which are no letters


def _window(player: Player, number: int, record: bytes) -> None:
    found = struct.unpack_from("<ii", record, 8)
    names = {9: "window_size", 10: "window", 11: "viewport_size", 12: "viewport"}
    setattr(player.state, names[number], (float(found[0]), float(found[1])))


def _mode(player: Player, _: int, record: bytes) -> None:
    player.state.scales = struct.unpack_from("<I", record, 8)[0] in (7, 8)


def _world(player: Player, number: int, record: bytes) -> None:
    found = struct.unpack_from("<6f", record, 8)
    how = 4 if number == 35 else struct.unpack_from("<I", record, 32)[0]
    now = player.state.world
    player.state.world = {1: PLAIN, 2: multiplied(found, now), 3: multiplied(now, found), 4: found}.get(how, now)


def _save(player: Player, *_: object) -> None:
    player.save()


def _restore(player: Player, _: int, record: bytes) -> None:
    player.restore(struct.unpack_from("<i", record, 8)[0])


def _set_color(player: Player, number: int, record: bytes) -> None:
    setattr(player.state, "text_color" if number == 24 else "back_color", color_at(record, 8))


def _align(player: Player, _: int, record: bytes) -> None:
    player.state.align = struct.unpack_from("<I", record, 8)[0]


def _make_pen(player: Player, number: int, record: bytes) -> None:
    key, style = struct.unpack_from("<II", record, 8) if number == 38 else (*struct.unpack_from("<I", record, 8), 0)
    if number == 38:
        (width,) = struct.unpack_from("<i", record, 16)
        color = color_at(record, 24)
    else:
        style, wide = struct.unpack_from("<II", record, 28)
        width, color = wide, color_at(record, 40)
    player.objects[key] = pen_of(style, float(width), color)


def _make_brush(player: Player, _: int, record: bytes) -> None:
    key, style = struct.unpack_from("<II", record, 8)
    player.objects[key] = Brush("" if style == 1 else color_at(record, 16))


def _make_pattern(player: Player, _: int, record: bytes) -> None:
    player.objects[struct.unpack_from("<I", record, 8)[0]] = pattern(player)


def _make_face(player: Player, _: int, record: bytes) -> None:
    key, height, _, turn, _, weight = struct.unpack_from("<IiiiiI", record, 8)
    player.objects[key] = typeface_of(record[40:104].decode("utf-16-le"), height, turn, weight, record[32:34])


def _select(player: Player, _: int, record: bytes) -> None:
    (key,) = struct.unpack_from("<I", record, 8)
    select(player, STOCK.get(key & 0xFF) if key & 0x80000000 else player.objects.get(key))


def _delete(player: Player, _: int, record: bytes) -> None:
    player.objects.pop(struct.unpack_from("<I", record, 8)[0], None)


def _move(player: Player, _: int, record: bytes) -> None:
    move(player, *struct.unpack_from("<ii", record, 8))


def _line(player: Player, _: int, record: bytes) -> None:
    end = struct.unpack_from("<ii", record, 8)
    player.go_on([player.at, end], curved=False)


def _poly(player: Player, number: int, record: bytes) -> None:
    points = _points(record, 28, struct.unpack_from("<I", record, 24)[0], short=number >= 85)
    kind = number - 83 if number >= 85 else number
    if kind in (5, 6):
        player.go_on([player.at, *points], curved=kind == 5)
        return
    steps = player.polygon(points, closed=kind == 3, curved=kind == 2)
    player.draw(steps, fills=kind == 3, strokes=True)


def _polys(player: Player, number: int, record: bytes) -> None:
    count, total = struct.unpack_from("<II", record, 24)
    counts = struct.unpack_from(f"<{min(count, MOST_LINES)}I", record, 32)
    points = _points(record, 32 + 4 * count, total, short=number >= 90)
    closed, start = number in (8, 91), 0
    steps: list[Step] = []
    for length in counts:
        steps += player.polygon(points[start : start + length], closed=closed)
        start += length
    player.draw(steps, fills=closed, strokes=True)


def _box(player: Player, number: int, record: bytes) -> None:
    (oval if number == 42 else rectangle)(player, *struct.unpack_from("<4i", record, 8))


def _round_box(player: Player, _: int, record: bytes) -> None:
    *corners, across, down = struct.unpack_from("<6i", record, 8)
    rounded_rectangle(player, corners, across, down)


def _arc(player: Player, number: int, record: bytes) -> None:
    *corners, x1, y1, x2, y2 = struct.unpack_from("<8i", record, 8)
    arc(player, {46: "chord", 47: "pie"}.get(number, "arc"), corners, (x1, y1), (x2, y2))


def _begin(player: Player, *_: object) -> None:
    player.path, player.gathers = [], True


def _end(player: Player, *_: object) -> None:
    player.gathers = False


def _close(player: Player, *_: object) -> None:
    if player.path:
        player.path.append(("Z", ()))


def _paint(player: Player, number: int, _: bytes) -> None:
    steps, player.path, player.gathers = player.path or [], None, False
    player.draw(steps, fills=number in (62, 63), strokes=number in (63, 64))


def _drop(player: Player, *_: object) -> None:
    player.path, player.gathers = None, False


def _block(player: Player, _: int, record: bytes) -> None:
    if not struct.unpack_from("<I", record, 88)[0]:
        block(player, *struct.unpack_from("<4iI", record, 24))


def _text(player: Player, _: int, record: bytes) -> None:
    x, y, count, at, options, *box = struct.unpack_from("<2i3I4i", record, 36)
    widths_at = struct.unpack_from("<I", record, 72)[0]
    count = min(count, MOST_LETTERS)
    text = record[at : at + 2 * count].decode("utf-16-le", "replace")
    step = 8 if options & 0x2000 else 4
    widths = [struct.unpack_from("<i", record, widths_at + step * place)[0] for place in range(len(text))]
    if options & _GLYPHS:
        text = ""
        player.told.add("按字形编号写的文字（没有画）")
    write(player, text, widths, (float(x), float(y)), box, options)


def _small_text(player: Player, _: int, record: bytes) -> None:
    """A text without widths, in one byte a letter at times."""
    x, y, count, options = struct.unpack_from("<2i2I", record, 8)
    at = 36 if options & 0x100 else 52
    narrow = options & 0x200
    raw = record[at : at + (count if narrow else 2 * count)]
    write(player, raw.decode("latin-1" if narrow else "utf-16-le", "replace"), None, (float(x), float(y)))


RECORDS: dict[int, Verb] = {
    **dict.fromkeys((9, 10, 11, 12), _window),
    17: _mode,
    **dict.fromkeys((35, 36), _world),
    33: _save,
    34: _restore,
    **dict.fromkeys((24, 25), _set_color),
    22: _align,
    **dict.fromkeys((38, 95), _make_pen),
    39: _make_brush,
    **dict.fromkeys((93, 94), _make_pattern),
    82: _make_face,
    37: _select,
    40: _delete,
    27: _move,
    54: _line,
    **dict.fromkeys((2, 3, 4, 5, 6, 85, 86, 87, 88, 89), _poly),
    **dict.fromkeys((7, 8, 90, 91), _polys),
    **dict.fromkeys((42, 43), _box),
    44: _round_box,
    **dict.fromkeys((45, 46, 47), _arc),
    59: _begin,
    60: _end,
    61: _close,
    **dict.fromkeys((62, 63, 64), _paint),
    68: _drop,
    **CLIPS,
    76: _block,
    84: _text,
    108: _small_text,
    **dict.fromkeys((71, 72, 74), undrawn("填充的区域")),
    **dict.fromkeys((41, 55), undrawn("接着画的弧线")),
    **dict.fromkeys((56, 92), undrawn("直线和曲线混合的线条")),
    **dict.fromkeys((96, 97), undrawn("一次写几段的文字")),
    15: undrawn("单个的点"),
    53: undrawn("填到边线为止的颜色"),
    118: undrawn("渐变填充"),
}


def _points(record: bytes, at: int, count: int, *, short: bool) -> list[Point]:
    count = min(count, MOST_POINTS)
    numbers: Iterator[int] = iter(struct.unpack_from(f"<{2 * count}{'h' if short else 'i'}", record, at))
    return [(float(x), float(y)) for x, y in zip(numbers, numbers, strict=True)]
