"""Character classes: a character → what it is for Chinese line breaking."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from docgen.pdf.line_edges import NO_LINE_END, NO_LINE_START

CharClass = Literal[
    "han", "open", "close", "latin", "digit", "mark", "space", "wide_space", "glue", "zero", "soft_hyphen"
]

# Marks that hang beyond the edge (标点溢出边界). Word lets those of East Asian text hang, not a Latin comma.
HANGING = frozenset("，。、；：．､｡")

# Set in the East Asian font or the Latin one, whichever the text around them asks for.
AMBIGUOUS = frozenset("‘’“”…—–·×÷°±§‰′″※①②③④⑤⑥⑦⑧⑨⑩→←↑↓■□▲△●○◆◇★☆√℃")

WESTERN: frozenset[str] = frozenset({"latin", "digit", "mark", "glue", "zero", "soft_hyphen"})
JOINED = frozenset("—…―‥")  # two of them are one mark
_GLUE = "\u00a0\u202f\u2060\ufeff\u2011"  # neither before nor behind them a line ends
_OTHERS = {"\u200b": "zero", "\u00ad": "soft_hyphen", "\u3000": "wide_space"}


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Whether a character is 汉字, kana or full width: set in the East Asian font."""
    code = ord(char[0])
    if code < 0x1100:
        return False
    return unicodedata.east_asian_width(char[0]) in ("W", "F")


@lru_cache(maxsize=8192)
def class_of(char: str, east_asian: bool) -> CharClass:
    """The class of a character (a cluster goes by its first). `east_asian`: it is set in the East Asian font."""
    first = char[0]
    if first in _OTHERS:
        return _OTHERS[first]  # type: ignore[return-value]
    if first in " \u2002\u2003\u2009":
        return "space"
    if first in _GLUE:
        return "glue"
    if east_asian:
        if first in NO_LINE_END:
            return "open"
        closes = first in JOINED or (first in NO_LINE_START and not first.isalnum())
        return "close" if closes else "han"
    if first.isdigit():
        return "digit"
    return "latin" if first.isalpha() else "mark"
