"""Fonts of a few characters, made in the test itself."""

from __future__ import annotations

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def made_font(family: str, chars: str, chinese: str = "", weight: int = 400, width: int = 1000) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"u{ord(char):04X}" for char in chars)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): f"u{ord(char):04X}" for char in chars})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (width, 0)))
    builder.setupHorizontalHeader(ascent=900, descent=-100, lineGap=50)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    if chinese:
        builder.font["name"].setName(chinese, 1, 3, 1, 0x804)
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    return builder
