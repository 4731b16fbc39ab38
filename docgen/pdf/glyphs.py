"""Glyphs: a paragraph's inlines as a row of measured characters, each with the face that draws it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.pdf.character_classes import AMBIGUOUS, class_of, is_wide
from docgen.pdf.fonts import Fonts
from docgen.pdf.pages import Face
from docgen.pdf.source import Break, Inline, PageField, Picture, RunFormat, Tab, Text, TextBox

_ATTACHED = re.compile("[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u3099\u309a\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNDRAWN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


@dataclass(slots=True, eq=False)
class Glyph:
    """A character (with its combining marks), a tab, a break or a picture, measured.

    `kind` is a class of `character_classes`, or tab, break, page_break, picture. `width` is without `spacing`; a
    tab's is that of the dot its leader may need.
    """

    text: str
    kind: str
    format: RunFormat
    face: Face
    ascent: float
    descent: float
    width: float
    spacing: float
    picture: Picture | None = None

    @property
    def advance(self) -> float:
        """How far the next character stands from this one's left edge."""
        return self.width + self.spacing


class GlyphMaker:
    """Makes glyphs; equal characters of equal formats are the same object, measured once."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._made: dict[RunFormat, dict[tuple[str, bool], Glyph]] = {}

    def row(self, inlines: tuple[Inline, ...], numbers: dict[str, str]) -> list[Glyph]:
        """The glyphs of a paragraph. `numbers` gives the text of each page field's code."""
        parts = [part for part in (_plain(inline, numbers) for inline in inlines) if part is not None]
        whole = "".join(part.text if isinstance(part, Text) else "\n" for part in parts)
        chinese = any(map(is_wide, whole))
        row: list[Glyph] = []
        at = 0
        for part in parts:
            if isinstance(part, Text):
                row.extend(self._text(part, whole, at, chinese))
                at += len(part.text)
            else:
                row.append(self._special(part))
                at += 1
        return row

    def of_mark(self, mark: RunFormat) -> Glyph:
        """The height of an empty paragraph: that of its mark in the East Asian font."""
        return self._glyph("国", True, mark)

    def _text(self, part: Text, whole: str, at: int, chinese: bool) -> Iterator[Glyph]:
        made = self._made.setdefault(part.format, {})
        for place, char in _clusters(part.text):
            if char in AMBIGUOUS:
                east = part.format.hint_east_asia or _reads_chinese(whole, at + place, chinese)
            else:
                east = is_wide(char)
            glyph = made.get((char, east))
            if glyph is None:
                glyph = made[char, east] = self._glyph(char, east, part.format)
            yield glyph

    def _glyph(self, char: str, east: bool, how: RunFormat) -> Glyph:
        name = how.east_asia if east else how.ascii
        found = self._fonts.for_char(name, how.bold, char)
        unit = how.size / 1000
        width = 0.0 if char in _UNDRAWN else found.data.width(char[0])
        if width is None:
            width = 1000.0 if east else 500.0
        return Glyph(
            "" if char in _UNDRAWN else char,
            class_of(char, east),
            how,
            found.face,
            found.data.ascent * unit,
            found.data.descent * unit,
            width * unit * how.scale,
            how.spacing,
        )

    def _special(self, part: Tab | Break | Picture) -> Glyph:
        if isinstance(part, Picture):
            empty = RunFormat()
            face = self._fonts.face(empty.east_asia).face
            return Glyph("", "picture", empty, face, part.height, 0.0, part.width, 0.0, part)
        height = self.of_mark(part.format)
        kind = "tab" if isinstance(part, Tab) else "break" if part.kind == "line" else "page_break"
        dot = self._glyph(".", False, part.format)
        return Glyph("", kind, part.format, dot.face, height.ascent, height.descent, dot.width, 0.0)


def _plain(inline: Inline, numbers: dict[str, str]) -> Text | Tab | Break | Picture | None:
    """Page fields become text; text boxes do not stand in the line."""
    if isinstance(inline, PageField):
        return Text(numbers.get(inline.code, ""), inline.format)
    return None if isinstance(inline, TextBox) else inline


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """(place, character with what is attached to it)."""
    if not _ATTACHED.search(text):
        yield from enumerate(text)
        return
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not (_ATTACHED.match(text[place]) or text[place - 1] == "\u200d"):
            yield start, text[start:place]
            start = place


def _reads_chinese(whole: str, place: int, chinese: bool) -> bool:
    """Whether a quote, dash or ellipsis belongs to Chinese text.

    Word decides by the run's hint alone; files without hints are common, so the paragraph decides: in Chinese text
    only an apostrophe between two letters (don’t) is Latin.
    """
    before = whole[place - 1] if place else ""
    after = whole[place + 1] if place + 1 < len(whole) else ""
    latin = [_is_letter(before), _is_letter(after)]
    return not all(latin) if chinese else not any(latin)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
