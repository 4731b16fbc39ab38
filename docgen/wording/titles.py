"""Titles of several lines: broken between words, in the form of a trapezoid or diamond (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WORD_BREAK = "|"
"""In a template's title: a line may end here."""


def title_lines(marked: str, capacity: int) -> list[str]:
    """Split a title at its word breaks into the fewest lines of at most `capacity` characters.

    Among the ways with that number of lines the one whose lines form a shape the standard asks for (ever longer, ever
    shorter, or longest in the middle) and differ least is taken. A word longer than a line gets lines of its own, split
    by the line breaker.
    """
    words = [word for word in marked.split(WORD_BREAK) if word]
    if not words:
        return []
    filled = _filled(words, capacity)
    if len(filled) > _MOST_LINES and len(words) > _MOST_WORDS:
        return filled  # no title: so many words have more ways than a machine can look at
    return min(_ways(words, len(filled), capacity), key=_ugliness)


_MOST_LINES, _MOST_WORDS = 4, 16


def _filled(words: Sequence[str], capacity: int) -> list[str]:
    """Line after line as full as it can be; no way needs fewer lines."""
    lines: list[str] = []
    for word in words:
        if lines and width(lines[-1] + word) <= capacity:
            lines[-1] += word
        else:
            lines.append(word)
    return lines


def too_long_words(marked: str, capacity: int) -> list[str]:
    """The words of a title that do not fit on a line of `capacity` characters, in order, each once."""
    return list(dict.fromkeys(word for word in marked.split(WORD_BREAK) if width(word) > capacity))


def width(text: str) -> float:
    """Width in 字: half for digits, Latin letters and half-width marks."""
    narrow = len(re.findall(r"[\x20-\x7e]", text))
    return len(text) - narrow / 2


def _ways(words: Sequence[str], count: int, capacity: int) -> Iterator[list[str]]:
    """The ways to put the words on `count` lines that are not too long."""
    if count == 0:
        if not words:
            yield []
        return
    for end in range(1, len(words) - count + 2):
        line = "".join(words[:end])
        if width(line) > capacity and end > 1:
            return
        for rest in _ways(words[end:], count - 1, capacity):
            yield [line, *rest]


def _ugliness(lines: list[str]) -> tuple[int, float, float]:
    widths = [width(line) for line in lines]
    spread = max(widths) - min(widths)
    # An hourglass or a rectangle of equal lines is what the standard's shapes exclude.
    peak = widths.index(max(widths))
    rises, falls = (
        widths[: peak + 1] == sorted(widths[: peak + 1]),
        widths[peak:] == sorted(widths[peak:], reverse=True),
    )
    shape = 0 if rises and falls and (len(lines) == 1 or spread > 0) else 1
    # A first line that is shorter than the last reads better than the reverse: 上短下长 is the commoner trapezoid.
    return shape, spread, widths[0]
