"""Numbers in English words, as Word's One, Two and First, Second count them."""

from __future__ import annotations

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()  # noqa: SIM905
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(value: int) -> str:
    """Twenty-one: the first letter is large, as in Word's lists."""
    return _words(value).capitalize()


def ordinal_word(value: int) -> str:
    """Twenty-first."""
    words = _words(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return (words[:cut] + _IRREGULAR.get(last, regular)).capitalize()


def ordinal(value: int) -> str:
    """21st."""
    teens = 10 < value % 100 < 14
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _words(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    if value < 100:
        rest = value % 10
        return _TENS[value // 10 - 1] + (f"-{_SMALL[rest]}" if rest else "")
    for worth, name in _GROUPS:
        if value >= worth:
            count, rest = divmod(value, worth)
            return f"{_words(count)} {name}" + (f" {_words(rest)}" if rest else "")
    return str(value)
