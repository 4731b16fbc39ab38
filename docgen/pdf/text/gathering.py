"""Gathering: neighbours that Word sets together as one (调整宽度, 双行合一, 纵横混排) become boxes of the row."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from math import fsum
from typing import Protocol

from docgen.pdf.source import Fit, Joint, RunFormat
from docgen.pdf.text.fitted import fitted
from docgen.pdf.text.joined import turned, two_lines
from docgen.pdf.text.measured import Content, Glyph

_ALONE = ("tab", "break", "page_break", "column_break", "picture", "box")


class Maker(Protocol):
    """What makes glyphs."""

    def again(self, glyph: Glyph, how: RunFormat) -> Glyph:
        """The same character in another format."""

    def of_mark(self, mark: RunFormat) -> Glyph:
        """A 汉字 of a format."""

    def characters(self, text: str, how: RunFormat) -> list[Glyph]:
        """The glyphs of a text."""

    def box(self, content: Content, how: RunFormat) -> Glyph:
        """A glyph that carries a content."""


def is_bound(how: RunFormat) -> bool:
    """Whether characters of this format go together with their neighbours."""
    return how.fit is not None or how.joint is not None


def gathered(row: list[Glyph], maker: Maker) -> list[Glyph]:
    """The row with each group of neighbours as one box."""
    found: list[Glyph] = []
    for bond, group in groupby(row, key=_bond):
        glyphs = list(group)
        shown = [glyph for glyph in glyphs if glyph.text]
        if bond is None or not shown:
            found += glyphs
        else:
            found.append(_boxed(bond, shown, maker))
    return found


def _bond(glyph: Glyph) -> Fit | Joint | None:
    return None if glyph.kind in _ALONE else glyph.format.joint or glyph.format.fit


def _boxed(bond: Fit | Joint, glyphs: list[Glyph], maker: Maker) -> Glyph:
    how = replace(glyphs[-1].format, fit=None, joint=None)
    if isinstance(bond, Fit):
        return maker.box(fitted(glyphs, bond.width), replace(how, spacing=0.0))
    tall = maker.of_mark(replace(how, level=""))
    if bond.kind == "two_lines":
        small = [maker.again(glyph, _half(glyph.format)) for glyph in glyphs]
        return maker.box(two_lines(small, maker.characters(bond.brackets, how), tall), how)
    own = [maker.again(glyph, replace(glyph.format, joint=None)) for glyph in glyphs]
    length, room = fsum(glyph.advance for glyph in own), tall.size
    if bond.compressed and length > room:
        own = [maker.again(glyph, _narrowed(glyph.format, room / length)) for glyph in own]
    return maker.box(turned(own, tall), how)


def _half(how: RunFormat) -> RunFormat:
    return replace(how, size=how.size / 2, spacing=how.spacing / 2, rise=0.0, fit=None, joint=None)


def _narrowed(how: RunFormat, share: float) -> RunFormat:
    return replace(how, scale=how.scale * share, spacing=how.spacing * share)
