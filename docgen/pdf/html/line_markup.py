"""Line markup: lines of text → HTML. Plain pieces stand side by side in one block, all others in boxes of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from itertools import groupby
from math import atan, degrees

from docgen.pdf.decimals import number
from docgen.pdf.html.style_sheet import LINE, StyleSheet
from docgen.pdf.pages import SLANT, Item, Line, Piece, stroke_width

_NEAR = 0.004


class LineMarkup:
    """Writes lines with the looks of a style sheet. `tagged`: blocks hold one paragraph each, headings are h1 to h6."""

    def __init__(self, sheet: StyleSheet, *, tagged: bool) -> None:
        self._sheet = sheet
        self._tagged = tagged

    def joined(self, items: Iterable[Item]) -> Iterator[Item]:
        """Lines side by side on one baseline (the cells of a table's row) as one line: fewer blocks.

        Tagged they stay apart: they are paragraphs of different cells.
        """
        return iter(items) if self._tagged else _rows_joined(items)

    def goes_on(self, lines: list[Line], after: Line, bottom: float) -> bool:
        """Whether a line stands below the others as the second stands below the first, with room for its type."""
        last = lines[-1]
        pitch = after.baseline - last.baseline
        if after.heading is not None or last.x != after.x or after.baseline + pitch > bottom:
            return False
        if self._tagged and not after.goes_on:
            return False
        if len(lines) > 1 and abs(pitch - (lines[1].baseline - lines[0].baseline)) > _NEAR / 4:
            return False
        pieces = (*last.pieces, *after.pieces)
        return pitch > 1.0 and all(piece.size + 2 * abs(piece.rise) < pitch and _plain(piece) for piece in pieces)

    def block(self, lines: list[Line]) -> str:
        """Lines of one left edge and one pitch: a block of the writer's, whose cost is by the block."""
        first = lines[0]
        if len(lines) > 1:
            pitch = lines[1].baseline - first.baseline
        else:
            pitch = LINE if first.heading is None else 2 * max((piece.size for piece in first.pieces), default=16.0)
        style = _place(first.x, first.baseline - pitch / 2)
        if pitch != LINE:
            style += f";line-height:{number(pitch)}pt"
        name, marks = self._element(first)
        mixed = len(lines) == 1 and not all(map(_plain, first.pieces))
        inner = self._mixed(first, pitch) if mixed else "\n".join([self._row(line.pieces, 0.0) for line in lines])
        return f'<{name}{marks} style="{style}">{inner}</{name}>'

    def _element(self, line: Line) -> tuple[str, str]:
        """The element of a block, and its attributes: a heading has its bookmark."""
        if line.heading is None:
            return "p", ""
        level, label = line.heading
        look = self._sheet.class_of(f"bookmark-level:{level};bookmark-label:attr(title)")
        return f"h{min(level, 6)}" if self._tagged else "p", f' class="{look}" title="{escape(label)}"'

    def _mixed(self, line: Line, pitch: float) -> str:
        """A line with pieces that need boxes of their own: everything in boxes, in the order of reading."""
        parts = []
        for plain, group in groupby(line.pieces, key=_plain):
            pieces = tuple(group)
            if plain:
                place = _place(pieces[0].x, 0.0)
                parts.append(f'<u style="{place}">{self._row(pieces, pieces[0].x)}</u>')
            else:
                parts += [self._apart(piece, pitch / 2) for piece in pieces]
        return "".join(parts)

    def _row(self, pieces: tuple[Piece, ...], end: float) -> str:
        """Plain pieces side by side; the row starts `end` points from the line's left edge."""
        spans = []
        for piece in pieces:
            spans.append(self._span(piece, piece.x - end))
            end = piece.x + piece.width + len(piece.text) * (_spacing(piece) - piece.spacing)
        return "".join(spans)

    def _span(self, piece: Piece, gap: float) -> str:
        name = self._sheet.span_class(piece, _spacing(piece))
        shift = f' style="margin-left:{number(gap)}pt"' if abs(gap) > _NEAR else ""
        return f'<span class="{name}"{shift}>{escape(piece.text, quote=False)}</span>'

    def _apart(self, piece: Piece, baseline: float) -> str:
        stroked = piece.bold or piece.outline
        return self._stroked(piece, baseline) if stroked else self._formed(piece, baseline)

    def _formed(self, piece: Piece, baseline: float) -> str:
        """Widened, narrowed or slanted characters stand in a box that is formed around the baseline in its middle."""
        name = self._sheet.span_class(replace(piece, rise=0.0), piece.spacing / piece.scale)
        span = f'<span class="{name}">{escape(piece.text, quote=False)}</span>'
        place = _place(piece.x, baseline - piece.rise - LINE / 2)
        form = f"transform:{_form(piece, 'deg')};transform-origin:0 50%"
        return f'<u style="{place};line-height:{LINE}pt;{form}">{span}</u>'

    def _stroked(self, piece: Piece, baseline: float) -> str:
        """Characters with a line around their outlines: CSS knows none, SVG does."""
        size = piece.size
        box = _place(piece.x - size, baseline - piece.rise - 2 * size)
        width, height = number(piece.width + 2 * size), number(4 * size)
        look = (
            f'font-family="{self._sheet.family(piece.face)}" font-size="{number(size)}"'
            f' letter-spacing="{number(piece.spacing / piece.scale)}" fill="{"none" if piece.outline else piece.color}"'
            f' stroke="{piece.color}" stroke-width="{number(stroke_width(piece))}" stroke-linejoin="round"'
            f' transform="translate({number(size)},{number(2 * size)}){_form(piece, "")}"'
        )
        text = f'<text x="0" y="0" xml:space="preserve" {look}>{escape(piece.text, quote=False)}</text>'
        size_of = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        return f'<svg style="{box}" {size_of}>{text}</svg>'


def _form(piece: Piece, unit: str) -> str:
    """The transformation of a slanted, widened or narrowed piece."""
    slant = f"skewX({number(-degrees(atan(SLANT)))}{unit})" if piece.slant else ""
    return slant + (f"scale({number(piece.scale)},1)" if piece.scale != 1.0 else "")


def _place(x: float, y: float) -> str:
    return f"left:{number(x)}pt;top:{number(y)}pt"


def _plain(piece: Piece) -> bool:
    return piece.scale == 1.0 and not (piece.bold or piece.slant or piece.outline)


def _spacing(piece: Piece) -> float:
    """The spacing as it is written: to a hundredth of a point, so that lines of nearly equal stretch share a style."""
    return round(piece.spacing, 2)


def _rows_joined(items: Iterable[Item]) -> Iterator[Item]:
    waiting: Line | None = None
    for item in items:
        if waiting is not None and isinstance(item, Line) and _is_beside(waiting, item):
            shift = item.x - waiting.x
            moved = tuple(replace(piece, x=piece.x + shift) for piece in item.pieces)
            waiting = replace(waiting, pieces=(*waiting.pieces, *moved))
            continue
        if waiting is not None:
            yield waiting
        waiting = item if isinstance(item, Line) else None
        if waiting is None:
            yield item
    if waiting is not None:
        yield waiting


def _is_beside(line: Line, after: Line) -> bool:
    if not line.pieces or not after.pieces or after.heading is not None:
        return False
    last = line.pieces[-1]
    near = abs(after.baseline - line.baseline) < _NEAR
    return near and after.x + after.pieces[0].x >= line.x + last.x + last.width - _NEAR
