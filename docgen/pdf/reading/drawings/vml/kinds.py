"""Kinds of VML shapes: the numbers of Office's shapes, and the geometry of each (o:spt, ECMA-376 Part 4, 19.2.3.27)."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.pdf.reading.drawings.outlines import Geometry, ellipse, polygon, rounded, transformed
from docgen.pdf.reading.drawings.presets.catalogue import box, preset
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml.formulas import Values
from docgen.pdf.reading.drawings.vml.names import O, V, attribute, fraction, length, pair
from docgen.pdf.reading.drawings.vml.paths import outlines
from docgen.pdf.reading.drawings.vml.pictures import names_a_picture
from docgen.pdf.reading.wordml import Element, child, children, descendants, name_of, number

_NUMBER = re.compile(r"_x0000_t(\d{1,4})")
PICTURE, WORD_ART = 75, range(136, 176)
_PRESETS = {
    1: "rect",
    2: "roundRect",
    3: "ellipse",
    4: "diamond",
    5: "triangle",
    6: "rtTriangle",
    7: "parallelogram",
    8: "trapezoid",
    9: "hexagon",
    10: "octagon",
    11: "plus",
    12: "star5",
    13: "rightArrow",
    15: "homePlate",
    16: "cube",
    20: "line",
    22: "can",
    23: "donut",
    32: "line",
    33: "bentConnector2",
    34: "bentConnector3",
    38: "curvedConnector3",
    55: "chevron",
    56: "pentagon",
    61: "wedgeRectCallout",
    62: "wedgeRoundRectCallout",
    63: "wedgeEllipseCallout",
    65: "foldedCorner",
    66: "leftArrow",
    67: "downArrow",
    68: "upArrow",
    69: "leftRightArrow",
    70: "upDownArrow",
    75: "rect",
    85: "leftBracket",
    86: "rightBracket",
    87: "leftBrace",
    88: "rightBrace",
    109: "flowChartProcess",
    110: "flowChartDecision",
    111: "flowChartInputOutput",
    112: "flowChartPredefinedProcess",
    113: "flowChartInternalStorage",
    114: "flowChartDocument",
    115: "flowChartMultidocument",
    116: "flowChartTerminator",
    117: "flowChartPreparation",
    118: "flowChartManualInput",
    119: "flowChartManualOperation",
    120: "flowChartConnector",
    121: "flowChartPunchedCard",
    123: "flowChartSummingJunction",
    124: "flowChartOr",
    125: "flowChartCollate",
    127: "flowChartExtract",
    128: "flowChartMerge",
    132: "flowChartMagneticDisk",
    135: "flowChartDelay",
    176: "flowChartAlternateProcess",
    177: "flowChartOffpageConnector",
    183: "star4",
    185: "bracketPair",
    186: "bracePair",
    187: "star4",
    202: "rect",
}
# Shapes whose outline no adjust value changes: their v:shapetype need not be looked for.
_FIXED = frozenset({1, 3, 4, 6, 12, 20, 32, 75, 109, 110, 116, 120, 202})


def kind_number(element: Element) -> int:
    """The number of an Office shape; 0 for none."""
    match = _NUMBER.search(element.get("type", ""))
    return int(match[1]) if match else int(number(element.get(f"{{{O}}}spt")))


def kind_element(element: Element, site: Site) -> Element | None:
    """The v:shapetype of a shape: beside it, or with the first shape of its kind in the part."""
    name = element.get("type", "").lstrip("#")
    if not name:
        return None
    holder = element.getparent()
    for beside in children(holder, "shapetype", V):
        if beside.get("id") == name:
            return beside
    if kind_number(element) in _FIXED:
        return None
    return next((item for item in descendants(site.scope.part.root, "shapetype", V) if item.get("id") == name), None)


def image_data(element: Element) -> Element | None:
    """The v:imagedata that a shape shows; None for one that names no picture in a shape that is none."""
    found = child(element, "imagedata", V)
    if found is None or names_a_picture(found) or kind_number(element) == PICTURE:
        return found
    return None


def geometry(element: Element, kind: Element | None, size: tuple[float, float], site: Site) -> Geometry:
    """The outlines of a shape of this size."""
    width, height = size
    name, number_ = name_of(element), kind_number(element)
    if name == "oval":
        return Geometry((ellipse((0.0, 0.0, width, height)),), _in_ellipse(size))
    if name == "roundrect":
        radius = fraction(element.get("arcsize"), 0.2) * min(size)
        inset = radius * 0.29289
        text = (inset, inset, width - 2 * inset, height - 2 * inset)
        return Geometry((rounded((0.0, 0.0, width, height), min(radius, min(size) / 2)),), text)
    if name in ("rect", "image") or image_data(element) is not None:
        return box(width, height)
    path = element.get("path") or (None if number_ in _FIXED or kind is None else kind.get("path"))
    if path:
        return _by_path(path, element, kind, size)
    known = preset(_PRESETS.get(number_, ""), width, height)
    if known is None:
        site.note(f"旧式图形的形状 {number_ or '未写明'}（按矩形画）")
    return known or box(width, height)


def _in_ellipse(size: tuple[float, float]) -> tuple[float, float, float, float]:
    return size[0] * 0.14645, size[1] * 0.14645, size[0] * 0.7071, size[1] * 0.7071


def _by_path(path: str, element: Element, kind: Element | None, size: tuple[float, float]) -> Geometry:
    """The outlines of a path language path, brought from its own space to the shape's size."""
    space = pair(attribute(element, kind, "coordsize"), (1000.0, 1000.0))
    origin = pair(attribute(element, kind, "coordorigin"), (0.0, 0.0))
    across, down = (size[0] / space[0] if space[0] else 1.0), (size[1] / space[1] if space[1] else 1.0)
    values = Values(space, _adjust(element, kind))
    formulas = child(element, "formulas", V)
    formulas = child(kind, "formulas", V) if formulas is None else formulas
    values.define([item.get("eqn", "") for item in children(formulas, "f", V)])
    made = [
        transformed(outline, across, down, -origin[0] * across, -origin[1] * down) for outline in outlines(path, values)
    ]
    return Geometry(tuple(made), _text_box(element, kind, values, size, (across, down), origin))


