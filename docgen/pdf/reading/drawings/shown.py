"""What the drawings of a run show: w:drawing, w:pict and w:object (ECMA-376 Part 1, 17.3.3)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.drawing import drawing
from docgen.pdf.reading.drawings.vml.pict import embedded, pict
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.wordml import Element, name_of
from docgen.pdf.source import Floating, Picture, Shape


def shown(element: Element, scope: Scope, place: str) -> list[Picture | Shape | Floating]:
    """The pictures and shapes, in the line or floating, that one of DRAWINGS comes to."""
    kind = name_of(element)
    if kind == "pict":
        return pict(element, scope, place)
    if kind == "object":
        return embedded(element, scope, place)
    found = drawing(element, scope, place)
    return [] if found is None else [found]
