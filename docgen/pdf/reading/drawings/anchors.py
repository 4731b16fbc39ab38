"""Anchors: wp:anchor → where a float stands, its size and how text gives way (ECMA-376 Part 1, 20.4.2)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import WP, Element, child, descendants, emu, is_on, name_of, number, whole
from docgen.pdf.source import Anchor, Area, Floating, Shape

_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_AREAS: dict[str, Area] = {
    "page": "page",
    "margin": "margin",
    "column": "text",
    "paragraph": "text",
    "character": "character",
    "line": "line",
    "leftMargin": "left_margin",
    "rightMargin": "right_margin",
    "topMargin": "top_margin",
    "bottomMargin": "bottom_margin",
    "insideMargin": "inside_margin",
    "outsideMargin": "outside_margin",
}
_Wrap = Literal["none", "square", "tight", "through", "top_bottom"]
_WRAPS: dict[str, _Wrap] = {
    "wrapNone": "none",
    "wrapSquare": "square",
    "wrapTight": "tight",
    "wrapThrough": "through",
    "wrapTopAndBottom": "top_bottom",
}
_SIDES: dict[str, Literal["both", "left", "right", "largest"]] = {
    "left": "left",
    "right": "right",
    "largest": "largest",
}
_DISTANCES = ("distT", "distR", "distB", "distL")


def floating(anchor: Element, shape: Shape, site: Site) -> Floating:
    """The shape of a wp:anchor at its place."""
    wrap = next((item for item in anchor if name_of(item) in _WRAPS), None)
    return Floating(
        horizontal=_position(anchor, "H", site),
        vertical=_position(anchor, "V", site),
        shape=shape,
        wrap="none" if wrap is None else _WRAPS[name_of(wrap)],
        side="both" if wrap is None else _SIDES.get(wrap.get("wrapText", ""), "both"),
        distances=_distances(anchor, wrap),
        behind=_is_on(anchor, "behindDoc"),
        order=whole(anchor.get("relativeHeight")),
        in_cell=site.scope.in_cell and _is_on(anchor, "layoutInCell", True),
        scaled_width=_scaled(anchor, "sizeRelH", "pctWidth"),
        scaled_height=_scaled(anchor, "sizeRelV", "pctHeight"),
    )


def _distances(anchor: Element, wrap: Element | None) -> tuple[float, float, float, float]:
    """How far text stays away, top, right, bottom, left.

    Beside a rectangle it stays away from the effects as well (20.4.2.17, 20.4.2.20); an outline of its own holds them.
    """
    top, right, bottom, left = (emu(anchor.get(name)) for name in _DISTANCES)
    if wrap is None or name_of(wrap) not in ("wrapSquare", "wrapTopAndBottom"):
        return top, right, bottom, left
    holder = anchor if child(wrap, "effectExtent", WP) is None else wrap
    above, after, below, before = effect(holder)
    return top + above, right + after, bottom + below, left + before


def effect(holder: Element) -> tuple[float, float, float, float]:
    """What a drawing needs around its own box: top, right, bottom, left."""
    found = child(holder, "effectExtent", WP)
    if found is None:
        return 0.0, 0.0, 0.0, 0.0
    return emu(found.get("t")), emu(found.get("r")), emu(found.get("b")), emu(found.get("l"))


def _is_on(anchor: Element, name: str, default: bool = False) -> bool:
    text = anchor.get(name)
    return default if text is None else is_on(text)


def _position(anchor: Element, axis: Literal["H", "V"], site: Site) -> Anchor:
    simple = child(anchor, "simplePos", WP)
    if _is_on(anchor, "simplePos") and simple is not None:
        return Anchor("page", emu(simple.get("x" if axis == "H" else "y")))
    # A place in percent has the same place in EMU beside it, for older versions: in a Choice and its Fallback.
    places = list(descendants(anchor, f"position{axis}", WP))
    found = next(iter(places), None)
    if found is None:
        site.note("浮动图形没有写明位置（放在段落左上角）")
        return Anchor("text")
    area = _AREAS.get(found.get("relativeFrom", ""))
    if area is None:
        site.note(f"浮动图形相对于 {found.get('relativeFrom') or '未写明的区域'} 的位置")
        area = "text"
    return _anchor(places, area)


def _anchor(places: list[Element], area: Area) -> Anchor:
    for found in places:
        for item in found:
            kind, value = name_of(item), (item.text or "").strip()
            if kind in ("pctPosHOffset", "pctPosVOffset"):
                return Anchor(area, share=number(value) / 100_000)
            if kind == "align":
                return Anchor(area, align=value)
            if kind == "posOffset":
                return Anchor(area, emu(value))
    return Anchor(area)


def _scaled(anchor: Element, name: str, inner: str) -> tuple[Area, float] | None:
    """A size in percent of an area; Word writes 0 for a size that is not so given."""
    found = child(anchor, name, _WP14)
    area = None if found is None else _AREAS.get(found.get("relativeFrom", ""))
    value = child(found, inner, _WP14)
    percent = number(value.text) if value is not None else 0.0
    return None if area is None or percent <= 0 else (area, percent / 100_000)
