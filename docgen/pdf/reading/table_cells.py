"""Cells: w:tc → Cell, with margins, shading, direction and content (ECMA-376 Part 1, 17.4.66 to 17.4.84)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum
from typing import Literal

from docgen.pdf.reading import table_notes
from docgen.pdf.reading.borders import border, shading
from docgen.pdf.reading.merging import Merge
from docgen.pdf.reading.properties import fold
from docgen.pdf.reading.scope import Count, Scope
from docgen.pdf.reading.styles import TableLayer
from docgen.pdf.reading.table_grid import Slot
from docgen.pdf.reading.wordml import Element, Properties, descendants, on_off, points
from docgen.pdf.source import Borders, Cell

_VERTICALS: dict[str, Literal["center", "bottom", "both"]] = {"center": "center", "bottom": "bottom", "both": "both"}
# In a cell Word's tbRl and btLr turn every character; with a V the 汉字 stand upright in lines that run down. (The
# standard tells them the other way round, and of a section Word means them so: [MS-OI29500] 2.1.558.)
_DIRECTIONS = {
    "tbRl": (90, False),
    "rl": (90, False),
    "btLr": (270, False),
    "lr": (270, False),
    "tbRlV": (90, True),
    "rlV": (90, True),
    "tbLrV": (90, True),
    "lrV": (90, True),
}
_MARGINS = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell on its way: element, place in the grid, what the style says, its own resolved properties."""

    element: Element
    slot: Slot
    style: TableLayer
    direct: Properties
    merge: Merge = "none"

    @property
    def found(self) -> Properties:
        """Style and own properties as one."""
        return fold(self.style.cell, self.direct) if self.style.cell else self.direct


def read_cell(
    cell: OpenCell, drawn: Borders, table_found: Properties, widths: tuple[float, ...], scope: Scope, place: str
) -> Cell:
    """The cell with its content; one that continues a vertical merge has none."""
    found = cell.found
    table_notes.note(found, scope, place)
    top, right, bottom, left = (margin(side, table_found, found) for side in ("top", "right", "bottom", "left"))
    inner = replace(
        scope,
        place=place,
        numbered=False,
        in_cell=True,
        width=max(_width(cell.slot, widths, scope.width) - left - right, 0.0),
        count=Count(),
        table_paragraph=cell.style.paragraph,
        table_run=cell.style.run,
    )
    if cell.merge == "continue":
        note_hidden(cell.element, inner)
    rotation, upright = _DIRECTIONS.get(found.get("textDirection", {}).get("val", ""), (0, False))
    return Cell(
        blocks=() if cell.merge == "continue" else scope.blocks(cell.element, inner),
        span=cell.slot.span,
        merge=cell.merge,
        borders=drawn,
        shading=shading(found.get("shd"), scope.facts.theme),
        margins=(top, right, bottom, left),
        vertical=_VERTICALS.get(found.get("vAlign", {}).get("val", ""), "top"),
        rotation=rotation,
        upright=upright,
        width=cell.slot.width,
        no_wrap=on_off(found.get("noWrap")),
        fit_text=on_off(found.get("tcFitText")),
        falling=border(found.get("tcBorders/tl2br"), scope.facts.theme),
        rising=border(found.get("tcBorders/tr2bl"), scope.facts.theme),
    )


def _width(slot: Slot, widths: tuple[float, ...], around: float) -> float:
    """How wide the file says that a cell is; its share of what is around it where it does not say."""
    said = fsum(widths[slot.start : slot.end]) or slot.width.of(around)
    return said or around * slot.span / max(len(widths), 1)


def note_hidden(element: Element, scope: Scope) -> None:
    """Tell of text in a cell that others cover."""
    if any((text.text or "").strip() for text in descendants(element, "t")):
        scope.note("合并单元格里被盖住的文字")


def margin(side: str, table_found: Properties, cell_found: Properties) -> float:
    """A cell's margin: its own, else the table's, else Word's."""
    values = cell_found.get(f"tcMar/{side}") or table_found.get(f"tblCellMar/{side}")
    if values is None:
        return _MARGINS[side]
    return 0.0 if values.get("type") == "nil" else points(values.get("w"), _MARGINS[side])
