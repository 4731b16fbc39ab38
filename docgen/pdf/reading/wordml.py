"""WordprocessingML: names, attributes and measures of its elements (ECMA-376 Part 1, clauses 17 and 22.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element
Properties = dict[str, dict[str, str]]
"""Property name → attributes, both without namespace; an edge or tab of its own is `pBdr/top`, `tabs/1440`."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_POINTS = {"": 1 / 20, "pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_MEASURE = re.compile(r"\s*([-+]?\d{1,12}(?:\.\d{1,12})?)\s*(pt|pc|pi|in|cm|mm)?\s*")
_NUMBER = re.compile(r"\s*([-+]?\d{1,18}(?:\.\d{1,12})?)\s*%?\s*")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
EMU_PER_POINT = 12700


def name_of(element: Element) -> str:
    """The name without namespace; "" for a comment or a processing instruction."""
    tag = element.tag
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def space_of(element: Element) -> str:
    """The namespace of the element's name."""
    tag = element.tag
    return tag[1 : tag.find("}")] if isinstance(tag, str) and tag[0] == "{" else ""


def child(element: Element | None, name: str, space: str = W) -> Element | None:
    """The first child of that name."""
    return None if element is None else element.find(f"{{{space}}}{name}")


def children(element: Element | None, name: str, space: str = W) -> list[Element]:
    """All children of that name."""
    return [] if element is None else element.findall(f"{{{space}}}{name}")


def any_child(element: Element, name: str) -> Element | None:
    """The first child of that name in whatever namespace."""
    return next((item for item in element if name_of(item) == name), None)


def descendants(element: Element, name: str, space: str = W) -> Iterator[Element]:
    """The element itself and everything inside it of that name, in document order."""
    return element.iter(f"{{{space}}}{name}")


def text_attribute(element: Element | None, name: str = "val", space: str = W, default: str = "") -> str:
    """An attribute in a namespace; `default` where it is missing."""
    return default if element is None else element.get(f"{{{space}}}{name}", default)


def attributes(element: Element | None) -> dict[str, str]:
    """The attributes of the Word namespace, by bare name."""
    if element is None:
        return {}
    return {
        str(key)[len(W) + 2 :]: str(value) for key, value in element.attrib.items() if str(key).startswith(f"{{{W}}}")
    }


def on_off(found: dict[str, str] | None, default: bool = False) -> bool:
    """ST_OnOff: an element without `val` is on; one that is missing is `default`."""
    return default if found is None else is_on(found.get("val", "true"))


def is_on(text: str) -> bool:
    """A value of ST_OnOff."""
    return text.strip().lower() not in ("0", "false", "off")


def is_switched_on(parent: Element | None, name: str) -> bool:
    """Whether a switch stands among the children and is not turned off."""
    found = child(parent, name)
    return found is not None and is_on(text_attribute(found, default="true"))


@lru_cache(maxsize=4096)
def points(text: str | None, default: float = 0.0) -> float:
    """ST_TwipsMeasure: twips, or a number with its unit; anything else is `default`."""
    match = _MEASURE.fullmatch(text or "")
    return round(float(match[1]) * _POINTS[match[2] or ""], 6) if match else default


def number(text: str | None, default: float = 0.0) -> float:
    """A decimal number; anything else is `default`."""
    match = _NUMBER.fullmatch(text) if text else None
    return float(match[1]) if match else default


def whole(text: str | None, default: int = 0) -> int:
    """A whole number; anything else is `default`."""
    return int(number(text, default))


def half_points(text: str | None, default: float) -> float:
    """ST_HpsMeasure: half points, or a number with its unit, in points."""
    match = _MEASURE.fullmatch(text or "")
    if not match:
        return default
    return float(match[1]) * (_POINTS[match[2]] if match[2] else 0.5)


def share(text: str | None, default: float = 0.0) -> float:
    """A part of one: thousandths of a percent, or a percentage with its sign (DrawingML's ST_Percentage)."""
    if text is None:
        return default
    return number(text) / (100 if text.strip().endswith("%") else 100_000)


def emu(text: str | None, default: float = 0.0) -> float:
    """English metric units in points."""
    return number(text, default * EMU_PER_POINT) / EMU_PER_POINT


def color(text: str | None, default: str = "#000000") -> str:
    """ST_HexColor as `#rrggbb`; `auto` and nonsense are `default`."""
    return f"#{text.lower()}" if text and _COLOR.fullmatch(text) else default
