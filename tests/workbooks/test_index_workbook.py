"""清单: a row for each document, links that work from the folder, totals by kind."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from small_ledger import opened

from docgen.model.index import IndexEntry
from docgen.workbooks import links
from docgen.workbooks.index import index_workbook

MARCH, APRIL = date(2024, 3, 1), date(2024, 4, 1)
ENTRIES = (
    IndexEntry("简报", "督战工作简报", "2024年3月/简报/第1期.docx", "2024年3月/简报/第1期.pdf", MARCH, "", "第1期", 4),
    IndexEntry("整改通知", "关于青石镇", "4月/整改/青石镇.docx", "", APRIL, "青石镇", "云督〔2024〕1号"),
    IndexEntry("整改通知", "=关于白水", "", "4月/整改/白水乡.pdf", APRIL, "白水乡", "云督〔2024〕2号", 2),
    IndexEntry("问题台账", "问题台账", "2024年4月/问题 #1 100%[新].xlsx", "", APRIL),
    IndexEntry("实施方案", "没有做成的方案"),
)


def index(entries: tuple[IndexEntry, ...] = ENTRIES) -> bytes:
    return index_workbook(entries, title="云岭县督战文件清单", author="县办公室", day=date(2024, 4, 30))


@pytest.fixture(scope="module")
def sheet() -> Any:
    return opened(index())["清单"]


def test_each_document_is_a_row_in_the_order_given(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    march, april = datetime(2024, 3, 1), datetime(2024, 4, 1)
    assert rows == [
        ["序号", "月份", "文件种类", "单位", "文号", "标题", "文件", "PDF", "格式", "页数"],
        [1, march, "简报", None, "第1期", "督战工作简报", "2024年3月/简报/第1期.docx", "PDF", "Word、PDF", 4],
        [2, april, "整改通知", "青石镇", "云督〔2024〕1号", "关于青石镇", "4月/整改/青石镇.docx", None, "Word", None],
        [3, april, "整改通知", "白水乡", "云督〔2024〕2号", "=关于白水", "4月/整改/白水乡.pdf", "PDF", "PDF", 2],
        [4, april, "问题台账", None, None, "问题台账", "2024年4月/问题 #1 100%[新].xlsx", None, "Excel", None],
        [5, None, "实施方案", None, None, "没有做成的方案", None, None, None, None],
    ]  # fmt: skip
    assert (sheet["A1"].value, sheet["A2"].value) == (
        "云岭县督战文件清单",
        "共5份文件，6页（另有2份不知道页数）",
    )
    assert sheet["B4"].number_format == 'yyyy"年"m"月"'


def test_paths_are_links_from_the_folder_of_the_list(sheet: Any) -> None:
    targets = {cell.coordinate: cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert targets == {
        "G4": "2024年3月/简报/第1期.docx",
        "H4": "2024年3月/简报/第1期.pdf",
        "G5": "4月/整改/青石镇.docx",
        "G6": "4月/整改/白水乡.pdf",
        "H6": "4月/整改/白水乡.pdf",
        "G7": "2024年4月/问题%20%231%20100%25%5B新%5D.xlsx",
    }


def test_links_leave_the_workbook_and_never_name_a_place_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(index())) as archive:
        part = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert part.count('TargetMode="External"') == part.count("Target=") == 6
    assert "\\" not in part
    assert "file:" not in part


def test_a_name_with_every_mark_stays_one_link() -> None:
    entry = IndexEntry("简报", "标题", "a b/“引”&'x'%20;=+@^`{}:1.docx")
    cell = opened(index((entry,)))["清单"]["G4"]
    assert cell.value == entry.editable
    assert cell.hyperlink.target == "a%20b/“引”&'x'%2520;=+@%5E%60%7B%7D%3A1.docx"


def test_more_links_than_a_sheet_can_hold_become_plain_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.workbooks.index.MOST_LINKS", 4)
    sheet = opened(index())["清单"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert (sheet["G4"].value, sheet["H4"].value, sheet["H5"].value) == ("2024年3月/简报/第1期.docx", "PDF", None)
    assert links.MOST_LINKS == 65_530


def test_text_like_a_formula_stays_text(sheet: Any) -> None:
    assert (sheet["F6"].data_type, sheet["F6"].quotePrefix) == ("s", True)


def test_totals_by_kind_add_up() -> None:
    sheet = opened(index(), calculated=True)["合计"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows == [
        ["序号", "文件种类", "份数", "页数", "页数不明的份数"],
        [1, "简报", 1, 4, 0],
        [2, "整改通知", 2, 2, 1],
        [3, "问题台账", 1, 0, 0],
        [4, "实施方案", 1, 0, 1],
        ["合计", None, 5, 6, 2],
    ]
    formulas = opened(index())["合计"]
    assert [formulas[f"{column}8"].value for column in "CDE"] == ["=SUM(C4:C7)", "=SUM(D4:D7)", "=SUM(E4:E7)"]
    assert sheet["A1"].value == "云岭县督战文件清单合计"


@pytest.mark.parametrize(("name", "panes"), [("清单", "B4"), ("合计", "C4")])
def test_both_sheets_are_ready_for_print(name: str, panes: str) -> None:
    sheet = opened(index())[name]
    assert (sheet.freeze_panes, sheet.print_title_rows) == (panes, "$3:$3")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (
        9,
        "landscape",
        0,
    )
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_the_list_can_be_filtered(sheet: Any) -> None:
    assert sheet.auto_filter.ref == "A3:J8"


def test_an_empty_set_says_so() -> None:
    book = opened(index(()), calculated=True)
    assert (book["清单"]["A2"].value, book["清单"]["A4"].value) == ("共0份文件，0页", "没有文件")
    assert [cell.value for cell in book["合计"][4]] == ["合计", None, 0, 0, 0]
    assert [cell.value for cell in opened(index(()))["合计"][4]] == ["合计", None, 0, 0, 0]


def test_the_same_entries_give_the_same_bytes_and_properties_of_the_data() -> None:
    assert index() == index()
    properties = opened(index()).properties
    assert (properties.title, properties.creator, properties.created) == (
        "云岭县督战文件清单",
        "县办公室",
        datetime(2024, 4, 30),
    )
