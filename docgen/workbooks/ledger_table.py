"""The table of a ledger before it is written: columns, rows, where they will stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from docgen.model.facts import MonthProgress
from docgen.workbooks.column import Column, Rows
from docgen.workbooks.ledger_rows import columns, state_heading
from docgen.workbooks.places import Region

TITLE, NOTE, TOTALS, HEAD = range(4)
"""The rows above the problems."""


@dataclass(frozen=True)
class LedgerTable:
    """A month's ledger: whose, its figures, its rows, from how many days before the limit a problem is due soon."""

    title: str
    issuer: str
    progress: MonthProgress
    rows: Rows
    due_soon_days: int

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return columns(self.progress.as_of)

    @cached_property
    def region(self) -> Region:
        """Where the problems stand; one row is kept where there is none."""
        return Region(tuple(column.heading for column in self.columns), HEAD + 1, max(len(self.rows), 1))

    @property
    def state(self) -> str:
        """The heading of the column that says how the problems stand."""
        return state_heading(self.progress.as_of)
