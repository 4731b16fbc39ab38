"""Free shapes: a:custGeom, points and curves of the file's own (ECMA-376 Part 1, 20.1.9.8)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.guides import Guides
from docgen.pdf.reading.drawings.outlines import Box, Geometry, Outline, Track, transformed
from docgen.pdf.reading.wordml import A, Element, child, children, emu, name_of, number

_LIGHTS = {"lighten": 0.4, "lightenLess": 0.2, "darken": -0.4, "darkenLess": -0.2}


def free_shape(element: Element, width: float, height: float) -> Geometry:
    """The geometry of an a:custGeom in a shape of this size, in points."""
    guides = Guides(width * 12700, height * 12700)
    for name in ("avLst", "gdLst"):
        guides.define(
            (item.get("name", ""), item.get("fmla", "")) for item in children(child(element, name, A), "gd", A)
        )
    outlines = [_outline(path, guides, width, height) for path in children(child(element, "pathLst", A), "path", A)]
    return Geometry(tuple(outline for outline in outlines if outline.steps), _text_box(element, guides, width, height))


def _text_box(element: Element, guides: Guides, width: float, height: float) -> Box:
    rect = child(element, "rect", A)
    if rect is None:
        return 0.0, 0.0, width, height
    left, top, right, bottom = (emu(str(guides.value(rect.get(side)))) for side in "ltrb")
    return left, top, max(right - left, 0.0), max(bottom - top, 0.0)


def _outline(path: Element, guides: Guides, width: float, height: float) -> Outline:
    """One a:path; its own w and h, where given, are the units of its points."""
    own_width, own_height = number(path.get("w")), number(path.get("h"))
    across = width / own_width if own_width > 0 else 1 / 12700
    down = height / own_height if own_height > 0 else 1 / 12700
    track = Track()
    for step in path:
        _step(step, guides, track)
    fill = path.get("fill", "norm")
    drawn = track.outline(
        filled=fill != "none",
        stroked=path.get("stroke", "1") not in ("0", "false"),
        light=_LIGHTS.get(fill, 0.0),
    )
    return transformed(drawn, across, down)


def _step(step: Element, guides: Guides, track: Track) -> None:
    kind = name_of(step)
    points = [(guides.value(point.get("x")), guides.value(point.get("y"))) for point in children(step, "pt", A)]
    if kind == "moveTo" and points:
        track.move(*points[0])
    elif not track.steps:
        return
    elif kind == "lnTo" and points:
        track.line(*points[0])
    elif kind == "cubicBezTo" and len(points) >= 3:
        track.curve(points[0], points[1], points[2])
    elif kind == "quadBezTo" and len(points) >= 2:
        track.quad(points[0], points[1])
    elif kind == "arcTo":
        radii = guides.value(step.get("wR")), guides.value(step.get("hR"))
        track.arc(*radii, guides.angle(step.get("stAng")), guides.angle(step.get("swAng")))
    elif kind == "close":
        track.close()
