"""Tables: w:tbl → Table, with the grid, merges and borders settled (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.reading import table_notes
from docgen.pdf.reading.borders import border
from docgen.pdf.reading.cell_borders import Wishes, alone, settle, wishes
from docgen.pdf.reading.frames import table_frame
from docgen.pdf.reading.merging import joined, vertical
from docgen.pdf.reading.properties import fold, properties
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.styles import Style
from docgen.pdf.reading.table_cells import OpenCell, margin, note_hidden, read_cell
from docgen.pdf.reading.table_grid import Side, columns, sides, slots, wish
from docgen.pdf.reading.table_style import Regions, Spot, look
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import Element, Properties, child, name_of, on_off, points, text_attribute
from docgen.pdf.source import NO_BORDERS, Borders, Row, Table

_ALIGNMENTS: dict[str, Literal["left", "center", "right"]] = {"center": "center", "right": "right", "end": "right"}
_SIDES = ("top", "right", "bottom", "left")
_THROUGH = frozenset(["sdt", "sdtContent", "customXml", "ins"])
_EDGE_AT_MARGIN = 15  # from this version of the layout rules on the table's edge, not its text, stands at the margin


@dataclass(frozen=True, slots=True)
class _Row:
    """A row on its way. `table` are the table's own properties with the row's exceptions (w:tblPrEx)."""

    element: Element
    table: Properties
    before: Side
    after: Side
    cells: tuple[OpenCell, ...]

    @property
    def columns(self) -> int:
        """How many columns of the grid the row takes."""
        return (self.cells[-1].slot.end if self.cells else self.before.columns) + self.after.columns


def table(element: Element, scope: Scope) -> Table | None:
    """The table; None when it has no rows."""
    scope.count.tables += 1
    place = f"{'' if scope.numbered else scope.place}第{scope.count.tables}个表"
    tblpr = child(element, "tblPr")
    style = scope.facts.styles.table(text_attribute(child(tblpr, "tblStyle")))
    direct = properties(tblpr)
    found = fold(style.table.table, direct)
    table_notes.note(found, scope, place)
    rows = _rows(element, Regions(style, look(tblpr, found)), direct, replace(scope, place=place))
    if not rows:
        return None
    widths = columns(element, max(row.columns for row in rows))
    spacing = _spacing(found, rows[0])
    drawn = _drawn(rows, style, spacing > 0, scope.facts.theme)
    floating = table_frame(found.get("tblpPr"))
    nested = scope.in_cell
    if floating and nested:
        scope.note("单元格里的浮动表格（按不浮动排）", place)
        floating = None
    return Table(
        columns=widths,
        rows=tuple(
            _finished(row, borders, style, widths, scope, f"{place}第{number}行")
            for number, (row, borders) in enumerate(zip(rows, drawn, strict=True), 1)
        ),
        alignment=_ALIGNMENTS.get(found.get("jc", {}).get("val", ""), "left"),
        indent=0.0 if floating else _indent(found, rows[0], scope, nested),
        place=place,
        frame=floating,
        width=wish(found.get("tblW")),
        fixed=found.get("tblLayout", {}).get("type") == "fixed",
        beyond=0.0 if nested else _beyond(found, scope),
        spacing=spacing,
        outline=_outline(found, scope.facts.theme) if spacing else NO_BORDERS,
    )


def _indent(found: Properties, first: _Row, scope: Scope, nested: bool) -> float:
    if _ALIGNMENTS.get(found.get("jc", {}).get("val", "")):
        return 0.0
    indent = points(found.get("tblInd", {}).get("w"))
    if nested or scope.facts.compatibility >= _EDGE_AT_MARGIN:
        return indent
    # Older rules put the text of the first cell, not the table's edge, at the margin.
    cell = first.cells[0].found if first.cells else {}
    return indent - margin("left", fold(found, first.table), cell)


def _beyond(found: Properties, scope: Scope) -> float:
    """How much wider than the text a table of 100 % is: by the older rules its cell margins stand outside."""
    if scope.facts.compatibility >= _EDGE_AT_MARGIN:
        return 0.0
    return margin("left", found, {}) + margin("right", found, {})


def _spacing(found: Properties, first: _Row) -> float:
    own = properties(child(first.element, "trPr")).get("tblCellSpacing")
    values = found.get("tblCellSpacing") or own or {}
    return max(points(values.get("w")), 0.0) if values.get("type", "dxa") == "dxa" else 0.0


def _outline(found: Properties, theme: Mapping[str, str]) -> Borders:
    return Borders(*(border(found.get(f"tblBorders/{side}"), theme) for side in _SIDES))


def _rows(element: Element, regions: Regions, direct: Properties, scope: Scope) -> list[_Row]:
    elements = [row for row in _inside(element, "tr") if not _is_gone(row, scope) and list(_inside(row, "tc"))]
    rows = [_row(row, index, len(elements), regions, direct, scope) for index, row in enumerate(elements)]
    merges = vertical([[(cell.slot, cell.direct) for cell in row.cells] for row in rows])
    return [
        replace(row, cells=tuple(replace(cell, merge=kind) for cell, kind in zip(row.cells, kinds, strict=True)))
        for row, kinds in zip(rows, merges, strict=True)
    ]


def _row(element: Element, index: int, count: int, regions: Regions, direct: Properties, scope: Scope) -> _Row:
    elements = list(_inside(element, "tc"))
    found = [properties(child(cell, "tcPr")) for cell in elements]
    before, after = sides(element)
    places = joined(slots(before, found), found)
    if len(places) < len(elements):
        kept = {number for number, _ in places}
        for number, cell in enumerate(elements):
            if number not in kept:
                note_hidden(cell, replace(scope, place=f"{scope.place}第{index + 1}行"))
    cells = []
    for place, (number, slot) in enumerate(places):
        # The columns of a style count cells, not the grid's columns.
        spot = Spot(index, place, count, last_column=place == len(places) - 1)
        cells.append(OpenCell(elements[number], slot, regions.layer(spot), found[number]))
    exceptions = properties(child(element, "tblPrEx"))
    return _Row(element, fold(direct, exceptions) if exceptions else direct, before, after, tuple(cells))


def _inside(element: Element, name: str) -> Iterator[Element]:
    for item in element:
        if name_of(item) == name:
            yield item
        elif name_of(item) in _THROUGH:
            yield from _inside(item, name)


def _is_gone(row: Element, scope: Scope) -> bool:
    trpr = properties(child(row, "trPr"))
    if "del" in trpr:
        scope.note(REVISED)
    return "del" in trpr or on_off(trpr.get("hidden"))


def _drawn(rows: list[_Row], style: Style, apart: bool, theme: Mapping[str, str]) -> list[list[Borders]]:
    """The edges of every cell; those of cells that stand apart do not meet."""
    known: dict[tuple[int, int, frozenset[str]], Wishes] = {}
    found = []
    for index, row in enumerate(rows):
        line = []
        for number, cell in enumerate(row.cells):
            here = (index == 0, number == len(row.cells) - 1, index == len(rows) - 1, number == 0)
            outer = frozenset() if apart else frozenset(side for side, met in zip(_SIDES, here, strict=True) if met)
            line.append(_wishes(cell, row, style, outer, known, theme))
        found.append(line)
    return alone(found) if apart else settle(found)


def _wishes(
    cell: OpenCell,
    row: _Row,
    style: Style,
    outer: frozenset[str],
    known: dict[tuple[int, int, frozenset[str]], Wishes],
    theme: Mapping[str, str],
) -> Wishes:
    """What a cell asks for; cells without borders of their own ask for the same as others in their place (`known`)."""
    own = any(name.startswith("tcBorders/") for name in cell.direct)
    key = (id(row.table), id(cell.style.cell), outer)
    made = None if own else known.get(key)
    if made is None:
        made = wishes(cell.slot, cell.direct, cell.style.cell, row.table, style.table.table, outer, theme)
        if not own:
            known[key] = made
    return replace(made, slot=cell.slot, merged_above=cell.merge == "continue")


def _finished(
    row: _Row, drawn: list[Borders], style: Style, widths: tuple[float, ...], scope: Scope, place: str
) -> Row:
    trpr = properties(child(row.element, "trPr"))
    found = fold(row.cells[0].style.row if row.cells else {}, trpr)
    table_notes.note(found, scope, place)
    table_found = fold(style.table.table, row.table)
    return Row(
        cells=tuple(
            read_cell(cell, borders, table_found, widths, scope, f"{place}第{number}格")
            for number, (cell, borders) in enumerate(zip(row.cells, drawn, strict=True), 1)
        ),
        height=points(found.get("trHeight", {}).get("val")),
        height_rule=_height_rule(found.get("trHeight")),
        header=on_off(found.get("tblHeader")),
        cant_split=on_off(found.get("cantSplit")),
        grid_before=row.before.columns,
        grid_after=row.after.columns,
        before=row.before.width,
        after=row.after.width,
    )


def _height_rule(values: dict[str, str] | None) -> Literal["auto", "at_least", "exact"]:
    if values is None or not points(values.get("val")):
        return "auto"
    # Word writes a least height without a rule.
    rules: dict[str, Literal["auto", "exact"]] = {"exact": "exact", "auto": "auto"}
    return rules.get(values.get("hRule", "atLeast"), "at_least")
