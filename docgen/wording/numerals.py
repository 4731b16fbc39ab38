"""Chinese numerals and document numbers."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五; 0 to 9999.

    Raises ValueError outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"no Chinese numeral is made for {number}")
    if number == 0:
        return "零"
    text, gap = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = True
    # 十 to 十九 are said without the leading 一; inside a larger number it stays: 一百一十.
    return text.removeprefix("一") if text.startswith("一十") else text


def document_number(code: str, year: int, serial: int) -> str:
    """发文字号: code, full year in 〔〕, serial without leading zeros (GB/T 9704-2012, 7.2.5)."""
    return f"{code}〔{year}〕{serial}号"
