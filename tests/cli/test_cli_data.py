"""`docgen validate` and `docgen init`."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from cli_runs import ROOT, XX_COUNTY, Run, small_campaign


def test_faultless_data_is_called_faultless(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("validate", small_campaign(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    # The numbers of the text with where they come from, then the verdict.
    assert ran.out.splitlines() == [
        "挂牌村数：12（基本信息 · 第20行（挂牌村数））",
        "安置点数：0（基本信息 · 第21行（安置点数））",
        "安置点乡镇数：0（基本信息 · 第22行（安置点乡镇数））",
        "阶段数：5（“工作阶段”的 5 行）",
        f"{tmp_path / '数据.yaml'}：没有发现问题",
    ]


def test_warnings_alone_leave_with_0(docgen: Run) -> None:
    ran = docgen("validate", XX_COUNTY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].endswith("督战数据.yaml：5 处提醒")
    assert ran.out.count("（提醒）") == 5


def faulty(plan: dict) -> None:  # type: ignore[type-arg]
    plan["基本信息"]["报送日"] = "三十二"
    plan["基本信息"]["督站频次"] = plan["基本信息"].pop("督战频次")
    plan["工作阶段"][1]["开始日期"] = "2024-03-07"


def test_errors_leave_with_1_and_are_counted(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("validate", small_campaign(tmp_path, faulty))
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[-1] == f"{tmp_path / '数据.yaml'}：2 处错误，1 处提醒"
    assert "改法：" in ran.out
    assert "督战频次" in ran.out


def test_json_gives_every_diagnostic_with_its_place(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("validate", small_campaign(tmp_path, faulty), "--json")
    told = json.loads(ran.out)
    assert (ran.code, list(told)) == (1, ["file", "errors", "warnings", "diagnostics", "counts"])
    assert (told["file"], told["errors"], told["warnings"]) == (str(tmp_path / "数据.yaml"), 2, 1)
    fields = ["code", "severity", "file", "section", "address", "heading", "found", "expected", "remedy"]
    assert [list(item) for item in told["diagnostics"]] == [fields] * 3
    assert [item["severity"] for item in told["diagnostics"]].count("warning") == 1
    assert {item["file"] for item in told["diagnostics"]} == {"数据.yaml"}
    day = next(item for item in told["diagnostics"] if item["heading"] == "报送日")
    assert (day["section"], day["severity"]) == ("基本信息", "error")
    assert "三十二" in day["found"]


@pytest.mark.parametrize("command", ["plan", "validate"])
def test_a_folder_without_data_or_with_two_files_is_told(command: str, docgen: Run, tmp_path: Path) -> None:
    ran = docgen(command, tmp_path)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith(f"错误：文件夹里没有数据文件：{tmp_path}\n")
    for name in ("甲.yaml", "乙.xlsx"):
        (tmp_path / name).write_bytes(b"")
    ran = docgen(command, tmp_path)
    assert (ran.code, ran.out) == (5, "")
    assert "甲.yaml" in ran.err
    assert "乙.xlsx" in ran.err


def test_init_writes_an_empty_workbook_and_its_twin(docgen: Run, tmp_path: Path) -> None:
    folder = tmp_path / "新县"
    ran = docgen("init", folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"  新建  {folder / '督战数据.xlsx'}\n  新建  {folder / 'YAML' / '督战数据.yaml'}\n"
        f"接着：打开 {folder / '督战数据.xlsx'} 填写，再运行 docgen plan {folder}\n"
    )
    book = openpyxl.load_workbook(folder / "督战数据.xlsx")
    assert book.sheetnames[:2] == ["填写说明", "基本信息"]


def test_the_empty_workbook_lacks_exactly_what_must_be_filled_in(docgen: Run, tmp_path: Path) -> None:
    from docgen.model.basics import Basics

    docgen("init", tmp_path)
    ran = docgen("validate", tmp_path, "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["warnings"]) == (1, 0)
    missing = [item["heading"] for item in told["diagnostics"] if item["code"] == "DATA-010"]
    assert missing == [field.alias for field in Basics.model_fields.values() if field.is_required()]
    empty = [item["section"] for item in told["diagnostics"] if item["code"] == "DATA-009"]
    assert empty == ["目标任务", "工作阶段", "督战内容", "责任单位", "督战方式", "工作要求"]
    assert told["errors"] == len(missing) + len(empty) + 1  # and the number of villages, which no list gives


def test_the_empty_twin_lacks_the_same(docgen: Run, tmp_path: Path) -> None:
    docgen("init", tmp_path)
    book = json.loads(docgen("validate", tmp_path, "--json").out)
    twin = json.loads(docgen("validate", tmp_path / "YAML" / "督战数据.yaml", "--json").out)
    assert [(item["code"], item["section"], item["heading"]) for item in twin["diagnostics"]] == [
        (item["code"], item["section"], item["heading"]) for item in book["diagnostics"]
    ]


def test_init_with_the_example_gives_data_without_a_fault(docgen: Run, tmp_path: Path) -> None:
    assert docgen("init", tmp_path, "--example").code == 0
    for data in (tmp_path, tmp_path / "YAML"):
        told = json.loads(docgen("validate", data, "--json").out)
        # One month of one township is left out on purpose: the example shows what that does to a chain of cards.
        assert (told["errors"], [item["code"] for item in told["diagnostics"]]) == (0, ["RULE-050"])


def test_the_example_in_the_repository_is_what_init_writes(docgen: Run, tmp_path: Path) -> None:
    docgen("init", tmp_path, "--example")
    made = (tmp_path / "督战数据.xlsx").read_bytes()
    assert made == (ROOT / "data" / "example" / "督战数据.xlsx").read_bytes()


def test_init_a_second_time_changes_nothing_and_never_overwrites_what_was_filled_in(
    docgen: Run, tmp_path: Path
) -> None:
    docgen("init", tmp_path)
    assert docgen("init", tmp_path).out.count("未变化") == 2
    twin, book = tmp_path / "YAML" / "督战数据.yaml", tmp_path / "督战数据.xlsx"
    twin.write_text("县名: 我填的\n", encoding="utf-8")
    before = book.read_bytes()
    ran = docgen("init", tmp_path, "--example")
    assert (ran.code, ran.out) == (5, "")
    assert "YAML/督战数据.yaml 生成以后被人改过" in ran.err
    assert (twin.read_text(encoding="utf-8"), book.read_bytes()) == ("县名: 我填的\n", before)
    forced = docgen("init", tmp_path, "--example", "--force")
    (kept,) = (tmp_path / "原件").iterdir()
    assert kept.read_text(encoding="utf-8") == "县名: 我填的\n"
    assert (forced.code, f"        原来的文件移到 {kept}\n" in forced.out) == (0, True)


def test_after_init_with_force_the_folder_still_has_one_data_file(docgen: Run, tmp_path: Path) -> None:
    docgen("init", tmp_path)
    book = tmp_path / "督战数据.xlsx"
    book.write_bytes(b"filled in")
    assert docgen("init", tmp_path, "--example", "--force").code == 0
    assert docgen("validate", tmp_path).out.splitlines()[-1] == f"{book}：1 处提醒"
    (kept,) = (tmp_path / "原件").iterdir()
    assert kept.read_bytes() == b"filled in"


def test_init_where_a_file_stands_names_no_option_that_it_lacks(docgen: Run, tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"x")
    ran = docgen("init", tmp_path / "文件")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == f"错误：建不了文件夹 {tmp_path / '文件'}（已有同名文件）\n改法：换一个能写的文件夹\n"
