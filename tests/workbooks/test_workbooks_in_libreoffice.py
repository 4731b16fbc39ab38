"""LibreOffice opens the workbooks: its pages, its colours, its own arithmetic."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from small_ledger import APRIL, PROBLEMS, county, facts, problem, written

from docgen.model.index import IndexEntry
from docgen.workbooks.index import index_workbook

SOFFICE = shutil.which("soffice")
CALC = SOFFICE and Path(SOFFICE).resolve().with_name("libsclo.so")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not CALC or not CALC.is_file(), reason="LibreOffice Calc is not installed on this machine"),
]

MANY = tuple(
    problem(f"WT-{100 + n}", description="帮扶手册填写不规范，收入台账与实际不符，" * (1 + n % 4), progress="正在整改")
    for n in range(60)
)
LONG = problem("WT-900", township="黑山乡", description="饮水工程管网老化，" * 40 + "末尾", progress="一\n二\n三")
ENTRIES = tuple(
    IndexEntry("整改通知", f"关于第{n}镇整改的通知", f"4月/整改通知/第{n}镇.docx", f"4月/整改通知/第{n}镇.pdf", APRIL,
               f"第{n}镇", f"云督〔2024〕{n}号", 2)
    for n in range(1, 61)
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks, and what LibreOffice makes of them: PDF, and .xlsx calculated anew."""
    folder = tmp_path_factory.mktemp("calc")
    books = {
        "few": written(county(*PROBLEMS)),
        "many": written(county(*MANY, LONG)),
        "none": written(county()),
        "index": index_workbook(ENTRIES, title="云岭县督战文件清单", author="县办公室", day=date(2024, 4, 30)),
    }
    for name, content in books.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    for kind in ("pdf", "xlsx"):
        convert(folder, kind, list(books))
    return folder


def convert(folder: Path, kind: str, names: list[str]) -> None:
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = str(folder / kind)
    files = [str(folder / f"{name}.xlsx") for name in names]
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", out, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def pages(folder: Path, name: str) -> list[Any]:
    with pdfplumber.open(folder / "pdf" / f"{name}.pdf") as pdf:
        return [(page.width, page.height, page.extract_text(), page.rects, page.extract_words()) for page in pdf.pages]


@pytest.mark.parametrize("name", ["few", "many", "none", "index"])
def test_every_page_is_a4_across(folder: Path, name: str) -> None:
    found = pages(folder, name)
    assert found
    assert {(round(width), round(height)) for width, height, *_ in found} == {(842, 595)}


def test_every_page_of_the_ledger_has_the_headings_from_first_to_last(folder: Path) -> None:
    *ledger, summary = pages(folder, "many")
    assert len(ledger) > 1
    for number, (_, _, text, _, _) in enumerate(ledger, 1):
        assert all(heading in text for heading in ("序号", "问题编号", "月末状态", "备注"))
        assert f"第 {number} 页 共 {len(ledger) + 1} 页" in text
    assert "云岭县脱贫攻坚挂牌督战问题台账（2024年4月）" in ledger[0][2]
    assert "合计" not in ledger[1][2]
    assert "按责任单位" in summary[2]


def test_every_page_of_the_list_has_the_headings(folder: Path) -> None:
    *listed, totals = pages(folder, "index")
    assert len(listed) > 1
    assert all("文件种类" in text and "页数" in text for _, _, text, *_ in listed)
    assert "页数不明的份数" in totals[2]


def test_every_row_is_in_the_ledger_once(folder: Path) -> None:
    text = "".join(page[2] for page in pages(folder, "many")).replace("\n", "")
    assert [text.count(f"WT-{number}") for number in (*range(100, 160), 900)] == [1] * 61


def test_the_end_of_a_long_text_stands_within_its_row(folder: Path) -> None:
    with pdfplumber.open(folder / "pdf" / "many.pdf") as pdf:
        page = pdf.pages[-2]
        ends = [word["bottom"] for word in page.extract_words() if word["text"].endswith("末尾")]
        rules = [edge["bottom"] for edge in page.edges if edge["orientation"] == "h"]
    assert len(ends) == 1
    # Its row is the last of the table.
    assert ends[0] < max(rules)


def test_rows_have_the_colours_of_their_facts(folder: Path) -> None:
    month = facts(county(*PROBLEMS)).county
    due = {row.number for row in month.due_soon}
    expected = {row.number: "closed" for row in month.all_closed}
    expected |= {row.number: "overdue" for row in month.overdue} | dict.fromkeys(due, "due soon")
    assert {"closed", "overdue", "due soon"} == set(expected.values())
    assert expected.keys() < {row.number for row in month.all_found}
    assert coloured(folder, "few") == expected


COLOURS = {(0xE2, 0xEF, 0xDA): "closed", (0xFF, 0xC7, 0xCE): "overdue", (0xFF, 0xEB, 0x9C): "due soon"}


def coloured(folder: Path, name: str) -> dict[str, str]:
    """The colour behind each problem's number on the ledger's first page."""
    _, _, _, rects, words = pages(folder, name)[0]
    found = {}
    for word in (word for word in words if word["text"].startswith("WT-")):
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        for rect in rects:
            fill = rect["non_stroking_color"] if rect["fill"] else None
            if fill and len(fill) == 3 and rect["x0"] <= x <= rect["x1"] and rect["top"] <= y <= rect["bottom"]:
                colour = COLOURS.get(tuple(round(part * 255) for part in fill))
                if colour:
                    found[word["text"]] = colour
    return found


@pytest.mark.parametrize("name", ["few", "many", "none", "index"])
def test_calculated_anew_every_cell_has_the_value_that_was_written(folder: Path, name: str) -> None:
    ours = openpyxl.load_workbook(folder / f"{name}.xlsx", data_only=True)
    theirs = openpyxl.load_workbook(folder / "xlsx" / f"{name}.xlsx", data_only=True)
    formulas = openpyxl.load_workbook(folder / f"{name}.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            place = (sheet.title, cell.coordinate)
            assert (place, theirs[sheet.title][cell.coordinate].value) == (
                place,
                ours[sheet.title][cell.coordinate].value,
            )
            compared += 1
    assert compared >= 3


def test_a_day_later_than_the_limit_is_the_first_red_one(tmp_path: Path) -> None:
    limits = {f"WT-{n}": date(2024, 4, 30) + timedelta(days=n - 2) for n in range(1, 6)} | {
        "WT-8": date(2024, 5, 30),
        "WT-9": date(2024, 5, 31),
    }
    campaign = county(*(problem(number, deadline=limit) for number, limit in limits.items()))
    (tmp_path / "edge.xlsx").write_bytes(written(campaign))
    convert(tmp_path, "pdf", ["edge"])
    assert coloured(tmp_path, "edge") == {
        "WT-1": "overdue",
        **dict.fromkeys(("WT-2", "WT-3", "WT-4", "WT-5", "WT-8"), "due soon"),
    }
