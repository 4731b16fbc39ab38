"""The commands that make the documents of a month: months and names asked for, numbers, files, messages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_runs import ROOT, Run, small_campaign

STATE_COUNCIL = ROOT / "data" / "state-council"


def lived(data: dict[str, Any]) -> None:
    """A small campaign that has seen two months: a problem closed, one overdue, two cards in a row."""
    data["基本信息"] |= {"机关代字": "云扶组", "成文日期": "2024-02-26", "发文机关": "云岭县领导小组"}
    data["乡镇"] = [{"名称": "青石镇", "类别": "镇", "党委书记": "乔示例"}, {"名称": "白水乡", "类别": "乡"}]
    duty = data["督战内容"][0]["简称"]
    common = {"乡镇": "青石镇", "问题类别": duty, "责任单位": "青石镇", "程度": "一般"}
    data["问题台账"] = [
        common | {
            "问题编号": "WT-001", "发现日期": "2024-03-10", "问题描述": "饮水工程没有管护", "整改时限": "2024-04-20",
            "状态": "已完成", "完成日期": "2024-04-10", "验收人": "石示例", "销号日期": "2024-04-12",
        },
        common | {
            "问题编号": "WT-002", "发现日期": "2024-03-11", "问题描述": "两户危房没有开工", "整改时限": "2024-03-25",
            "状态": "逾期",
        },
    ]  # fmt: skip
    card = {"单位": "青石镇", "等次": "较差", "评估理由": "整改迟缓", "黄牌": "是", "问题编号": "WT-002"}
    data["月度评估"] = [card | {"月份": "2024-03"}, card | {"月份": "2024-04"}]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_campaign(tmp_path / "数据", lived)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def test_without_a_month_the_command_says_which_there_are(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("briefing", data, "-o", tmp_path / "out")
    assert ran.code == 2
    assert "没有说是哪个月：写 --month，如 --month 2024-02；全部月份写 --all-months" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_month_outside_of_the_campaign_is_refused(docgen: Run, data: Path) -> None:
    ran = docgen("report", data, "--month", "2025-01")
    assert (ran.code, "2025年1月不在督战时间 2024-02 至 2024-12 之内" in ran.err) == (2, True)


def test_a_month_that_is_none_is_refused(docgen: Run, data: Path) -> None:
    ran = docgen("report", data, "--month", "四月")
    assert (ran.code, "--month 不对：“四月”不是月份，写成 2024-04 或 2024年4月" in ran.err) == (2, True)


def test_an_unknown_name_is_refused_with_the_closest(docgen: Run, data: Path) -> None:
    ran = docgen("report", data, "--month", "2024-04", "--only", "青石乡")
    assert (ran.code, "--only 的“青石乡”不是数据里的乡镇或单位，是不是 青石镇" in ran.err) == (2, True)


def test_nothing_to_make_is_said_and_is_no_fault(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("escalation", data, "--month", "2024-04", "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (0, "2024年4月没有要出的追责问责报告\n")
    assert not (tmp_path / "out").exists()


def test_each_carded_unit_gets_a_notice_with_the_next_number(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("yellow-card", data, "--month", "2024-04", "--format", "word", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert names(tmp_path / "out") == ["2024年4月黄牌警告通知书（青石镇）.docx"]
    register = (data / "文号登记.csv").read_text(encoding="utf-8-sig").splitlines()
    assert register[1:] == [
        "云扶组,2024,1,云扶组〔2024〕1号,黄牌警告通知书,2024-03,青石镇",
        "云扶组,2024,2,云扶组〔2024〕2号,黄牌警告通知书,2024-04,青石镇",
    ]


def test_a_second_run_changes_nothing(docgen: Run, data: Path, tmp_path: Path) -> None:
    for expected in ("新建", "未变化"):
        ran = docgen("interview", data, "--month", "2024-04", "--format", "word", "-o", tmp_path / "out")
        assert ran.code == 0, ran.err
        assert ran.out.count(f"  {expected}  ") == 2
    assert names(tmp_path / "out") == ["2024年4月约谈记录（青石镇）.docx", "2024年4月约谈通知书（青石镇）.docx"]


def test_an_edited_document_is_kept(docgen: Run, data: Path, tmp_path: Path) -> None:
    arguments = ("circular", data, "--month", "2024-04", "--format", "word", "-o", tmp_path / "out")
    docgen(*arguments)
    (path,) = (tmp_path / "out").glob("*.docx")
    path.write_bytes(path.read_bytes() + b" ")
    ran = docgen(*arguments)
    assert (ran.code, "生成以后被人改过" in ran.err) == (5, True)


def test_a_register_edited_into_a_clash_stops_the_run(docgen: Run, data: Path, tmp_path: Path) -> None:
    arguments = ("yellow-card", data, "--month", "2024-04", "--format", "word", "-o", tmp_path / "out")
    docgen(*arguments)
    path = data / "文号登记.csv"
    path.write_bytes(
        path.read_bytes().replace("2024,2,云扶组〔2024〕2号".encode(), "2024,1,云扶组〔2024〕1号".encode())
    )
    ran = docgen(*arguments, "--force")
    assert ran.code == 1
    assert "REG-003  文号登记.csv · 第3行" in ran.err
    assert docgen("validate", data).code == 1


def test_several_months_and_all_months(docgen: Run, data: Path, tmp_path: Path) -> None:
    arguments = ("briefing", data, "--format", "word", "-o")
    assert docgen(*arguments, tmp_path / "two", "--month", "2024-04", "--month", "2024年3月").code == 0
    assert docgen(*arguments, tmp_path / "all", "--all-months").code == 0
    assert names(tmp_path / "two") == ["2024年3月督战工作简报.docx", "2024年4月督战工作简报.docx"]
    assert names(tmp_path / "all") == [f"2024年{month}月督战工作简报.docx" for month in (2, 3, 4)]


def test_a_briefing_for_each_township(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("briefing", data, "--month", "2024-04", "--by-township", "--format", "word", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert names(tmp_path / "out") == [f"2024年4月督战工作简报（{name}）.docx" for name in ("白水乡", "青石镇")]


def test_only_one_townships_documents(docgen: Run, data: Path, tmp_path: Path) -> None:
    options = ("--month", "2024-04", "--only", "白水乡", "--format", "word")
    assert docgen("report", data, *options, "-o", tmp_path / "out").code == 0
    assert names(tmp_path / "out") == ["2024年4月工作进度报告（白水乡）.docx"]


def test_another_day_of_issue(docgen: Run, data: Path, tmp_path: Path) -> None:
    import docx

    options = ("--month", "2024-04", "--format", "word", "--date", "2024-05-08")
    assert docgen("circular", data, *options, "-o", tmp_path / "out").code == 0
    (path,) = (tmp_path / "out").glob("*.docx")
    assert "2024年5月8日" in [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_json_lists_the_documents(docgen: Run, data: Path, tmp_path: Path) -> None:
    options = ("--month", "2024-04", "--format", "word", "--json")
    said = json.loads(docgen("interview", data, *options, "-o", tmp_path / "out").out)
    assert [(item["kind"], item["month"], item["unit"]) for item in said["documents"]] == [
        ("约谈通知书", "2024-04", "青石镇"),
        ("约谈记录", "2024-04", "青石镇"),
    ]
    assert all(Path(item["files"][0]["path"]).is_file() for item in said["documents"])


def test_the_ledger_as_a_workbook_alone(docgen: Run, data: Path, tmp_path: Path) -> None:
    ran = docgen("ledger", data, "--month", "2024-04", "--format", "excel", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert names(tmp_path / "out") == ["2024年4月问题台账.xlsx"]


def test_the_ledger_of_one_township_in_every_format(docgen: Run, data: Path, tmp_path: Path) -> None:
    import openpyxl

    ran = docgen("ledger", data, "--month", "2024-04", "--only", "青石镇", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    stem = "2024年4月问题台账（青石镇）"
    assert names(tmp_path / "out") == [f"{stem}.docx", f"{stem}.pdf", f"{stem}.xlsx"]
    book = openpyxl.load_workbook(tmp_path / "out" / f"{stem}.xlsx", data_only=True)
    said = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert said[0].startswith("云岭县青石镇")
    assert {"WT-001", "WT-002"} <= set(said)
    assert "白水乡" not in said
    assert docgen("ledger", data, "--month", "2024-04", "--only", "青石", "-o", tmp_path / "out").code == 2


def test_the_whole_set_of_a_month(docgen: Run, data: Path, tmp_path: Path) -> None:
    arguments = ("all", data, "--month", "2024-04", "--format", "word", "-o", tmp_path / "out")
    first = docgen(*arguments)
    assert first.code == 0, first.err
    assert sorted(path.name for path in (tmp_path / "out" / "2024-04").iterdir()) == sorted(
        (
            "简报",
            "工作进度报告",
            "黄牌警告通知书",
            "黄牌通报",
            "约谈通知书",
            "约谈记录",
            "整改通知",
            "销号确认单",
            "问题台账",
        )
    )
    assert (tmp_path / "out" / "清单.xlsx").is_file()
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    second = docgen(*arguments)
    assert second.out.count("未变化") == len(first.out.splitlines()) - 1
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before


def test_the_plan_states_a_number_that_is_taken(docgen: Run, tmp_path: Path) -> None:
    def numbered(data: dict[str, Any]) -> None:
        lived(data)
        data["基本信息"]["发文顺序号"] = "3"

    folder = small_campaign(tmp_path / "数据", numbered)
    taken = "云扶组,2024,3,云扶组〔2024〕3号,黄牌通报,2024-03,"
    (folder / "文号登记.csv").write_text(f"代字,年份,序号,文号,文件,月份,单位\n{taken}\n", encoding="utf-8-sig")
    ran = docgen("circular", folder, "--month", "2024-04", "-o", tmp_path / "out")
    assert ran.code == 1
    assert "REG-007  数据.yaml · 基本信息" in ran.err
    assert "“实施方案”写的是 云扶组〔2024〕3号，文号登记.csv 里已经给了“黄牌通报，2024-03”" in ran.err


def test_guidance_is_issued_by_its_notice_and_by_nothing_else(docgen: Run, tmp_path: Path) -> None:
    ran = docgen("briefing", STATE_COUNCIL, "--month", "2024-04")
    assert ran.code == 1
    assert "错误：督战数据.yaml 是印发通知和指导意见的数据，没有督战的内容\n改法：用 docgen notice 生成它" in ran.err
    made = docgen("notice", STATE_COUNCIL, "--format", "word", "-o", tmp_path / "out")
    assert made.code == 0, made.err
    assert len(names(tmp_path / "out")) == 1


def test_a_campaigns_notice_carries_the_plan(docgen: Run, data: Path, tmp_path: Path) -> None:
    import docx

    assert docgen("notice", data, "--format", "word", "-o", tmp_path / "out").code == 0
    (path,) = (tmp_path / "out").glob("*.docx")
    said = "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "印发给你们" in said
    assert "二、挂牌督战范围" in said


def test_a_number_stays_with_its_document_when_the_folder_cannot_be_written(
    docgen: Run, data: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "out"
    blocked.write_text("a file, not a folder", encoding="utf-8")
    ran = docgen("circular", data, "--month", "2024-04", "--format", "word", "-o", blocked)
    assert ran.code == 5
    blocked.unlink()
    kept = (data / "文号登记.csv").read_bytes()
    assert docgen("circular", data, "--month", "2024-04", "--format", "word", "-o", blocked).code == 0
    assert (data / "文号登记.csv").read_bytes() == kept
