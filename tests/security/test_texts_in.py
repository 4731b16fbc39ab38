"""YAML, JSON and CSV: bounded, nothing guessed, every refusal with what was found."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from docgen.diagnostics import Diagnostic
from docgen.errors import FileError
from docgen.intake import nodes, yamltext
from docgen.intake.load import load
from docgen.intake.text import text_tables

HEAD = "问题编号,发现日期,乡镇,问题类别,问题描述,责任单位,备注\n"


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


@pytest.fixture
def text(tmp_path: Path):
    """The diagnostics of a YAML or JSON text, given as bytes or in UTF-8."""

    def read(content: str | bytes, name: str = "a.yaml") -> list[str]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return told(text_tables(path)[0].diagnostics)

    return read


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("gbk"),
        lambda text: text.encode("gb18030"),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
)
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.yaml", "乡镇:\n  - 名称: 青石镇\n    类别: 镇\n"), ("a.json", '{"乡镇": [{"名称": "青石镇", "类别": "镇"}]}')],
)
def test_the_usual_encodings_of_a_text_are_recognised(tmp_path: Path, name, content, encode) -> None:
    (tmp_path / name).write_bytes(encode(content))
    tables, broken = text_tables(tmp_path / name)
    (sheet,) = tables.sheets["townships"]
    assert not broken
    assert sheet.rows[0].cell("name").value == "青石镇"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.yaml 是空文件"),
        (b" \n", "a.yaml 是空文件"),
        (b"PK\x03\x04rest", "a.yaml 是 Excel 工作簿，后缀却是 .yaml"),
        (b"%PDF-1.7", "a.yaml 是 PDF，后缀却是 .yaml"),
        (b"\xd0\xcf\x11\xe0rest", "a.yaml 是旧的 .xls 格式，后缀却是 .yaml"),
        (b"<html><table>", "a.yaml 是网页，后缀却是 .yaml"),
        (b'<?xml version="1.0"?><x/>', "a.yaml 是 XML 文件，后缀却是 .yaml"),
        (codecs.BOM_UTF32_LE + "县".encode("utf-32-le"), "a.yaml 是 UTF-32 编码"),
        ("县名".encode("utf-16-le") + b"a\0", "a.yaml 不是文字，或是没有标记的 UTF-16 编码（有空字节）"),
        ("县名: 云岭县\n".encode()[:-2], "a.yaml 是 UTF-8 编码，但第 1 行有坏字节 0xE5"),
    ],
)
def test_other_content_is_refused_with_what_was_found(text, content: bytes, message: str) -> None:
    with pytest.raises(FileError) as caught:
        text(content)
    assert caught.value.message == message
    assert caught.value.remedy


def test_a_text_too_large_is_not_parsed(text) -> None:
    with pytest.raises(FileError, match=r"^文件太大：a\.yaml（5 MB）$") as caught:
        text(b"#" * 5_000_000)
    assert caught.value.remedy == "数据文件不应超过 4 MB，请核对"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("a: &x\n  b: *x\n", "DATA-039 a.yaml · 第1行 用了锚点 &x"),
        ("a: !!python/x [1]\n", "DATA-039 a.yaml · 第1行 用了标签 tag:yaml.org,2002:python/x"),
        ("a: 1\n--- \nb: 2\n", "DATA-039 a.yaml · 第2行 一个文件里写了几个文档（---）"),
        ("? [a, b]\n: c\n", "DATA-038 a.yaml · 第1行 栏目名写成了一串列表"),
        ("{" * 50_000, "DATA-038 a.yaml · 第1行 一层套一层，层数太多"),
        ("- " * 50_000, "DATA-038 a.yaml · 第1行 一层套一层，层数太多"),
    ],
)  # fmt: skip
def test_what_yaml_can_do_beyond_data_is_refused_with_its_line(text, content: str, found: str) -> None:
    assert text(content) == [found]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"基本信息": {"报送日": NaN}}', "DATA-037 a.json · 基本信息.报送日 NaN 不是 JSON 的值"),
        ('{"乡镇": [{"户数": -Infinity}]}', "DATA-037 a.json · 乡镇[0].户数 -Infinity 不是 JSON 的值"),
        ('{"甲":' * 300_000, "DATA-038 a.json 一层套一层，层数太多"),
        ('{"甲": ' + "[" * 20 + "]" * 20 + "}", "DATA-038 a.json · 甲[0][0][0][0][0][0] 一层套一层，层数太多"),
        ("{'甲': 1}", "DATA-037 a.json · 第1行 这一行不合 JSON 的写法"),
    ],
)
def test_what_some_programs_write_and_json_is_not_is_told(text, content: str, found: str) -> None:
    assert text(content, "a.json") == [found]


@pytest.mark.parametrize(
    ("name", "content"), [("a.yaml", "a: 1\nb: 2\nc: 3\n"), ("a.json", '{"a": 1, "b": 2, "c": 3}')]
)
def test_more_values_than_a_ledger_has_are_refused(text, monkeypatch, name: str, content: str) -> None:
    for module in (nodes, yamltext, __import__("docgen.intake.jsontext", fromlist=["x"])):
        monkeypatch.setattr(module, "MOST_NODES", 3)
    (found,) = text(content, name)
    assert found.endswith("到这里已经超过 3 项，太多了")


def test_many_unknown_names_are_all_told_and_few_compared(text, monkeypatch) -> None:
    from docgen.intake import tables

    compared = []
    monkeypatch.setattr(tables, "closest", lambda name, known: compared.append(name))
    found = text("".join(f"甲{number}: 1\n" for number in range(500)))
    assert len(found) == 500
    assert len(compared) == 100


def test_half_characters_of_json_are_refused_with_their_cell(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"乡镇": [{"名称": "青\\ud800镇", "类别": "镇"}]}', encoding="utf-8")
    found = [str(item) for item in load(tmp_path / "a.json").diagnostics]
    assert any("乡镇[0].名称" in item and "U+D800" in item for item in found)


@pytest.fixture
def ledger(tmp_path: Path):
    """The faults of a ledger beside a main file."""
    (tmp_path / "督战数据.yaml").write_text("乡镇:\n  - 名称: 青石镇\n    类别: 镇\n", encoding="utf-8")

    def read(content: str) -> list[str]:
        (tmp_path / "问题台账.csv").write_text(content, encoding="utf-8", newline="")
        found = load(tmp_path).diagnostics
        return told([item for item in found if item.place.file == "问题台账.csv"])

    return read


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (HEAD + "," * 2_000_000, "问题台账.csv 的第 2 行有 2000001 栏，太多了"),
        (HEAD.replace("\n", "\r") + "," * 2_000 + "\r", "问题台账.csv 的第 2 行有 2001 栏，太多了"),
        (HEAD + "字" * 200_000, "问题台账.csv 的第 2 行有一格超过 100000 个字"),
        (HEAD + "\n" * 1_050_000, "问题台账.csv 里有 1048576 行以上的空行，太多了"),
    ],
)
def test_a_csv_without_measure_is_refused_before_it_fills_the_memory(ledger, content: str, message: str) -> None:
    with pytest.raises(FileError) as caught:
        ledger(content)
    assert caught.value.message == message
    assert caught.value.remedy


def test_a_quote_that_opens_and_never_closes_is_told_where_it_began(ledger) -> None:
    row = 'WT-1,2024-03-12,青石镇,责任,"没有完' + "字" * 200_000
    assert "DATA-044 问题台账.csv · 问题台账 · 第2行 从这一行起，英文双引号不成对" in ledger(HEAD + row)


def test_a_nought_byte_in_a_cell_is_told_with_its_address(ledger) -> None:
    path_row = "WT-1,2024-03-12,青石镇,责任,未\x00开工,教育,\n"
    with pytest.raises(FileError, match="有空字节"):
        ledger(HEAD + path_row)


def test_empty_rows_inside_keep_the_addresses_of_those_below(ledger) -> None:
    assert "DATA-014 问题台账.csv · 问题台账 · B6（发现日期） 填的是“三月”" in ledger(
        HEAD + "\n,,\n\n\nWT-1,三月,青石镇,责任,未开工,教育,\n"
    )


def test_a_number_that_is_no_character_s_is_told_with_its_line(text) -> None:
    assert text('基本信息:\n  县名: "\\U00110000县"\n') == ["DATA-037 a.yaml · 第2行 \\U00110000 不是一个字的编号"]
    assert text('基本信息:\n  县名: "\\UFFFFFFFF县"\n') == ["DATA-037 a.yaml · 第2行 \\UFFFFFFFF 不是一个字的编号"]


@pytest.mark.parametrize(("name", "key"), [("a.json", '{"%s": 1}'), ("a.yaml", "? %s\n: 1\n")])
def test_a_name_without_end_is_told_by_its_beginning(tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / name).write_text(key % ("字" * 1_000_000), encoding="utf-8")
    for item in load(tmp_path / name).diagnostics:
        assert len(str(item)) < 1_000
