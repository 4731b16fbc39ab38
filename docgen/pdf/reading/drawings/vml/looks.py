"""Looks of VML shapes: fill and stroke attributes and elements (ECMA-376 Part 4, 19.1.2.5 and 19.1.2.21)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.drawings.colors import Color, middle
from docgen.pdf.reading.drawings.pens import Head, Pen
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml.names import V, attribute, color, fraction, is_on, length
from docgen.pdf.reading.wordml import Element, child, number

_DASHES: dict[str, tuple[float, ...]] = {
    "shortdash": (3, 1),
    "shortdot": (1, 1),
    "shortdashdot": (3, 1, 1, 1),
    "shortdashdotdot": (3, 1, 1, 1, 1, 1),
    "dot": (1, 3),
    "dash": (4, 3),
    "longdash": (8, 3),
    "dashdot": (4, 3, 1, 3),
    "longdashdot": (8, 3, 1, 3),
    "longdashdotdot": (8, 3, 1, 3, 1, 3),
}
_COMPOUNDS = {"thinthin": "dbl", "thinthick": "thinThick", "thickthin": "thickThin", "thickbetweenthin": "tri"}
_HEADS = {"block": "triangle", "classic": "stealth", "diamond": "diamond", "oval": "oval", "open": "arrow"}
_CAPS: dict[str, Literal["", "round", "square"]] = {"round": "round", "square": "square"}
_JOINS: dict[str, Literal["", "round", "bevel"]] = {"round": "round", "bevel": "bevel"}
_WIDTHS = {"narrow": 2.0, "wide": 5.0}
_LENGTHS = {"short": 2.0, "long": 5.0}


def fill(element: Element, kind: Element | None, site: Site) -> Color | None:
    """The colour inside a shape; white where nothing says another one. `kind` is its v:shapetype."""
    inner = child(element, "fill", V)
    if not _is_asked_for(element, kind, inner, "filled"):
        return None
    first = color(None if inner is None else inner.get("color")) or color(element.get("fillcolor"), "#ffffff")
    found = Color(first, 1.0 if inner is None else fraction(inner.get("opacity"), 1.0))
    form = "solid" if inner is None else inner.get("type", "solid")
    if inner is None or form == "solid":
        return found
    if form.startswith("gradient"):
        site.note("渐变填充（按中间的颜色画）")
        return middle([found, Color(color(inner.get("color2"), "#ffffff"), found.alpha)])
    site.note("图案填充（按混合的颜色画）")
    return found


def pen(element: Element, kind: Element | None) -> Pen | None:
    """The line of a shape; thin and black where nothing says another one."""
    inner = child(element, "stroke", V)
    if not _is_asked_for(element, kind, inner, "stroked"):
        return None
    found = color(None if inner is None else inner.get("color")) or color(element.get("strokecolor"), "#000000")
    weight = (None if inner is None else inner.get("weight")) or element.get("strokeweight")
    more = {} if inner is None else {str(key): str(value) for key, value in inner.attrib.items()}
    return Pen(
        Color(found, fraction(more.get("opacity", ""), 1.0)),
        length(weight, 0.75),
        _dash(more.get("dashstyle", "")),
        _COMPOUNDS.get(more.get("linestyle", "").lower(), ""),
        _head(more.get("startarrow", ""), more.get("startarrowwidth", ""), more.get("startarrowlength", "")),
        _head(more.get("endarrow", ""), more.get("endarrowwidth", ""), more.get("endarrowlength", "")),
        _CAPS.get(more.get("endcap", "").lower(), ""),
        _JOINS.get(more.get("joinstyle", "").lower(), ""),
    )


def _is_asked_for(element: Element, kind: Element | None, inner: Element | None, name: str) -> bool:
    """Whether a shape has a fill or a line: by its own element, else its attribute, else that of its kind."""
    asked = is_on(attribute(element, kind, name), True)
    return asked if inner is None else is_on(inner.get("on"), asked)


def _dash(text: str) -> tuple[float, ...]:
    word = text.strip().lower()
    if word in _DASHES:
        return _DASHES[word]
    parts = tuple(number(part) for part in word.split()) if word[:1].isdigit() else ()
    return parts if any(parts) else ()


def _head(kind: str, width: str, long: str) -> Head | None:
    found = _HEADS.get(kind.strip().lower())
    return None if found is None else Head(found, _WIDTHS.get(width, 3.0), _LENGTHS.get(long, 3.0))
