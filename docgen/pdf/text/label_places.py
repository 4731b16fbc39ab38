"""Label places: where the number of a list begins that is set centred or right on its place (w:lvlJc)."""

from __future__ import annotations

from math import fsum

from docgen.pdf.source import Label
from docgen.pdf.text.rows import Row

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


def label_shift(label: Label | None, row: Row) -> float:
    """How far the first line begins left of its indent."""
    if label is None or label.alignment == "left":
        return 0.0
    count = len(label.text)
    width = fsum(glyph.advance for glyph in row.glyphs[:count]) + fsum(row.gaps[:count])
    return width * _SHARES[label.alignment]
