"""CSV files: encodings, delimiters, quotes, addresses, and rows that do not fit."""

from __future__ import annotations

import codecs
from functools import partial
from pathlib import Path

import pytest

from docgen.diagnostics import Diagnostic
from docgen.errors import FileError
from docgen.intake import beside, csvtext
from docgen.intake.archive import read_bytes
from docgen.intake.load import load

HEAD = "问题编号,发现日期,乡镇,问题类别,问题描述,责任单位,备注"
ROW = "WT-001,2024-03-12,青石镇,责任,未开工,教育,"
TWO_LINES = ROW.replace("未开工", '"两\n行"')


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}，{item.expected}" for item in diagnostics]


@pytest.fixture
def ledger(book, sheets, tmp_path: Path):
    """Load the sample with a ledger beside it, given as bytes or as text in UTF-8."""
    book(sheets)

    def read(content: bytes | str):
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / "问题台账.csv").write_bytes(data)
        return load(tmp_path)

    return read


def rows(result) -> list[tuple[str, str, str]]:
    assert result.diagnostics == ()
    return [(row.number, row.description, row.remark) for row in result.campaign.problems]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("gbk"),
        lambda text: text.replace("未开工", "䶮江镕").encode("gb18030"),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_usual_encodings_and_newlines_are_recognised(ledger, encode, newline):
    found = rows(ledger(encode(f"{HEAD}\n{ROW}\n".replace("\n", newline))))
    assert found in ([("WT-001", "未开工", "")], [("WT-001", "䶮江镕", "")])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04rest", "问题台账.csv 是 Excel 工作簿，后缀却是 .csv"),
        (b"\xd0\xcf\x11\xe0rest", "问题台账.csv 是旧的 .xls 格式，后缀却是 .csv"),
        (codecs.BOM_UTF32_LE + HEAD.encode("utf-32-le"), "问题台账.csv 是 UTF-32 编码"),
        (HEAD.encode("utf-16-le"), "问题台账.csv 不是文字，或是没有标记的 UTF-16 编码（有空字节）"),
        (f"{HEAD}\n{ROW}".encode()[:-2], "问题台账.csv 是 UTF-8 编码，但第 2 行有坏字节 0xE8"),
        (codecs.BOM_UTF8 + b"a\n\xff", "问题台账.csv 是 UTF-8 编码，但第 2 行有坏字节 0xFF"),
        (codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le") + b"a", "问题台账.csv 是 UTF-16 编码，但第 1 行有坏字节 0x61"),
        (HEAD.encode("gbk") + b"\n\xff\xff", "问题台账.csv 既不是 UTF-8 也不是 GBK 编码（第 2 行有 0xFF）"),
        (
            "題目編號\n責任單位、備註".encode("big5"),
            "问题台账.csv 既不是 UTF-8 也不是 GBK 编码（按 GBK 读，第 2 行出现 U+E794）",
        ),
    ],
)
def test_other_content_is_refused_with_what_was_found(ledger, content, message):
    with pytest.raises(FileError) as caught:
        ledger(content)
    assert caught.value.message == message
    assert caught.value.remedy


@pytest.mark.parametrize("character", ["\U00031350", "\U0002ebf0", "\U000323b0"], ids=["扩展H", "扩展I", "扩展J"])
def test_a_name_in_gb18030_may_be_younger_than_this_python(ledger, character):
    content = f"{HEAD}\n{ROW}\n".replace("未开工", f"{character}镇未开工").encode("gb18030")
    assert rows(ledger(content)) == [("WT-001", f"{character}镇未开工", "")]


def test_a_very_large_file_is_not_read(ledger, monkeypatch):
    monkeypatch.setattr(beside, "read_bytes", partial(read_bytes, largest=100))
    with pytest.raises(FileError, match="文件太大：问题台账"):
        ledger(f"{HEAD}\n{ROW}\n")


def test_more_rows_than_a_sheet_may_have_are_refused(ledger, monkeypatch):
    monkeypatch.setattr(csvtext, "_MOST_ROWS", 2)
    with pytest.raises(FileError) as caught:
        ledger(f"{HEAD}\n{ROW}\n{ROW}\n")
    assert caught.value.message == "问题台账.csv 有 3 行，太多了"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_the_one_that_makes_the_headings_known(ledger, delimiter):
    text = f"{HEAD}\n{ROW}\n".replace(",", delimiter).replace("未开工", "一、二，三")
    assert rows(ledger(text)) == [("WT-001", "一、二，三", "")]


