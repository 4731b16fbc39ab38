"""页面边框: the lines around a page (w:pgBorders), measured from its edge or from the text."""

from __future__ import annotations

from docgen.pdf.items.strokes import horizontal, thickness, vertical
from docgen.pdf.pages import Item
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.source import PageBorders, Section

Box = tuple[float, float, float, float]


def border_items(section: Section, sheet: Sheet, has_header: bool, has_footer: bool) -> list[Item]:
    """The borders of a sheet."""
    borders = section.page_borders
    if borders is None or borders.shown == ("not_first" if sheet.first_of_section else "first"):
        return []
    edges = borders.edges
    top, right, bottom, left = _box(borders, section, sheet, has_header, has_footer)
    items: list[Item] = []
    if edges.top is not None:
        items += horizontal(edges.top, left, right, top)
    if edges.bottom is not None:
        items += horizontal(edges.bottom, left, right, bottom - thickness(edges.bottom))
    if edges.left is not None:
        items += vertical(edges.left, top, bottom, left)
    if edges.right is not None:
        items += vertical(edges.right, top, bottom, right - thickness(edges.right))
    return items


def _box(borders: PageBorders, section: Section, sheet: Sheet, has_header: bool, has_footer: bool) -> Box:
    """The outer edges of the borders; on a side without one, that of the text or the page."""
    paper, edges = sheet.paper, borders.edges
    spaces = [0.0 if edge is None else edge.space for edge in (edges.top, edges.right, edges.bottom, edges.left)]
    if borders.from_page:
        # Word measures from the page's edge to the outer side of the line.
        return spaces[0], paper.width - spaces[1], paper.height - spaces[2], spaces[3]
    top, right, bottom, left = paper.margins
    if has_header and borders.surround_header:
        top = min(top, section.header_distance)
    if has_footer and borders.surround_footer:
        bottom = min(bottom, section.footer_distance)
    reach = [
        space + thickness(edge)
        for space, edge in zip(spaces, (edges.top, edges.right, edges.bottom, edges.left), strict=True)
    ]
    return (
        top - reach[0],
        paper.width - right + reach[1],
        paper.height - bottom + reach[2],
        left - reach[3],
    )
