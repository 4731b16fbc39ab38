"""One ledger, many documents: the figures of a month agree with the rows, added up here by hand."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from accept_set import LAST_DAY, MONTH, REPORT_DAY, MonthSet, Row, ledger_rows, month_set, sums, table_rows, text_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MonthSet:
    return month_set(tmp_path_factory)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return ledger_rows(LAST_DAY)


def of(rows: list[Row], **wanted: str) -> list[Row]:
    return [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]


def test_the_hand_made_sums_have_something_to_add_up(rows: list[Row]) -> None:
    total = sums(rows, LAST_DAY)
    assert total.all_found > 200
    assert min(total.found, total.closed, total.open, total.overdue) > 10


def test_the_briefing_says_the_sums(made: MonthSet, rows: list[Row]) -> None:
    total, said = sums(rows, LAST_DAY), text_of(made.word("简报"))
    assert f"累计发现问题{total.all_found}个，销号{total.all_closed}个，销号率{total.rate}" in said
    assert f"未销号{total.open}个，其中逾期{total.overdue}个" in said
    assert f"本月新发现问题{total.found}个" in said
    assert re.search(rf"；销号{total.closed}个，比上月", said)


def test_the_briefings_ranking_has_the_sums_of_every_township(made: MonthSet, rows: list[Row]) -> None:
    table = list(table_rows(made.word("简报"), "名次"))
    total = sums(rows, LAST_DAY)
    assert table[-1][2:9] == figures(total)
    townships = {line[1]: line[2:9] for line in table[1:-1]}
    assert len(townships) == 14
    assert townships == {name: figures(sums(of(rows, township=name), LAST_DAY)) for name in townships}


def figures(found: object) -> list[str]:
    names = ("found", "closed", "all_found", "all_closed", "rate", "open", "overdue")
    return [str(getattr(found, name)) for name in names]


def test_the_briefings_categories_have_the_sums_of_every_duty(made: MonthSet, rows: list[Row]) -> None:
    table = list(table_rows(made.word("简报"), "问题类别"))
    assert table[-1][1:] == figures(sums(rows, LAST_DAY))
    assert len(table) > 5
    for line in table[1:-1]:
        assert line[1:] == figures(sums(of(rows, duty=line[0]), LAST_DAY)), line[0]


def test_the_report_says_the_sums_of_the_report_day(made: MonthSet) -> None:
    rows = ledger_rows(REPORT_DAY)
    total, said = sums(rows, REPORT_DAY), text_of(made.word("工作进度报告", "云岭县"))
    assert f"累计发现问题{total.all_found}个，累计销号{total.all_closed}个" in said
    assert f"销号率{total.rate}；未销号{total.open}个，其中逾期{total.overdue}个" in said
    assert f"7月新发现问题{total.found}个，销号{total.closed}个" in said


def test_each_townships_report_says_its_own_sums(made: MonthSet) -> None:
    rows = ledger_rows(REPORT_DAY)
    reports = [path for path in made.words("工作进度报告") if "云岭县" not in path.stem]
    assert len(reports) == 14
    for path in reports:
        township = path.stem.partition("（")[2].removesuffix("）")
        total, said = sums(of(rows, township=township), REPORT_DAY), text_of(path)
        if total.all_found:
            assert f"累计发现问题{total.all_found}个" in said, township
            assert total.rate in said, township


def test_the_ledger_lists_every_row_and_its_summary_says_the_sums(made: MonthSet, rows: list[Row]) -> None:
    (path,) = (made.folder / MONTH / "问题台账").glob("*.xlsx")
    book = openpyxl.load_workbook(path, data_only=True)
    cells = {str(cell.value) for line in book["问题台账"].iter_rows() for cell in line if cell.value is not None}
    assert {row.number for row in rows} <= cells
    assert not {row.number for row in ledger_rows(LAST_DAY.replace(month=12))} - {row.number for row in rows} & cells
    total = sums(rows, LAST_DAY)
    lines = [[cell.value for cell in line] for line in book["汇总"].iter_rows()]
    heads = next(line for line in lines if "累计发现" in line)
    wanted = {
        "本月发现": total.found,
        "本月销号": total.closed,
        "累计发现": total.all_found,
        "累计销号": total.all_closed,
    }
    wanted |= {"未销号": total.open, "逾期": total.overdue}
    totals = [line for line in lines if "合计" in line]
    assert len(totals) == 3
    for line in totals:
        assert {name: line[heads.index(name)] for name in wanted} == wanted


def test_the_printed_ledger_says_the_sums(made: MonthSet, rows: list[Row]) -> None:
    total = sums(rows, LAST_DAY)
    said = next(line for line in table_rows(made.word("问题台账"), "问题描述") if line[0] == "合计")
    assert (
        f"本月发现{total.found}个，本月销号{total.closed}个；月末未销号{total.open}个，其中逾期{total.overdue}个"
        in said
    )


def test_each_rectification_notice_lists_what_its_unit_has_open(made: MonthSet, rows: list[Row]) -> None:
    numbers = {row.number for row in rows}
    listed: list[str] = []
    for path in made.words("整改通知"):
        said = everything(path)
        named = sorted(set(re.findall(r"WT-2024-\d{3}", said)) & numbers)
        assert f"{len(named)}个问题" in said, path.name
        listed += named
    assert sorted(listed) == sorted(row.number for row in rows if not row.is_closed(LAST_DAY))


def test_each_closing_confirmation_lists_what_its_unit_closed(made: MonthSet, rows: list[Row]) -> None:
    first = LAST_DAY.replace(day=1)
    listed = [number for path in made.words("销号确认单") for number in re.findall(r"WT-2024-\d{3}", everything(path))]
    assert sorted(listed) == sorted(row.number for row in rows if row.closed and first <= row.closed <= LAST_DAY)


def test_each_card_names_the_rows_of_its_assessment(made: MonthSet) -> None:
    from accept_build import EXAMPLE_YAML, plain

    carded = [item for item in plain(EXAMPLE_YAML)["月度评估"] if item["月份"] == MONTH and item.get("黄牌") == "是"]
    assert len(carded) == 2
    assert len(made.words("黄牌警告通知书")) == len(carded)
    for item in carded:
        said = everything(made.word("黄牌警告通知书", item["单位"]))
        assert set(re.findall(r"WT-2024-\d{3}", said)) == set(re.split("[、,，]", item["问题编号"])), item["单位"]
        assert item["单位"] in text_of(made.word("简报"))
        assert item["单位"] in everything(made.word("黄牌通报"))


def test_the_numbers_of_the_cards_are_cited_by_the_interview(made: MonthSet) -> None:
    register = (made.data / "文号登记.csv").read_text(encoding="utf-8-sig")
    given = re.findall(r"(云督黄〔2024〕\d+号),黄牌警告通知书,2024-0[67],高峰岭乡", register)
    assert len(given) == 2
    for kind in ("约谈通知书", "约谈记录"):
        said = everything(made.word(kind, "高峰岭乡"))
        assert all(number in said for number in given), kind


def test_the_list_has_every_document_with_its_number_and_pages(made: MonthSet) -> None:
    sheet = openpyxl.load_workbook(made.folder / "清单.xlsx")["清单"]
    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    head = next(index for index, line in enumerate(lines) if "文件种类" in line)
    heads = lines[head]
    listed = [dict(zip(heads, line, strict=True)) for line in lines[head + 1 :] if isinstance(line[0], int)]
    word = sorted(path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*.docx"))
    names = [str(entry["文件"]) for entry in listed]
    assert sorted(name for name in names if name.endswith(".docx")) == word
    assert sum(name.endswith(".xlsx") for name in names) == 1
    for entry in listed:
        path = made.folder / str(entry["文件"])
        if path.suffix == ".docx":
            document = pypdfium2.PdfDocument(path.with_suffix(".pdf"))
            assert len(document) == entry["页数"], entry
            document.close()


def everything(path: Path) -> str:
    """Paragraphs and tables of a Word file, without white space."""
    import docx

    body = docx.Document(str(path)).element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    return re.sub(r"\s", "", "".join(node.text or "" for node in body.iter(space)))
