"""字符网格: w:docGrid of a section and the Normal style → CharacterGrid (ECMA-376 Part 1, 17.6.5)."""

from __future__ import annotations

from docgen.pdf.reading.styles import StyleSheet
from docgen.pdf.reading.wordml import Element, attributes, child, number
from docgen.pdf.source import CharacterGrid

_PER_POINT = 4096  # w:charSpace counts 4096ths of a point
_TYPES = ("linesAndChars", "snapToChars")


def character_grid(sectpr: Element | None, styles: StyleSheet) -> CharacterGrid | None:
    """The grid; None for a section without one.

    The pitch is the Normal style's size and w:charSpace. A pitch of nothing or less is no grid.
    """
    found = attributes(child(sectpr, "docGrid"))
    if found.get("type") not in _TYPES:
        return None
    extra = round(number(found.get("charSpace")) / _PER_POINT, 6)
    pitch = styles.normal_size + extra
    return CharacterGrid(pitch, extra, found["type"] == "snapToChars") if pitch > 0 else None
