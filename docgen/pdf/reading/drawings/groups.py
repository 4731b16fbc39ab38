"""Groups and canvases: wpg:wgp, wpc:wpc → a shape of parts ([MS-DOCX] 2.7 and 2.8; ECMA-376 Part 1, 20.1.7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.pdf.reading.alternate import chosen, is_alternate
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.fills import fill, of_element
from docgen.pdf.reading.drawings.flips import flipped
from docgen.pdf.reading.drawings.inking import paths
from docgen.pdf.reading.drawings.outlines import Box
from docgen.pdf.reading.drawings.pens import pen
from docgen.pdf.reading.drawings.pictures import missing, word_picture
from docgen.pdf.reading.drawings.presets.catalogue import box
from docgen.pdf.reading.drawings.shapes import word_shape
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.transforms import transform
from docgen.pdf.reading.wordml import A, Element, any_child, child, descendants, name_of
from docgen.pdf.source import Part, Shape

_DEEPEST = 30
_SILENT = frozenset({"cNvGrpSpPr", "cNvPr", "grpSpPr", "bg", "whole", "extLst"})


def word_group(element: Element, site: Site, size: tuple[float, float], depth: int = 0) -> Shape:
    """A wpg:wgp or wpg:grpSp of this size with what is in it."""
    look = any_child(element, "grpSpPr")
    how = transform(child(look, "xfrm", A), size)
    inner = how.inner or (0.0, 0.0, how.box[2], how.box[3])
    filling = fill(look, None, site.colors, site.note)
    parts = tuple(_parts(element, site, size, inner, filling, depth))
    return flipped(Shape(*size, parts=parts, degrees=how.degrees), how.flip_horizontal, how.flip_vertical)


def word_canvas(element: Element, site: Site, size: tuple[float, float]) -> Shape:
    """A wpc:wpc: its ground, its edge, and what is drawn on it at its own scale."""
    ground, edge = any_child(element, "bg"), any_child(element, "whole")
    filling = None
    for item in () if ground is None else ground:
        filling = of_element(item, site.colors, None, site.note) or filling
    frame = paths(box(*size), filling, pen(edge, None, site.colors))
    parts = tuple(_parts(element, site, size, (0.0, 0.0, *size), filling, 0))
    return Shape(*size, paths=frame, parts=parts)


def _members(element: Element) -> Iterator[Element]:
    for item in element:
        if is_alternate(item):
            yield from chosen(item)
        elif name_of(item) not in _SILENT:
            yield item


def _parts(
    element: Element, site: Site, size: tuple[float, float], inner: Box, filling: Color | None, depth: int
) -> Iterator[Part]:
    """The members of a group in their order; `inner` is the space that they count in."""
    x, y, width, height = inner
    across = size[0] / width if width else 1.0
    down = size[1] / height if height else 1.0
    for item in _members(element):
        look = _look(item)
        if look is None:
            site.note("墨迹" if name_of(item) == "contentPart" else "组合里的图形")
            continue
        place = transform(look, (width, height))
        own = (place.box[2] * across, place.box[3] * down)
        shape = _member(item, site, own, filling, depth)
        yield Part((place.box[0] - x) * across, (place.box[1] - y) * down, shape)


def _look(item: Element) -> Element | None:
    """The a:xfrm of a member."""
    for name in ("spPr", "grpSpPr"):
        found = any_child(item, name)
        if found is not None:
            return child(found, "xfrm", A)
    return any_child(item, "xfrm")


def _member(item: Element, site: Site, size: tuple[float, float], filling: Color | None, depth: int) -> Shape:
    kind = name_of(item)
    if kind == "wsp":
        return word_shape(item, site, size, filling)
    if kind == "pic":
        return word_picture(item, site, size, alt_of(item))
    if kind in ("grpSp", "wgp") and depth < _DEEPEST:
        return word_group(item, site, size, depth + 1)
    data = next(descendants(item, "graphicData", A), None)
    site.note("图表" if data is not None and "chart" in data.get("uri", "") else "组合里的图形")
    return missing(size)


def alt_of(item: Element) -> str:
    """What a shape shows, in words (descr of its cNvPr or docPr)."""
    for found in item.iter():
        if name_of(found) in ("cNvPr", "docPr"):
            return found.get("descr", "")
    return ""
