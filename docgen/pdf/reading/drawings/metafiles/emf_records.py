"""Records: what each record of an EMF does to the player ([MS-EMF] 2.3)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from docgen.pdf.pages import Path, Step
from docgen.pdf.reading.drawings.metafiles.device import BLACK, PLAIN, STOCK, Brush, Pen, Point, Typeface, multiplied
from docgen.pdf.reading.drawings.metafiles.emf_clips import CLIPS
from docgen.pdf.reading.drawings.metafiles.lettering import Lettering, lettered
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.outlines import ellipse
from docgen.pdf.source import Shape

_MOST_POINTS = 200_000
_MOST_LINES = 20_000
_PATTERN_FILL, _BLACKNESS, _WHITENESS = 0x00F00021, 0x00000042, 0x00FF0062
_DASHES = {1: (3.0, 1.0), 2: (1.0, 1.0), 3: (3.0, 1.0, 1.0, 1.0), 4: (3.0, 1.0, 1.0, 1.0, 1.0, 1.0)}


def play(player: Player, number: int, record: bytes) -> None:
    """Do what a record says; one that is too short or unknown does nothing."""
    known = _RECORDS.get(number)
    if known is not None and not player.is_full:
        try:
            known(player, number, record)
        except (struct.error, IndexError, OverflowError, UnicodeDecodeError):
            return


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
    setattr(player.state, "text_color" if number == 24 else "back_color", _color(record, 8))


def _align(player: Player, _: int, record: bytes) -> None:
    player.state.align = struct.unpack_from("<I", record, 8)[0]


def _make_pen(player: Player, number: int, record: bytes) -> None:
    key, style = struct.unpack_from("<II", record, 8) if number == 38 else (*struct.unpack_from("<I", record, 8), 0)
    if number == 38:
        (width,) = struct.unpack_from("<i", record, 16)
        color = _color(record, 24)
    else:
        style, wide = struct.unpack_from("<II", record, 28)
        width, color = wide, _color(record, 40)
    kind = style & 0xF
    player.objects[key] = Pen("" if kind == 5 else color, float(width), _DASHES.get(kind, ()))


def _make_brush(player: Player, _: int, record: bytes) -> None:
    key, style = struct.unpack_from("<II", record, 8)
    player.objects[key] = Brush("" if style == 1 else _color(record, 16))


def _make_face(player: Player, _: int, record: bytes) -> None:
    key, height, _, turn, _, weight = struct.unpack_from("<IiiiiI", record, 8)
    name = record[40:104].decode("utf-16-le").split("\0")[0].lstrip("@")
    # A height above 0 is that of the whole line, of which the em is most.
    em = -height if height < 0 else (height or 12) / 1.15
    player.objects[key] = Typeface(name or "宋体", em, turn / 10, weight >= 600, bool(record[32]), bool(record[33]))


def _select(player: Player, _: int, record: bytes) -> None:
    (key,) = struct.unpack_from("<I", record, 8)
    found = STOCK.get(key & 0xFF) if key & 0x80000000 else player.objects.get(key)
    if isinstance(found, Pen):
        player.state.pen = found
    elif isinstance(found, Brush):
        player.state.brush = found
    elif isinstance(found, Typeface):
        player.state.face = found


def _delete(player: Player, _: int, record: bytes) -> None:
    player.objects.pop(struct.unpack_from("<I", record, 8)[0], None)


def _move(player: Player, _: int, record: bytes) -> None:
    player.at = struct.unpack_from("<ii", record, 8)
    if player.path is not None and player.gathers:
        player.path.append(("M", player.to_shape(*player.at)))


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
    counts = struct.unpack_from(f"<{min(count, _MOST_LINES)}I", record, 32)
    points = _points(record, 32 + 4 * count, total, short=number >= 90)
    closed, start = number in (8, 91), 0
    steps: list[Step] = []
    for length in counts:
        steps += player.polygon(points[start : start + length], closed=closed)
        start += length
    player.draw(steps, fills=closed, strokes=True)


def _box(player: Player, number: int, record: bytes) -> None:
    left, top, right, bottom = struct.unpack_from("<4i", record, 8)
    if number == 42:
        (x1, y1), (x2, y2) = player.to_shape(left, top), player.to_shape(right, bottom)
        steps = list(ellipse((min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))).steps)
    else:
        steps = player.rectangle(left, top, right, bottom)
    player.draw(steps, fills=True, strokes=True)


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
    """A block of pixels without a picture: a rectangle in one colour, as thin as a line at times."""
    x, y, width, height, how = struct.unpack_from("<4iI", record, 24)
    if struct.unpack_from("<I", record, 88)[0]:
        return
    colors = {_PATTERN_FILL: player.state.brush.color, _BLACKNESS: BLACK, _WHITENESS: "#ffffff"}
    color = colors.get(how, "")
    if color:
        steps = player.rectangle(x, y, x + width, y + height)
        player.add(Shape(*player.size, paths=(Path(tuple(steps), fill=color),)))


def _text(player: Player, _: int, record: bytes) -> None:
    x, y, count, at, options, *back = struct.unpack_from("<2i3I4i", record, 36)
    widths_at = struct.unpack_from("<I", record, 72)[0]
    text = record[at : at + 2 * count].decode("utf-16-le", "replace")
    step = 8 if options & 0x2000 else 4
    widths = [struct.unpack_from("<i", record, widths_at + step * place)[0] for place in range(len(text))]
    if options & 2:
        steps = player.rectangle(*back)
        player.add(Shape(*player.size, paths=(Path(tuple(steps), fill=player.state.back_color),)))
    start = player.at if player.state.align & 1 else (float(x), float(y))
    if options & 0x10:
        return  # glyphs by their number in a font: no letters
    made = lettered(Lettering(text, widths, start, player.state, player.to_shape, player.on_shape, player.place))
    if made is not None:
        player.add(made.shape, made.x, made.y)


_RECORDS: dict[int, Callable[[Player, int, bytes], None]] = {
    **dict.fromkeys((9, 10, 11, 12), _window),
    17: _mode,
    **dict.fromkeys((35, 36), _world),
    33: _save,
    34: _restore,
    **dict.fromkeys((24, 25), _set_color),
    22: _align,
    **dict.fromkeys((38, 95), _make_pen),
    39: _make_brush,
    82: _make_face,
    37: _select,
    40: _delete,
    27: _move,
    54: _line,
    **dict.fromkeys((2, 3, 4, 5, 6, 85, 86, 87, 88, 89), _poly),
    **dict.fromkeys((7, 8, 90, 91), _polys),
    **dict.fromkeys((42, 43, 44), _box),
    59: _begin,
    60: _end,
    61: _close,
    **dict.fromkeys((62, 63, 64), _paint),
    68: _drop,
    **CLIPS,
    76: _block,
    84: _text,
}


def _color(record: bytes, at: int) -> str:
    red, green, blue = struct.unpack_from("<3B", record, at)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _points(record: bytes, at: int, count: int, *, short: bool) -> list[Point]:
    count = min(count, _MOST_POINTS)
    numbers: Iterator[int] = iter(struct.unpack_from(f"<{2 * count}{'h' if short else 'i'}", record, at))
    return [(float(x), float(y)) for x, y in zip(numbers, numbers, strict=True)]
