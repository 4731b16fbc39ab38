"""Intake: a ledger of 50,000 rows and 20 columns validated by us, and merely read by openpyxl.

Two figures of ours: with every cell, key and reference checked, and with the cross-checks between all records on top of
that, as in `docgen validate`. Then the same ledger with cells as offices have them: of these calamine does not tell
enough, and their XML must be looked at.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.clock import Run, in_a_child
from benchmarks.table import show, times
from docgen import assets

ROWS = 50_000
TURNS = 3

Remark = Callable[[Any, int, int, Any], None]
"""Writes the remark of a row: sheet, row, column, a format that shows a number as a percentage."""


def _formula(sheet: Any, row: int, column: int, percent: Any) -> None:
    sheet.write_formula(row, column, f'=TEXT(M{row + 1}-B{row + 1},"0天")', None, "25天")


def _uncalculated(sheet: Any, row: int, column: int, percent: Any) -> None:
    sheet.write_formula(row, column, f"=M{row + 1}-B{row + 1}", None, "")


def _error(sheet: Any, row: int, column: int, percent: Any) -> None:
    sheet.write_formula(row, column, f"=VLOOKUP(A{row + 1},A:B,9,0)", None, "#N/A")


def _percentage(sheet: Any, row: int, column: int, percent: Any) -> None:
    sheet.write_number(row, column, 0.5, percent)


AWKWARD: dict[str, tuple[Remark, bool]] = {
    "one formula": (_formula, False),
    "one formula without a value": (_uncalculated, False),
    "one #N/A": (_error, False),
    "one percentage": (_percentage, False),
    "a column of formulas": (_formula, True),
    "a column of percentages": (_percentage, True),
}
"""What is awkward in the ledger's remarks, and whether in every row or in one of its midst."""

_OURS = """
import sys
from pathlib import Path
from docgen.intake.load import load
loaded = load(Path(sys.argv[1]))
print(len(loaded.draft.problems), len(loaded.diagnostics))
"""
_CHECKED = """
import sys
from pathlib import Path
from docgen.produce import examine
examined = examine(Path(sys.argv[1]))
print(len(examined.root.problems), len(examined.diagnostics))
"""
_PEER = """
import sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[2], read_only=True).worksheets[0]
print(sum(1 for _ in sheet.iter_rows(values_only=True)), 0)
"""


def main() -> None:
    """Print the times, their ratios, and the most memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = large_ledger(folder, ROWS)
        ours = in_a_child(_OURS, str(folder), str(ledger))
        checked = in_a_child(_CHECKED, str(folder), str(ledger))
        peer = in_a_child(_PEER, str(folder), str(ledger))
    print(
        f"intake, {ROWS} rows x 20: openpyxl (read-only, no checks) {peer.seconds:.1f} s, {peer.megabytes:.0f} MB; ",
        end="",
    )
    print(f"ours, validated {_figures(ours)} ({peer.seconds / ours.seconds:.1f}x), cross-checked {_figures(checked)}")
    _awkward()


def _awkward() -> None:
    """Each ledger in turn; the processor's time, for a busy machine is not busy for all alike."""
    with tempfile.TemporaryDirectory() as name:
        folders = {"a ledger without such cells": Path(name) / "plain"}
        folders |= {awkward: Path(name) / awkward.replace("/", "") for awkward in AWKWARD}
        for awkward, folder in folders.items():
            folder.mkdir()
            large_ledger(folder, ROWS, *AWKWARD.get(awkward, ()))
        runs: dict[str, list[Run]] = {awkward: [] for awkward in folders}
        for _ in range(TURNS):
            for awkward, folder in folders.items():
                runs[awkward].append(in_a_child(_OURS, str(folder)))
    seconds = {awkward: statistics.median(run.processor for run in of) for awkward, of in runs.items()}
    plain = next(iter(seconds.values()))
    most = {awkward: max(run.megabytes for run in of) for awkward, of in runs.items()}
    rows = [(awkward, taken, times(taken / plain), f"{most[awkward]:.0f}") for awkward, taken in seconds.items()]
    show("ours, validated, with some cells of another kind", ("", "s of a processor", "ratio", "MB"), rows)


def _figures(run: Run) -> str:
    return f"{run.seconds:.2f} s ({run.processor:.2f} s of a processor), {run.megabytes:.0f} MB"


def large_ledger(folder: Path, rows: int, remark: Remark | None = None, everywhere: bool = False) -> Path:
    """A data folder with the example's workbook, its ledger grown to so many rows in a file beside it.

    `remark` writes the remark of every row, or of the middle one.
    """
    import xlsxwriter

    from docgen.intake.load import load
    from docgen.model.ledger import Problem

    source = assets.folder("data") / "example"
    for path in source.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copy(path, folder)
    loaded = load(source).draft
    assert loaded is not None
    path = folder / "问题台账-大.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("问题台账")
    day, percent = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0%"})
    names = list(Problem.model_fields)
    sheet.write_row(0, 0, [Problem.heading(name) for name in names])
    for number, record in enumerate(islice(cycle(loaded.problems), rows), 1):
        for column, name in enumerate(names):
            value: Any = f"WT-9{number:06d}" if name == "number" else getattr(record, name)
            _write(sheet, number, column, value, day)
        if remark and (everywhere or number == rows // 2):
            remark(sheet, number, names.index("remark"), percent)
    book.close()
    return path


def _write(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None:
        return
    if hasattr(value, "year"):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, tuple):
        sheet.write_string(row, column, "、".join(map(str, value)))
    else:
        sheet.write(row, column, value if isinstance(value, int | float) else str(value))


if __name__ == "__main__":
    sys.exit(main())
