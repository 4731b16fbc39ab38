"""What may go wrong before a file's content is seen: locks, folders, pipes, permissions, other kinds of files."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from strange_files import book, ole, word

from docgen.diagnostics import Severity
from docgen.errors import FileError
from docgen.intake.load import find, load
from docgen.opening.files import lock_of, read_bytes


def refusal(call, *given: object) -> tuple[str, str]:
    with pytest.raises(FileError) as caught:
        call(*given)
    return caught.value.message, caught.value.remedy


def test_the_mark_of_an_open_file_is_no_data(tmp_path: Path) -> None:
    for name in ("~$督战数据.xlsx", ".~lock.督战数据.xlsx#"):
        (tmp_path / name).write_bytes(b"x")
        expected = f"{name} 是文件打开时留下的记号，里面没有内容", "用同一个文件夹里名称前面没有 ~$ 的那个文件"
        assert refusal(find, tmp_path / name) == expected
        assert refusal(read_bytes, tmp_path / name) == expected


@pytest.mark.parametrize("mark", ["~${}", ".~lock.{}#"])
def test_an_open_data_file_is_read_and_told(tmp_path: Path, mark: str) -> None:
    (tmp_path / "督战数据.yaml").write_text("乡镇: []\n", encoding="utf-8")
    (tmp_path / mark.format("督战数据.yaml")).write_bytes(b"x")
    (found,) = [item for item in load(tmp_path).diagnostics if item.code == "DATA-047"]
    assert (str(found.place), found.found, found.severity) == (
        "督战数据.yaml", "这个文件正在别的程序里打开着", Severity.WARNING
    )  # fmt: skip


def test_word_shortens_the_names_of_its_marks(tmp_path: Path) -> None:
    (tmp_path / "~$工作方案.docx").write_bytes(b"x")
    assert lock_of(tmp_path / "县工工作方案.docx") == tmp_path / "~$工作方案.docx"
    assert lock_of(tmp_path / "别的.docx") is None


def test_a_locked_file_that_cannot_be_read_is_told_to_be_closed(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "甲.xlsx"
    path.write_bytes(b"x")
    (tmp_path / "~$甲.xlsx").write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "x")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(read_bytes, path) == (
        f"读不了文件：{path}（没有权限）", "它正在 Word、Excel 或 WPS 里打开着：先关闭它"
    )  # fmt: skip


def test_a_folder_a_pipe_and_a_missing_file_are_told(tmp_path: Path) -> None:
    assert refusal(read_bytes, tmp_path) == (f"读不了文件：{tmp_path}（这是一个文件夹）", "写到文件夹里的那个文件")
    assert refusal(read_bytes, tmp_path / "无")[0] == f"读不了文件：{tmp_path / '无'}（没有这个文件）"
    assert refusal(read_bytes, tmp_path / ("长" * 300))[0].endswith("（名称太长）")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管道")
        os.mkfifo(tmp_path / "管道.xls")
        assert refusal(find, tmp_path / "管道.xls")[0] == "不认识的数据文件：管道.xls"
        assert refusal(read_bytes, tmp_path / "管道")[0] == f"读不了文件：{tmp_path / '管道'}（不是普通的文件）"


def test_a_name_that_the_system_refuses_is_no_crash(tmp_path: Path) -> None:
    assert refusal(find, tmp_path / ("长" * 300))[0].endswith("（名称太长）")


def test_a_file_is_read_to_its_limit_and_no_further(tmp_path: Path) -> None:
    path = tmp_path / "甲.xlsx"
    path.write_bytes(bytes(2_000_001))
    assert len(read_bytes(path, 2_000_001)) == 2_000_001
    assert refusal(read_bytes, path, 2_000_000, "文件", "数据文件") == (
        "文件太大：甲.xlsx（2 MB）", "数据文件不应超过 2 MB，请核对"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("表.pdf", b"%PDF-1.7", "不认识的数据文件：表.pdf（内容是 PDF）"),
        ("表.xls", b"<html><table>", "不认识的数据文件：表.xls（内容是网页）"),
        ("表.xls", ole("Workbook"), "不认识的数据文件：表.xls（内容是旧的 Excel 文件（.xls、.et））"),
        ("表.xls", book(), "不认识的数据文件：表.xls（内容是 Excel 工作簿（.xlsx））"),
        ("表.docx", word(), "不认识的数据文件：表.docx（内容是 Word 文档（.docx））"),
        ("表.csv", b"a,b", "不认识的数据文件：表.csv"),
    ],
)
def test_a_file_that_is_no_data_is_told_by_name_and_content(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found, remedy = refusal(load, tmp_path / name)
    assert found == message
    assert remedy


def test_a_renamed_file_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for content, message in (
        (ole("Workbook"), "a.xlsx 是旧的 .xls 格式"),
        (ole("EncryptedPackage"), "a.xlsx 设了密码，读不了"),
        (b"<html><table>", "a.xlsx 是网页，不是 Excel 工作簿"),
        (b"%PDF-1.7", "a.xlsx 是 PDF，不是 Excel 工作簿"),
        (word(), "a.xlsx 里没有工作簿，是 Word 文档（.docx）"),
        (book()[:-9], "a.xlsx 不是完整的 .xlsx 文件，后面一截没有了"),
        (b"", "a.xlsx 是空文件"),
    ):
        path.write_bytes(content)
        assert refusal(load, path)[0] == message
