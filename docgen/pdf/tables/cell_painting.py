"""Cell painting: one cell in its box: shading, diagonals, and its content aligned, turned or cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from docgen.pdf.elements import Element
from docgen.pdf.items.strokes import dash, thickness
from docgen.pdf.pages import Clipped, Fill, Item, Path, Step, Turned
from docgen.pdf.paging.strips import Placed, Stack, Strip, placed
from docgen.pdf.source import Border, ParagraphFormat
from docgen.pdf.tables.table_rows import RowPart, SetCell
from docgen.pdf.tables.upright import stand_up
from docgen.pdf.text.line_setting import SetText
from docgen.pdf.text.paragraphs import SetLine, SetParagraph

Paint = Callable[[list[Placed], Element | None], list[Item]]

_SLACK = 0.05  # points: rounding cuts nothing off


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, upper, right and lower edge."""

    x1: float
    y1: float
    x2: float
    y2: float


def paint_cell(
    cell: SetCell, stack: Stack, box: Box, row: RowPart, element: Element | None, paint: Paint
) -> list[Item]:
    """The items of a cell without its borders; its content belongs to `element`."""
    items: list[Item] = []
    if cell.cell.shading:
        items.append(Fill(box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1, cell.cell.shading))
    for border, falls in ((cell.cell.falling, True), (cell.cell.rising, False)):
        if border is not None:
            items.append(_diagonal(border, box, falls))
    if cell.cell.rotation:
        return items + _turned(cell, stack, box, element, paint)
    top, _, bottom, left = cell.cell.margins
    spare = box.y2 - box.y1 - top - bottom - stack.height
    start = box.y1 + top + _shift(cell, max(spare, 0.0))
    spread = max(spare, 0.0) if cell.cell.vertical == "both" else 0.0
    found = paint(_spread(placed(stack, box.x1 + left, start), spread), element)
    if spare < -_SLACK and row.row.height_rule == "exact" and cell.rows == 1 and found:
        # Word shows of a row of exact height no more than fits in it.
        return [*items, Clipped(box.x1, box.y1, box.x2 - box.x1, box.y2 - box.y1, tuple(found))]
    return items + found


def _shift(cell: SetCell, spare: float) -> float:
    vertical = cell.cell.vertical
    if vertical in ("top", "both"):
        return min(thickness(cell.cell.borders.top), spare)
    return spare / 2 if vertical == "center" else spare


def _spread(strips: list[Placed], spare: float) -> list[Placed]:
    """Content justified in its height: what is to spare stands between the paragraphs."""
    starts = [
        place for place in range(1, len(strips)) if strips[place].strip.owner is not strips[place - 1].strip.owner
    ]
    if spare and starts:
        step = spare / len(starts)
        for number, start in enumerate(starts, 1):
            end = starts[number] if number < len(starts) else len(strips)
            for one in strips[start:end]:
                one.y += number * step
    return strips


def _diagonal(border: Border, box: Box, falls: bool) -> Path:
    y1, y2 = (box.y1, box.y2) if falls else (box.y2, box.y1)
    ends: tuple[Step, Step] = (("M", (box.x1, y1)), ("L", (box.x2, y2)))
    return Path(ends, stroke=border.color, width=border.width, dash=dash(border))


def _turned(cell: SetCell, stack: Stack, box: Box, element: Element | None, paint: Paint) -> list[Item]:
    """A cell whose text runs down (90) or up (270): its lines are aligned across as `vertical` says."""
    top, right, bottom, left = cell.cell.margins
    spare = max(box.x2 - box.x1 - left - right - stack.height, 0.0)
    shift = {"top": 0.0, "both": 0.0, "center": spare / 2, "bottom": spare}[cell.cell.vertical]
    strips = placed(stack, 0.0, shift)
    if any(one.strip.boxes for one in strips):
        strips = _without_floats(strips, box, cell, element, paint)
    items = paint(strips, element)
    if not items:
        return []
    if cell.cell.rotation == 270:
        return [Turned(box.x1 + left, box.y2 - bottom, 270, tuple(items))]
    x, y = box.x2 - right, box.y1 + top + min(thickness(cell.cell.borders.top), _rest(cell, box))
    return stand_up(items, x, y) if cell.cell.upright else [Turned(x, y, 90, tuple(items))]


def _without_floats(
    strips: list[Placed], box: Box, cell: SetCell, element: Element | None, paint: Paint
) -> list[Placed]:
    """The strips without what floats: that is painted upright where the cell begins, it does not turn with the text."""
    top, right, _, left = cell.cell.margins
    for one in strips:
        if one.strip.boxes:
            line = SetLine(0.0, 0.0, SetText(()))
            holder = SetParagraph(ParagraphFormat(), [line], box.x2 - box.x1 - left - right, one.strip.owner.place)
            paint([Placed(Strip(holder, line, 0.0, boxes=one.strip.boxes), box.x1 + left, box.y1 + top)], element)
    return [replace(one, strip=replace(one.strip, boxes=())) if one.strip.boxes else one for one in strips]


def _rest(cell: SetCell, box: Box) -> float:
    """What is to spare along the lines of a turned cell."""
    return max(box.y2 - box.y1 - cell.cell.margins[0] - cell.cell.margins[2] - cell.length, 0.0)
