"""Table styles: which conditional formats meet in a cell (ECMA-376 Part 1, 17.7.6 and 17.4.56)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.pdf.reading.styles import Style, TableLayer
from docgen.pdf.reading.wordml import Element, Properties, attributes, child, on_off, whole

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell's place: row and column, the counts of both, whether it touches the right edge."""

    row: int
    column: int
    rows: int
    last_column: bool

    @property
    def first_row(self) -> bool:
        """In the table's first row."""
        return self.row == 0

    @property
    def last_row(self) -> bool:
        """In the table's last row."""
        return self.row == self.rows - 1

    @property
    def first_column(self) -> bool:
        """In the table's first column."""
        return self.column == 0


@dataclass(frozen=True, slots=True)
class Look:
    """w:tblLook: which conditional formats the table takes from its style, and the size of its bands."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    row_bands: bool = True
    column_bands: bool = True
    row_band: int = 1
    column_band: int = 1


def look(tblpr: Element | None, found: Properties) -> Look:
    """The look of a table; `found` are its resolved table properties (band sizes stand in the style)."""
    values = attributes(child(tblpr, "tblLook"))
    mask = int(values.get("val", "0"), 16) if _is_hex(values.get("val", "")) else 0
    flags = {name: on_off({"val": values[name]}) if name in values else bool(mask & bit) for name, bit in _BITS.items()}
    return Look(
        first_row=flags["firstRow"],
        last_row=flags["lastRow"],
        first_column=flags["firstColumn"],
        last_column=flags["lastColumn"],
        row_bands=not flags["noHBand"] and bool(values),
        column_bands=not flags["noVBand"] and bool(values),
        row_band=max(whole(found.get("tblStyleRowBandSize", {}).get("val"), 1), 1),
        column_band=max(whole(found.get("tblStyleColBandSize", {}).get("val"), 1), 1),
    )


def layer(style: Style, chosen: Look, spot: Spot) -> TableLayer:
    """Everything that the style says about a cell: the whole table, bands, rows, columns, corners, in that order."""
    found = style.table
    for kind in _kinds(chosen, spot):
        condition = style.conditions.get(kind)
        if condition is not None:
            found = _in_region(condition, kind, spot).over(found)
    return found


def _kinds(chosen: Look, spot: Spot) -> Iterator[str]:
    head, foot = chosen.first_row and spot.first_row, chosen.last_row and spot.last_row
    left, right = chosen.first_column and spot.first_column, chosen.last_column and spot.last_column
    if chosen.column_bands and not left and not right:
        column = spot.column - chosen.first_column
        yield f"band{1 + column // chosen.column_band % 2}Vert"
    if chosen.row_bands and not head and not foot:
        row = spot.row - chosen.first_row
        yield f"band{1 + row // chosen.row_band % 2}Horz"
    meets = (
        ("firstCol", left), ("lastCol", right), ("firstRow", head), ("lastRow", foot),
        ("nwCell", head and left), ("neCell", head and right), ("swCell", foot and left), ("seCell", foot and right),
    )  # fmt: skip
    yield from (kind for kind, present in meets if present)


def _in_region(condition: TableLayer, kind: str, spot: Spot) -> TableLayer:
    """Borders of a region as edges of this cell: the region's inner lines where the cell does not touch its outline."""
    inner_sides = {"left", "right"} if kind.endswith(("Row", "Horz")) else {"top", "bottom"}
    if kind.endswith("Cell"):
        return condition
    touches = {
        "left": spot.first_column,
        "right": spot.last_column,
        "top": spot.first_row,
        "bottom": spot.last_row,
    }
    cell = {name: values for name, values in condition.cell.items() if not name.startswith("tcBorders/")}
    for side in ("top", "right", "bottom", "left"):
        inner = side in inner_sides and not touches[side]
        source = ("insideV" if side in ("left", "right") else "insideH") if inner else side
        if f"tcBorders/{source}" in condition.cell:
            cell[f"tcBorders/{side}"] = condition.cell[f"tcBorders/{source}"]
    return TableLayer(condition.table, condition.row, cell, condition.paragraph, condition.run)


def _is_hex(text: str) -> bool:
    return bool(text) and all(character in "0123456789abcdefABCDEF" for character in text)
