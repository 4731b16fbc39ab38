"""Number formats: a number → the text that a list, a page number or a field shows (ECMA-376 Part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from docgen.pdf.numbers import chinese_numbers as chinese
from docgen.pdf.numbers.english_numbers import cardinal, ordinal, ordinal_word

_LONGEST = 64  # letters repeat; a start of two thousand million is no reason to fill a page with them
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_LARGEST_ROMAN = 32_767
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def roman(value: int) -> str:
    """MCMXCIX; plain digits beyond what Word writes so."""
    if value > _LARGEST_ROMAN:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


def _repeated(value: int, signs: str) -> str:
    """A … Z, AA, BB …: after the last sign each is written twice, then three times."""
    turns, place = divmod(value - 1, len(signs))
    return signs[place] * min(turns + 1, _LONGEST)


def _from(value: int, first: int, count: int) -> str:
    """Signs that Unicode has one by one from `first` on; plain digits beyond the last."""
    return chr(first + value - 1) if value <= count else str(value)


def _one_of(value: int, signs: str) -> str:
    """Signs of a closed set; plain digits beyond the last."""
    return signs[value - 1] if value <= len(signs) else str(value)


def _lower(value: int, made: Callable[[int], str]) -> str:
    return made(value).lower()


_letters = partial(_repeated, signs=_LATIN)
_circled = partial(_from, first=0x2460, count=20)
_MADE: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "upperRoman": roman,
    "lowerRoman": partial(_lower, made=roman),
    "upperLetter": _letters,
    "lowerLetter": partial(_lower, made=_letters),
    "russianUpper": partial(_repeated, signs=_RUSSIAN.upper()),
    "russianLower": partial(_repeated, signs=_RUSSIAN),
    "chicago": partial(_repeated, signs="*†‡§"),
    "ordinal": ordinal,
    "cardinalText": cardinal,
    "ordinalText": ordinal_word,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": partial(_from, first=0x2474, count=20),
    "decimalEnclosedFullstop": partial(_from, first=0x2488, count=20),
    # The name says circle; Word writes the parenthesized ㈠.
    "ideographEnclosedCircle": partial(_from, first=0x3220, count=10),
    "chineseCounting": chinese.short,
    "chineseCountingThousand": partial(chinese.counted, way=chinese.THOUSANDS),
    "chineseLegalSimplified": partial(chinese.counted, way=chinese.LEGAL),
    "ideographLegalTraditional": partial(chinese.counted, way=chinese.TRADITIONAL_LEGAL),
    "taiwaneseCounting": partial(chinese.short, zero="○"),
    "taiwaneseCountingThousand": partial(chinese.counted, way=chinese.TAIWANESE),
    "taiwaneseDigital": partial(chinese.digital, zero="○"),
    "japaneseCounting": partial(chinese.counted, way=chinese.JAPANESE),
    "japaneseLegal": partial(chinese.counted, way=chinese.JAPANESE_LEGAL),
    "japaneseDigitalTenThousand": chinese.digital,
    "ideographDigital": chinese.digital,
    "koreanDigital2": partial(chinese.digital, zero="零"),
    "ideographTraditional": partial(_one_of, signs=chinese.STEMS),
    "ideographZodiac": partial(_one_of, signs=chinese.BRANCHES),
    "ideographZodiacTraditional": chinese.sexagenary,
    "aiueo": partial(_repeated, signs=_KATAKANA),
    "aiueoFullWidth": partial(_repeated, signs=_KATAKANA),
    "iroha": partial(_repeated, signs=_IROHA),
    "irohaFullWidth": partial(_repeated, signs=_IROHA),
    "ganada": partial(_repeated, signs="가나다라마바사아자차카타파하"),
    "chosung": partial(_repeated, signs="ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
}
_WORDLESS = ("none", "bullet")
_FROM_ZERO = frozenset(
    """decimal decimalHalfWidth decimalZero decimalFullWidth decimalFullWidth2 numberInDash hex chineseCounting
    chineseCountingThousand chineseLegalSimplified ideographLegalTraditional taiwaneseCounting taiwaneseDigital
    taiwaneseCountingThousand japaneseCounting japaneseLegal japaneseDigitalTenThousand ideographDigital
    koreanDigital2""".split()  # noqa: SIM905
)


def knows(name: str) -> bool:
    """Whether numbers can be written in a format."""
    return name in _MADE or name in _WORDLESS or _padding(name) > 0


def formatted(value: int, name: str) -> str:
    """A number in a format; an unknown one gives plain digits.

    `name` is a value of ST_NumberFormat, or the pattern of a custom one: `001, 002, 003, ...`.
    """
    if name in _WORDLESS:
        return ""
    if _padding(name):
        return f"{max(value, 0):0{_padding(name)}}"
    if value < (0 if name in _FROM_ZERO else 1):
        return str(value)  # letters and the like have no zero
    return _MADE.get(name, str)(value)


def _padding(pattern: str) -> int:
    """The digits of a custom format like `001, 002, 003, ...`; 0 for anything else."""
    first = pattern.split(",")[0].strip()
    return len(first) if first.isdecimal() and first.isascii() and len(first) <= _LONGEST else 0
