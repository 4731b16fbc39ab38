"""Rules about the table of 挂牌村: its rows and its columns add up, and a cell that both contradict is named.

Every figure stands in two sums, that of its row and that of its column. Where just one row and one column miss by the
same number, the cell in which they meet is the wrong one, and one message says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.diagnostics import Diagnostic, Place
from docgen.model.listed import Tally
from docgen.model.opinion import Notice
from docgen.rules.codes import inside
from docgen.rules.guidance_case import GuidanceCase
from docgen.rules.guidance_codes import report

_COLUMNS = ("total", "populous", "poor")
_STATED = {"total": "village_count", "populous": "populous_count", "poor": "poor_count"}
"""Column → the attribute of the notice that states its sum."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, or the row of its stated totals: for each column its value (None: not stated) and cell."""

    name: str
    values: dict[str, int | None]
    places: dict[str, Place]
    headings: dict[str, str]
    totals: bool = False

    @property
    def excess(self) -> int:
        """By how much 合计 is more than its parts; 0 where one of the three is not stated."""
        total, populous, poor = (self.values[column] for column in _COLUMNS)
        return 0 if total is None or populous is None or poor is None else total - populous - poor

    def corrected(self, column: str) -> int:
        """What the cell would have to be for the row to add up."""
        value = self.values[column] or 0
        return value - self.excess if column == "total" else value + self.excess

    def called(self, column: str) -> str:
        """四川省的合计; 挂牌村数."""
        return self.headings[column] if self.totals else f"{self.name}的{self.headings[column]}"

    def cell(self, column: str) -> str:
        """The cell with its number, for a message."""
        return f"{inside(self.places[column])} {self.values[column]}"


def add_up(case: GuidanceCase) -> Iterator[Diagnostic]:
    """Each row's 合计 is the sum of its parts, each column's sum is the stated total."""
    rows = [_row(case, tally) for tally in case.guidance.tallies]
    totals = _totals(case)
    excesses = _column_excesses(case, rows, totals)
    for line in (*rows, totals):
        if line.excess:
            column = _wrong_column(line, excesses)
            yield _cell(line, column, totals) if column else _line(line)
            excesses.pop(column, None)
    for column in excesses:
        yield _column(column, rows, totals)


def _row(case: GuidanceCase, tally: Tally) -> Line:
    values = {column: getattr(tally, column) if case.knows(tally, column) else None for column in _COLUMNS}
    places = {column: tally.place(column) for column in _COLUMNS}
    return Line(tally.region, values, places, {column: Tally.heading(column) for column in _COLUMNS})


def _totals(case: GuidanceCase) -> Line:
    notice = case.guidance.notice
    values = {column: getattr(notice, name) for column, name in _STATED.items()}
    places = {column: notice.place(name) for column, name in _STATED.items()}
    headings = {column: Notice.heading(name) for column, name in _STATED.items()}
    return Line(Notice.sheet, values, places, headings, totals=True)


def _column_excesses(case: GuidanceCase, rows: list[Line], totals: Line) -> dict[str, int]:
    """Column → by how much its sum is more than the stated total; only those that are known and differ."""
    tallies = case.guidance.tallies
    known = tallies and case.whole("tallies") and all(case.knows(tally, *_COLUMNS) for tally in tallies)
    if not known:
        return {}
    found = {}
    for column, stated in totals.values.items():
        if stated is not None and not (column == "total" and _implied(rows, totals)):
            found[column] = _sum(rows, column) - stated
    return {column: excess for column, excess in found.items() if excess}


def _implied(rows: list[Line], totals: Line) -> bool:
    """Whether the sum of 合计 says nothing that the two other sums do not say."""
    return all(row.values["total"] is None for row in rows) and None not in totals.values.values()


def _sum(rows: list[Line], column: str) -> int:
    if column == "total":
        return sum(_whole(row) for row in rows)
    return sum(row.values[column] or 0 for row in rows)


def _whole(row: Line) -> int:
    total = row.values["total"]
    return (row.values["populous"] or 0) + (row.values["poor"] or 0) if total is None else total


def _wrong_column(line: Line, excesses: dict[str, int]) -> str:
    """The one column whose excess the same wrong cell explains; "" when there is none, or several."""
    side = -1 if line.totals else 1
    explained = [
        column
        for column, excess in excesses.items()
        if excess == side * (1 if column == "total" else -1) * line.excess and line.corrected(column) >= 0
    ]
    return explained[0] if len(explained) == 1 else ""


def _cell(line: Line, column: str, totals: Line) -> Diagnostic:
    """The wrong cell, with what its row and its column say it should be."""
    right = line.corrected(column)
    by_column = "各行相加" if line.totals else f"{totals.cell(column)} 减去别的各行"
    found = f"{line.called(column)}是 {line.values[column]}"
    expected = f"{_by_row(line, column)}，{by_column}，都是 {right}"
    return report("GUIDE-001", line.places[column], found, expected, f"改成 {right}")


def _by_row(line: Line, column: str) -> str:
    """What makes up the cell in its own row: 10 + 289, or 299 less 289."""
    others = [line.cell(other) for other in _COLUMNS if other != column]
    return f"{others[0]} {'加上' if column == 'total' else '减去'} {others[1]}"


def _line(line: Line) -> Diagnostic:
    """A row whose sum is wrong, with no column to tell the cell."""
    populous, poor = (line.values[column] or 0 for column in _COLUMNS[1:])
    expected = f"{_by_row(line, 'total')}，应是 {populous + poor}"
    found = f"{line.called('total')}是 {line.values['total']}"
    return report("GUIDE-001", line.places["total"], found, expected, "核对这三格；合计不填，就由程序算")


def _column(column: str, rows: list[Line], totals: Line) -> Diagnostic:
    found = f"{totals.called(column)}是 {totals.values[column]}"
    expected = f"“{Tally.sheet}”的{Tally.heading(column)}各行相加是 {_sum(rows, column)}"
    return report("GUIDE-002", totals.places[column], found, expected)
