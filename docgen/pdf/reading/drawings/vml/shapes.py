"""Shapes of VML: v:shape, v:rect, v:line … → Shape; groups with what is in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.reading.drawings.flips import flipped
from docgen.pdf.reading.drawings.inking import paths
from docgen.pdf.reading.drawings.outlines import Box, Geometry, Track, mirrored
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml import kinds, looks
from docgen.pdf.reading.drawings.vml.names import PIXEL, Style, V, degrees, is_on, length, pair, style_of
from docgen.pdf.reading.drawings.vml.pictures import picture_of
from docgen.pdf.reading.drawings.vml.word_art import word_art
from docgen.pdf.reading.wordml import Element, child, name_of
from docgen.pdf.source import Part, Picture, Shape, ShapeText

SHAPES = frozenset(["shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image", "arc", "curve"])
_DEEPEST = 30
_ANCHORS: dict[str, Literal["top", "center", "bottom"]] = {"middle": "center", "bottom": "bottom"}
_INSETS = (7.2, 3.6, 7.2, 3.6)  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape with the box that its own attributes give it: x, y, width, height."""

    box: Box
    shape: Shape


def drawn(element: Element, site: Site, unit: float = PIXEL, depth: int = 0) -> Drawn | None:
    """A shape of VML; None for one that is hidden. `unit` is what a bare number of its place counts."""
    style = style_of(element)
    if style.text("visibility").lower() == "hidden":
        return None
    place = _box(element, style, unit)
    if name_of(element) == "group":
        return Drawn(place, _group(element, site, style, place, depth))
    return Drawn(place, _shape(element, site, style, place, unit))


def _box(element: Element, style: Style, unit: float) -> Box:
    name = name_of(element)
    if name == "line" and (element.get("from") or element.get("to")):
        (x1, y1), (x2, y2) = (pair(element.get(end), (0.0, 0.0), unit) for end in ("from", "to"))
        return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    if name == "polyline":
        return kinds.polyline(element, unit)[1]
    left = style.length("margin-left") + style.length("left", 0.0, unit)
    top = style.length("margin-top") + style.length("top", 0.0, unit)
    return left, top, abs(style.length("width", 0.0, unit)), abs(style.length("height", 0.0, unit))


def _flips(style: Style) -> tuple[bool, bool]:
    text = style.text("flip").lower()
    return "x" in text, "y" in text


def _shape(element: Element, site: Site, style: Style, place: Box, unit: float) -> Shape:
    size = (place[2], place[3])
    kind = kinds.kind_element(element, site)
    turned = degrees(style.text("rotation"))
    alt = element.get("alt", "")
    found: Picture | None = None
    image = kinds.image_data(element)
    if image is not None:
        found, missing = picture_of(image, size, site, alt, _flips(style))
        if found is None:
            return replace(missing, degrees=turned, alt=alt)
    number = kinds.kind_number(element)
    if child(element, "textpath", V) is not None or number in kinds.WORD_ART:
        return word_art(element, kind, size, turned, site)
    geometry = _geometry(element, kind, size, style, unit, site)
    plain = image is not None or number == kinds.PICTURE
    inside = None if plain and element.get("filled") is None else looks.fill(element, kind, site)
    line = None if plain and element.get("stroked") is None else looks.pen(element, kind)
    if _is_line(element):
        inside = None
    _note_shadow(element, site)
    border = paths(geometry, None, line) if plain else ()
    return Shape(
        *size,
        paths=paths(geometry, inside, None if plain else line),
        picture=found,
        text=_text(element, style, geometry, site),
        parts=(Part(0.0, 0.0, Shape(*size, paths=border)),) if border else (),
        degrees=turned,
        alt=alt,
    )


def _is_line(element: Element) -> bool:
    return name_of(element) == "line" or kinds.kind_number(element) in (20, 32, 33, 34, 38)


def _geometry(
    element: Element, kind: Element | None, size: tuple[float, float], style: Style, unit: float, site: Site
) -> Geometry:
    across, down = _flips(style)
    name = name_of(element)
    if name == "line":
        if element.get("from") or element.get("to"):
            (x1, y1), (x2, y2) = (pair(element.get(end), (0.0, 0.0), unit) for end in ("from", "to"))
            across, down = across != (x2 < x1), down != (y2 < y1)
        track = Track().move(0.0, 0.0).line(*size)
        found = Geometry((track.outline(filled=False),), (0.0, 0.0, *size))
    elif name == "polyline":
        found = kinds.polyline(element, unit)[0]
    elif name == "curve":
        found = _curve(element, size, unit)
    else:
        found = kinds.geometry(element, kind, size, site)
    return mirrored(found, *size, across, down)


