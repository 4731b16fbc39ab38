"""A few hundred faults are told one by one; of a hundred thousand the first of each kind, and how many more."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from cli_runs import Run, small_campaign

from docgen.cli.listing import tell_diagnostics
from docgen.diagnostics import Diagnostic, Place

HEADINGS = ("问题编号", "发现日期", "乡镇", "问题类别", "问题描述", "责任单位", "程度")
FIRST_FAULTS = [f"{letter}{row}" for row in range(2, 22) for letter in "BG"]


def faulty_ledger(folder: Path, rows: int) -> Path:
    """A campaign with a ledger beside it, two faults a row."""
    path = small_campaign(folder)
    with (folder / "问题台账.csv").open("w", encoding="utf-8", newline="") as file:
        lines = ([f"WT-{n}", f"三月{n}", "青石镇", "责任落实", "没有开工", "青石镇", "很重"] for n in range(rows))
        csv.writer(file).writerows([HEADINGS, *lines])
    return path


def addresses(said: str) -> list[str]:
    lines = [line for line in said.splitlines() if line.startswith(("DATA-014", "DATA-023")) and "还有" not in line]
    return [line.split(" · ")[-1].partition("（")[0] for line in lines]


def test_up_to_500_faults_are_told_one_by_one(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("validate", faulty_ledger(tmp_path, 250))
    assert addresses(ran.out) == [f"{letter}{row}" for row in range(2, 252) for letter in "BG"]
    assert "另有" not in ran.out


def test_of_more_the_first_20_of_each_kind_are_told_and_the_others_counted(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("validate", faulty_ledger(tmp_path, 3000))
    assert (ran.code, ran.err, addresses(ran.out)) == (1, "", FIRST_FAULTS)
    lines = ran.out.splitlines()
    assert lines[120:124] == [
        "另有 5960 处没有逐条列出：",
        "  DATA-014  问题台账.csv · 问题台账（发现日期）  还有 2980 处",
        "  DATA-023  问题台账.csv · 问题台账（程度）  还有 2980 处",
        "先改好列出的，再检查一次；全部内容见 docgen validate --json",
    ]
    assert lines[-1].endswith("：6000 处错误")


def test_a_command_that_cannot_work_with_the_data_tells_as_little(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("plan", faulty_ledger(tmp_path, 3000), "-o", tmp_path / "out")
    assert (ran.code, ran.out, addresses(ran.err)) == (1, "", FIRST_FAULTS)
    assert ran.err.splitlines()[-2:] == ["错误：数据有 6000 处错误，没有生成文件", "改法：按上面各条改好再运行"]


def test_json_leaves_nothing_out(docgen: Run, tmp_path: Path) -> None:
    told = json.loads(docgen("validate", faulty_ledger(tmp_path, 3000), "--json").out)
    assert (told["errors"], len(told["diagnostics"])) == (6000, 6000)
    assert told["diagnostics"][-1]["address"] == "G3001"


def test_a_thousand_kinds_of_faults_are_bounded_too(capsys: pytest.CaptureFixture[str]) -> None:
    found = [Diagnostic("DATA-004", Place("甲.xlsx", heading=f"栏{n}"), "没有", "", "改") for n in range(1000)]
    tell_diagnostics(found, err=True)
    lines = capsys.readouterr().err.splitlines()
    assert lines[1500] == "另有 500 处没有逐条列出："
    assert lines[1501:1503] == [f"  DATA-004  甲.xlsx（栏{n}）  还有 1 处" for n in (500, 501)]
    assert lines[1521:] == ["  其他 480 种", "先改好列出的，再检查一次；全部内容见 docgen validate --json"]
