"""Symbol fonts: what their characters show, as characters that every font program understands."""

from __future__ import annotations

import re

from docgen.pdf.reading.symbol_tables import TABLES

REPLACEMENT = "□"
PLAIN_FONT = "Symbol"
"""A private character in a text font is an old bullet: Word shows it from this one."""
# Where Word keeps the characters of a symbol font: 0xF000 + their place in it.
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_BLANK = 0x20


def is_symbol_font(name: str) -> bool:
    """Whether a font draws symbols in place of letters."""
    return name.lower() in TABLES


def has_symbols(text: str) -> bool:
    """Whether a text has characters that only a symbol font can draw."""
    return not text.isascii() and _PRIVATE.search(text) is not None


def is_symbol(char: str, font: str) -> bool:
    """Whether a character set in a font is drawn by a symbol font."""
    return _PRIVATE.match(char) is not None or (is_symbol_font(font) and 0x20 < ord(char) < 0x100)


def symbol_of(char: str, font: str) -> str:
    """The character that a symbol font shows for one of its own; "" where none is known."""
    code = ord(char) & 0xFF
    return TABLES[font.lower()].get(code, " " if code == _BLANK else "")
