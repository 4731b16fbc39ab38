"""w:pict and w:object: drawings of VML in the text, horizontal rules, previews of embedded objects."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.pdf.reading.drawings.drawing import drawing
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.drawings.vml.floats import floating, is_floating
from docgen.pdf.reading.drawings.vml.names import O, is_on
from docgen.pdf.reading.drawings.vml.shapes import SHAPES, Drawn, drawn
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.wordml import Element, name_of, number
from docgen.pdf.source import Floating, Picture, Shape

_SILENT = frozenset({"shapetype", "binData", *SHAPES})
_WIDTH = 468.0  # points: the text width where nobody knows it


def pict(element: Element, scope: Scope, place: str) -> list[Picture | Shape | Floating]:
    """What a w:pict shows."""
    found = list(_shown(element, Site(scope, place)))
    if not found and any(name_of(item) not in _SILENT for item in element):
        scope.note("旧式图形（VML）", place)
    return found


def embedded(element: Element, scope: Scope, place: str) -> list[Picture | Shape | Floating]:
    """What a w:object shows: the picture that stands for the object."""
    found = list(_shown(element, Site(scope, place)))
    if not found:
        scope.note("嵌入的对象", place)
    return found


def _shown(element: Element, site: Site) -> Iterator[Picture | Shape | Floating]:
    for item in element:
        kind = name_of(item)
        if kind == "drawing":
            modern = drawing(item, site.scope, site.place)
            if modern is not None:
                yield modern
        elif kind in SHAPES:
            if is_on(item.get(f"{{{O}}}hr"), False):
                yield _rule(item, site)
                continue
            found = drawn(item, site)
            if found is not None:
                yield floating(item, found, site) if is_floating(item) else _in_line(found)


def _in_line(found: Drawn) -> Picture | Shape:
    """A picture with nothing about it stays a picture."""
    shape = found.shape
    plain = not (shape.paths or shape.parts or shape.text or shape.degrees)
    return shape.picture if plain and shape.picture is not None else shape


def _rule(item: Element, site: Site) -> Shape:
    """A horizontal rule (o:hr): as wide as the text, or a part of it."""
    percent = number(item.get(f"{{{O}}}hrpct"))
    room = site.scope.width or _WIDTH
    width = room * percent / 1000 if percent > 0 else room
    item.set("style", f"width:{width:.6f}pt;{_without_width(item)}")
    found = drawn(item, site)
    return Shape(width, 1.0) if found is None else found.shape


def _without_width(item: Element) -> str:
    """The style of a rule without a width of none, which stands for the whole."""
    parts = item.get("style", "").split(";")
    return ";".join(part for part in parts if part.partition(":")[0].strip().lower() != "width")
