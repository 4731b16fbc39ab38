"""Shapes: wps:wsp and its like → Shape ([MS-DOCX] 2.9; ECMA-376 Part 1, 20.1.2.2.33)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.fills import fill
from docgen.pdf.reading.drawings.free_shapes import free_shape
from docgen.pdf.reading.drawings.inking import paths
from docgen.pdf.reading.drawings.outlines import Geometry, mirrored
from docgen.pdf.reading.drawings.pens import pen
from docgen.pdf.reading.drawings.pictures import filled_with_picture
from docgen.pdf.reading.drawings.presets.catalogue import box, preset
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.texts import line_width, shape_text, style_color
from docgen.pdf.reading.drawings.transforms import Transform, transform
from docgen.pdf.reading.wordml import WPS, A, Element, child, children, descendants, number
from docgen.pdf.source import Shape, ShapeText

_EFFECTS = {"outerShdw": "形状的阴影", "innerShdw": "形状的阴影", "glow": "形状的发光", "reflection": "形状的映像"}
_EFFECTS |= {"softEdge": "形状的柔化边缘"}


def word_shape(element: Element, site: Site, size: tuple[float, float], group: Color | None = None) -> Shape:
    """A wps:wsp of this size (that of its anchor, or of its own a:xfrm in a group)."""
    look, style, body = child(element, "spPr", WPS), child(element, "style", WPS), child(element, "bodyPr", WPS)
    how = transform(child(look, "xfrm", A), size)
    geometry = geometry_of(look, size, how, site)
    story = child(child(element, "txbx", WPS), "txbxContent")
    text = None
    if story is not None:
        blocks = site.story(story, line_width(body, geometry.text), style_color(site, style))
        text = shape_text(site, body, blocks, geometry.text)
    elif child(element, "linkedTxbx", WPS) is not None:
        site.note("链接的文本框（文字都画在第一个框里）")
    return drawn(look, style, geometry, site, size, how, text, group)


def drawn(
    look: Element | None,
    style: Element | None,
    geometry: Geometry,
    site: Site,
    size: tuple[float, float],
    how: Transform,
    text: ShapeText | None,
    group: Color | None = None,
) -> Shape:
    """A shape with its fill, line and text. `look` is its spPr."""
    note_effects(look, site)
    filling, line = fill(look, style, site.colors, site.note, group), pen(look, style, site.colors)
    painted = paths(geometry, filling, line)
    picture = filled_with_picture(look, geometry, size, site)
    return Shape(*size, paths=painted, picture=picture, text=text, degrees=how.degrees)


def geometry_of(look: Element | None, size: tuple[float, float], how: Transform, site: Site) -> Geometry:
    """The geometry that an spPr asks for, flipped as it says."""
    width, height = size
    free, named = child(look, "custGeom", A), child(look, "prstGeom", A)
    found: Geometry | None = None
    if free is not None:
        found = free_shape(free, width, height)
    elif named is not None:
        found = preset(named.get("prst", ""), width, height, adjustments(named))
        if found is None:
            site.note(f"形状 {named.get('prst', '')}（按矩形画）")
    return mirrored(found or box(width, height), width, height, how.flip_horizontal, how.flip_vertical)


def adjustments(named: Element) -> dict[str, float]:
    """The adjust values of a preset: a:gd name="adj1" fmla="val 50000"."""
    found = {}
    for guide in children(child(named, "avLst", A), "gd", A):
        words = guide.get("fmla", "").split()
        if len(words) == 2 and words[0] == "val":
            found[guide.get("name", "")] = number(words[1])
    return found


def note_effects(look: Element | None, site: Site) -> None:
    """Tell of shadows, glows and the like."""
    effects = child(look, "effectLst", A)
    for item in () if effects is None else effects:
        for name, feature in _EFFECTS.items():
            if next(descendants(item, name, A), None) is item:
                site.note(feature)
