"""VML: its namespaces, its style attribute, its numbers (ECMA-376 Part 4, 19.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.pdf.reading.drawings.colors import named
from docgen.pdf.reading.wordml import Element, number

V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741
W10 = "urn:schemas-microsoft-com:office:word"

_UNITS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "pc": 12.0,
    "pi": 12.0,
    "px": 0.75,
    "em": 10.0,
    "emu": 1 / 12700,
}
_LENGTH = re.compile(r"\s*([-+]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20}))\s*([a-z]{0,3}|%)\s*")
_SHORT = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")
_LONG = re.compile(r"#[0-9a-fA-F]{6}")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
PIXEL = 0.75  # points


def length(text: str | None, default: float = 0.0, unit: float = PIXEL) -> float:
    """A length in points; `unit` is what a bare number counts: pixels, or the units of a group."""
    match = _LENGTH.fullmatch((text or "").lower())
    if match is None or match[2] == "%":
        return default
    if not match[2]:
        return float(match[1]) * unit
    return float(match[1]) * _UNITS[match[2]] if match[2] in _UNITS else default


def pair(text: str | None, default: tuple[float, float], unit: float = 1.0) -> tuple[float, float]:
    """Two lengths with a comma between: a point, a size in units."""
    words = [*(text or "").split(","), "", ""]
    return length(words[0], default[0], unit), length(words[1], default[1], unit)


def fraction(text: str | None, default: float = 0.0) -> float:
    """A part of one: `.5`, `50%`, or in 65536ths `32768f`."""
    word = (text or "").strip().lower()
    if not word:
        return default
    if word.endswith("f"):
        return number(word[:-1]) / 65536
    if word.endswith("%"):
        return number(word) / 100
    match = _LENGTH.fullmatch(word)
    return float(match[1]) if match is not None else default


def degrees(text: str | None) -> float:
    """A rotation, clockwise: degrees, or with `fd` (WPS writes `f`) 65536ths of one."""
    word = (text or "").strip().lower()
    if word.endswith(("fd", "f")):
        return number(word.rstrip("fd")) / 65536 % 360
    match = _LENGTH.fullmatch(word)
    return float(match[1]) % 360 if match is not None else 0.0


def color(text: str | None, default: str = "") -> str:
    """A colour as `#rrggbb`: a name, `#f00`, `#ff0000 [3204]`, `rgb(255,0,0)`."""
    word = (text or "").strip()
    match = _RGB.match(word)
    if match is not None:
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in match.groups())
    first = word.split()[0] if word.split() else ""
    short = _SHORT.fullmatch(first)
    if short is not None:
        return "#" + "".join(digit * 2 for digit in short.groups()).lower()
    return first.lower() if _LONG.fullmatch(first) else named(first) or default


def is_on(text: str | None, default: bool) -> bool:
    """A VML truth value: t, f, true, false, on, off."""
    word = (text or "").strip().lower()
    return default if not word else word not in ("f", "false", "0", "off", "no")


def attribute(element: Element, kind: Element | None, name: str) -> str | None:
    """An attribute of a shape, else that of its v:shapetype."""
    own = element.get(name)
    return own if own is not None or kind is None else kind.get(name)


@dataclass(frozen=True, slots=True)
class Style:
    """The style attribute: property → value."""

    values: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A property as it is written."""
        return self.values.get(name, default)

    def length(self, name: str, default: float = 0.0, unit: float = PIXEL) -> float:
        """A property as a length in points."""
        return length(self.values.get(name), default, unit)


def style_of(element: Element) -> Style:
    """The style of an element."""
    values = {}
    for part in element.get("style", "").split(";"):
        name, _, value = part.partition(":")
        if value:
            values[name.strip().lower()] = value.strip()
    return Style(values)
