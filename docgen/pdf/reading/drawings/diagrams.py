"""Diagrams: SmartArt by the drawing that Word keeps of it ([MS-ODRAWXML] 2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.outlines import Box
from docgen.pdf.reading.drawings.pictures import missing
from docgen.pdf.reading.drawings.plain_text import paragraphs
from docgen.pdf.reading.drawings.shapes import drawn, geometry_of
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.texts import shape_text, style_color
from docgen.pdf.reading.drawings.transforms import transform
from docgen.pdf.reading.package import Part as PackagePart
from docgen.pdf.reading.wordml import A, Element, R, any_child, child, name_of, text_attribute
from docgen.pdf.source import Part, Shape

_FEATURE = "SmartArt 图形"
_DEEPEST = 30


def diagram(relations: Element, site: Site, size: tuple[float, float]) -> Shape:
    """A SmartArt graphic by its dgm:relIds; an empty frame where the file keeps no drawing of it."""
    found = _drawing_part(relations, site)
    tree = None if found is None else any_child(found.root, "spTree")
    if found is None or tree is None:
        site.note(_FEATURE)
        return missing(size)
    parts = tuple(_parts(tree, site.of(found), 0))
    return Shape(*size, parts=parts)


def _drawing_part(relations: Element, site: Site) -> PackagePart | None:
    """The drawing that belongs to a diagram's data: named in the data part's extension."""
    package, own = site.scope.facts.package, site.scope.part.relations
    data = own.get(text_attribute(relations, "dm", R))
    model = None if data is None or data.external else package.part(data.target)
    for item in () if model is None else model.root.iter():
        relation = own.get(item.get("relId", "")) if name_of(item) == "dataModelExt" else None
        if relation is not None and not relation.external:
            return package.part(relation.target)
    return None


def _parts(tree: Element, site: Site, depth: int) -> Iterator[Part]:
    for item in tree:
        kind = name_of(item)
        if kind == "sp":
            yield _shape(item, site)
        elif kind == "grpSp" and depth < _DEEPEST:
            yield from _parts(item, site, depth + 1)
        elif kind == "grpSp":
            site.note("套得太深的图形组合")


def _shape(item: Element, site: Site) -> Part:
    look, style, body = any_child(item, "spPr"), any_child(item, "style"), any_child(item, "txBody")
    how = transform(child(look, "xfrm", A), (0.0, 0.0))
    x, y, width, height = how.box
    size = (width, height)
    geometry = geometry_of(look, size, how, site)
    text = None
    if body is not None:
        area = _text_area(item, how.box) or geometry.text
        color = Color(style_color(site, style) or "#000000")
        text = shape_text(site, child(body, "bodyPr", A), paragraphs(body, site, color), area)
    return Part(x, y, drawn(look, style, geometry, site, size, how, text))


def _text_area(item: Element, box: Box) -> Box | None:
    """The text's own box (dsp:txXfrm), from the shape's corner."""
    found = any_child(item, "txXfrm")
    if found is None:
        return None
    x, y, width, height = transform(found, (box[2], box[3])).box
    return x - box[0], y - box[1], width, height
