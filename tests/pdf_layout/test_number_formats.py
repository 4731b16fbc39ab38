"""Number formats: every one that Chinese documents use, at its turning points."""

import pytest

from docgen.pdf.numbers.number_formats import formatted, knows

WRITTEN = {
    "decimal": {0: "0", 1: "1", 12: "12", -3: "-3"},
    "decimalZero": {1: "01", 9: "09", 10: "10", 100: "100"},
    "decimalFullWidth": {12: "１２"},
    "decimalFullWidth2": {3: "３"},
    "decimalHalfWidth": {12: "12"},
    "numberInDash": {7: "- 7 -"},
    "hex": {10: "A", 255: "FF"},
    "upperRoman": {4: "IV", 49: "XLIX", 1994: "MCMXCIV", 40_000: "40000"},
    "lowerRoman": {0: "0", 9: "ix"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA"},
    "lowerLetter": {2: "b", 27: "aa"},
    "russianLower": {1: "а", 30: "аа"},
    "chicago": {1: "*", 4: "§", 5: "**"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 13: "13th", 21: "21st", 112: "112th"},
    "cardinalText": {1: "One", 20: "Twenty", 21: "Twenty-one", 112: "One hundred twelve", 1000: "One thousand"},
    "ordinalText": {1: "First", 5: "Fifth", 12: "Twelfth", 20: "Twentieth", 32: "Thirty-second", 100: "One hundredth"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {10: "⑩"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩", 11: "11"},
    "chineseCounting": {0: "〇", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇", 120: "一二〇"},
    "chineseCountingThousand": {
        0: "零",
        10: "十",
        15: "十五",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        1001: "一千零一",
        1010: "一千零一十",
        10_000: "一万",
        10_010: "一万零一十",
        21_000: "二万一千",
        120_305: "十二万零三百零五",
    },
    "chineseLegalSimplified": {1: "壹", 10: "壹拾", 26: "贰拾陆", 105: "壹佰零伍", 2000: "贰仟"},
    "ideographLegalTraditional": {3: "參", 6: "陸", 10_000: "壹萬"},
    "taiwaneseCounting": {21: "二十一", 100: "一○○"},
    "taiwaneseCountingThousand": {10_000: "一萬"},
    "taiwaneseDigital": {10: "一○"},
    "japaneseCounting": {10: "十", 100: "百", 101: "百一", 1100: "千百", 10_001: "一万一"},
    "japaneseLegal": {1: "壱", 10: "壱拾", 2024: "弐阡弐拾四"},
    "japaneseDigitalTenThousand": {10: "一〇"},
    "ideographDigital": {0: "〇", 25: "二五", 2024: "二〇二四"},
    "koreanDigital2": {10: "一零"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
    "ideographZodiacTraditional": {1: "甲子", 11: "甲戌", 13: "丙子", 60: "癸亥", 61: "甲子"},
    "aiueo": {1: "ア", 6: "カ"},
    "iroha": {2: "ロ"},
    "ganada": {2: "나", 15: "가가"},
    "chosung": {3: "ㄷ"},
    "none": {1: ""},
    "bullet": {1: ""},
    "001, 002, 003, ...": {1: "001", 12: "012", 1234: "1234"},
    "00": {5: "05"},
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_number_is_written_as_word_writes_it(name: str) -> None:
    assert knows(name)
    assert {value: formatted(value, name) for value in WRITTEN[name]} == WRITTEN[name]


def test_a_format_that_nobody_knows_gives_plain_digits() -> None:
    assert (knows("klingon"), formatted(7, "klingon")) == (False, "7")


def test_letters_repeated_without_end_stop_at_a_line_of_them() -> None:
    assert formatted(2_000_000_000, "lowerLetter") == "x" * 64
