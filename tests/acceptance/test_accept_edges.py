"""The edges of a campaign: long answers, empty months, a township without villages, sixty problems, rare names."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
import yaml
from accept_build import EXAMPLE_YAML, Data, plain

from docgen.cli.main import main

RARE = "䶮㛃𡐓"
MONTHLY = ("问题台账", "督战记录", "月度评估", "约谈", "约谈要求", "督战规则", "乡镇任务")
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Run a command on two townships of the example, changed; the folder it wrote into."""

    def run(change: Callable[[Data], None], command: str, *options: str) -> Path:
        data = small()
        change(data)
        folder = tmp_path / "数据"
        folder.mkdir(exist_ok=True)
        (folder / "数据.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        assert main([command, str(folder), *options, "-o", str(tmp_path / "out")]) == 0
        return tmp_path / "out"

    return run


def small() -> Data:
    """The example with its first two townships and nothing of what happened."""
    data = plain(EXAMPLE_YAML)
    data["乡镇"] = data["乡镇"][:2]
    names = [township["名称"] for township in data["乡镇"]]
    for sheet in ("督战村", "安置点"):
        data[sheet] = [row for row in data[sheet] if row["乡镇"] in names]
    for sheet in MONTHLY:
        data[sheet] = []
    return data


def problem(number: int, **values: str) -> Data:
    stated = {
        "问题编号": f"WT-{number:03}", "发现日期": "2024-03-10", "乡镇": "青石镇", "问题类别": "责任落实",
        "问题描述": f"第{number}件事没有办", "责任单位": "青石镇", "整改时限": "2024-04-10", "状态": "逾期",
    }  # fmt: skip
    return stated | values


def cards(*months: str, problems: str = "WT-001") -> list[Data]:
    return [
        {"月份": month, "单位": "青石镇", "等次": "较差", "评估理由": "整改迟缓", "黄牌": "是", "问题编号": problems}
        for month in months
    ]


def word(folder: Path) -> Any:
    (path,) = folder.rglob("*.docx")
    return docx.Document(str(path))


def words(folder: Path) -> str:
    body = word(folder).element.body
    return "".join(
        node.text or "" for node in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    )


def printed(folder: Path) -> str:
    (path,) = folder.rglob("*.pdf")
    with pdfplumber.open(path) as pdf:
        return re.sub(r"\s", "", "".join(page.extract_text() or "" for page in pdf.pages))


def test_an_answer_of_twenty_paragraphs_is_twenty_paragraphs(make: Make) -> None:
    answers = [f"第{number}点说明，情况属实，原因已经查清，整改措施已经逐项落实到人。" for number in range(1, 21)]

    def change(data: Data) -> None:
        data["问题台账"] = [problem(1)]
        data["月度评估"] = cards("2024-03", "2024-04")
        data["约谈"] = [
            {
                "单位": "青石镇", "月份": "2024-04", "被约谈人": data["乡镇"][0]["党委书记"], "职务": "党委书记",
                "通知日期": "2024-05-05", "约谈时间": "2024-05-08 15:00", "结束时间": "2024-05-08 16:00",
                "地点": "会议室", "记录人": "文示例", "已约谈": "是", "指出的问题": "整改迟缓。",
                "情况说明": "\n".join(answers), "表态": "限期整改到位。",
            }
        ]  # fmt: skip

    folder = make(change, "interview", "--month", "2024-04")
    (record,) = folder.glob("*约谈记录*.docx")
    paragraphs = [
        paragraph.text
        for table in docx.Document(str(record)).tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    assert [text for text in dict.fromkeys(paragraphs) if text in answers] == answers
    with pdfplumber.open(record.with_suffix(".pdf")) as pdf:
        said = re.sub(r"\s", "", "".join(page.extract_text() or "" for page in pdf.pages))
        assert [said.index(f"第{number}点说明") for number in range(1, 21)] == sorted(
            said.index(f"第{number}点说明") for number in range(1, 21)
        )
        assert f"第1页共{len(pdf.pages)}页" in re.sub(r"\s", "", pdf.pages[0].extract_text() or "")


@pytest.mark.parametrize(("command", "expected"), [("briefing", "尚未发现列入台账的问题"), ("report", "没有")])
def test_a_month_in_which_nothing_happened_reads_well(command: str, expected: str, make: Make) -> None:
    options = ("--only", "云岭县") if command == "report" else ()
    folder = make(lambda data: None, command, "--month", "2024-03", *options)
    said = words(folder)
    assert expected in said
    assert "0%" not in said
    assert "None" not in said
    assert not re.search(r"，[，。]|。。|、。|：。", said)


def test_a_township_without_villages_has_a_right_plan(make: Make) -> None:
    def change(data: Data) -> None:
        for sheet in ("督战村", "安置点"):
            data[sheet] = [row for row in data[sheet] if row["乡镇"] != "云溪镇"]
        data["基本信息"].pop("挂牌村数", None)

    folder = make(change, "township", "--only", "云溪镇")
    said = words(folder)
    assert "云溪镇" in said
    assert "共0个" not in said
    assert not re.search(r"，[，。]|。。|、。|：。", said)


def test_a_unit_with_sixty_problems_gets_them_all(make: Make) -> None:
    numbers = [f"WT-{number:03}" for number in range(1, 61)]

    def change(data: Data) -> None:
        data["问题台账"] = [problem(number) for number in range(1, 61)]
        data["月度评估"] = cards("2024-04", problems="、".join(numbers))

    folder = make(change, "yellow-card", "--month", "2024-04")
    assert re.findall(r"WT-\d{3}", words(folder)) == numbers
    assert re.findall(r"WT-\d{3}", printed(folder)) == numbers
    (table,) = [table for table in word(folder).tables if len(table.rows) > 50]
    assert len(table.rows) == 61
    assert re.search(r"60个", words(folder))


def test_names_with_rare_characters_arrive_in_both_formats(make: Make) -> None:
    def change(data: Data) -> None:
        data["督战村"][0]["村名"] = f"{RARE}村"
        data["问题台账"] = [problem(1, 村或安置点=f"{RARE}村", 责任人=f"石{RARE}", 问题描述=f"{RARE}坝渗水")]
        data["月度评估"] = cards("2024-04")

    folder = make(change, "yellow-card", "--month", "2024-04")
    for said in (words(folder), printed(folder)):
        assert f"青石镇{RARE}村" in said
        assert f"{RARE}坝渗水" in said


def test_rare_characters_are_drawn_in_the_charts_too(make: Make, capsys: pytest.CaptureFixture[str]) -> None:
    def change(data: Data) -> None:
        data["乡镇"][0]["名称"] = f"{RARE}镇"
        for sheet in ("督战村", "安置点"):
            for row in data[sheet]:
                row["乡镇"] = row["乡镇"].replace("青石镇", f"{RARE}镇")
        closed = {"状态": "已完成", "完成日期": "2024-04-02", "验收人": "石示例", "销号日期": "2024-04-03"}
        here = {"乡镇": f"{RARE}镇", "责任单位": f"{RARE}镇"}
        data["问题台账"] = [problem(1, **here), problem(2, **here, **closed)]

    folder = make(change, "briefing", "--month", "2024-04")
    assert len(word(folder).inline_shapes) == 2
    assert f"{RARE}镇" in words(folder)
    assert "都没有的字" not in capsys.readouterr().err
