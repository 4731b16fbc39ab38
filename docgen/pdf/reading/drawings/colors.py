"""DrawingML colours: a colour element with its changes → `#rrggbb` and alpha (ECMA-376 Part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import dataclass, field
from math import fsum

from docgen.pdf.reading.wordml import A, Element, color, descendants, name_of, number, share

_NAMES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_OFFICE = {
    "dk1": "#000000",
    "lt1": "#ffffff",
    "dk2": "#44546a",
    "lt2": "#e7e6e6",
    "accent1": "#4472c4",
    "accent2": "#ed7d31",
    "accent3": "#a5a5a5",
    "accent4": "#ffc000",
    "accent5": "#5b9bd5",
    "accent6": "#70ad47",
    "hlink": "#0563c1",
    "folHlink": "#954f72",
}
# The names that drawings in offices use; the colours are those of CSS.
_PRESETS = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "green": "#008000",
    "lime": "#00ff00",
    "blue": "#0000ff",
    "navy": "#000080",
    "yellow": "#ffff00",
    "gold": "#ffd700",
    "orange": "#ffa500",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "magenta": "#ff00ff",
    "aqua": "#00ffff",
    "cyan": "#00ffff",
    "teal": "#008080",
    "olive": "#808000",
    "maroon": "#800000",
    "darkred": "#8b0000",
    "dkred": "#8b0000",
    "crimson": "#dc143c",
    "firebrick": "#b22222",
    "brown": "#a52a2a",
    "pink": "#ffc0cb",
    "silver": "#c0c0c0",
    "lightgray": "#d3d3d3",
    "lightgrey": "#d3d3d3",
    "ltgray": "#d3d3d3",
    "gray": "#808080",
    "grey": "#808080",
    "darkgray": "#a9a9a9",
    "dkgray": "#a9a9a9",
    "dimgray": "#696969",
    "infobackground": "#ffffe1",
    "window": "#ffffff",
    "windowtext": "#000000",
    "buttonface": "#f0f0f0",
}

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Color:
    """A colour and how opaque it is."""

    hex: str
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the document's theme, and its list of line, fill and effect styles."""

    colors: dict[str, str] = field(default_factory=dict)
    lines: tuple[Element, ...] = ()
    fills: tuple[Element, ...] = ()

    def of(self, name: str) -> str:
        """The colour that a scheme name stands for; black for one that nobody knows."""
        return self.colors.get(name) or _OFFICE.get(_NAMES.get(name, name), "#000000")


def palette(theme: Element | None, colors: dict[str, str]) -> Palette:
    """The palette of a theme part whose colours are known by name; Office's own colours without one."""
    if theme is None:
        return Palette()
    return Palette(colors, _styles(theme, "lnStyleLst"), _styles(theme, "fillStyleLst"))


def _styles(theme: Element, name: str) -> tuple[Element, ...]:
    found = next(descendants(theme, name, A), None)
    return () if found is None else tuple(found)


def color_in(holder: Element | None, colors: Palette, placeholder: Color | None = None) -> Color | None:
    """The colour that an element holds; None when it holds none. `placeholder` stands for phClr of a style."""
    for item in () if holder is None else holder:
        base = _base(item, colors, placeholder)
        if base is not None:
            return _changed(item, base)
    return None


def named(name: str) -> str:
    """The colour of a name, "" for an unknown one."""
    return _PRESETS.get(name.lower(), "")


def _base(item: Element, colors: Palette, placeholder: Color | None) -> Color | None:
    kind, value = name_of(item), item.get("val", "")
    if kind == "srgbClr":
        return Color(color(value))
    if kind == "schemeClr":
        return placeholder or Color("#000000") if value == "phClr" else Color(colors.of(value))
    if kind == "sysClr":
        return Color(color(item.get("lastClr"), "") or named(value) or "#000000")
    if kind == "prstClr":
        return Color(named(value) or "#000000")
    if kind == "scrgbClr":
        return Color(_hex(tuple(_gamma(share(item.get(part))) for part in ("r", "g", "b"))))
    if kind == "hslClr":
        hue, sat, lum = number(item.get("hue")) / 21_600_000, share(item.get("sat")), share(item.get("lum"))
        return Color(_hex(colorsys.hls_to_rgb(hue % 1.0, lum, sat)))
    return None


def _changed(item: Element, base: Color) -> Color:
    found = base
    for change in item:
        found = _change(name_of(change), share(change.get("val")), found)
    return found


def _change(kind: str, value: float, found: Color) -> Color:
    if kind == "alpha":
        return Color(found.hex, _bounded(value))
    if kind == "alphaMod":
        return Color(found.hex, _bounded(found.alpha * value))
    if kind == "alphaOff":
        return Color(found.hex, _bounded(found.alpha + value))
    rgb = _rgb(found.hex)
    if kind in _HSL:
        hue, lum, sat = colorsys.rgb_to_hls(*rgb)
        return Color(_hex(colorsys.hls_to_rgb(*_HSL[kind](hue, lum, sat, value))), found.alpha)
    if kind in _RGB:
        return Color(_hex(tuple(_RGB[kind](part, value) for part in rgb)), found.alpha)
    if kind == "gray":
        grey = 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2]
        return Color(_hex((grey, grey, grey)), found.alpha)
    return found


_HSL: dict[str, Callable[[float, float, float, float], Rgb]] = {
    "lumMod": lambda hue, lum, sat, value: (hue, _bounded(lum * value), sat),
    "lumOff": lambda hue, lum, sat, value: (hue, _bounded(lum + value), sat),
    "lum": lambda hue, _, sat, value: (hue, _bounded(value), sat),
    "satMod": lambda hue, lum, sat, value: (hue, lum, _bounded(sat * value)),
    "satOff": lambda hue, lum, sat, value: (hue, lum, _bounded(sat + value)),
    "sat": lambda hue, lum, _, value: (hue, lum, _bounded(value)),
    "hueMod": lambda hue, lum, sat, value: (hue * value % 1.0, lum, sat),
    "comp": lambda hue, lum, sat, _: ((hue + 0.5) % 1.0, lum, sat),
}
# Office mixes with white and black in linear light.
_RGB: dict[str, Callable[[float, float], float]] = {
    "tint": lambda part, value: _gamma(_linear(part) * value + 1 - value),
    "shade": lambda part, value: _gamma(_linear(part) * value),
    "inv": lambda part, _: _gamma(1 - _linear(part)),
}


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    part = _bounded(part)
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _bounded(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _rgb(text: str) -> Rgb:
    red, green, blue = bytes.fromhex(text[1:])
    return red / 255, green / 255, blue / 255


def _hex(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(_bounded(part) * 255):02x}" for part in rgb)


def middle(colors: list[Color]) -> Color:
    """The colour halfway between some: what a gradient is painted with."""
    parts = [_rgb(one.hex) for one in colors]
    mixed = tuple(fsum(part[place] for part in parts) / len(parts) for place in range(3))
    return Color(_hex(mixed), fsum(one.alpha for one in colors) / len(colors))
