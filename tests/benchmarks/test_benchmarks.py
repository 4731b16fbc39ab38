"""The benchmarks' own tools, and that each one is told of. Nothing here is timed."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from benchmarks import intake
from benchmarks.__main__ import ALL
from benchmarks.clock import Go, exponent, in_a_child, in_turn
from benchmarks.table import show
from docgen.intake.load import load

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ALL)
def test_every_benchmark_can_be_run_and_is_told_of(name: str) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    assert callable(module.main)
    rows = (ROOT / "docs" / "benchmarks.md").read_text("utf-8").splitlines()
    assert [row for row in rows if row.startswith(f"| `{name}` |")] != []


def test_no_other_benchmark_is_told_of() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "benchmarks.md").read_text("utf-8"), re.MULTILINE)
    assert tuple(told) == ALL


def test_everybody_has_his_go_in_turn_and_the_first_turn_is_not_counted() -> None:
    done: list[str] = []
    found = in_turn([Go("a", lambda: done.append("a"), 2), Go("b", lambda: done.append("b"))], 2)
    assert "".join(done) == "aab" * 3
    assert sorted(found) == ["a", "b"]
    done.clear()
    in_turn([Go("a", lambda: done.append("a"))], 1, warm_up=False)
    assert done == ["a"]


def test_what_is_compared_by_itself_is_measured_by_another_clock() -> None:
    ticks = iter([0, 1, 1, 5, 5, 7])
    assert in_turn([Go("a", lambda: None, 2)], 3, warm_up=False, clock=lambda: next(ticks)) == {"a": 1000}


def test_the_exponent_tells_linear_from_quadratic_growth() -> None:
    sizes = (1, 10, 100)
    assert exponent(sizes, [3 * size for size in sizes]) == pytest.approx(1)
    assert exponent(sizes, [size**2 for size in sizes]) == pytest.approx(2)
    assert exponent(sizes, [7, 7, 7]) == pytest.approx(0)


def test_a_child_tells_what_it_printed_and_how_much_memory_it_had() -> None:
    run = in_a_child("import sys\nprint(sys.argv[1] * 2)", "甲")
    assert run.out == "甲甲\n"
    assert run.megabytes > 5
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        in_a_child("1 / 0")


def test_a_table_is_set_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    show("标题", ("what", "ms"), [("a", 1.234), ("long name", 123.4)])
    assert capsys.readouterr().out == "\n标题\n  what         ms\n  a          1.23\n  long name   123\n"


@pytest.mark.parametrize(
    ("awkward", "remark", "codes"),
    [
        ("one formula", "25天", []),
        ("one formula without a value", None, ["DATA-011"]),
        ("one #N/A", None, ["DATA-012"]),
        ("one percentage", "50%", []),
        ("a column of formulas", "25天", []),
        ("a column of percentages", "50%", []),
    ],
)
def test_awkward_ledgers_hold_what_they_are_called(awkward, remark, codes, tmp_path: Path) -> None:
    write, everywhere = intake.AWKWARD[awkward]
    intake.large_ledger(tmp_path, 6, write, everywhere)
    loaded = load(tmp_path)
    assert [item.code for item in loaded.diagnostics] == codes
    assert loaded.draft is not None
    ours = [problem.remark for problem in loaded.draft.problems if problem.number.startswith("WT-9")]
    assert len(ours) == 6
    assert ours.count(remark) == (6 if everywhere else 0 if remark is None else 1)
