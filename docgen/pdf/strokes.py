"""Borders as strokes: how thick a border is in all, and which straight lines draw it."""

from __future__ import annotations

from docgen.pdf.pages import Rule
from docgen.pdf.source import Border

_THIN = 0.75  # points: the thin line and the gap of Word's thick-thin borders with a small gap


def thickness(border: Border | None) -> float:
    """The space a border takes across its direction."""
    return sum(part for part, _ in _parts(border)) if border is not None else 0.0


def room(border: Border | None) -> float:
    """What a paragraph's border takes from the page: itself and its distance to the text."""
    return thickness(border) + border.space if border is not None else 0.0


def is_plain(border: Border | None) -> bool:
    """Whether the border is drawn as Word draws it; dashes and waves are drawn as one line."""
    return border is None or border.style in ("single", "double", "thick", "thickThinSmallGap", "thinThickSmallGap")


def horizontal(border: Border, x1: float, x2: float, top: float) -> list[Rule]:
    """A horizontal border whose upper edge is `top`."""
    found, y = [], top
    for part, drawn in _parts(border):
        if drawn:
            found.append(Rule(x1, y + part / 2, x2, y + part / 2, part, border.color))
        y += part
    return found


def vertical(border: Border, y1: float, y2: float, left: float) -> list[Rule]:
    """A vertical border whose left edge is `left`."""
    found, x = [], left
    for part, drawn in _parts(border):
        if drawn:
            found.append(Rule(x + part / 2, y1, x + part / 2, y2, part, border.color))
        x += part
    return found


def _parts(border: Border) -> list[tuple[float, bool]]:
    """Lines and gaps from the upper (left) edge on: (thickness, drawn). w:sz is the thickness of one line."""
    width = border.width
    if border.style == "double":
        return [(width, True), (width, False), (width, True)]
    if border.style == "thickThinSmallGap":
        return [(width, True), (_THIN, False), (_THIN, True)]
    if border.style == "thinThickSmallGap":
        return [(_THIN, True), (_THIN, False), (width, True)]
    return [(width, True)]
