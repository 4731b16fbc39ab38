"""调整宽度 (w:fitText, ECMA-376 Part 1, 17.3.2.14): characters spread or drawn together to a width of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import fsum

from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.pieces import content_of


def fitted(glyphs: Sequence[Glyph], width: float) -> Content:
    """The glyphs from edge to edge of a box `width` points wide; what w:spacing says does not count beside it."""
    between = len(glyphs) - 1
    spacing = (width - fsum(glyph.width for glyph in glyphs)) / between if between else 0.0
    spread = [replace(glyph, spacing=spacing) for glyph in glyphs[:-1]]
    content = content_of([*spread, replace(glyphs[-1], spacing=0.0)])
    return replace(content, width=width)
