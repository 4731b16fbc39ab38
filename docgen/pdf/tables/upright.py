"""Upright text: lines that were set to run down a page (竖排) → 汉字 standing upright, one below the other.

Latin letters, brackets, dashes and whatever else is drawn stay turned with their line; commas and stops go to the upper
right of their square, where vertical text has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import fsum

from docgen.pdf.pages import Clipped, Item, Line, Piece, Turned
from docgen.pdf.text.character_classes import is_wide

_ASCENT = 0.88  # of the square that a 汉字 fills, above the baseline
_TURNED = "（）()〔〕［］[]｛｝{}《》〈〉「」『』【】〖〗“”‘’—…－～｜-–~ "
_CORNER = dict.fromkeys("，。、．", (0.5, -0.5)) | dict.fromkeys("；：！？", (0.25, 0.0))


def stand_up(items: Iterable[Item], x: float, y: float) -> list[Item]:
    """Items whose lines run to the right, as they stand when turned clockwise about (x, y), their 汉字 upright."""
    found: list[Item] = []
    others: list[Item] = []
    for item in items:
        if not isinstance(item, Line | Clipped):
            others.append(item)
            continue
        if others:
            found.append(Turned(x, y, 90, tuple(others)))
            others = []
        found += _line(item, x, y) if isinstance(item, Line) else [_cut_off(item, x, y)]
    return [*found, Turned(x, y, 90, tuple(others))] if others else found


def _cut_off(item: Clipped, x: float, y: float) -> Clipped:
    """What is cut off, stood up; the box that cuts it turns with the lines."""
    inner = stand_up(item.items, x, y)
    return Clipped(x - item.y - item.height, y + item.x, item.height, item.width, tuple(inner))


def _line(line: Line, x: float, y: float) -> Iterator[Item]:
    heading, goes_on = line.heading, line.goes_on
    for element, pieces in line.runs():
        for part in (part for piece in pieces for part in _parts(piece)):
            if _stands(part.text[0]):
                yield replace(_upright(line, part, x, y), heading=heading, goes_on=goes_on, element=element)
            else:
                yield Turned(x, y, 90, (Line(line.x, line.baseline, (part,), heading, goes_on, element),))
            heading, goes_on = None, True


def _stands(char: str) -> bool:
    return is_wide(char) and char not in _TURNED


def _parts(piece: Piece) -> Iterator[Piece]:
    """The piece in parts: every character that stands upright alone, the others together."""
    if not any(map(_stands, piece.text)):
        yield piece
        return
    # Wide characters of one piece are as wide as its type; what others take is shared out evenly.
    count = len(piece.text)
    wide = sum(map(is_wide, piece.text))
    square = piece.size * piece.scale
    other = (piece.width - wide * square - count * piece.spacing) / max(count - wide, 1)
    at, start = piece.x, 0
    widths = [(square if is_wide(char) else other) + piece.spacing for char in piece.text]
    while start < count:
        end = start + 1
        while not _stands(piece.text[start]) and end < count and not _stands(piece.text[end]):
            end += 1
        width = fsum(widths[start:end])
        yield replace(piece, text=piece.text[start:end], x=at, width=width)
        at, start = at + width, end


def _upright(line: Line, piece: Piece, x: float, y: float) -> Line:
    """A character in the square that its line gives it, turned back."""
    size = piece.size
    middle = line.baseline - piece.rise - (_ASCENT - 0.5) * size
    right, down = _CORNER.get(piece.text, (0.0, 0.0))
    top = y + line.x + piece.x + (piece.width - piece.spacing - size) / 2 + down * size
    left = x - middle - size / 2 + right * size
    return Line(left, top + _ASCENT * size, (replace(piece, x=0.0, rise=0.0, scale=1.0),))
