"""Pens: how the outline of a shape is drawn (a:ln, ECMA-376 Part 1, 20.1.2.2.24)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.reading.drawings.colors import Color, Palette, color_in, middle
from docgen.pdf.reading.wordml import A, Element, child, children, descendants, emu, number

_DASHES: dict[str, tuple[float, ...]] = {
    "dot": (1, 3),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDash": (3, 1),
    "sysDot": (1, 1),
    "sysDashDot": (3, 1, 1, 1),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
# Lines and gaps of a compound line, as parts of its width, from the upper or left side on.
COMPOUNDS: dict[str, tuple[float, ...]] = {
    "dbl": (1 / 3, 1 / 3, 1 / 3),
    "thickThin": (3 / 5, 1 / 5, 1 / 5),
    "thinThick": (1 / 5, 1 / 5, 3 / 5),
    "tri": (1 / 6, 1 / 6, 1 / 3, 1 / 6, 1 / 6),
}
_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
_CAPS: dict[str, Literal["", "round", "square"]] = {"flat": "", "rnd": "round", "sq": "square"}
_WIDTH = 0.75  # points: Word's line where nothing says how thick


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a line: its kind (triangle, arrow, stealth, diamond, oval), width and length in line widths."""

    kind: str
    width: float = 3.0
    length: float = 3.0


@dataclass(frozen=True, slots=True)
class Pen:
    """A line's look. `dash` counts line widths; `compound` is a key of COMPOUNDS, "" for one line.

    `cap` and `join` are those of a Path.
    """

    color: Color
    width: float = _WIDTH
    dash: tuple[float, ...] = ()
    compound: str = ""
    start: Head | None = None
    end: Head | None = None
    cap: Literal["", "round", "square"] = ""
    join: Literal["", "round", "bevel"] = ""


def pen(shape: Element | None, style: Element | None, colors: Palette) -> Pen | None:
    """The pen of a shape: its own a:ln over the theme's line that its style refers to; None where none is drawn."""
    own, reference = child(shape, "ln", A), child(style, "lnRef", A)
    placeholder = color_in(reference, colors)
    base = _themed(reference, placeholder, colors)
    if own is None:
        return base
    return _over(own, base, placeholder, colors)


def _themed(reference: Element | None, placeholder: Color | None, colors: Palette) -> Pen | None:
    index = int(number(reference.get("idx"))) if reference is not None else 0
    if index <= 0:
        return None
    if index > len(colors.lines):
        return Pen(placeholder or Color("#000000"))
    return _over(colors.lines[index - 1], Pen(placeholder or Color("#000000")), placeholder, colors)


def _over(line: Element, base: Pen | None, placeholder: Color | None, colors: Palette) -> Pen | None:
    """A line's properties over those below it; a line without colour anywhere is not drawn."""
    if child(line, "noFill", A) is not None:
        return None
    found = _color(line, placeholder, colors) or (base.color if base else None)
    if found is None:
        return None
    under = base or Pen(found)
    dash = _dash(line)
    return replace(
        under,
        color=found,
        width=emu(line.get("w"), under.width),
        dash=under.dash if dash is None else dash,
        compound=_compound(line.get("cmpd"), under.compound),
        start=_head(child(line, "headEnd", A)) or under.start,
        end=_head(child(line, "tailEnd", A)) or under.end,
        cap=_CAPS.get(line.get("cap", ""), under.cap),
        join=_join(line, under.join),
    )


def _color(line: Element, placeholder: Color | None, colors: Palette) -> Color | None:
    solid = child(line, "solidFill", A)
    if solid is not None:
        return color_in(solid, colors, placeholder) or placeholder or Color("#000000")
    gradient = child(line, "gradFill", A)
    if gradient is not None:
        stops = [color_in(stop, colors, placeholder) for stop in descendants(gradient, "gs", A)]
        return middle([stop for stop in stops if stop] or [Color("#000000")])
    pattern = child(line, "pattFill", A)
    return None if pattern is None else color_in(child(pattern, "fgClr", A), colors, placeholder)


def _dash(line: Element) -> tuple[float, ...] | None:
    preset, custom = child(line, "prstDash", A), child(line, "custDash", A)
    if preset is not None:
        return _DASHES.get(preset.get("val", ""), ())
    if custom is None:
        return None
    parts: list[float] = []
    for stop in children(custom, "ds", A):
        parts += [number(stop.get("d")) / 100_000, number(stop.get("sp")) / 100_000]
    return tuple(parts) if all(part >= 0 for part in parts) and any(parts) else ()


def _compound(value: str | None, below: str) -> str:
    if value is None:
        return below
    return value if value in COMPOUNDS else ""


def _join(line: Element, below: Literal["", "round", "bevel"]) -> Literal["", "round", "bevel"]:
    if child(line, "round", A) is not None:
        return "round"
    if child(line, "bevel", A) is not None:
        return "bevel"
    return "" if child(line, "miter", A) is not None else below


def _head(found: Element | None) -> Head | None:
    if found is None or found.get("type", "none") == "none":
        return None
    return Head(found.get("type", ""), _SIZES.get(found.get("w", ""), 3.0), _SIZES.get(found.get("len", ""), 3.0))
