"""Tables: w:tbl → Table, with the grid, merges and borders settled (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.reading import table_notes
from docgen.pdf.reading.borders import shading
from docgen.pdf.reading.cell_borders import Wishes, settle, wishes
from docgen.pdf.reading.frames import table_frame
from docgen.pdf.reading.properties import fold, properties
from docgen.pdf.reading.scope import Count, Scope
from docgen.pdf.reading.styles import Style, TableLayer
from docgen.pdf.reading.table_grid import Slot, columns, grid_before, slots
from docgen.pdf.reading.table_style import Look, Spot, layer, look
from docgen.pdf.reading.wordml import Element, Properties, child, descendants, name_of, on_off, points, text_attribute
from docgen.pdf.source import Borders, Cell, Row, Table

_ALIGNMENTS: dict[str, Literal["left", "center", "right"]] = {"center": "center", "right": "right", "end": "right"}
_VERTICALS: dict[str, Literal["top", "center", "bottom"]] = {"center": "center", "bottom": "bottom"}
_ROTATIONS = {"tbRl": 90, "tbRlV": 90, "rl": 90, "btLr": 270, "lr": 270}
_MARGINS = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
_THROUGH = frozenset(["sdt", "sdtContent", "customXml", "ins"])
_EDGE_AT_MARGIN = 15  # from this version of the layout rules on the table's edge, not its text, stands at the margin


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell on its way: element, place in the grid, what the style says, its own resolved properties."""

    element: Element
    slot: Slot
    style: TableLayer
    direct: Properties
    merge: Literal["none", "start", "continue"] = "none"

    @property
    def found(self) -> Properties:
        """Style and own properties as one."""
        return fold(self.style.cell, self.direct)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row on its way. `table` are the table's own properties with the row's exceptions (w:tblPrEx)."""

    element: Element
    table: Properties
    cells: tuple[_Cell, ...]


def table(element: Element, scope: Scope) -> Table | None:
    """The table; None when it has no rows."""
    scope.count.tables += 1
    place = f"{'' if scope.numbered else scope.place}第{scope.count.tables}个表"
    tblpr = child(element, "tblPr")
    style = scope.facts.styles.table(text_attribute(child(tblpr, "tblStyle")))
    direct = properties(tblpr)
    found = fold(style.table.table, direct)
    table_notes.note(found, scope, place)
    rows = _rows(element, style, look(tblpr, found), direct, scope)
    if not rows:
        return None
    widths = columns(element, [[cell.slot for cell in row.cells] for row in rows], scope.width)
    drawn = settle(_all_wishes(rows, style))
    floating = table_frame(found.get("tblpPr"))
    return Table(
        columns=widths,
        rows=tuple(
            _finished(row, borders, style, widths, scope, f"{place}第{number}行")
            for number, (row, borders) in enumerate(zip(rows, drawn, strict=True), 1)
        ),
        alignment=_ALIGNMENTS.get(found.get("jc", {}).get("val", ""), "left"),
        indent=0.0 if floating else _indent(found, rows[0], scope),
        place=place,
        frame=floating,
    )


def _indent(found: Properties, first: _Row, scope: Scope) -> float:
    if _ALIGNMENTS.get(found.get("jc", {}).get("val", "")):
        return 0.0
    indent = points(found.get("tblInd", {}).get("w"))
    if scope.facts.compatibility >= _EDGE_AT_MARGIN:
        return indent
    # Older rules put the text of the first cell, not the table's edge, at the margin.
    cell = first.cells[0].found if first.cells else {}
    return indent - _margin("left", fold(found, first.table), cell)


def _rows(element: Element, style: Style, chosen: Look, direct: Properties, scope: Scope) -> list[_Row]:
    elements = [row for row in _inside(element, "tr") if not _is_gone(row, scope)]
    rows: list[_Row] = []
    for index, row in enumerate(elements):
        cells = list(_inside(row, "tc"))
        spots = slots(row, cells, scope.width)
        made = []
        for number, (cell, slot) in enumerate(zip(cells, spots, strict=True)):
            spot = Spot(index, slot.start, len(elements), last_column=number == len(cells) - 1)
            made.append(_Cell(cell, slot, layer(style, chosen, spot), properties(child(cell, "tcPr"))))
        rows.append(_Row(row, fold(direct, properties(child(row, "tblPrEx"))), tuple(made)))
    return _merged(rows)


def _inside(element: Element, name: str) -> Iterator[Element]:
    for item in element:
        if name_of(item) == name:
            yield item
        elif name_of(item) in _THROUGH:
            yield from _inside(item, name)


def _is_gone(row: Element, scope: Scope) -> bool:
    trpr = properties(child(row, "trPr"))
    if "del" in trpr:
        scope.note("修订（按接受后的样子画）")
    return "del" in trpr or on_off(trpr.get("hidden"))


def _merged(rows: list[_Row]) -> list[_Row]:
    """The rows with vertical merges marked; a continuation without a cell to continue starts anew."""
    open_: dict[tuple[int, int], bool] = {}
    result = []
    for row in rows:
        cells, still_open = [], {}
        for cell in row.cells:
            merge = cell.direct.get("vMerge")
            key = (cell.slot.start, cell.slot.span)
            kind: Literal["none", "start", "continue"] = "none"
            if merge is not None:
                continues = merge.get("val", "continue") == "continue" and key in open_
                kind = "continue" if continues else "start"
                still_open[key] = True
            cells.append(replace(cell, merge=kind))
        open_ = still_open
        result.append(replace(row, cells=tuple(cells)))
    return result


def _all_wishes(rows: list[_Row], style: Style) -> list[list[Wishes]]:
    result = []
    for index, row in enumerate(rows):
        of_rows = {side for side, here in (("top", index == 0), ("bottom", index == len(rows) - 1)) if here}
        line = []
        for number, cell in enumerate(row.cells):
            at_side = (("left", number == 0), ("right", number == len(row.cells) - 1))
            outer = of_rows | {side for side, here in at_side if here}
            wish = wishes(cell.slot, cell.direct, cell.style.cell, row.table, style.table.table, outer)
            line.append(replace(wish, merged_above=cell.merge == "continue"))
        result.append(line)
    return result


def _finished(
    row: _Row, drawn: list[Borders], style: Style, widths: tuple[float, ...], scope: Scope, place: str
) -> Row:
    trpr = properties(child(row.element, "trPr"))
    found = fold(row.cells[0].style.row if row.cells else {}, trpr)
    table_notes.note(found, scope, place)
    table_found = fold(style.table.table, row.table)
    return Row(
        cells=tuple(
            _cell(cell, borders, table_found, widths, scope, f"{place}第{number}格")
            for number, (cell, borders) in enumerate(zip(row.cells, drawn, strict=True), 1)
        ),
        height=points(found.get("trHeight", {}).get("val")),
        height_rule=_height_rule(found.get("trHeight")),
        header=on_off(found.get("tblHeader")),
        cant_split=on_off(found.get("cantSplit")),
        grid_before=grid_before(row.element),
    )


def _height_rule(values: dict[str, str] | None) -> Literal["auto", "at_least", "exact"]:
    if values is None or not points(values.get("val")):
        return "auto"
    # Word writes a least height without a rule.
    rules: dict[str, Literal["auto", "exact"]] = {"exact": "exact", "auto": "auto"}
    return rules.get(values.get("hRule", "atLeast"), "at_least")


def _cell(
    cell: _Cell, drawn: Borders, table_found: Properties, widths: tuple[float, ...], scope: Scope, place: str
) -> Cell:
    found = cell.found
    table_notes.note(found, scope, place)
    top, right, bottom, left = (_margin(side, table_found, found) for side in ("top", "right", "bottom", "left"))
    width = sum(widths[cell.slot.start : cell.slot.end]) - left - right
    inner = replace(
        scope,
        place=place,
        numbered=False,
        width=width,
        count=Count(),
        table_paragraph=cell.style.paragraph,
        table_run=cell.style.run,
    )
    if cell.merge == "continue":
        _note_hidden(cell.element, inner)
    return Cell(
        blocks=() if cell.merge == "continue" else scope.blocks(cell.element, inner),
        span=cell.slot.span,
        merge=cell.merge,
        borders=drawn,
        shading=shading(found.get("shd")),
        margins=(top, right, bottom, left),
        vertical=_VERTICALS.get(found.get("vAlign", {}).get("val", ""), "top"),
        rotation=_ROTATIONS.get(found.get("textDirection", {}).get("val", ""), 0),
    )


def _note_hidden(element: Element, scope: Scope) -> None:
    if any((text.text or "").strip() for text in descendants(element, "t")):
        scope.note("合并单元格里被盖住的文字")


def _margin(side: str, table_found: Properties, cell_found: Properties) -> float:
    values = cell_found.get(f"tcMar/{side}") or table_found.get(f"tblCellMar/{side}")
    if values is None:
        return _MARGINS[side]
    return 0.0 if values.get("type") == "nil" else points(values.get("w"), _MARGINS[side])
