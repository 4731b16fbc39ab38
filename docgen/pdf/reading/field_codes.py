"""Field codes: the words of a field's instruction and what they ask for (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_ESCAPED = re.compile(r'\\([\\"])')
_SCHEMES = frozenset({"http", "https", "mailto"})
_PLAIN_NUMBERS = frozenset({"ARABIC", "MERGEFORMAT", "CHARFORMAT", "MERGEFORMATINET"})
# The general formatting switches for numbers (17.16.4.3.1), in capital letters.
_FORMATS = {
    "ARABICDASH": "numberInDash",
    "ORDINAL": "ordinal",
    "CARDTEXT": "cardinalText",
    "ORDTEXT": "ordinalText",
    "HEX": "hex",
    "CHINESENUM1": "chineseCounting",
    "CHINESENUM2": "chineseLegalSimplified",
    "CHINESENUM3": "chineseCountingThousand",
    "DBNUM1": "ideographDigital",
    "DBNUM2": "chineseCountingThousand",
    "DBNUM3": "chineseLegalSimplified",
    "DBNUM4": "japaneseDigitalTenThousand",
    "KANJINUM1": "ideographDigital",
    "KANJINUM2": "japaneseCounting",
    "KANJINUM3": "japaneseLegal",
    "DBCHAR": "decimalFullWidth",
    "SBCHAR": "decimalHalfWidth",
    "CIRCLENUM": "decimalEnclosedCircle",
    "GB1": "decimalEnclosedFullstop",
    "GB2": "decimalEnclosedParen",
    "GB3": "decimalEnclosedCircleChinese",
    "GB4": "ideographEnclosedCircle",
    "ZODIAC1": "ideographTraditional",
    "ZODIAC2": "ideographZodiac",
    "ZODIAC3": "ideographZodiacTraditional",
    "AIUEO": "aiueo",
    "IROHA": "iroha",
    "GANADA": "ganada",
    "CHOSUNG": "chosung",
}
_LETTERS = {"ROMAN": ("upperRoman", "lowerRoman"), "ALPHABETIC": ("upperLetter", "lowerLetter")}


def words_of(instruction: str) -> list[str]:
    """The words of an instruction, quotes taken off."""
    found = []
    for quoted, bare in _WORD.findall(instruction):
        found.append(_ESCAPED.sub(r"\1", quoted) if quoted else bare if bare != '""' else "")
    return found


def number_format(words: Sequence[str]) -> str:
    r"""The number format that `\*` or `\#` asks for: "" for none, the word itself for one that is not known."""
    asked = ""
    for switch, word in pairwise(words):
        if switch == "\\*" and word.upper() not in _PLAIN_NUMBERS:
            large, small = _LETTERS.get(word.upper(), ("", ""))
            asked = (large if word[0].isupper() else small) or _FORMATS.get(word.upper(), word)
        elif switch == "\\#":
            asked = word
    return asked


def link_of(words: Sequence[str]) -> str:
    r"""Where a field leads: that of a HYPERLINK, or the bookmark of a reference with `\h`; "" for none."""
    name = words[0].upper() if words else ""
    if name in ("REF", "PAGEREF", "NOTEREF") and "\\h" in words[1:] and len(words) > 2:
        return f"#{words[1]}"
    if name != "HYPERLINK":
        return ""
    place = _after(words, "\\l")
    file = next((word for word in _arguments(words[1:]) if word), "")
    return f"{file}#{place}" if place else file


def is_followed(target: str) -> bool:
    """Whether a link may be clicked: web and mail addresses, and places in this document; no files, no programs."""
    if target.startswith("#"):
        return len(target) > 1
    try:
        return urlsplit(target).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def symbol_code(words: Sequence[str]) -> tuple[str, str, float]:
    r"""(hexadecimal code, font, size) of a SYMBOL field: `SYMBOL 252 \f "Wingdings" \s 12`; size 0: as the text."""
    number = words[1] if len(words) > 1 else ""
    try:
        code = int(number, 16) if number.lower().startswith("0x") else int(number)
        size = float(_after(words, "\\s") or 0)
    except ValueError:
        return "", "", 0.0
    return f"{code:X}", _after(words, "\\f"), size


def _after(words: Sequence[str], switch: str) -> str:
    """The word behind a switch."""
    places = [place for place, word in enumerate(words[:-1]) if word.lower() == switch]
    return words[places[0] + 1] if places else ""


def _arguments(words: Sequence[str]) -> list[str]:
    """The words that belong to no switch of a HYPERLINK."""
    found, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word.startswith("\\") and len(word) == 2:
            skip = word.lower() in ("\\l", "\\o", "\\t", "\\s", "\\*")
        else:
            found.append(word)
    return found
