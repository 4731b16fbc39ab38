"""Verbs: what records of EMF and of WMF say alike, once their numbers are read."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import atan2, cos, pi, sin

from docgen.pdf.pages import Path
from docgen.pdf.reading.drawings.metafiles.clipping import AND
from docgen.pdf.reading.drawings.metafiles.device import BLACK, Brush, Pen, Point, Region, Typeface
from docgen.pdf.reading.drawings.metafiles.lettering import Lettering, lettered
from docgen.pdf.reading.drawings.metafiles.playing import Player
from docgen.pdf.reading.drawings.outlines import Track, ellipse, rounded
from docgen.pdf.reading.drawings.raster import masked
from docgen.pdf.source import Part, Picture, Shape

Verb = Callable[[Player, int, bytes], None]
MOST_POINTS = 200_000
MOST_LINES = 20_000
MOST_LETTERS = 10_000  # of a text
_PATTERN_FILL, _BLACKNESS, _WHITENESS = 0x00F00021, 0x00000042, 0x00FF0062
_DASHES = {1: (3.0, 1.0), 2: (1.0, 1.0), 3: (3.0, 1.0, 1.0, 1.0), 4: (3.0, 1.0, 1.0, 1.0, 1.0, 1.0)}
_MASK, _OVER_A_MASK = 0x008800C6, (0x00EE0086, 0x00660046)  # and; or, exclusive or
_GREY = "#c0c0c0"
_OPAQUE, _CLIPPED = 2, 4  # how a text stands in its box


def play(player: Player, known: Mapping[int, Verb], number: int, record: bytes) -> None:
    """Do what a record says; one that is too short or unknown does nothing."""
    verb = known.get(number)
    if verb is not None and not player.is_full:
        try:
            verb(player, number, record)
        except (struct.error, IndexError, OverflowError, UnicodeDecodeError):
            return


def undrawn(feature: str) -> Verb:
    """What tells that a kind of record is not drawn."""

    def tell(player: Player, *_: object) -> None:
        player.told.add(f"{feature}（没有画）")

    return tell


def color_at(record: bytes, at: int) -> str:
    """The colour that stands at a place of a record."""
    red, green, blue = struct.unpack_from("<3B", record, at)
    return f"#{red:02x}{green:02x}{blue:02x}"


def pen_of(style: int, width: float, color: str) -> Pen:
    """A pen by the number of its style; one of nothing has no colour."""
    kind = style & 0xF
    return Pen("" if kind == 5 else color, width, _DASHES.get(kind, ()))


def pattern(player: Player) -> Brush:
    """What stands for a brush of a pattern."""
    player.told.add("图案填充（画成灰色）")
    return Brush(_GREY)


def typeface_of(name: str, height: int, turn: int, weight: int, looks: Sequence[int], charset: int = 1) -> Typeface:
    """A font by the numbers of a LOGFONT; `looks`: whether it is italic and underlined."""
    # A height above 0 is that of the whole line, of which the em is most.
    em = -height if height < 0 else (height or 12) / 1.15
    plain = name.split("\0")[0].lstrip("@")
    return Typeface(plain or "宋体", em, turn / 10, weight >= 600, bool(looks[0]), bool(looks[1]), charset)


def select(player: Player, found: Pen | Brush | Typeface | Region | None) -> None:
    """Draw with another pen, brush or font from here on."""
    if isinstance(found, Pen):
        player.state.pen = found
    elif isinstance(found, Brush):
        player.state.brush = found
    elif isinstance(found, Typeface):
        player.state.face = found


def move(player: Player, x: float, y: float) -> None:
    """Put the pen somewhere."""
    player.at = (x, y)
    if player.path is not None and player.gathers:
        player.path.append(("M", player.to_shape(x, y)))


def rectangle(player: Player, left: float, top: float, right: float, bottom: float) -> None:
    """A rectangle."""
    player.draw(player.rectangle(left, top, right, bottom), fills=True, strokes=True)


def rounded_rectangle(player: Player, corners: Sequence[float], across: float, down: float) -> None:
    """A rectangle with corners of an oval of some width and height, drawn as round ones."""
    (x1, y1), (x2, y2) = player.to_shape(*corners[:2]), player.to_shape(*corners[2:])
    wide, high = abs(x2 - x1), abs(y2 - y1)
    radius = min(player.on_shape(across) / 2, player.on_shape(down) / 2, wide / 2, high / 2)
    player.draw(rounded((min(x1, x2), min(y1, y2), wide, high), radius).steps, fills=True, strokes=True)


def oval(player: Player, left: float, top: float, right: float, bottom: float) -> None:
    """The ellipse in a box."""
    (x1, y1), (x2, y2) = player.to_shape(left, top), player.to_shape(right, bottom)
    steps = ellipse((min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))).steps
    player.draw(steps, fills=True, strokes=True)


def arc(player: Player, kind: str, corners: Sequence[float], start: Point, end: Point) -> None:
    """A part of an ellipse between two rays, against the clock: an arc, a chord or a pie."""
    (x1, y1), (x2, y2) = player.to_shape(*corners[:2]), player.to_shape(*corners[2:])
    middle, radii = ((x1 + x2) / 2, (y1 + y2) / 2), (abs(x2 - x1) / 2, abs(y2 - y1) / 2)
    if not radii[0] or not radii[1]:
        return
    begin, stop = (
        atan2((y - middle[1]) / radii[1], (x - middle[0]) / radii[0])
        for x, y in (player.to_shape(*start), player.to_shape(*end))
    )
    turn = -((begin - stop) % (2 * pi) or 2 * pi)
    first = (middle[0] + radii[0] * cos(begin), middle[1] + radii[1] * sin(begin))
    track = Track().move(*middle).line(*first) if kind == "pie" else Track().move(*first)
    track.arc_about(middle, radii, begin, turn)
    if kind != "arc":
        track.close()
    player.draw(track.steps, fills=kind != "arc", strokes=True)


def block(player: Player, x: float, y: float, width: float, height: float, how: int) -> None:
    """A block of pixels without a picture: a rectangle in one colour, as thin as a line at times."""
    colors = {_PATTERN_FILL: player.state.brush.color, _BLACKNESS: BLACK, _WHITENESS: "#ffffff"}
    paint(player, (x, y, x + width, y + height), colors.get(how, ""))


def paint(player: Player, corners: Sequence[float], color: str) -> None:
    """A rectangle in one colour, without an edge."""
    left, top, right, bottom = corners
    steps = player.rectangle(left, top, right, bottom)
    if color:
        player.add(Shape(*player.size, paths=(Path(tuple(steps), fill=color),)))


def put(player: Player, corners: Sequence[float], bitmap: tuple[bytes, str], how: int = 0) -> None:
    """A bitmap in its box; `how` is the raster operation that combines it with what lies there."""
    one, two = player.to_shape(*corners[:2]), player.to_shape(*corners[2:])
    wide, high = abs(two[0] - one[0]), abs(two[1] - one[1])
    if not wide or not high or player.is_full:
        return
    shape = Shape(wide, high, picture=Picture(*bitmap, wide, high))
    part = Part(min(one[0], two[0]), min(one[1], two[1]), shape)
    if how in _OVER_A_MASK:
        part = _unmasked(player, part) or part
    player.loose_masks += how == _MASK or (how in _OVER_A_MASK and part.shape is shape)
    player.put(part)
    player.mask = part if how == _MASK else None


def _unmasked(player: Player, part: Part) -> Part | None:
    """A bitmap over the mask that was put in the same box just before: what the mask has in white is left free."""
    mask, own = player.mask, part.shape.picture
    if mask is None or own is None or mask.shape.picture is None:
        return None
    if not player.found or player.found[-1][1] is not mask:
        return None
    if (mask.x, mask.y, mask.shape.width, mask.shape.height) != (part.x, part.y, part.shape.width, part.shape.height):
        return None
    made = masked(own.data, mask.shape.picture.data)
    if made is None:
        return None
    player.found.pop()
    player.loose_masks -= 1
    return replace(part, shape=replace(part.shape, picture=replace(own, data=made.data, mime=made.mime)))


def write(
    player: Player, text: str, widths: list[int] | None, at: Point, box: Sequence[float] = (), options: int = 0
) -> None:
    """A text with the widths of its characters, None for those of its font; `box`: what it is painted on or cut to."""
    text = text[:MOST_LETTERS]
    player.steps += len(text)
    if box and options & _OPAQUE:
        paint(player, box, player.state.back_color)
    start = player.at if player.state.align & 1 else at
    if player.state.align & 1 and widths is not None:
        player.at = (start[0] + sum(widths), start[1])
    made = lettered(Lettering(text, widths, start, player.state, player.to_shape, player.on_shape, player.place))
    if made is None:
        return
    before = player.state.clip
    if box and options & _CLIPPED:
        player.clip_to_rectangle(box, AND)
    player.add(made.shape, made.x, made.y)
    player.state.clip = before
