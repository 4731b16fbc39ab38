"""Lettering: a text of an EMF where the metafile puts it, as wide as the metafile says ([MS-EMF] 2.3.5.8)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from math import cos, fsum, radians, sin

from docgen.pdf.reading.drawings.metafiles.device import Point, State
from docgen.pdf.source import (
    Alignment,
    LineSpacing,
    Paragraph,
    ParagraphFormat,
    Part,
    RunFormat,
    Shape,
    ShapeText,
    Text,
)

_ASCENT, _DESCENT = 0.88, 0.14  # of an em: about what every font has
_BASELINE = 0.8  # of a stretched text's height, where its baseline lies
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f]")
_NARROW = 0.7  # of an em: a letter that is no 汉字, rather too wide than too narrow
_RIGHT, _CENTER, _BASE, _BOTTOM = 2, 6, 24, 8  # text alignments
_SIDES: dict[int, Alignment] = {_RIGHT: "end", _CENTER: "center"}


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text with the width of each character, None for what its font has; where it starts, and what is drawn with."""

    text: str
    widths: list[int] | None
    start: Point
    state: State
    to_shape: Callable[[float, float], Point]
    on_shape: Callable[[float], float]
    place: str


def lettered(one: Lettering) -> Part | None:
    """The text as part of a shape; None for nothing but spaces."""
    letters = _CONTROL.sub(" ", one.text)
    text = letters.strip()
    if not text:
        return None
    before = len(letters) - len(letters.lstrip())
    widths = [_room(char) * one.state.face.em for char in letters] if one.widths is None else one.widths
    lead, whole = fsum(widths[:before]), fsum(widths)
    width = one.on_shape(fsum(widths[before : before + len(text)]))
    em = one.on_shape(one.state.face.em)
    if width <= 0 or em <= 0:
        return None
    across = {_CENTER: whole / 2, _RIGHT: float(whole)}.get(one.state.align & _CENTER, 0.0)
    x, y = one.to_shape(*one.start)
    left = one.on_shape(lead) - one.on_shape(across)
    # The box from its upper left corner, seen from where the text starts.
    high = {_BASE: 0.0, _BOTTOM: -_DESCENT}.get(one.state.align & _BASE, _ASCENT) * em - _BASELINE * em
    turn = radians(-one.state.face.turn)
    middle = (left + width / 2, high + em / 2)
    x += middle[0] * cos(turn) - middle[1] * sin(turn) - width / 2
    y += middle[0] * sin(turn) + middle[1] * cos(turn) - em / 2
    return Part(x, y, _shape(one, text, width, em))


def _room(char: str) -> float:
    """What a character takes at most, in ems, before anybody knows the font."""
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else _NARROW


def _shape(one: Lettering, text: str, width: float, em: float) -> Shape:
    face = one.state.face
    look = RunFormat(
        ascii=face.name,
        east_asia=face.name,
        size=round(em, 2),
        bold=face.bold,
        italic=face.italic,
        color=one.state.text_color,
        underline="single" if face.underline else "",
    )
    # A text whose width is not known stands where its alignment puts it in a box that is wide enough.
    side = _SIDES.get(one.state.align & _CENTER, "start") if one.widths is None else "start"
    line = LineSpacing("exact", em)
    how = ParagraphFormat(alignment=side, line=line, snap_to_grid=False, overflow_punct=False, mark=look)
    inner = ShapeText(
        (Paragraph(how, (Text(text, look),), one.place),),
        (0.0, 0.0, width, em),
        (0.0, 0.0, 0.0, 0.0),
        stretches=one.widths is not None,
        wraps=False,
        place=one.place,
    )
    return Shape(width, em, text=inner, degrees=-face.turn % 360)
