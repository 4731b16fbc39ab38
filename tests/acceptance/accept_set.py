"""The whole set of a month as `docgen all` writes it, made once for all tests, and the ledger's rows as typed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import pytest
from accept_build import EXAMPLE, EXAMPLE_YAML, plain
from docx.table import Table
from filelock import FileLock

from docgen.cli.main import main

MONTH, LAST_DAY, REPORT_DAY = "2024-07", date(2024, 7, 31), date(2024, 7, 28)


@dataclass(frozen=True)
class MonthSet:
    """The output folder of `docgen all --month 2024-07` and the data folder it was made from."""

    folder: Path
    data: Path

    def words(self, kind: str) -> list[Path]:
        """The Word files of a kind, in the order of their names."""
        return sorted((self.folder / MONTH / kind).glob("*.docx"))

    def word(self, kind: str, unit: str = "") -> Path:
        """The one Word file of a kind, or of a unit."""
        (found,) = [path for path in self.words(kind) if not unit or path.stem.endswith(f"（{unit}）")]
        return found


def month_set(factory: pytest.TempPathFactory) -> MonthSet:
    """Made by whichever test process comes first; the others wait for it."""
    base = factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "month-set"
    with FileLock(root.with_suffix(".lock")):
        if not (root / "done").exists():
            (root / "data").mkdir(parents=True)
            shutil.copy(EXAMPLE / "督战数据.xlsx", root / "data")
            assert main(["all", str(root / "data"), "--month", MONTH, "-o", str(root / "output")]) == 0
            (root / "done").touch()
    return MonthSet(root / "output", root / "data")


@dataclass(frozen=True)
class Row:
    """A row of the ledger with the dates that figures depend on."""

    number: str
    township: str
    duty: str
    unit: str
    found: date
    deadline: date | None
    closed: date | None

    def is_closed(self, day: date) -> bool:
        return self.closed is not None and self.closed <= day

    def is_overdue(self, day: date) -> bool:
        return self.deadline is not None and self.deadline < day and not self.is_closed(day)


def ledger_rows(found_by: date) -> list[Row]:
    """The ledger as the YAML twin of the example has it, up to a day."""
    rows = (
        Row(
            item["问题编号"], item["乡镇"], item["问题类别"], item["责任单位"], _day(item["发现日期"]),
            _day(item["整改时限"]) if item.get("整改时限") else None,
            _day(item["销号日期"]) if item.get("销号日期") else None,
        )
        for item in plain(EXAMPLE_YAML)["问题台账"]
    )  # fmt: skip
    return [row for row in rows if row.found <= found_by]


def _day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True)
class Sums:
    """What a writer adds up by hand: the month's found and closed, all found and closed, open, overdue."""

    found: int
    closed: int
    all_found: int
    all_closed: int
    open: int
    overdue: int

    @property
    def rate(self) -> str:
        if not self.all_found:
            return "—"
        return f"{round(self.all_closed * 1000 / self.all_found + 1e-9) / 10:.1f}".removesuffix(".0") + "%"


def sums(rows: list[Row], day: date) -> Sums:
    first = day.replace(day=1)
    closed = [row for row in rows if row.closed and row.closed <= day]
    return Sums(
        found=sum(first <= row.found <= day for row in rows),
        closed=sum(row.closed is not None and row.closed >= first for row in closed),
        all_found=len(rows),
        all_closed=len(closed),
        open=len(rows) - len(closed),
        overdue=sum(row.is_overdue(day) for row in rows),
    )


def text_of(path: Path) -> str:
    """The paragraphs of a Word file in one line."""
    return "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def table_rows(path: Path, heading: str) -> Iterator[list[str]]:
    """The rows of the table one of whose headings is `heading`, without white space."""
    for table in docx.Document(str(path)).tables:
        rows = [_cells(table, index) for index in range(len(table.rows))]
        if heading in rows[0]:
            yield from rows
            return
    raise AssertionError(f"no table with {heading}")


def _cells(table: Table, row: int) -> list[str]:
    return [re.sub(r"\s", "", cell.text) for cell in table.rows[row].cells]
