"""Numbers in 汉字, by the number formats of Word (ECMA-376 Part 1, 17.18.59)."""

from __future__ import annotations

from dataclasses import dataclass

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Counting:
    """A way to count: the digits from zero, the units of ten, hundred and thousand, and ten thousand.

    `bare` units stand without a leading one: 十一. `zeros`: a gap is said, 一百零一. `any_bare`: a unit never says one.
    """

    digits: str
    units: str
    myriad: str
    bare: bool = False
    zeros: bool = True
    any_bare: bool = False


THOUSANDS = Counting("零一二三四五六七八九", "十百千", "万", bare=True)
TAIWANESE = Counting("零一二三四五六七八九", "十百千", "萬", bare=True)
LEGAL = Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
TRADITIONAL_LEGAL = Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
JAPANESE = Counting("〇一二三四五六七八九", "十百千", "万", zeros=False, any_bare=True)
JAPANESE_LEGAL = Counting("零壱弐参四伍六七八九", "拾百阡", "萬", zeros=False)


def counted(value: int, way: Counting) -> str:
    """A number said with its units: 一百零一, 壹佰零壹."""
    if value < 10_000:
        return _below_myriad(value, way) or way.digits[0]
    above, below = divmod(value, 10_000)
    text = counted(above, way) + way.myriad
    if below:
        text += way.digits[0] if way.zeros and below < 1000 else ""
        text += _below_myriad(below, way, leading=False)
    return text


def _below_myriad(value: int, way: Counting, leading: bool = True) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit, value = divmod(value, 10**power)
        if not digit:
            gap = bool(text)
            continue
        text += way.digits[0] if gap and way.zeros else ""
        unit = way.units[power - 1] if power else ""
        # 十 to 十九 are said without 一 by themselves; behind another unit it is said: 一百一十.
        silent = digit == 1 and unit and (way.any_bare or (way.bare and power == 1 and leading and not text))
        text += unit if silent else way.digits[digit] + unit
        gap = False
    return text


def short(value: int, zero: str = "〇") -> str:
    """The Counting formats: 二十五 up to 九十九, from a hundred on digit by digit: 一〇〇."""
    return counted(value, THOUSANDS) if 0 < value < 100 else digital(value, zero)


def digital(value: int, zero: str = "〇") -> str:
    """Digit by digit: 二〇二四."""
    return "".join((zero + "一二三四五六七八九")[int(digit)] for digit in str(value))


def sexagenary(value: int) -> str:
    """干支: 甲子, 乙丑 … sixty of them."""
    return STEMS[(value - 1) % 10] + BRANCHES[(value - 1) % 12]
