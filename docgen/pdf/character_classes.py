"""Character classes of Chinese line breaking: which characters may not start or end a line (避头尾)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

CharClass = Literal["han", "open", "close", "latin", "digit", "mark", "space", "wide_space"]

# GB/T 15834-2011, 5.1, with the marks Word's list for Simplified Chinese adds. A dash may start a line in both.
NO_LINE_START = frozenset(
    "!%),.:;?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃々〉》」』】〕〗〞！＂％＇），．／：；？］｀｜｝～￠–‥﹐﹒﹔﹕﹖﹗﹚﹜﹞"
)
NO_LINE_END = frozenset("([{£¥‘“〈《「『【〔〖〝＄（．［｛￡￥﹙﹛﹝$")
HANGING = frozenset("，。、；：,.;:､｡")

# Set in the East Asian font or the Latin one, whichever the text around them asks for.
AMBIGUOUS = frozenset("‘’“”…—–·×÷°±§‰′″※①②③④⑤⑥⑦⑧⑨⑩→←↑↓■□▲△●○◆◇★☆√℃")

WESTERN: tuple[str, ...] = ("latin", "digit", "mark")
_JOINED = frozenset("—…―‥")


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
    if first == "\u3000":
        return "wide_space"
    if first in " \u2002\u2003\u2009\u200b":
        return "space"
    if east_asian:
        if first in NO_LINE_END:
            return "open"
        closes = first in _JOINED or (first in NO_LINE_START and not first.isalnum())
        return "close" if closes else "han"
    if first.isdigit():
        return "digit"
    return "latin" if first.isalpha() else "mark"


def may_break(before: str, after: str, before_class: str, after_class: str, kinsoku: bool = True) -> bool:
    """Whether a line may end between two neighbouring characters."""
    if after_class == "space" or before == "\u00a0" or after == "\u00a0":
        return False
    if before_class == "space":
        return True
    if before in _JOINED and after == before:
        return False
    if kinsoku and (after in NO_LINE_START or before in NO_LINE_END):
        return False
    if before_class in WESTERN and after_class in WESTERN:
        return before == "-" and after_class == "latin"
    return True


def takes_gap(before_class: str, after_class: str, latin: bool, digits: bool) -> bool:
    """Whether 中西文间距 stands between two neighbours: 汉字 beside a Latin letter or a digit, never beside marks."""
    if before_class == "han":
        other = after_class
    elif after_class == "han":
        other = before_class
    else:
        return False
    return (other == "latin" and latin) or (other == "digit" and digits)
