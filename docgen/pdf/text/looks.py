"""Looks: how a format draws one of its characters, as Word does it: in which letters, how large, how far raised."""

from __future__ import annotations

from typing import NamedTuple

from docgen.pdf.source import RunFormat

# Shares of the type size that other engines take over from Word, not measured in Word itself; sizes are rounded to half
# points.
_SCRIPT_SIZE = 0.65
_SUPER_RISE = 0.35
_SUB_RISE = -0.141
_SMALL_CAPS = 0.8
BOLD_STROKE = 1 / 28
"""Width of the stroke that thickens characters without a bold face; half of it grows outward."""


class Look(NamedTuple):
    """The letters shown for a character, their size and how far they stand above the baseline."""

    text: str
    size: float
    rise: float


def look(char: str, how: RunFormat) -> Look:
    """The look of a character."""
    if not (how.level or how.caps or how.rise):
        return Look(char, how.size, 0.0)
    share, rise, text = 1.0, how.rise, char
    if how.level:
        share = _SCRIPT_SIZE
        rise += how.size * (_SUPER_RISE if how.level == "super" else _SUB_RISE)
    if how.caps:
        text = _upper(char)
        if how.caps == "small" and text != char:
            share *= _SMALL_CAPS
    return Look(text, how.size if share == 1.0 else _half_points(how.size * share), rise)


def is_marked(how: RunFormat) -> bool:
    """Whether something is drawn around, under or over the characters."""
    return bool(how.underline or how.strike or how.emphasis or how.background or how.border or how.link)


def _upper(char: str) -> str:
    """The capital; what has none in one character (ß) stays as it is, as in Word."""
    upper = char.upper()
    return upper if len(upper) == len(char) else char


def _half_points(size: float) -> float:
    return max(int(size * 2 + 0.5) / 2, 0.5)
