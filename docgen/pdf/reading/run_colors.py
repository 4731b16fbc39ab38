"""Colours of a run: its text, its underline, what lies behind it (ECMA-376 Part 1, 17.3.2.6, 15, 32, 40)."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.pdf.reading.borders import shading
from docgen.pdf.reading.effects import draws_outline, effect_color
from docgen.pdf.reading.theme_colors import themed
from docgen.pdf.reading.wordml import Properties

_HIGHLIGHTS = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "green": "#00ff00",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "yellow": "#ffff00",
    "white": "#ffffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#c0c0c0",
}
_DARK = 60  # of 255: on darker grounds Word makes text of automatic colour white


def text(found: Properties, theme: Mapping[str, str]) -> str:
    """The colour of the characters: a solid w14:textFill over w:color; automatic is black, on a dark ground white."""
    fill, outline = found.get("w14:textFill"), found.get("w14:textOutline")
    if fill is not None and fill.get("fill") == "noFill" and outline and draws_outline(outline):
        return effect_color(outline, theme) or "#000000"
    effect = effect_color(fill, theme) if fill else ""
    if effect:
        return effect
    own = found.get("color")
    if own is None:
        return "#000000" if "shd" not in found and "highlight" not in found else automatic(behind(found, theme))
    return themed(own, theme, "val", "") or automatic(behind(found, theme))


def automatic(ground: str) -> str:
    """The automatic colour of text on a ground."""
    if not ground:
        return "#000000"
    red, green, blue = bytes.fromhex(ground[1:])
    return "#ffffff" if red * 0.299 + green * 0.587 + blue * 0.114 < _DARK else "#000000"


def behind(found: Properties, theme: Mapping[str, str]) -> str:
    """The colour behind the characters: the highlight, else the shading; "" for none."""
    highlight = _HIGHLIGHTS.get(found.get("highlight", {}).get("val", ""), "")
    return highlight or shading(found.get("shd"), theme)


def underline(found: Properties, theme: Mapping[str, str]) -> str:
    """The underline's own colour; "" for that of the text."""
    return themed(found.get("u", {}), theme, "color", "")
