"""层次序数: 一、 （一） 1. （1） at the beginning of a paragraph (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.wording.numerals import chinese

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_FORMS = (
    re.compile(rf"(?P<number>{_NUMERAL})、"),
    re.compile(rf"[（(](?P<number>{_NUMERAL})[）)]"),
    re.compile(r"(?P<number>\d{1,2})[.．](?!\d)"),
    re.compile(r"[（(](?P<number>\d{1,2})[）)]"),
)
_VALUES = {chinese(number): number for number in range(1, 100)}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number at the head of a paragraph: its level from 1 to 4, its value, and how it is written."""

    level: int
    value: int
    written: str


def ordinal(text: str) -> Ordinal | None:
    """The number that a paragraph begins with; brackets may be of either width."""
    for level, form in enumerate(_FORMS, 1):
        match = form.match(text)
        if match is None:
            continue
        number = match["number"]
        value = int(number) if number.isdigit() else _VALUES.get(number, 0)
        if value:
            return Ordinal(level, value, match[0])
    return None


def written(level: int, value: int, like: str = "") -> str:
    """The number of a level as it is written; with the brackets of `like` where that has half-width ones."""
    number = chinese(value) if level <= 2 else str(value)
    opening, closing = "()" if like.startswith("(") else "（）"
    return {1: f"{number}、", 3: f"{number}."}.get(level, f"{opening}{number}{closing}")
