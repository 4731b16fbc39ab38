"""Drawings in the text: w:drawing → a picture or shape in the line, or a floating shape (20.4.2 of ECMA-376 Part 1)."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.reading.drawings.anchors import effect, floating
from docgen.pdf.reading.drawings.charts.chart import chart
from docgen.pdf.reading.drawings.charts.stored_figures import C
from docgen.pdf.reading.drawings.diagrams import diagram
from docgen.pdf.reading.drawings.groups import word_canvas, word_group
from docgen.pdf.reading.drawings.pictures import missing, word_picture
from docgen.pdf.reading.drawings.shapes import word_shape
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.wordml import WP, A, Element, child, emu, name_of, space_of
from docgen.pdf.source import Floating, Picture, Shape

_FEATURES = {"chart": "图表", "contentPart": "墨迹", "lockedCanvas": "锁定的画布"}


def drawing(element: Element, scope: Scope, place: str) -> Picture | Shape | Floating | None:
    """What a w:drawing shows; None for one that is hidden or empty."""
    site = Site(scope, place)
    inline, anchor = child(element, "inline", WP), child(element, "anchor", WP)
    holder = inline if inline is not None else anchor
    if holder is None:
        site.note("图形")
        return None
    about = child(holder, "docPr", WP)
    if about is not None and about.get("hidden") in ("1", "true"):
        return None
    shape = _shape(holder, site, "" if about is None else about.get("descr", ""))
    if anchor is not None and inline is None:
        return floating(anchor, shape, site)
    return _in_line(shape, holder)


def _in_line(shape: Shape, holder: Element) -> Picture | Shape:
    """A picture with nothing about it stays a picture."""
    around = effect(holder)
    plain = not (shape.paths or shape.parts or shape.text or shape.degrees or any(around))
    return shape.picture if plain and shape.picture is not None else replace(shape, effect=around)


def _shape(holder: Element, site: Site, alt: str) -> Shape:
    extent = child(holder, "extent", WP)
    size = (0.0, 0.0) if extent is None else (max(emu(extent.get("cx")), 0.0), max(emu(extent.get("cy")), 0.0))
    data = child(child(holder, "graphic", A), "graphicData", A)
    for item in () if data is None else data:
        kind = name_of(item)
        if kind == "pic":
            return word_picture(item, site, size, alt)
        if kind == "wsp":
            return replace(word_shape(item, site, size), alt=alt)
        if kind == "wgp":
            return replace(word_group(item, site, size), alt=alt)
        if kind == "wpc":
            return replace(word_canvas(item, site, size), alt=alt)
        if kind == "relIds":
            return replace(diagram(item, site, size), alt=alt)
        if kind == "chart" and space_of(item) == C:
            return replace(chart(item, site, size), alt=alt)
        if kind in _FEATURES:
            site.note(_FEATURES[kind])
            return missing(size, alt)
    site.note("图形")
    return missing(size, alt)
