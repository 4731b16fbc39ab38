"""Table styles: which conditional formats meet in a cell (ECMA-376 Part 1, 17.7.6 and 17.4.56)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.pdf.reading.styles import Style, TableLayer
from docgen.pdf.reading.wordml import Element, Properties, attributes, child, is_on, whole

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_EDGES = frozenset(f"tcBorders/{side}" for side in ("top", "right", "bottom", "left", "insideH", "insideV"))


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
    flags = {name: is_on(values[name]) if name in values else bool(mask & bit) for name, bit in _BITS.items()}
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


class Regions:
    """What a table's style says about its cells; cells in equal regions share one answer."""

    def __init__(self, style: Style, chosen: Look) -> None:
        self._style, self._chosen = style, chosen
        self._known: dict[tuple[tuple[str, frozenset[str]], ...], TableLayer] = {}

    def layer(self, spot: Spot) -> TableLayer:
        """Everything about a cell: the whole table, bands, columns, rows, corners, in that order."""
        conditions = self._style.conditions
        if not conditions:
            return self._style.table
        met = tuple((kind, sides) for kind, sides in _regions(self._chosen, spot) if kind in conditions)
        found = self._known.get(met)
        if found is None:
            found = self._style.table
            for kind, sides in met:
                found = _in_region(conditions[kind], sides).over(found)
            self._known[met] = found
        return found


def _regions(chosen: Look, spot: Spot) -> Iterator[tuple[str, frozenset[str]]]:
    """The regions that a cell is in, each with the sides on which the cell touches the region's outline."""
    head, foot = chosen.first_row and spot.first_row, chosen.last_row and spot.last_row
    left, right = chosen.first_column and spot.first_column, chosen.last_column and spot.last_column
    flat = _sides(left=spot.first_column, right=spot.last_column)
    upright = _sides(top=spot.first_row, bottom=spot.last_row)
    yield "wholeTable", flat | upright
    if chosen.column_bands and not left and not right:
        band, rest = divmod(spot.column - chosen.first_column, chosen.column_band)
        last = rest == chosen.column_band - 1 or spot.last_column
        yield f"band{1 + band % 2}Vert", upright | _sides(left=rest == 0, right=last)
    if chosen.row_bands and not head and not foot:
        band, rest = divmod(spot.row - chosen.first_row, chosen.row_band)
        last = rest == chosen.row_band - 1 or spot.row == spot.rows - 1 - chosen.last_row
        yield f"band{1 + band % 2}Horz", flat | _sides(top=rest == 0, bottom=last)
    whole = frozenset(("top", "right", "bottom", "left"))
    meets = (
        ("firstCol", left, upright | {"left", "right"}), ("lastCol", right, upright | {"left", "right"}),
        ("firstRow", head, flat | {"top", "bottom"}), ("lastRow", foot, flat | {"top", "bottom"}),
        ("nwCell", head and left, whole), ("neCell", head and right, whole),
        ("swCell", foot and left, whole), ("seCell", foot and right, whole),
    )  # fmt: skip
    yield from ((kind, sides) for kind, present, sides in meets if present)


def _sides(**touches: bool) -> frozenset[str]:
    return frozenset(side for side, here in touches.items() if here)


def _in_region(condition: TableLayer, touched: frozenset[str]) -> TableLayer:
    """Borders of a region as edges of this cell: the region's inner lines where the cell does not touch its outline."""
    if not any(name.startswith("tcBorders/") for name in condition.cell):
        return condition
    cell = {name: values for name, values in condition.cell.items() if name not in _EDGES}
    for side in ("top", "right", "bottom", "left"):
        inner = "insideV" if side in ("left", "right") else "insideH"
        source = f"tcBorders/{side if side in touched else inner}"
        if source in condition.cell:
            cell[f"tcBorders/{side}"] = condition.cell[source]
    return TableLayer(condition.table, condition.row, cell, condition.paragraph, condition.run)


def _is_hex(text: str) -> bool:
    return bool(text) and all(character in "0123456789abcdefABCDEF" for character in text)
