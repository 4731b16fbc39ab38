"""Lettering: a text of an EMF where the metafile puts it, as wide as the metafile says ([MS-EMF] 2.3.5.8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from docgen.pdf.reading.drawings.metafiles.device import Point, State
from docgen.pdf.source import Paragraph, ParagraphFormat, Part, RunFormat, Shape, ShapeText, Text

_ASCENT, _DESCENT = 0.88, 0.14  # of an em: about what every font has
_BASELINE = 0.8  # of a stretched text's height, where its baseline lies
_RIGHT, _CENTER, _BASE, _BOTTOM = 2, 6, 24, 8  # text alignments


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text with the width of each character, where it starts, and what is drawn with."""

    text: str
    widths: list[int]
    start: Point
    state: State
    to_shape: Callable[[float, float], Point]
    on_shape: Callable[[float], float]
    place: str


def lettered(one: Lettering) -> Part | None:
    """The text as part of a shape; None for nothing but spaces."""
    text = one.text.strip("\0\r\n\t ")
    if not text:
        return None
    before = len(one.text) - len(one.text.lstrip("\0\r\n\t "))
    lead, whole = sum(one.widths[:before]), sum(one.widths)
    width = one.on_shape(sum(one.widths[before : before + len(text)]))
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
    how = ParagraphFormat(snap_to_grid=False, overflow_punct=False, mark=look)
    inner = ShapeText(
        (Paragraph(how, (Text(text, look),), one.place),),
        (0.0, 0.0, width, em),
        (0.0, 0.0, 0.0, 0.0),
        stretches=True,
        wraps=False,
        place=one.place,
    )
    return Shape(width, em, text=inner, degrees=-face.turn % 360)