def _text_box(
    element: Element,
    kind: Element | None,
    values: Values,
    size: tuple[float, float],
    scale: tuple[float, float],
    origin: tuple[float, float],
) -> tuple[float, float, float, float]:
    """The box that text stands in: the first rectangle of v:path textboxrect."""
    for holder in (element, kind):
        inner = child(holder, "path", V)
        words = "" if inner is None else inner.get("textboxrect", "").split(";")[0]
        parts = [values.value(word.strip()) for word in words.split(",")] if words else []
        if len(parts) == 4:
            left, right = ((part - origin[0]) * scale[0] for part in (parts[0], parts[2]))
            top, bottom = ((part - origin[1]) * scale[1] for part in (parts[1], parts[3]))
            return left, top, max(right - left, 0.0), max(bottom - top, 0.0)
    return 0.0, 0.0, *size


def _adjust(element: Element, kind: Element | None) -> list[float]:
    """The adjust values, an empty one being that of the kind."""
    own = element.get("adj", "").split(",")
    below = [] if kind is None else kind.get("adj", "").split(",")
    words = [own[place] if place < len(own) and own[place].strip() else word for place, word in enumerate(below)]
    return [number(word) for word in [*words, *own[len(below) :]]]


def polyline(element: Element, unit: float) -> tuple[Geometry, tuple[float, float, float, float]]:
    """A v:polyline: its geometry from the corner of its box, and that box."""
    words = element.get("points", "").replace(",", " ").split()
    numbers = [length(word, 0.0, unit) for word in words]
    points = list(zip(numbers[::2], numbers[1::2], strict=False)) or [(0.0, 0.0)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    moved = polygon([(x - left, y - top) for x, y in points])
    steps = moved.steps if points[0] == points[-1] else moved.steps[:-1]
    return Geometry((replace(moved, steps=steps),), (0.0, 0.0, width, height)), (left, top, width, height)
