"""Whatever a cell of the data says arrives as typed, or is refused with its place."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from small_ledger import PROBLEMS, county, opened, problem, row_of, written

from docgen.diagnostics import Place
from docgen.errors import DataError, FileError
from docgen.workbooks.table import refuse_too_many

ODD = {
    "formula": "=cmd|'/c calc'!A0",
    "plus": "+86 0000",
    "minus": "-3户",
    "at": "@SUM(A1)",
    "wide": "＝A1",
    "quote": "'单引号",
    "markup": "<r>& 不是标记</r>",
    "rich": "<r><t>x</t></r>",
    "entities": 'a & b < c > "d" &amp;',
    "escape": "_x000D_ 不是回车",
    "blanks": "  前后有空格  ",
    "lines": "第一段\n第二段",
    "rare": "䶮㛃𡐓𬭎",
    "link": "https://example.invalid/",
    "number": "0012",
    "date": "2024-4-30",
    "error": "#REF!",
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("attribute", ["description", "remark"])
def test_a_text_stays_the_text_it_is(name: str, attribute: str) -> None:
    text = ODD[name]
    sheet = opened(written(county(problem("1", **{attribute: text}))))["问题台账"]
    cell = sheet["H5" if attribute == "description" else "W5"]
    assert cell.data_type == "s"
    # openpyxl does not undo the escape of a text that looks like one, Excel does.
    assert cell.value == text.replace("_x000D_", "_x005F_x000D_")
    assert cell.hyperlink is None


@pytest.mark.parametrize("name", ODD)
def test_another_reader_finds_the_same_text(name: str) -> None:
    content = written(county(problem("1", description=ODD[name])))
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("问题台账").to_python()
    assert rows[4][7] == ODD[name]


@pytest.mark.parametrize("name", ["formula", "plus", "minus", "at", "wide"])
@pytest.mark.parametrize("attribute", ["description", "remark"])
def test_a_text_like_a_formula_does_not_become_one_when_it_is_edited(name: str, attribute: str) -> None:
    sheet = opened(written(county(problem("1", **{attribute: ODD[name]}))))["问题台账"]
    guarded = [cell.coordinate for cell in sheet[5] if cell.quotePrefix]
    assert guarded == ["H5" if attribute == "description" else "W5"]


def test_ordinary_texts_carry_no_mark() -> None:
    sheet = opened(written(county(*PROBLEMS)))["问题台账"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.quotePrefix]


def test_no_user_s_text_ever_is_a_formula() -> None:
    short = [text for text in ODD.values() if "\n" not in text]
    problems = (problem(f"={n}", description=text, place_name=text, person=text) for n, text in enumerate(short))
    campaign = county(*problems)
    content = written(campaign)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        ledger = archive.read("xl/worksheets/sheet1.xml")
    assert ledger.count(b"<f>") == ledger.count(b"<f>SUBTOTAL(103,") == 4


def test_a_name_like_a_formula_stays_text_in_title_and_note() -> None:
    campaign = county(*PROBLEMS)
    basics = campaign.basics.model_copy(update={"county": "=县", "office": "@办"})
    book = opened(written(county(*PROBLEMS, basics=basics)))
    sheet = book["问题台账"]
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=县脱贫攻坚挂牌督战问题台账（2024年4月）", "s")
    assert book["汇总"]["A1"].value == "=县脱贫攻坚挂牌督战问题台账（2024年4月）汇总"


def test_a_cell_takes_as_much_as_excel_can_hold() -> None:
    text = "字" * 32_767
    sheet = opened(written(county(problem("1", description=text))))["问题台账"]
    assert row_of(sheet, "1")["问题描述"] == text


def test_what_no_cell_can_hold_is_told_with_its_places_all_at_once() -> None:
    long, rare = problem("1", description="字" * 32_768), problem("2", measures="𡐓" * 16_384, progress="𡐓" * 16_383)
    for row, record in ((3, long), (4, rare)):
        record.located(
            {
                name: Place("督战数据.xlsx", (8, row), "问题台账", f"{column}{row}", record.heading(name))
                for name, column in (("description", "G"), ("measures", "I"), ("progress", "N"))
            }
        )
    with pytest.raises(DataError) as caught:
        written(county(long, rare))
    assert caught.value.message == "问题台账有 2 格写不下，没有生成工作簿"
    assert caught.value.remedy == "按上面各条改好再运行"
    told = (
        "BOOK-001  督战数据.xlsx · 问题台账 · {}\n"
        "          内容有 32,768 个字，Excel 的一格最多 32,767 个字\n"
        "          改法：缩短这一格的内容，或分成几个问题来写"
    )
    assert [str(fault) for fault in caught.value.diagnostics] == [
        told.format("G3（问题描述）"),
        told.format("I4（整改措施）"),
    ]


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    row: list[Any] = []
    refuse_too_many([row] * 1_048_572, 4, "问题台账")
    with pytest.raises(DataError) as caught:
        refuse_too_many([row] * 1_048_573, 4, "问题台账")
    assert (caught.value.message, caught.value.remedy) == (
        "问题台账有 1,048,573 行，Excel 的一张表写不下",
        "减少行数，分成几次来做",
    )


def test_a_temporary_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有这个文件夹"))
    with pytest.raises(FileError) as caught:
        written(county(*PROBLEMS))
    assert (caught.value.message, caught.value.remedy) == (
        "临时文件夹写不了，做不成工作簿",
        "腾出磁盘空间，或检查临时文件夹的权限",
    )


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    written(county(*PROBLEMS))
    assert list(tmp_path.iterdir()) == []
