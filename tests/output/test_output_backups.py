"""With --force, what somebody has changed goes into a folder of its own first."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from output_folders import NEW, OLD, standing

from docgen.errors import FileError
from docgen.output import files
from docgen.output.files import write_files


def test_force_keeps_a_dated_copy_of_the_changed_file_and_only_of_that(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / "方案.docx").write_bytes(b"by hand")
    written = write_files(tmp_path, NEW, force=True, backup_stamp="20240226-101500")
    kept = tmp_path / "原件" / "方案.20240226-101500.docx"
    assert [item.backup for item in written] == [kept, None]
    assert standing(tmp_path) == {**NEW, "原件/方案.20240226-101500.docx": b"by hand"}


def test_a_second_copy_of_the_same_second_does_not_replace_the_first(tmp_path: Path) -> None:
    for text in (b"first", b"second", b"third"):
        (tmp_path / "方案.docx").write_bytes(text)
        write_files(tmp_path, {"方案.docx": b"word"}, force=True, backup_stamp="1")
    assert standing(tmp_path) == {
        "方案.docx": b"word",
        "原件/方案.1.docx": b"first",
        "原件/方案.1（2）.docx": b"second",
        "原件/方案.1（3）.docx": b"third",
    }


def test_when_a_forced_file_cannot_be_written_the_changed_one_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / "方案.docx").write_bytes(b"by hand")
    real = files.write_atomically

    def full(path: Path, data: bytes, mark: str = "") -> None:
        if path.suffix == ".docx":
            raise FileError("写不了（磁盘满了）")
        real(path, data, mark)

    monkeypatch.setattr(files, "write_atomically", full)
    with pytest.raises(FileError):
        write_files(tmp_path, NEW, force=True, backup_stamp="1")
    assert standing(tmp_path) == {"方案.docx": b"by hand", "方案.pdf": b"pdf 1"}


def test_a_changed_file_that_cannot_be_put_aside_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "方案.docx").write_bytes(b"by hand")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(FileError) as caught:
        write_files(tmp_path, NEW, force=True)
    assert caught.value.message == f"{tmp_path / '方案.docx'} 移不走（没有权限）"
    assert standing(tmp_path) == {"方案.docx": b"by hand"}


def test_copies_of_files_from_below_stand_in_the_one_folder_at_the_top(tmp_path: Path) -> None:
    files_ = {"数据.xlsx": b"book", "YAML/数据.xlsx": b"text"}
    write_files(tmp_path, files_)
    for name in files_:
        (tmp_path / name).write_bytes(f"mine: {name}".encode())
    write_files(tmp_path, files_, force=True, backup_stamp="1")
    assert standing(tmp_path) == {
        **files_,
        "原件/数据.1.xlsx": "mine: 数据.xlsx".encode(),
        "原件/数据.1（2）.xlsx": "mine: YAML/数据.xlsx".encode(),
    }


def test_without_a_changed_file_force_makes_no_folder_for_copies(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    write_files(tmp_path, NEW, force=True, backup_stamp="1")
    assert standing(tmp_path) == NEW


def test_a_file_in_place_of_the_folder_for_copies_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "方案.pdf").write_bytes(b"by hand")
    (tmp_path / "原件").write_bytes(b"a file")
    with pytest.raises(FileError) as caught:
        write_files(tmp_path, NEW, force=True, backup_stamp="1")
    assert caught.value.message == f"建不了文件夹 {tmp_path / '原件'}（已有同名文件）"
    assert standing(tmp_path) == {"方案.pdf": b"by hand", "原件": b"a file"}
