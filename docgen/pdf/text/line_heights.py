"""Line heights: how high a line is, where its baseline stands, and how type of several sizes stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from docgen.pdf.source import LineSpacing
from docgen.pdf.text.measured import EAST_ASIAN, Glyph

_EXACT_ASCENT = 0.8  # where the baseline of a line of exact height stands: LibreOffice's figure, measured
_NEAR = 0.05  # points: a line this much higher than its grid still stands in it
_WHOLE = (*EAST_ASIAN, "picture", "box")  # a line with one of them takes whole grid lines


@dataclass(frozen=True, slots=True)
class LineBox:
    """A line's height and its baseline below its top; `ascent` and `descent` of the type on it."""

    height: float
    baseline: float
    ascent: float
    descent: float


def line_box(glyphs: Sequence[Glyph], spacing: LineSpacing, pitch: float) -> LineBox:
    """The box of a line; `pitch` is the section's line grid, 0 where the paragraph does not stand on one."""
    ascent = max([glyph.ascent for glyph in glyphs])
    descent = max([glyph.descent for glyph in glyphs])
    if pitch and spacing.rule == "multiple":
        wide = any(glyph.kind in _WHOLE for glyph in glyphs)
        height, baseline = _on_grid(spacing.value, ascent, descent, pitch, wide)
    else:
        height, baseline = line_height(spacing, ascent, descent)
    return LineBox(height, baseline, ascent, descent)


def line_height(spacing: LineSpacing, ascent: float, descent: float) -> tuple[float, float]:
    """(height, baseline below the top) of a line, as LibreOffice sets it.

    Exact: baseline at 80 %. At least: what is added stands above. Multiple: what is added stands below, what is
    taken away is taken in proportion.
    """
    own = ascent + descent
    if spacing.rule == "exact":
        return spacing.value, spacing.value * _EXACT_ASCENT
    if spacing.rule == "at_least":
        height = max(own, spacing.value)
        return height, height - descent
    return own * spacing.value, ascent * min(spacing.value, 1.0)


def _on_grid(multiple: float, ascent: float, descent: float, pitch: float, wide: bool) -> tuple[float, float]:
    """A line on the line grid: its text in the middle of as many grid lines as it needs, times the multiple.

    Word counts 1.5 lines as one and a half grid lines, not as one and a half of the font's. A line without East Asian
    text takes one grid line at least, but no whole number of them. Exact and at-least lines do not stand on the grid
    (at-least ones measured on Word's exports; LibreOffice snaps all of them).
    """
    own = ascent + descent
    single = pitch * max(ceil((own - _NEAR) / pitch), 1) if wide else max(own, pitch)
    height = single * multiple
    return height, ascent + (single - own) / 2 + min(height - single, 0.0)


def levelled(glyphs: Sequence[Glyph], box: LineBox, alignment: str) -> list[Glyph]:
    """The glyphs of a line with type of other sizes raised to its top or middle, or lowered to its bottom."""
    made: dict[int, Glyph] = {}

    def own(glyph: Glyph) -> Glyph:
        if id(glyph) not in made:
            by = _rise(glyph, box, alignment)
            made[id(glyph)] = glyph if not by else _raised(glyph, by)
        return made[id(glyph)]

    return [own(glyph) for glyph in glyphs]


def _rise(glyph: Glyph, box: LineBox, alignment: str) -> float:
    if alignment == "top":
        return box.ascent - glyph.ascent
    if alignment == "bottom":
        return glyph.descent - box.descent
    return (box.ascent - box.descent - glyph.ascent + glyph.descent) / 2


def _raised(glyph: Glyph, by: float) -> Glyph:
    return replace(glyph, rise=glyph.rise + by, ascent=glyph.ascent + by, descent=glyph.descent - by)
