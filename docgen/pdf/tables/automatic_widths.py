"""Automatic widths: columns that follow their contents (自动调整), as far as the page allows."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from docgen.pdf.source import Cell, Table
from docgen.pdf.tables.content_widths import Extent, cell_extent, may_overflow
from docgen.pdf.text.paragraphs import Setting

_NEAR = 0.12  # a grid as near as this to what contents ask for was made by Word from the same contents
_SLACK = 0.1  # points: a column as wide as its text must hold it


def automatic(
    table: Table, wished: list[float], grid: list[float], target: float, whole: float, setting: Setting, *, agreed: bool
) -> list[float]:
    """The widths of an automatic table that ought to be `target` points wide (0: as its contents need).

    `wished`: what cells ask for, 0 for none; `agreed`: the file's own grid says the same.
    """
    if all(wished):
        widths = wished if agreed or not target else _scaled(wished, target)
        return _holding(table, widths, max(target, whole), setting)
    extents = _extents(table, setting)
    if _is_made(grid, extents, target):
        return grid
    least = [max(extent.least, wish) for extent, wish in zip(extents, wished, strict=True)]
    most = [wish or extent.most for extent, wish in zip(extents, wished, strict=True)]
    found = _shared(least, [max(a, b) for a, b in zip(least, most, strict=True)], target, whole)
    return grid if not target and _is_near(grid, found) else found


def _scaled(widths: list[float], target: float) -> list[float]:
    """Widths in the same proportion that come to the table's own."""
    return [width * target / fsum(widths) for width in widths]


def _is_made(grid: list[float], extents: list[Extent], target: float) -> bool:
    """Whether the grid is the result of a layout: it has the table's width and holds the contents."""
    if not target or not all(grid) or abs(fsum(grid) - target) > 0.02 * target:
        return False
    return all(width >= extent.least * 0.97 for width, extent in zip(grid, extents, strict=True))


def _is_near(grid: list[float], found: list[float]) -> bool:
    return all(abs(said - width) <= max(_NEAR * width, 3.0) for said, width in zip(grid, found, strict=True))


def _shared(least: list[float], most: list[float], target: float, whole: float) -> list[float]:
    """Between least and most: the table's width, else as wide as its contents, but no wider than the page."""
    room = target or min(fsum(most), whole)
    spare = room - fsum(least)
    if spare <= 0:
        return least
    if room >= fsum(most):
        return _scaled(most, room) if fsum(most) else [room / len(most)] * len(most)
    return _rationed(least, most, room)


def _rationed(least: list[float], most: list[float], room: float) -> list[float]:
    """Columns that need less than an even share get what they need; the others divide the rest by what they need."""
    widths: dict[int, float] = {}
    rest, waiting = room, list(range(len(most)))
    while waiting:
        share = rest / len(waiting)
        small = [column for column in waiting if most[column] <= share]
        small = small or _at_least(least, most, waiting, rest)
        if not small:
            whole = fsum(most[column] for column in waiting)
            widths.update({column: rest * most[column] / whole for column in waiting})
            break
        for column in small:
            widths[column] = max(min(most[column], share), least[column])
            rest -= widths[column]
            waiting.remove(column)
    return [widths[column] for column in range(len(most))]


def _at_least(least: list[float], most: list[float], waiting: list[int], rest: float) -> list[int]:
    """The first column whose part of the rest would not hold its longest word."""
    whole = fsum(most[column] for column in waiting)
    return [column for column in waiting if rest * most[column] / whole < least[column]][:1]


@dataclass(slots=True)
class _Needs:
    """The extents of columns so far, and those of cells that stand over several."""

    columns: list[Extent]
    spans: dict[tuple[int, int], Extent]

    def add(self, start: int, cell: Cell, found: Extent) -> None:
        """Take a cell in."""
        if cell.span == 1 and start < len(self.columns):
            self.columns[start] = self.columns[start].beside(found)
        else:
            self.spans[start, cell.span] = self.spans.get((start, cell.span), Extent()).beside(found)

    def settled(self) -> list[Extent]:
        """The columns, widened where a cell over several needs more than they have."""
        for (start, span), found in sorted(self.spans.items(), key=lambda item: item[0][1]):
            own = range(start, min(start + span, len(self.columns)))
            least = found.least - fsum(self.columns[column].least for column in own)
            most = found.most - fsum(self.columns[column].most for column in own)
            for column in own:
                had = self.columns[column]
                more = had.least + max(least, 0.0) / len(own)
                self.columns[column] = Extent(more, max(had.most + max(most, 0.0) / len(own), more))
        return self.columns


def _extents(table: Table, setting: Setting) -> list[Extent]:
    needs = _Needs([Extent()] * len(table.columns), {})
    for row in table.rows:
        for at, cell in row.places():
            if cell.merge != "continue":
                found = cell_extent(cell, setting)
                needs.add(at, cell, Extent(found.least + _SLACK, found.most + _SLACK))
    return needs.settled()


def _holding(table: Table, widths: list[float], whole: float, setting: Setting) -> list[float]:
    """The widths, those columns widened that cannot hold a word or picture; the others give way, then the page."""
    needs: _Needs | None = None
    for row in table.rows:
        for at, cell in row.places():
            wide = fsum(widths[at : at + cell.span])
            if cell.merge != "continue" and may_overflow(cell, wide):
                found = cell_extent(cell, setting)
                if found.least > wide + _SLACK:
                    needs = needs or _Needs([Extent(0.0, width) for width in widths], {})
                    needs.add(at, cell, Extent(found.least, found.least))
    return widths if needs is None else _widened(widths, needs.settled(), whole, table, setting)


def _widened(widths: list[float], needs: list[Extent], whole: float, table: Table, setting: Setting) -> list[float]:
    wanted = [max(width, need.least) for width, need in zip(widths, needs, strict=True)]
    room = max(fsum(widths), min(whole, fsum(wanted)))
    over = fsum(wanted) - fsum(widths)
    floors = [extent.least for extent in _extents(table, setting)]
    free = [
        0.0 if want > width else max(width - floor, 0.0)
        for want, width, floor in zip(wanted, widths, floors, strict=True)
    ]
    given = min(over, fsum(free))
    made = [want - (part * given / fsum(free) if given else 0.0) for want, part in zip(wanted, free, strict=True)]
    if fsum(made) <= room:
        return made
    # What neither the other columns nor the page can give: words are broken.
    lacking = fsum(made) - room
    grown = [max(one - width, 0.0) for one, width in zip(made, widths, strict=True)]
    return [one - lacking * more / fsum(grown) for one, more in zip(made, grown, strict=True)]
