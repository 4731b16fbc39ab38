"""字符网格: w:docGrid of a section and the Normal style → CharacterGrid (ECMA-376 Part 1, 17.6.5)."""

from __future__ import annotations

from docgen.pdf.reading.styles import StyleSheet, run_properties
from docgen.pdf.reading.wordml import Element, attributes, child, half_points, number
from docgen.pdf.source import CharacterGrid

_PER_POINT = 4096  # w:charSpace counts 4096ths of a point
_TYPES = ("linesAndChars", "snapToChars")
_SIZE = 10.0  # what Word takes when no layer names a size


def character_grid(sectpr: Element | None, styles: StyleSheet) -> CharacterGrid | None:
    """The grid; None for a section without one.

    The pitch is the Normal style's size and w:charSpace. A pitch of nothing or less is no grid.
    """
    found = attributes(child(sectpr, "docGrid"))
    if found.get("type") not in _TYPES:
        return None
    extra = round(number(found.get("charSpace")) / _PER_POINT, 6)
    normal = run_properties(styles, (styles.paragraph("").run,), {})
    pitch = half_points(normal.get("sz", {}).get("val"), _SIZE) + extra
    return CharacterGrid(pitch, extra, found["type"] == "snapToChars") if pitch > 0 else None
