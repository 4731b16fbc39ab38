"""The journal of a run: what a killed run leaves is known as ours, and cleared up."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from output_folders import NEW, OLD, standing

from docgen.errors import ChangedError, FileError, FolderError
from docgen.output import file_locks, journal
from docgen.output.entries import Entry, Failure
from docgen.output.files import Outcome, write_files
from docgen.output.folder import known, opened
from docgen.output.journal import NAME, left_behind
from docgen.output.manifest import Manifest

KILLED = """
import os, sys
from pathlib import Path
from docgen.output import files
from docgen.output.folder import opened
real, count = files.write_atomically, 0
def killed(path, data, mark=""):
    global count
    real(path, data, mark)
    count += 1
    if count == 3:
        (path.parent / f".docgen-{mark}-half.tmp").write_bytes(b"half")
        os.kill(os.getpid(), 9)
files.write_atomically = killed
with opened(Path(sys.argv[1])) as folder:
    folder.put({"a/1.docx": b"one", "a/1.pdf": b"one"}, "first")
    folder.put({"a/2.docx": b"two", "a/2.pdf": b"two"}, "second")
"""


def killed(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False)
    assert done.returncode == -9


def test_after_a_kill_everything_that_stands_is_ours_and_half_files_are_gone(tmp_path: Path) -> None:
    killed(tmp_path)
    assert (tmp_path / ".docgen.journal").is_file()
    assert not (tmp_path / ".docgen.json").exists()
    newer = {"a/1.docx": b"1", "a/1.pdf": b"1", "a/2.docx": b"2", "a/2.pdf": b"2"}
    written = write_files(tmp_path, newer)
    assert [item.outcome for item in written] == [Outcome.UPDATED, Outcome.UPDATED, Outcome.UPDATED, Outcome.NEW]
    assert standing(tmp_path) == newer
    assert not (tmp_path / ".docgen.journal").exists()


FILLING = """
import os, sys
from pathlib import Path
from docgen.output.folder import opened
def killed(file):
    file.write(b"half"); file.flush()
    os.kill(os.getpid(), 9)
with opened(Path(sys.argv[1])) as folder:
    folder.put_filled("合并/简报.pdf", killed, "合并/简报.pdf", "inputs", force=True, backup_stamp="1")
