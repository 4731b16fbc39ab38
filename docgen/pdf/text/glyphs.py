"""Glyphs: a paragraph's inlines as a row of measured characters, each with the face that draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from docgen.pdf.clusters import clusters
from docgen.pdf.numbers.note_numbers import OWN_NUMBER, note_key
from docgen.pdf.numbers.page_numbers import field_text
from docgen.pdf.source import (
    Bookmark,
    Break,
    Equation,
    Floating,
    Inline,
    NoteNumber,
    NoteReference,
    PageField,
    Picture,
    PositionTab,
    Ruby,
    RunFormat,
    Separator,
    Shape,
    Tab,
    Text,
)
from docgen.pdf.text.character_classes import AMBIGUOUS, WESTERN, class_of, is_wide
from docgen.pdf.text.composites import composite
from docgen.pdf.text.gathering import gathered, is_bound
from docgen.pdf.text.looks import BOLD_STROKE, is_marked, look
from docgen.pdf.text.measured import EAST_ASIAN, Content, Glyph
from docgen.pdf.text.scripts import reads_chinese
from docgen.pdf.typefaces.fonts import Fonts

_Special = Tab | PositionTab | Break | Picture | Ruby | Equation | Content
_BREAKS = {"line": "break", "page": "page_break", "column": "column_break"}
_LEADERS = ".-·"
_UNDRAWN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


class _Sign(Text):
    """The sign of a note in the text."""


class GlyphMaker:
    """Makes glyphs; equal characters of equal formats are the same object, measured once."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._made: dict[RunFormat, dict[tuple[str, bool], Glyph]] = {}

    def row(self, inlines: tuple[Inline | Content, ...], numbers: dict[str, str]) -> list[Glyph]:
        """The glyphs of a paragraph. `numbers` gives the text of each page field's code."""
        parts = [part for part in (_plain(inline, numbers) for inline in inlines) if part is not None]
        whole = "".join(part.text if isinstance(part, Text) else "\n" for part in parts)
        chinese = any(map(is_wide, whole))
        row: list[Glyph] = []
        at = 0
        for part in parts:
            if isinstance(part, Text):
                glyphs = self._text(part, whole, at, chinese)
                row.extend(map(_as_sign, glyphs) if isinstance(part, _Sign) else glyphs)
                at += len(part.text)
            else:
                row.append(self._special(part))
                at += 1
        if any(isinstance(part, Text) and is_bound(part.format) for part in parts):
            return gathered(row, self)
        return row

    def of_mark(self, mark: RunFormat) -> Glyph:
        """The height of an empty paragraph: that of its mark in the East Asian font, if that is one (some files name
        Times New Roman there), else in the Latin one."""
        own = self._fonts.face(mark.east_asia, mark.bold, mark.italic)
        char, east = ("国", True) if own.data.width("国") is not None else ("x", False)
        made = self._made.setdefault(mark, {})
        glyph = made.get((char, east))
        if glyph is None:
            glyph = made[char, east] = self._glyph(char, east, mark)
        return glyph

    def characters(self, text: str, how: RunFormat) -> list[Glyph]:
        """A text by itself as glyphs: what a box sets in its own way."""
        return list(self._text(Text(text, how), text, 0, any(map(is_wide, text))))

    def box(self, content: Content, how: RunFormat) -> Glyph:
        """A glyph that carries something set already; lines break before and behind it as beside a 汉字."""
        face = self._fonts.face(how.east_asia).face
        return Glyph(
            content.text, "box", how, face, content.ascent, content.descent, content.width, how.spacing, content=content
        )

    def _text(self, part: Text, whole: str, at: int, chinese: bool) -> Iterator[Glyph]:
        made = self._made.setdefault(part.format, {})
        for place, char in clusters(part.text):
            if char in AMBIGUOUS:
                east = part.format.hint_east_asia or reads_chinese(whole, at + place, chinese)
            else:
                east = is_wide(char)
            glyph = made.get((char, east))
            if glyph is None:
                glyph = made[char, east] = self._glyph(char, east, part.format)
            yield glyph

    def again(self, glyph: Glyph, how: RunFormat) -> Glyph:
        """The same character in another format."""
        return self._glyph(glyph.text, glyph.kind in EAST_ASIAN, how)

    def kern(self, glyphs: list[Glyph], gaps: list[float]) -> None:
        """Bring the pairs of kerned Latin letters nearer: added to the gaps, so that places alone decide."""
        for place, (one, two) in enumerate(pairwise(glyphs), 1):
            if one.kind in WESTERN and two.kind in WESTERN and _are_kerned(one, two):
                gaps[place] += self._fonts.kerning(one.face, one.text, two.text) * one.size * one.format.scale

    def _glyph(self, char: str, east: bool, how: RunFormat) -> Glyph:
        text, size, rise = look(char, how)
        found = self._fonts.for_char(how.east_asia if east else how.ascii, how.bold, text, how.italic)
        unit = size / 1000
        width = 0.0 if char in _UNDRAWN else found.data.width(text[0])
        if width is None:
            width = 1000.0 if east else 500.0
        return Glyph(
            "" if char in _UNDRAWN else text,
            class_of(char, east),
            how,
            found.face,
            found.data.ascent * unit + (rise if rise > 0 else 0.0),
            found.data.descent * unit - (rise if rise < 0 else 0.0),
            width * unit * how.scale,
            how.spacing,
            size=size,
            rise=rise,
            bold=size * BOLD_STROKE if how.bold and not found.bold else 0.0,
            slant=how.italic and not found.italic,
            marked=is_marked(how),
            hyphen=self._glyph("-", False, how) if char == "\u00ad" else None,
        )

    def _special(self, part: _Special) -> Glyph:
        if isinstance(part, Content):
            return self.box(part, RunFormat())
        if isinstance(part, Ruby | Equation):
            return self.box(composite(part, self.characters), part.format)
        if isinstance(part, Picture):
            empty = RunFormat()
            face = self._fonts.face(empty.east_asia).face
            return Glyph("", "picture", empty, face, part.height, 0.0, part.width, 0.0, part)
        height = self.of_mark(part.format)
        kind = _BREAKS[part.kind] if isinstance(part, Break) else "tab"
        stop = part if isinstance(part, PositionTab) else None
        dots = {char: self._glyph(char, False, part.format) for char in (_LEADERS if kind == "tab" else ".")}
        shown = replace(dots["."], text="", kind=kind, spacing=0.0, stop=stop, leaders=dots)
        shown.ascent, shown.descent = height.ascent, height.descent
        return shown


def _plain(inline: Inline | Content, numbers: dict[str, str]) -> Text | _Special | None:
    """Page fields become text; what floats does not stand in the line."""
    if isinstance(inline, Text):
        return inline
    if isinstance(inline, PageField):
        return Text(field_text(inline, numbers), inline.format)
    if isinstance(inline, NoteReference):
        return _Sign(numbers.get(note_key(inline.note), ""), inline.format)
    if isinstance(inline, NoteNumber):
        return Text(numbers.get(OWN_NUMBER, ""), inline.format)
    return None if isinstance(inline, Floating | Shape | Separator | Bookmark) else inline


def _as_sign(glyph: Glyph) -> Glyph:
    """A letter or digit of a note's sign: a mark, beside which no 中西文间距 stands, in LibreOffice neither."""
    return replace(glyph, kind="mark") if glyph.kind in ("latin", "digit") else glyph


def _are_kerned(one: Glyph, two: Glyph) -> bool:
    if not (one.format.kerning and two.format.kerning):
        return False
    return one.face == two.face and (one.size, one.rise) == (two.size, two.rise)
