"""Text lines: underlines of all kinds and strikes (ECMA-376 Part 1, 17.3.2.9, 37, 40; 17.18.99)."""

from __future__ import annotations

from docgen.pdf.items.waves import wave
from docgen.pdf.pages import Item, Rule
from docgen.pdf.source import RunFormat
from docgen.pdf.text.spots import Spot, Stretch, stretches

# In shares of the type size. Word takes an underline's thickness from the font: 0.05 in 宋体 and in Times New Roman. It
# stands deeper under Chinese text, clear of the em box.
_THIN = 0.05
_DEPTH_LATIN, _DEPTH_HAN = 0.11, 0.17
_STRIKE = 0.27
_BLANK = ("space", "wide_space", "glue", "tab")
# Lengths drawn and left out, in thicknesses of a thin line.
_DASHES = {
    "dotted": (1.0, 1.0),
    "dottedHeavy": (2.0, 2.0),
    "dash": (4.0, 2.5),
    "dashedHeavy": (4.0, 2.5),
    "dashLong": (9.0, 3.0),
    "dashLongHeavy": (9.0, 3.0),
    "dotDash": (5.0, 2.0, 1.5, 2.0),
    "dashDotHeavy": (5.0, 2.0, 1.5, 2.0),
    "dotDotDash": (5.0, 2.0, 1.5, 2.0, 1.5, 2.0),
    "dashDotDotHeavy": (5.0, 2.0, 1.5, 2.0, 1.5, 2.0),
}
# Thickness, and how far below the place of a straight line.
_WAVES = {"wave": (0.045, (0.02,)), "wavyHeavy": (0.07, (0.03,)), "wavyDouble": (0.03, (-0.02, 0.08))}


def underlines(spots: list[Spot]) -> list[Item]:
    """One line under each stretch of one underline, tabs and kept spaces included; all at the depth of the deepest."""
    items: list[Item] = []
    han = any(spot.glyph.format.underline and spot.is_east_asian for spot in spots)
    for (kind, color, rise), found in stretches(spots, _underline_of):
        depth = (_DEPTH_HAN if han else _DEPTH_LATIN) * found.size - rise
        if kind in _WAVES:
            items += _waves(kind, found, depth, color)
        else:
            items += _straight(kind, found, depth, color)
    return items


def strikes(spots: list[Spot]) -> list[Item]:
    """The lines through each stretch of one strike."""
    items: list[Item] = []
    for (kind, color, rise), found in stretches(spots, _strike_of):
        size = max(spot.glyph.size for spot in found.spots)
        y, width = -rise - size * _STRIKE, size * _THIN
        for place in (0.0,) if kind == "single" else (-width, width):
            items.append(Rule(found.x, y + place, found.end, y + place, width, color))
    return items


def _underline_of(spot: Spot) -> tuple[str, str, float] | None:
    how = spot.glyph.format
    if not how.underline or (how.underline == "words" and spot.glyph.kind in _BLANK):
        return None
    return how.underline, how.underline_color or how.color, spot.glyph.rise


def _strike_of(spot: Spot) -> tuple[str, str, float] | None:
    how: RunFormat = spot.glyph.format
    return (how.strike, how.color, spot.glyph.rise) if how.strike else None


def _straight(kind: str, found: Stretch, depth: float, color: str) -> list[Item]:
    thin = found.size * _THIN
    if kind == "double":
        thin *= 0.7
        return [Rule(found.x, y, found.end, y, thin, color) for y in (depth, depth + 3 * thin)]
    dash = tuple(part * thin for part in _DASHES.get(kind, ()))
    heavy = kind == "thick" or kind.endswith("Heavy")
    return [Rule(found.x, depth, found.end, depth, thin * (2 if heavy else 1), color, dash)]


def _waves(kind: str, found: Stretch, depth: float, color: str) -> list[Item]:
    size = found.size
    thick, places = _WAVES[kind]
    return [wave(thick * size, color, found.x, found.end, depth + place * size, upright=False) for place in places]