"""


def test_a_large_file_that_a_killed_run_was_at_leaves_nothing_behind(tmp_path: Path) -> None:
    mine = tmp_path / "合并" / "简报.pdf"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    done = subprocess.run([sys.executable, "-c", FILLING, str(tmp_path)], check=False)
    assert done.returncode == -9
    assert len(list(mine.parent.glob(".docgen-*.tmp"))) == 1
    assert mine.read_bytes() == b"mine"
    write_files(tmp_path, OLD)
    assert not list(tmp_path.rglob("*.tmp"))
    assert mine.read_bytes() == b"mine"


def test_a_line_goes_into_the_journal_whole_though_the_system_takes_it_in_pieces(tmp_path: Path) -> None:
    class Slow(io.FileIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            return super().write(data[:7])

    with opened(tmp_path) as folder:
        journal = folder._journal
        assert journal is not None
        journal.file.close()
        journal.file = Slow(tmp_path / NAME, "r+b")
        folder.put({"a.docx": b"a"}, "first", Entry(title="甲"))
        lines = left_behind(tmp_path)
    assert [list(line) for line in lines] == [["run"], ["will"], ["files", "document", "entry"]]


def test_a_disk_too_full_for_the_journal_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.FileIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            raise OSError(errno.ENOSPC, "No space left on device")

    killed(tmp_path)
    monkeypatch.setattr(file_locks, "opened", lambda path: Full(path, "r+b"))
    with pytest.raises(FolderError, match="磁盘满了"):
        write_files(tmp_path, NEW)


def test_temporary_files_of_other_runs_are_left_alone(tmp_path: Path) -> None:
    killed(tmp_path)
    other = tmp_path / "a" / ".docgen-0badcafe-x.tmp"
    other.write_bytes(b"somebody is writing this")
    write_files(tmp_path, {"b.docx": b"b"})
    assert [path.name for path in (tmp_path / "a").glob(".docgen-*")] == [other.name]


def test_a_line_cut_short_tells_nothing_and_does_no_harm(tmp_path: Path) -> None:
    killed(tmp_path)
    path = tmp_path / ".docgen.journal"
    path.write_bytes(path.read_bytes() + b'{"will":{"a/3.docx":"ab')
    with opened(tmp_path) as folder:
        folder.put({"c.docx": b"c"}, "third", Entry(title="丙"))
    manifest = Manifest.read(tmp_path)
    assert set(manifest.digests) == {"a/1.docx", "a/1.pdf", "a/2.docx", "a/2.pdf", "c.docx"}
    assert manifest.documents["third"].title == "丙"


ENDLESS = b'{"failed": "x", "failure": {"title": "x", "reason": "x", "exit_code": Infinity}}'
DEEP = b"[" * 100_000
ODD = [b"null", b"[]", b"3", b'{"will": 3}', b'{"document": "x"}', b'{"files": []}', b'{"run": 5}', b"\xff\xfe"]


@pytest.mark.parametrize("line", [*ODD, ENDLESS, DEEP], ids=lambda line: repr(line[:20]))
def test_an_odd_journal_is_no_reason_to_stop(line: bytes, tmp_path: Path) -> None:
    (tmp_path / ".docgen.journal").write_bytes(line + b"\n")
    assert write_files(tmp_path, OLD)[0].outcome is Outcome.NEW
    assert not (tmp_path / ".docgen.journal").exists()


def test_a_journal_never_reaches_out_of_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / ".docgen-abc-1.tmp"
    outside.write_bytes(b"outside")
    folder = tmp_path / "out"
    folder.mkdir()
    lines = [{"run": "abc"}, {"will": {"../x.docx": "1", "/x.docx": "2"}}, {"run": "*"}, {"run": ""}]
    (folder / ".docgen.journal").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (folder / ".docgen-1.tmp").write_bytes(b"of nobody knows whom")
    write_files(folder, OLD)
    assert outside.exists()
    assert (folder / ".docgen-1.tmp").exists()


def test_a_second_run_waits_for_the_first_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_WAIT", 0.1)
    with opened(tmp_path), pytest.raises(FolderError) as caught:
        write_files(tmp_path, NEW)
    assert caught.value.message == f"另一个 docgen 正在往 {tmp_path} 里写文件"
    assert write_files(tmp_path, NEW)[0].outcome is Outcome.NEW


def test_whoever_waits_is_told_once_for_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(file_locks, "_SILENT", -1.0)
    monkeypatch.setattr(file_locks, "_LOOK", 0.0)
    looks = iter([False, False, False, True])
    monkeypatch.setattr(file_locks, "_is_ours", lambda *_: next(looks))
    write_files(tmp_path, NEW)
    assert caplog.messages == [f"提醒：另一个 docgen 正在往 {tmp_path} 里写文件，等它做完，最多等 10 秒"]


def test_runs_one_after_the_other_in_one_folder_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_WAIT", 600.0)  # a busy disk may let one of them wait

    def run(number: int) -> None:
        for turn in range(5):
            write_files(tmp_path, {f"{number}-{turn}.docx": b"x"})

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Manifest.read(tmp_path).digests) == 20
    assert not (tmp_path / ".docgen.journal").exists()


def test_looking_at_a_folder_reads_the_journal_and_touches_nothing(tmp_path: Path) -> None:
    killed(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(known(tmp_path).digests) == {"a/1.docx", "a/1.pdf", "a/2.docx", "a/2.pdf"}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_time_of_an_entry_changes_only_with_a_file(tmp_path: Path) -> None:
    for clock, title, data in (("9:00", "甲", b"1"), ("10:00", "乙", b"1"), ("11:00", "乙", b"2")):
        with opened(tmp_path, lambda clock=clock: clock) as folder:  # type: ignore[misc]
            folder.put({"a.docx": data}, "first", Entry(title=title))
        entry = Manifest.read(tmp_path).documents["first"]
        assert (entry.title, entry.when) == (title, "11:00" if clock == "11:00" else "9:00")


def test_entries_failures_and_shared_font_reports_come_back_as_they_were(tmp_path: Path) -> None:
    fonts = {"uses": [{"asked": "仿宋"}], "missing": ""}
    entry = Entry({}, "i", "p", "w", "s", "t", "x.docx", 3, fonts, ("提醒",), "")
    with opened(tmp_path) as folder:
        folder.put({"1.docx": b"1"}, "一", entry)
        folder.put({"2.docx": b"2"}, "二", entry)
        folder.note_failure("三", Failure("丙", "原因", "改法", 4))
    found = Manifest.read(tmp_path)
    for key, name in (("一", "1.docx"), ("二", "2.docx")):
        assert found.documents[key] == replace(entry, files={name: hashlib.sha256(name[:1].encode()).hexdigest()})
    assert found.failed == {"三": Failure("丙", "原因", "改法", 4)}
    text = (tmp_path / ".docgen.json").read_text(encoding="utf-8")
    assert text.count("仿宋") == 1
    with opened(tmp_path) as folder:
        folder.put({"3.docx": b"3"}, "三", entry)
    assert Manifest.read(tmp_path).failed == {}


def test_a_manifest_of_files_only_is_understood(tmp_path: Path) -> None:
    (tmp_path / "方案.docx").write_bytes(b"word 1")
    old = {"files": {"方案.docx": [hashlib.sha256(b"word 1").hexdigest()]}}
    (tmp_path / ".docgen.json").write_text(json.dumps(old, ensure_ascii=False), encoding="utf-8")
    assert write_files(tmp_path, {"方案.docx": b"word 2"})[0].outcome is Outcome.UPDATED


def test_a_manifest_as_deep_as_a_well_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / ".docgen.json").write_bytes(DEEP)
    assert Manifest.read(tmp_path) == Manifest()


@pytest.mark.parametrize(
    "broken", [3, [], {"一": 3}, {"一": {}}, {"一": {"files": 3}}, {"一": {"files": {}, "pages": "x"}}]
)
def test_entries_that_cannot_be_understood_are_left_out(broken: object, tmp_path: Path) -> None:
    plain = {"files": {"a": ["1"]}, "documents": broken, "fonts": 3, "failed": broken}
    (tmp_path / ".docgen.json").write_text(json.dumps(plain), encoding="utf-8")
    found = Manifest.read(tmp_path)
    assert (found.digests, found.documents, found.failed) == ({"a": ("1",)}, {}, {})


def test_a_large_file_is_written_once_for_the_same_inputs(tmp_path: Path) -> None:
    def put(inputs: str, data: bytes, force: bool = False) -> Outcome:
        with opened(tmp_path) as folder:
            written = folder.put_filled(
                "整套.zip",
                lambda file: calls.append(file.write(data)),
                "整套.zip",
                inputs,
                force=force,
                backup_stamp="1",
            )
        return written.outcome

    calls: list[int] = []
    assert [put("a", b"1"), put("a", b"other"), put("b", b"1"), put("c", b"2")] == [
        Outcome.NEW,
        Outcome.UNCHANGED,
        Outcome.UNCHANGED,
        Outcome.UPDATED,
    ]
    assert len(calls) == 3
    (tmp_path / "整套.zip").write_bytes(b"mine")
    with pytest.raises(ChangedError):
        put("d", b"3")
    assert put("d", b"3", force=True) is Outcome.UPDATED
    assert (tmp_path / "原件" / "整套.1.zip").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="a working folder cannot vanish there")
def test_a_large_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    def half(file: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    with opened(tmp_path) as folder:
        folder.put_filled("整套.zip", lambda file: file.write(b"whole") and None, "整套.zip", "a")
    with pytest.raises(FileError, match="磁盘满了"), opened(tmp_path) as folder:
        folder.put_filled("整套.zip", half, "整套.zip", "b")
    assert standing(tmp_path) == {"整套.zip": b"whole"}


def test_the_manifest_tells_a_document_a_line_and_is_written_only_when_it_says_something_new(tmp_path: Path) -> None:
    manifest = Manifest()
    for number in range(3):
        manifest.enter({f"{number}.docx": "a" * 64})
        manifest.enter_document(f"通知，第{number}镇", Entry({f"{number}.docx": "a" * 64}, fonts={"missing": "堨"}))
    manifest.write(tmp_path)
    path = tmp_path / ".docgen.json"
    lines = path.read_text("utf-8").splitlines()
    assert [line.split(":")[0].strip() for line in lines if "第" in line] == [f'"通知，第{number}镇"' for number in range(3)]
    assert sum("堨" in line for line in lines) == 1
    assert Manifest.read(tmp_path) == manifest
    os.utime(path, (1, 1))
    manifest.write(tmp_path)
    assert path.stat().st_mtime == 1
    manifest.enter_failure("通知，丙镇", Failure("丙", "坏了"))
    manifest.write(tmp_path)
    assert Manifest.read(tmp_path) == manifest
