"""Rows: a record before it is built. Cells are made when asked for; places, when a message or a rule names them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from docgen.diagnostics import Place
from docgen.intake.cells import Cell, Flaw, Value
from docgen.intake.grid import Grid
from docgen.model.fields import Record


class Row(ABC):
    """The cells of one record, by attribute."""

    __slots__ = ()

    @property
    @abstractmethod
    def place(self) -> Place:
        """Where the row stands."""

    @abstractmethod
    def cell(self, attribute: str) -> Cell | None:
        """The cell of an attribute; None for an optional one that the file does not have."""


@dataclass(frozen=True, slots=True)
class TextRow(Row):
    """A row whose cells are known one by one: of a form, YAML or JSON."""

    where: Place
    cells: Mapping[str, Cell]

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.where

    def cell(self, attribute: str) -> Cell | None:
        """The cell of an attribute."""
        return self.cells.get(attribute)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the attributes of a table stand: attribute → (column, heading); `hidden` are covered by merged cells."""

    grid: Grid
    columns: Mapping[str, tuple[int, str]]
    hidden: Collection[tuple[int, int]]
    odd: Mapping[int, list[str]] = field(init=False)
    """Row → attributes whose cells are marked or covered: there is more to know of them than their values."""

    def __post_init__(self) -> None:
        marks = self.grid.marks
        names = {column: name for name, (column, _) in self.columns.items()}
        odd: dict[int, list[str]] = {}
        for row, column in chain(self.hidden, marks.uncached, marks.errors, marks.percent):
            if column in names:
                odd.setdefault(row, []).append(names[column])
        object.__setattr__(self, "odd", odd)


@dataclass(frozen=True, slots=True)
class GridRow(Row):
    """A row of a table: its number is enough, the layout knows the rest."""

    layout: Layout
    number: int

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.layout.grid.place(self.number)

    def cell(self, attribute: str) -> Cell | None:
        """The cell of an attribute."""
        layout = self.layout
        if attribute not in layout.columns:
            return None
        column, heading = layout.columns[attribute]
        cell = layout.grid.cell(self.number, column, heading)
        return covered(cell) if (self.number, column) in layout.hidden else cell


def ordinary_columns(rows: Sequence[Row]) -> dict[str, list[Value]]:
    """Attribute → the bare values of a column of a table; {} for rows of another kind."""
    first = rows[0]
    if not isinstance(first, GridRow):
        return {}
    layout = first.layout
    top, left, values = layout.grid.top, layout.grid.left, layout.grid.values
    lines = [values[row.number - top] for row in rows if isinstance(row, GridRow)]
    return {name: [line[column - left] for line in lines] for name, (column, _) in layout.columns.items()}


def odd_attributes(row: Row) -> Sequence[str]:
    """The attributes of a row of whose cells there is more to know than their values."""
    return row.layout.odd.get(row.number, ()) if isinstance(row, GridRow) else ()


class Places(Mapping[str, Place]):
    """Attribute → place of a row's cells, "" → the row; an attribute without a cell stands in its row."""

    __slots__ = ("_record", "_row")

    def __init__(self, record: type[Record], row: Row) -> None:
        self._record = record
        self._row = row

    def __getitem__(self, attribute: str) -> Place:
        if not attribute:
            return self._row.place
        if attribute not in self._record.model_fields:
            raise KeyError(attribute)
        cell = self._row.cell(attribute)
        return cell.place if cell else replace(self._row.place, heading=self._record.heading(attribute))

    def __iter__(self) -> Iterator[str]:
        yield ""
        yield from self._record.model_fields

    def __len__(self) -> int:
        return len(self._record.model_fields) + 1


def covered(cell: Cell) -> Cell:
    """The same place with nothing to report any more."""
    return Cell(None, cell.where, flaw=Flaw.COVERED)
