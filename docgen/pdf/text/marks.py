"""Marks: what is drawn around characters rather than by their face (backgrounds, boxes, lines, dots, links)."""

from __future__ import annotations

from docgen.pdf.items.strokes import horizontal, thickness, vertical
from docgen.pdf.pages import Fill, Item, Link
from docgen.pdf.text.emphasis import emphasis
from docgen.pdf.text.spots import Spot, Stretch, stretches
from docgen.pdf.text.text_lines import strikes, underlines


def marks(spots: list[Spot]) -> tuple[list[Item], list[Item]]:
    """(what is painted behind the text of a line, what is painted over it)."""
    behind: list[Item] = _backgrounds(spots)
    above: list[Item] = [*underlines(spots), *strikes(spots), *emphasis(spots), *_boxes(spots), *_links(spots)]
    return behind, above


def _backgrounds(spots: list[Spot]) -> list[Item]:
    return [
        Fill(found.x, -found.top, found.end - found.x, found.top + found.bottom, color)
        for color, found in stretches(spots, lambda spot: spot.glyph.format.background)
    ]


def _boxes(spots: list[Spot]) -> list[Item]:
    """字符边框: neighbours of one border stand in one box."""
    items: list[Item] = []
    for border, found in stretches(spots, lambda spot: spot.glyph.format.border):
        half = thickness(border) / 2
        out = half + border.space
        left, right = found.x - half, found.end + half
        top, bottom = -found.top - out, found.bottom + out
        items += horizontal(border, left, right, top - half)
        items += horizontal(border, left, right, bottom - half)
        items += vertical(border, top - half, bottom + half, left - half)
        items += vertical(border, top - half, bottom + half, right - half)
    return items


def _links(spots: list[Spot]) -> list[Item]:
    return [_link(target, found) for target, found in stretches(spots, lambda spot: spot.glyph.format.link)]


def _link(target: str, found: Stretch) -> Link:
    return Link(found.x, -found.top, found.end - found.x, found.top + found.bottom, target)
