"""Scripts: a mark that Chinese and Latin text share, and what stands beside it → which of the two it belongs to."""

from __future__ import annotations


def reads_chinese(whole: str, place: int, chinese: bool) -> bool:
    """Whether a quote, dash or ellipsis belongs to Chinese text.

    Word decides by the run's hint alone; files without hints are common, so the paragraph decides: in Chinese text
    only an apostrophe between two letters (don’t) is Latin.
    """
    before = whole[place - 1] if place else ""
    after = whole[place + 1] if place + 1 < len(whole) else ""
    latin = [_is_letter(before), _is_letter(after)]
    return not all(latin) if chinese else not any(latin)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
