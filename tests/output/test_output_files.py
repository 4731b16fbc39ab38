"""Files are written whole or not at all, and never over what somebody has changed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from pathlib import Path

import pytest
from output_folders import NEW, OLD, standing

from docgen.errors import ExitCode, FileError, ResultError
from docgen.output import atomic, files
from docgen.output.files import Outcome, write_files


def manifest(folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((folder / ".docgen.json").read_text(encoding="utf-8"))["files"]
    return found


def digests(data: dict[str, bytes]) -> dict[str, list[str]]:
    return {name: [hashlib.sha256(content).hexdigest()] for name, content in data.items()}


def test_new_files_updated_files_and_unchanged_files_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert [item.outcome for item in write_files(folder, OLD)] == [Outcome.NEW, Outcome.NEW]
    mixed = {"方案.docx": b"word 1", "方案.pdf": b"pdf 2"}
    written = write_files(folder, mixed)
    assert [(item.path.name, item.outcome, item.size, item.backup) for item in written] == [
        ("方案.docx", Outcome.UNCHANGED, 6, None),
        ("方案.pdf", Outcome.UPDATED, 5, None),
    ]
    assert standing(folder) == mixed
    assert manifest(folder) == digests(mixed)


def test_files_can_be_read_by_colleagues_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files(tmp_path, OLD)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o640}


def test_a_file_changed_by_hand_keeps_every_file_from_being_written(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    (tmp_path / "方案.pdf").write_bytes(b"by hand")
    with pytest.raises(FileError) as caught:
        write_files(tmp_path, NEW)
    assert caught.value.exit_code is ExitCode.FILE
    assert caught.value.message == f"{tmp_path} 里的 方案.pdf 生成以后被人改过，或不是 docgen 生成的，没有覆盖"
    assert caught.value.remedy == "要保留改动，换一个文件夹；要重新生成，加 --force（原来的文件移到 原件 文件夹里）"
    assert standing(tmp_path) == {"方案.docx": b"word 1", "方案.pdf": b"by hand"}
    assert manifest(tmp_path) == digests(OLD)


def test_all_changed_files_are_named(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    for name in OLD:
        (tmp_path / name).write_bytes(b"by hand")
    with pytest.raises(FileError, match=r"里的 方案\.docx、方案\.pdf 生成以后被人改过"):
        write_files(tmp_path, NEW)


def test_a_foreign_file_of_the_same_name_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "方案.docx").write_bytes(b"foreign")
    with pytest.raises(FileError, match="不是 docgen 生成的"):
        write_files(tmp_path, NEW)
    assert standing(tmp_path) == {"方案.docx": b"foreign"}
    assert not (tmp_path / ".docgen.json").exists()


def test_a_foreign_file_that_says_the_same_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "方案.docx").write_bytes(b"word 2")
    assert [item.outcome for item in write_files(tmp_path, NEW)] == [Outcome.UNCHANGED, Outcome.NEW]


def test_a_changed_manifest_only_makes_docgen_more_careful(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    for text in (b"", b"{", b"[]", b'{"files": 3}', b'{"files": {"\xe6\x96\xb9.docx": 3}}', b"null", b"\xff\xfe\x00"):
        (tmp_path / ".docgen.json").write_bytes(text)
        with pytest.raises(FileError, match="没有覆盖"):
            write_files(tmp_path, NEW)
        assert standing(tmp_path) == OLD
        assert {item.outcome for item in write_files(tmp_path, OLD)} == {Outcome.UNCHANGED}
        assert manifest(tmp_path) == digests(OLD)


def test_a_folder_in_place_of_the_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / ".docgen.json").mkdir()
    with pytest.raises(FileError) as caught:
        write_files(tmp_path, NEW)
    assert caught.value.message == f"读不了 {tmp_path / '.docgen.json'}（它是一个文件夹）"
    assert standing(tmp_path) == {}


def test_a_full_disk_while_the_second_file_is_written_leaves_whole_files_and_the_next_run_goes_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    real = files.write_atomically

    def full(path: Path, data: bytes, mark: str = "") -> None:
        if path.suffix == ".pdf":
            raise FileError("写不了（磁盘满了）")
        real(path, data, mark)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomically", full)
        with pytest.raises(FileError):
            write_files(tmp_path, NEW)
    assert standing(tmp_path) == {"方案.docx": b"word 2", "方案.pdf": b"pdf 1"}
    assert [item.outcome for item in write_files(tmp_path, NEW)] == [Outcome.UNCHANGED, Outcome.UPDATED]
    assert manifest(tmp_path) == digests(NEW)


def test_after_a_kill_between_file_and_manifest_the_files_still_count_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    real = files.write_atomically

    def killed(path: Path, data: bytes, mark: str = "") -> None:
        real(path, data, mark)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_atomically", killed)
        with pytest.raises(KeyboardInterrupt):
            write_files(tmp_path, NEW)
    assert standing(tmp_path) == {"方案.docx": b"word 2", "方案.pdf": b"pdf 1"}
    newer = {"方案.docx": b"word 3", "方案.pdf": b"pdf 3"}
    assert [item.outcome for item in write_files(tmp_path, newer)] == [Outcome.UPDATED, Outcome.UPDATED]
    assert standing(tmp_path) == newer
    assert manifest(tmp_path) == digests(newer)


def test_the_manifest_of_other_files_in_the_folder_is_kept(tmp_path: Path) -> None:
    write_files(tmp_path, {"甲.docx": b"1"})
    write_files(tmp_path, {"乙.docx": b"2"})
    assert manifest(tmp_path) == digests({"甲.docx": b"1", "乙.docx": b"2"})
    write_files(tmp_path, {"甲.docx": b"3"})
    assert standing(tmp_path) == {"甲.docx": b"3", "乙.docx": b"2"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write into a read-only folder")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileError, match="没有权限"):
            write_files(tmp_path, NEW)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    "refused", [PermissionError(errno.EACCES, "denied"), OSError(errno.EROFS, "Read-only file system")]
)
def test_a_folder_that_takes_no_files_is_told_with_a_remedy(
    refused: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise refused

    monkeypatch.setattr(atomic.tempfile, "mkstemp", refuse)
    with pytest.raises(FileError) as caught:
        write_files(tmp_path, NEW)
    why = "没有权限" if refused.errno == errno.EACCES else "磁盘是只读的"
    assert caught.value.message == f"在 {tmp_path} 里写不了文件（{why}）"
    assert caught.value.remedy == "换一个能写的文件夹"


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    place = tmp_path / "output"
    place.write_bytes(b"x")
    with pytest.raises(FileError) as caught:
        write_files(place, NEW)
    assert caught.value.message == f"建不了文件夹 {place}（已有同名文件）"
    with pytest.raises(FileError) as caught:
        write_files(place / "below", NEW)
    assert caught.value.message == f"建不了文件夹 {place / 'below'}（路径中有一段不是文件夹）"


def test_a_folder_in_place_of_a_file_is_told_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "方案.pdf").mkdir()
    for force in (False, True):
        with pytest.raises(FileError) as caught:
            write_files(tmp_path, NEW, force=force)
        assert caught.value.message == f"{tmp_path / '方案.pdf'} 是一个文件夹，不能写成文件"
    assert [path.name for path in tmp_path.iterdir()] == ["方案.pdf"]  # no manifest either


def test_a_dangling_link_and_a_link_elsewhere_are_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"precious")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "方案.docx").symlink_to(tmp_path / "nowhere")
    (folder / "方案.pdf").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError):
        write_files(folder, NEW)
    write_files(folder, NEW, force=True, backup_stamp="1")
    assert (tmp_path / "elsewhere").read_bytes() == b"precious"
    assert not (tmp_path / "nowhere").exists()
    assert (folder / "方案.docx").read_bytes() == b"word 2"


def test_what_is_read_back_must_be_what_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(path: Path, data: bytes, mark: str = "") -> None:
        path.write_bytes(data[:-1])

    monkeypatch.setattr(files, "write_atomically", spoil)
    with pytest.raises(ResultError) as caught:
        write_files(tmp_path, NEW)
    assert caught.value.exit_code is ExitCode.WRONG_RESULT
    assert caught.value.message == f"{tmp_path / '方案.docx'} 写完再读，内容不一样"


def test_a_name_may_hold_a_folder_and_is_guarded_like_the_others(tmp_path: Path) -> None:
    both = {"督战数据.xlsx": b"book", "YAML/督战数据.xlsx": b"text"}
    assert [item.path for item in write_files(tmp_path, both)] == [tmp_path / name for name in both]
    (tmp_path / "YAML" / "督战数据.xlsx").write_bytes(b"by hand")
    with pytest.raises(FileError, match=r"里的 YAML/督战数据\.xlsx 生成以后被人改过"):
        write_files(tmp_path, {"督战数据.xlsx": b"new", "YAML/督战数据.xlsx": b"new"})
    assert (tmp_path / "督战数据.xlsx").read_bytes() == b"book"


def test_no_remedy_names_an_option_that_only_some_commands_have() -> None:
    import inspect

    from docgen.output import manifest

    for module in (atomic, files, manifest):
        assert " -o" not in inspect.getsource(module), module.__name__


@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_an_error_while_writing_leaves_the_old_file_and_no_temporary_one(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(FileError, match=r"写不了 .*（磁盘满了）") as caught:
            write_files(tmp_path, NEW)
    assert caught.value.exit_code is ExitCode.FILE
    assert standing(tmp_path) == OLD
    assert write_files(tmp_path, NEW)[0].outcome is Outcome.UPDATED
