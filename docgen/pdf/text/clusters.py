"""Clusters: a text cut into characters with what is attached to them, and which script its shared marks belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATTACHED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u3099\u309a\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]"
)


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """(place, character with what is attached to it)."""
    if not _ATTACHED.search(text):
        yield from enumerate(text)
        return
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not (_ATTACHED.match(text[place]) or text[place - 1] == "\u200d"):
            yield start, text[start:place]
            start = place


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
