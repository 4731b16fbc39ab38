"""问题台账: its columns and rows, as the ledger stands at the end of a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from docgen.diagnostics import Diagnostic
from docgen.model.campaign import Campaign
from docgen.model.fields import Choice, Kind, column_of
from docgen.model.ledger import Problem, State
from docgen.model.references import resolve
from docgen.wording.dates import is_month_end
from docgen.workbooks.cells import Value
from docgen.workbooks.codes import too_long, too_long_fault
from docgen.workbooks.column import Column
from docgen.workbooks.looks import Look

ORDINAL, DAYS = "序号", "逾期天数"
"""Columns beside those of the model."""


def state_heading(as_of: date) -> str:
    """The heading of the column that says how the problems stand on the day."""
    return "月末状态" if is_month_end(as_of) else "当日状态"


_WIDTHS = {
    "number": (9, 12),
    "found": (10, 10),
    "origin": (5.5, 5.5),
    "township": (7, 11),
    "place_name": (9, 13),
    "duty": (8, 11),
    "description": (12, 28),
    "degree": (5.5, 5.5),
    "measures": (10, 24),
    "leader": (7.5, 9),
    "unit": (9, 13),
    "person": (7.5, 9),
    "deadline": (10, 10),
    "progress": (8, 20),
    "status": (7.5, 7.5),
    "completed": (10, 10),
    "checker": (7.5, 9),
    "closed": (10, 10),
    "reopens": (6.8, 12),
    "remark": (5.5, 14),
}
"""Attribute → least and most width: together they leave the type readable on one A4 page across."""

_LOOKS = {Kind.DAY: Look.DAY, Kind.PROSE: Look.PROSE, Kind.CHOICE: Look.LABEL}

_DERIVED_AFTER = "status"
"""月末状态 and 逾期天数 stand beside 状态, which they answer."""


def columns(as_of: date) -> tuple[Column, ...]:
    """序号, then the model's columns, with what follows from them on the day."""
    found = [Column(ORDINAL, Look.COUNT, 5, 7)]
    for attribute in Problem.model_fields:
        found.append(_column(attribute))
        if attribute == _DERIVED_AFTER:
            found.append(Column(state_heading(as_of), Look.LABEL, 8, 8, tuple(map(str, State))))
            found.append(Column(DAYS, Look.COUNT, 5, 5))
    return tuple(found)


def _column(attribute: str) -> Column:
    field = Problem.model_fields[attribute]
    look = _LOOKS.get(column_of(field).kind, Look.TEXT)
    return Column(Problem.heading(attribute), look, *_WIDTHS[attribute], choices=_choices(field.annotation))


def _choices(kind: object) -> tuple[str, ...]:
    return tuple(map(str, kind)) if isinstance(kind, type) and issubclass(kind, Choice) else ()


class LedgerRows:
    """The problems as rows of values, in the order of the ledger; `faults` are cells that a workbook cannot hold."""

    def __init__(
        self, campaign: Campaign, problems: tuple[Problem, ...], as_of: date, value_of: Callable[[str], str]
    ) -> None:
        self._campaign, self._as_of, self._value_of = campaign, as_of, value_of
        self._names: dict[str, str] = {}
        self._long = {name for name in Problem.model_fields if _column(name).look is Look.PROSE}
        self.faults: list[Diagnostic] = []
        places = {township.name: number for number, township in enumerate(campaign.townships)}
        order = sorted(
            problems, key=lambda row: (places.get(name := self._present(row.township), len(places)), name, _key(row))
        )
        self.rows = [[number, *self._values(problem)] for number, problem in enumerate(order, 1)]

    def _values(self, problem: Problem) -> Iterator[Value]:
        for attribute in Problem.model_fields:
            value = self._value(problem, attribute)
            if isinstance(value, str) and too_long(value):
                self.faults.append(too_long_fault(value, problem.place(attribute)))
            yield value
            if attribute == _DERIVED_AFTER:
                yield str(problem.state_on(self._as_of))
                yield problem.overdue_days(self._as_of) or None

    def _value(self, problem: Problem, attribute: str) -> Value:
        """What the ledger says on the day: what happened later is not yet in it, parties have their present names."""
        value: Value = getattr(problem, attribute)
        if attribute in self._long:
            return resolve(str(value), self._value_of)
        if attribute in ("township", "unit"):
            return self._present(str(value))
        if attribute in ("completed", "closed") and isinstance(value, date) and value > self._as_of:
            return None
        if attribute == "checker" and problem.closed and not problem.closed_by(self._as_of):
            return None
        return str(value) if isinstance(value, Choice) else value

    def _present(self, name: str) -> str:
        """The party's present full name, so that filtering finds the rows that the figures count."""
        if name not in self._names:
            party = self._campaign.party(name)
            self._names[name] = party.name if party else name
        return self._names[name]


def _key(problem: Problem) -> tuple[list[str | int], str]:
    """The number as people sort it: WT-9 before WT-10."""
    parts = re.split(r"([0-9]+)", problem.number)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], problem.number
