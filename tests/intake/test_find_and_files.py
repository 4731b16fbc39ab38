"""Finding the data file, and files that are not what they seem."""

from __future__ import annotations

import errno
import zipfile
from pathlib import Path

import pytest

from docgen.errors import ExitCode, FileError
from docgen.intake.load import find, load


def test_a_folder_with_one_data_file_gives_it(tmp_path):
    (tmp_path / "督战数据.xlsx").write_bytes(b"x")
    (tmp_path / "~$督战数据.xlsx").write_bytes(b"x")
    (tmp_path / ".隐藏.yaml").write_bytes(b"x")
    (tmp_path / "说明.txt").write_bytes(b"x")
    (tmp_path / "output").mkdir()
    assert find(tmp_path) == tmp_path / "督战数据.xlsx"
    assert find(tmp_path / "督战数据.xlsx") == tmp_path / "督战数据.xlsx"


def test_none_and_several_and_missing_are_told_with_a_remedy(tmp_path):
    with pytest.raises(FileError, match="没有数据文件") as none:
        find(tmp_path)
    assert "docgen init" in none.value.remedy
    (tmp_path / "甲.xlsx").write_bytes(b"x")
    (tmp_path / "乙.YAML").write_bytes(b"x")
    with pytest.raises(FileError, match=r"2 个数据文件：乙\.YAML、甲\.xlsx"):
        find(tmp_path)
    with pytest.raises(FileError, match="没有这个文件") as missing:
        find(tmp_path / "没有.xlsx")
    assert missing.value.exit_code is ExitCode.FILE


def test_workbooks_that_docgen_itself_has_put_there_are_not_taken_for_data(tmp_path):
    own = [tmp_path / name for name in ("清单.xlsx", "2024年4月问题台账.xlsx", "2024年12月问题台账（青石镇）.xlsx")]
    for path in (tmp_path / "督战数据.xlsx", *own):
        path.write_bytes(b"x")
    assert find(tmp_path) == tmp_path / "督战数据.xlsx"


def test_a_workbook_that_stands_alone_may_have_any_name(tmp_path):
    (tmp_path / "2024年4月问题台账.xlsx").write_bytes(b"x")
    assert find(tmp_path) == tmp_path / "2024年4月问题台账.xlsx"


@pytest.mark.parametrize("name", ["旧.xls", "表.et", "表.csv", "文.docx"])
def test_other_formats_are_told_what_to_do(tmp_path, name):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(FileError, match="不认识的数据文件") as caught:
        load(tmp_path / name)
    assert ".xlsx" in caught.value.remedy


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "空文件"),
        (b"not a zip", "不是完整的 .xlsx"),
        (OLE, "旧的 .xls 格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "设了密码"),
    ],
)
def test_wrong_content_behind_xlsx(tmp_path, content, message):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileError, match=message) as caught:
        load(path)
    assert caught.value.remedy


def test_a_truncated_workbook_is_told(book, sheets):
    path = book(sheets)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(FileError, match="不是完整的"):
        load(path)


def test_a_damaged_member_is_told(book, sheets):
    path = book(sheets)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/workbook.xml").header_offset + 60
    content[start : start + 40] = bytes(40)
    path.write_bytes(bytes(content))
    with pytest.raises(FileError, match="已损坏"):
        load(path)


def test_another_kind_of_zip_is_told(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(FileError, match="没有工作簿"):
        load(path)


def test_a_zip_bomb_is_not_inflated(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 20_000_000)
    with pytest.raises(FileError, match="大得不正常"):
        load(path)


def test_dates_counted_from_1904_are_refused(book, sheets):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    with pytest.raises(FileError, match="1904"):
        load(book(sheets, lambda workbook: setattr(workbook, "epoch", CALENDAR_MAC_1904)))


def test_a_stray_value_far_below_is_told_with_its_row(book, sheets):
    with pytest.raises(FileError, match="第 200001 行还有内容"):
        load(book(sheets, lambda workbook: workbook["督战村"].cell(200_001, 9, "x")))


def test_a_doctype_is_refused(book, sheets):
    path = book(sheets)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["xl/workbook.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(FileError, match="DOCTYPE"):
        load(path)


def with_member(path, name, change):
    """The archive with one member changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w") as archive:
        for item, data in parts.items():
            archive.writestr(item, data)


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ("xl/workbook.xml", "督战数据.xlsx 内部的内容已损坏（第 1 行）"),
        ("xl/worksheets/sheet1.xml", "督战数据.xlsx 内部的内容已损坏（第 1 行）"),
    ],
)
def test_why_a_workbook_cannot_be_read_is_told_without_english(book, sheets, member, message):
    path = book(sheets)
    with_member(path, member, lambda data: data[:-20] + b"<")
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.message == message


def test_shared_texts_that_are_no_xml_are_told_before_some_of_them_are_passed_over(book, sheets):
    path = book(sheets)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="x" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'.encode()
    with_member(path, "xl/_rels/workbook.xml.rels", lambda data: data.replace(b"</Relationships>", relation))
    with_member(path, "xl/sharedStrings.xml", lambda _: "<sst><si><t>甲<乙</t></si></sst>".encode())
    with pytest.raises(FileError, match=r"^督战数据\.xlsx 内部的内容已损坏（第 1 行）$"):
        load(path)


def test_a_member_that_the_reader_refuses_is_told_without_english(book, sheets, monkeypatch):
    import python_calamine

    def refuse(_):
        raise python_calamine.CalamineError("Cannot detect file format")

    monkeypatch.setattr(python_calamine.CalamineWorkbook, "from_filelike", refuse, raising=False)
    with pytest.raises(FileError) as caught:
        load(book(sheets))
    assert caught.value.message == "督战数据.xlsx 里的工作簿读不出来，可能已损坏"


@pytest.mark.parametrize(
    ("number", "why"), [(errno.EACCES, "没有权限"), (errno.EIO, "磁盘读取出错"), (errno.EMFILE, "系统不让读")]
)
def test_why_a_file_cannot_be_read_is_told_in_chinese(tmp_path, monkeypatch, number, why):
    path = tmp_path / "a.yaml"
    path.write_text("x")

    def fail(*_):
        raise OSError(number, "Permission denied")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileError) as caught:
        load(path)
    assert caught.value.message == f"读不了文件：{path}（{why}）"
    monkeypatch.setattr(Path, "iterdir", fail)
    with pytest.raises(FileError) as caught:
        find(tmp_path)
    assert caught.value.message == f"读不了文件夹：{tmp_path}（{why}）"
