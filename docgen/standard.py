"""The numbers of GB/T 9704-2012, each with clause and strength. Practice is marked and never called the standard.

Lengths are types: `Mm(37).twips`, `Pt(16).half_points`, `Zi(2)` (字, the width of one 汉字 of the body's type).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_PT_PER_MM = 72 / 25.4


class Strength(StrEnum):
    """How binding a number is."""

    REQUIRED = "规定"
    NORMAL = "一般"
    RECOMMENDED = "推荐"
    ALLOWED = "可"
    PRACTICE = "实务"
    DERIVED = "推算"


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length, held in points."""

    pt: float

    @property
    def mm(self) -> float:
        """Millimetres."""
        return self.pt / _PT_PER_MM

    @property
    def twips(self) -> int:
        """Twentieths of a point, Word's unit of distance."""
        return round(self.pt * 20)

    @property
    def half_points(self) -> int:
        """Half points, Word's unit of type size."""
        return round(self.pt * 2)

    @property
    def eighths(self) -> int:
        """Eighths of a point, Word's unit of line thickness."""
        return round(self.pt * 8)

    @property
    def emu(self) -> int:
        """English metric units, DrawingML's unit."""
        return round(self.pt * 12700)


def Mm(value: float) -> Length:  # noqa: N802 - reads as a unit
    """Millimetres as a length."""
    return Length(value * _PT_PER_MM)


def Pt(value: float) -> Length:  # noqa: N802
    """Points as a length."""
    return Length(value)


@dataclass(frozen=True, slots=True)
class Fact:
    """A length of the standard with its clause and strength."""

    length: Length
    clause: str
    strength: Strength


# 5 字号 of type, in points: the names are the trade's, the standard uses them without figures.
SIZES: dict[str, Length] = {
    name: Pt(points)
    for name, points in {
        "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18,
        "三号": 16, "小三": 15, "四号": 14, "小四": 12, "五号": 10.5,
    }.items()
}  # fmt: skip

PAGE_WIDTH = Fact(Mm(210), "5.1", Strength.REQUIRED)
PAGE_HEIGHT = Fact(Mm(297), "5.1", Strength.REQUIRED)
TOP = Fact(Mm(37), "5.2.1", Strength.REQUIRED)
LEFT = Fact(Mm(28), "5.2.1", Strength.REQUIRED)
TEXT_WIDTH = Fact(Mm(156), "5.2.1", Strength.REQUIRED)
TEXT_HEIGHT = Fact(Mm(225), "5.2.1", Strength.REQUIRED)
BOTTOM = Fact(Mm(35), "5.2.1", Strength.DERIVED)
RIGHT = Fact(Mm(26), "5.2.1", Strength.DERIVED)
LINES_PER_PAGE = 22  # 5.2.3, 一般
CHARACTERS_PER_LINE = 28  # 5.2.3, 一般

LINE_PITCH = Fact(Length(579 / 20), "5.2.3", Strength.DERIVED)
"""225 mm / 22 = 28.99 pt; 579 twips is the largest pitch that keeps 22 lines."""

TRACKING = Fact(Length(-5 / 20), "5.2.3", Strength.DERIVED)
"""28 characters of 16 pt need 448 pt, the 版心 has 442.2 pt: each character gives up a quarter point."""

MARK_TOP = Fact(Mm(35), "7.2.4", Strength.REQUIRED)
"""Upper edge of the 发文机关标志 below the upper edge of the 版心."""

RULE_BELOW_NUMBER = Fact(Mm(4), "7.2.7", Strength.REQUIRED)
"""From the 发文字号 down to the red rule."""

RED_RULE = Fact(Pt(1.5), "7.2.7", Strength.PRACTICE)
IMPRINT_THICK = Fact(Mm(0.35), "7.4.1", Strength.RECOMMENDED)
IMPRINT_THIN = Fact(Mm(0.25), "7.4.1", Strength.RECOMMENDED)
PAGE_NUMBER_GAP = Fact(Mm(7), "7.5", Strength.REQUIRED)
"""From the lower edge of the 版心 to the upper edge of the page number."""

RED = "FF0000"  # 7.2.4, 7.2.7

FONT_BODY = "仿宋_GB2312"
FONT_TITLE = "方正小标宋简体"
FONT_LEVEL_1 = "黑体"
FONT_LEVEL_2 = "楷体_GB2312"
FONT_PAGE_NUMBER = "宋体"

# 二号 type in the title holds 20 characters a line; keep one free on each side so that a line is never split by Word.
TITLE_CHARACTERS = int(TEXT_WIDTH.length.pt // SIZES["二号"].pt) - 1