def test_a_title_above_the_headings_is_passed_over(ledger):
    assert rows(ledger(f"问题台账；2024年;\n\n{HEAD}\n{ROW}\n")) == [("WT-001", "未开工", "")]


@pytest.mark.parametrize("text", [HEAD, f"{HEAD}\r\n,,,,,,\r\n"])
def test_a_file_with_headings_alone_has_no_rows(ledger, text):
    assert rows(ledger(text)) == []


def test_quotes_newlines_and_excel_s_texts(ledger):
    row = '="001",2024-03-12,青石镇,责任,"他说""好"",\n第二段",教育,"=""00"",""2"""'
    assert rows(ledger(f"{HEAD}\n{row}\n")) == [("001", '他说"好",\n第二段', '="00","2"')]


def test_values_are_text_as_typed(ledger):
    assert rows(ledger(f"{HEAD}\n0012,2024/3/12,青石镇,责任,1.50,教育,TRUE\n")) == [("0012", "1.50", "TRUE")]


def test_addresses_are_those_of_excel(ledger):
    text = f"{HEAD}\n{TWO_LINES}\n\nWT-2,三月,青石镇,责任,未开工,教育,\n"
    assert told(ledger(text).diagnostics) == [
        "DATA-014 问题台账.csv · 问题台账 · B4（发现日期） 填的是“三月”，应为日期"
    ]


def test_faults_of_the_headings_are_told_as_of_a_sheet(ledger):
    text = "问题编号,发现日期,乡镇,问题类别,问题描述,负责单位,\n" + ROW.rstrip(",") + ",多\n"
    assert told(ledger(text).diagnostics) == [
        "DATA-004 问题台账.csv · 问题台账 · F1 没有叫“负责单位”的栏目，",
        "DATA-007 问题台账.csv · 问题台账 · G2 这一列有内容，列名却是空的，",
    ]


def test_a_row_may_be_shorter_than_the_headings(ledger):
    """Excel leaves out the commas after the last filled cell."""
    assert rows(ledger(f"{HEAD}\nWT-001,2024-03-12,青石镇,责任,未开工,教育\n")) == [("WT-001", "未开工", "")]


def test_a_row_longer_than_the_headings_is_told_alone(ledger):
    bad = ROW.replace("WT-001", "WT-002").replace("未开工", "一,二")
    result = ledger(
        f"{HEAD}\n{ROW}\n{bad}\n{ROW.replace('WT-001', 'WT-003')}\n,,,,,,,,\n{ROW.replace('WT-001', 'WT-004')}\n"
    )
    assert told(result.diagnostics) == ["DATA-045 问题台账.csv · 问题台账 · 第3行 这一行有 8 栏，列名有 7 栏"]
    assert [row.number for row in result.draft.problems] == ["WT-001", "WT-003", "WT-004"]
    assert result.gaps.sheets == frozenset(["problems"])


@pytest.mark.parametrize(
    "broken", ['WT-2,"2024-03-12,青石镇\nWT-3,二,"三",四\n', 'WT-2,"没有完\n' * 2, 'WT-2,"甲"乙,丙\n']
)
def test_a_quote_that_is_not_closed_is_told_where_it_began(ledger, broken):
    result = ledger(f"{HEAD}\n{TWO_LINES}\n{broken}")
    assert told(result.diagnostics) == ["DATA-044 问题台账.csv · 问题台账 · 第3行 从这一行起，英文双引号不成对，"]
    assert [row.number for row in result.draft.problems] == ["WT-001"]


def test_names_of_rows_that_could_not_be_read_are_not_missed(ledger, book, sheets):
    sheets["督战记录"] = [["日期", "督战队", "乡镇", "方式", "问题编号"], ["2024-3-12", "一", "青石镇", "实地", "WT-9"]]
    book(sheets)
    assert [item.code for item in ledger(f'{HEAD}\n{ROW}\nWT-9,"\n').diagnostics] == ["DATA-044"]
    assert [item.code for item in ledger(f"{HEAD}\n{ROW}\nWT-9,{ROW}\n").diagnostics] == ["DATA-045"]
    assert [item.code for item in ledger(f"{HEAD}\n{ROW}\n").diagnostics] == ["DATA-035"]


def test_errors_of_formulas_are_told(ledger):
    assert told(ledger(f"{HEAD}\n{ROW.replace('未开工', '#REF!')}\n").diagnostics) == [
        "DATA-012 问题台账.csv · 问题台账 · E2（问题描述） 公式结果是错误值 #REF!，"
    ]
