"""Floats of VML: the style of a shape → where it stands and how text gives way (ECMA-376 Part 4, 19.1.2.19)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml.names import W10, O, Style, is_on, style_of
from docgen.pdf.reading.drawings.vml.shapes import Drawn
from docgen.pdf.reading.wordml import Element, child, number, whole
from docgen.pdf.source import Anchor, Area, Floating

_AREAS: dict[str, Area] = {
    "page": "page",
    "margin": "margin",
    "text": "text",
    "char": "character",
    "line": "line",
    "left-margin-area": "left_margin",
    "right-margin-area": "right_margin",
    "top-margin-area": "top_margin",
    "bottom-margin-area": "bottom_margin",
    "inner-margin-area": "inside_margin",
    "outer-margin-area": "outside_margin",
}
_ALIGNS = {"left", "center", "right", "inside", "outside", "top", "bottom"}
_WRAPS: dict[str, Literal["square", "tight", "through", "top_bottom"]] = {
    "square": "square",
    "tight": "tight",
    "through": "through",
    "topandbottom": "top_bottom",
}
_SIDES: dict[str, Literal["left", "right", "largest"]] = {"left": "left", "right": "right", "largest": "largest"}


def is_floating(element: Element) -> bool:
    """Whether a shape stands free of the line of text that holds it."""
    return style_of(element).text("position").lower() in ("absolute", "relative")


def floating(element: Element, found: Drawn, site: Site) -> Floating:
    """The drawn shape at its place."""
    style, wrap = style_of(element), child(element, "wrap", W10)
    attributes = {} if wrap is None else {str(key): str(value).lower() for key, value in wrap.attrib.items()}
    order = whole(style.text("z-index"))
    top, right, bottom, left = (
        style.length(f"mso-wrap-distance-{side}") for side in ("top", "right", "bottom", "left")
    )
    shape = found.shape
    # The place counts for the shape as it is before it is turned.
    shift = ((shape.width - shape.extent[0]) / 2, (shape.height - shape.extent[1]) / 2)
    return Floating(
        horizontal=_anchor(style, "horizontal", found.box[0] + shift[0], attributes.get("anchorx", "")),
        vertical=_anchor(style, "vertical", found.box[1] + shift[1], attributes.get("anchory", "")),
        shape=shape,
        wrap=_WRAPS.get(attributes.get("type", ""), "none"),
        side=_SIDES.get(attributes.get("side", ""), "both"),
        distances=(top, right, bottom, left),
        behind=order < 0,
        order=order,
        in_cell=site.scope.in_cell and is_on(element.get(f"{{{O}}}allowincell"), True),
        scaled_width=_scaled(style, "width"),
        scaled_height=_scaled(style, "height"),
    )


def _anchor(style: Style, axis: str, offset: float, wrap: str) -> Anchor:
    area = _AREAS.get(style.text(f"mso-position-{axis}-relative") or wrap or "text", "text")
    align = style.text(f"mso-position-{axis}")
    percent = number(style.text(f"mso-{'left' if axis == 'horizontal' else 'top'}-percent"))
    if percent and percent > -10_000:
        return Anchor(area, share=percent / 1000)
    return Anchor(area, align=align) if align in _ALIGNS else Anchor(area, offset)


def _scaled(style: Style, side: str) -> tuple[Area, float] | None:
    """A size in tenths of a percent of an area, the page where it says none."""
    percent = number(style.text(f"mso-{side}-percent"))
    area = _AREAS.get(style.text(f"mso-{side}-relative", "page"))
    return None if percent <= 0 or area is None else (area, percent / 1000)