def _curve(element: Element, size: tuple[float, float], unit: float) -> Geometry:
    start, one, two, end = (
        pair(element.get(name), (0.0, 0.0), unit) for name in ("from", "control1", "control2", "to")
    )
    track = Track().move(*start).curve(one, two, end)
    return Geometry((track.outline(filled=False),), (0.0, 0.0, *size))


def _text(element: Element, style: Style, geometry: Geometry, site: Site) -> ShapeText | None:
    box = child(element, "textbox", V)
    story = child(box, "txbxContent")
    if box is None or story is None:
        return None
    own = style_of(box)
    words = [*box.get("inset", "").split(","), "", "", "", ""]
    left, top, right, bottom = (length(word, default) for word, default in zip(words[:4], _INSETS, strict=True))
    flow = own.text("layout-flow").lower()
    if own.text("mso-next-textbox"):
        site.note("链接的文本框（文字都画在第一个框里）")
    upward = own.text("mso-layout-flow-alt").lower() == "bottom-to-top"
    rotation = 0 if not flow.startswith("vertical") else 270 if upward else 90
    room = geometry.text[3] - top - bottom if rotation else geometry.text[2] - left - right
    return ShapeText(
        blocks=site.story(story, room),
        area=geometry.text,
        insets=(top, right, bottom, left),
        rotation=rotation,
        vertical=_ANCHORS.get(style.text("v-text-anchor").split("-")[0], "top"),
        grows=is_on(own.text("mso-fit-shape-to-text"), False),
        wraps=style.text("mso-wrap-style").lower() != "none",
        upright=flow == "vertical-ideographic",
        place=site.place,
    )


def _note_shadow(element: Element, site: Site) -> None:
    shadow, extrusion = child(element, "shadow", V), child(element, "extrusion", V)
    if shadow is not None and is_on(shadow.get("on"), False):
        site.note("形状的阴影")
    if extrusion is not None and is_on(extrusion.get("on"), False):
        site.note("形状的立体效果")


def _group(element: Element, site: Site, style: Style, place: Box, depth: int) -> Shape:
    """A v:group; its members count in the group's own units."""
    size = (place[2], place[3])
    space = pair(element.get("coordsize"), (1000.0, 1000.0))
    origin = pair(element.get("coordorigin"), (0.0, 0.0))
    across, down = (size[0] / space[0] if space[0] else 1.0), (size[1] / space[1] if space[1] else 1.0)
    parts = []
    for item in element:
        if name_of(item) not in SHAPES:
            continue
        if depth >= _DEEPEST:
            site.note("套得太深的图形组合")
            continue
        part = _member(item, site, (across, down), origin, depth)
        if part is not None:
            parts.append(part)
    shape = Shape(*size, parts=tuple(parts), degrees=degrees(style.text("rotation")), alt=element.get("alt", ""))
    return flipped(shape, *_flips(style))


def _member(
    item: Element, site: Site, scale: tuple[float, float], origin: tuple[float, float], depth: int
) -> Part | None:
    """A member, drawn at the scale of its group."""
    found = drawn(_scaled(item, scale), site, 1.0, depth + 1)
    if found is None:
        return None
    x, y, _, _ = found.box
    return Part(x - origin[0] * scale[0], y - origin[1] * scale[1], found.shape)


def _scaled(item: Element, scale: tuple[float, float]) -> Element:
    """The element with the lengths of its place in points."""
    style = style_of(item)
    changed = dict(style.values)
    for name, factor in (("left", scale[0]), ("top", scale[1]), ("width", scale[0]), ("height", scale[1])):
        if name in changed:
            changed[name] = f"{style.length(name, 0.0, factor):.6f}pt"
    item.set("style", ";".join(f"{name}:{value}" for name, value in changed.items()))
    for name in ("from", "to", "control1", "control2"):
        if item.get(name):
            x, y = pair(item.get(name), (0.0, 0.0), 1.0)
            item.set(name, f"{x * scale[0]:.6f}pt,{y * scale[1]:.6f}pt")
    return item
