"""Fills: what the inside of a shape is painted with (ECMA-376 Part 1, 20.1.8)."""

from __future__ import annotations

from collections.abc import Callable

from docgen.pdf.reading.drawings.colors import Color, Palette, color_in, middle
from docgen.pdf.reading.theme_colors import mixed
from docgen.pdf.reading.wordml import A, Element, child, descendants, name_of, number

Note = Callable[[str], None]

_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


def fill(
    shape: Element | None, style: Element | None, colors: Palette, note: Note, group: Color | None = None
) -> Color | None:
    """The colour of a shape's inside; None for none. `group` is that of the group around it (a:grpFill)."""
    inside = [] if shape is None else list(shape)
    own = next((item for item in inside if name_of(item) in _FILLS), None)
    reference = child(style, "fillRef", A)
    if own is not None:
        return of_element(own, colors, color_in(reference, colors), note, group)
    index = int(number(reference.get("idx"))) if reference is not None else 0
    if index <= 0:
        return None
    placeholder = color_in(reference, colors)
    if index > len(colors.fills):
        return placeholder
    return of_element(colors.fills[index - 1], colors, placeholder, note, group)


def of_element(
    item: Element, colors: Palette, placeholder: Color | None, note: Note, group: Color | None = None
) -> Color | None:
    """The one colour that stands for a fill, with a note where the fill is more than that."""
    kind = name_of(item)
    if kind == "solidFill":
        return color_in(item, colors, placeholder) or placeholder
    if kind == "grpFill":
        return group
    if kind == "gradFill":
        stops = [color_in(stop, colors, placeholder) for stop in descendants(item, "gs", A)]
        known = [stop for stop in stops if stop is not None]
        if len({stop.hex for stop in known}) > 1:
            note("渐变填充（按中间的颜色画）")
        return middle(known) if known else placeholder
    if kind == "pattFill":
        note("图案填充（按混合的颜色画）")
        both = [color_in(child(item, name, A), colors, placeholder) for name in ("fgClr", "bgClr")]
        known = [one for one in both if one is not None]
        return middle(known) if known else None
    return None


def shaded(color: Color, light: float) -> Color:
    """The fill of a part that is drawn lighter (towards white) or darker (towards black)."""
    if not light:
        return color
    return Color(mixed("#ffffff" if light > 0 else "#000000", color.hex, abs(light)), color.alpha)
