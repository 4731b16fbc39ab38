"""Runs stopped on the way: killed, interrupted, out of room. What is written is whole; the next run goes on."""

from __future__ import annotations

import random
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from batch_runs import documents, manifest, signalling, started, stopped, towns
from cli_runs import Run
from running import LIMIT

from docgen.batch.crews import Here
from docgen.cli.carrying import crew
from docgen.cli.order import Order


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return towns(tmp_path_factory.mktemp("kills") / "数据", 10)


@pytest.fixture(scope="module")
def undisturbed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("undisturbed")
    with started("township", data, "-o", out) as process:
        _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 0, told
    return out


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("jobs", [1, 2])
def test_after_a_kill_the_set_is_made_whole_and_equal_to_an_undisturbed_one(
    jobs: int, docgen: Run, data: Path, undisturbed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("township", data, "-o", out, "--jobs", jobs)
    chance = random.Random(jobs)
    for _ in range(3):
        code, _, told = stopped(arguments, after=chance.randint(1, 4), how=signal.SIGKILL)
        assert code == -signal.SIGKILL, told
        whole = documents(undisturbed)
        assert all(whole[name] == content for name, content in documents(out).items())
    left = 20 - len(documents(out))
    ran = docgen(*arguments, "--resume")
    assert ran.code == 0, ran.err
    assert ran.err.splitlines()[0].startswith("接着做：10 份，")
    assert ran.out.count("新建") == left
    assert documents(out) == documents(undisturbed)
    assert manifest(out) == manifest(undisturbed)
    assert sorted(path.name for path in out.iterdir() if path.name.startswith(".")) == [".docgen.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
@pytest.mark.parametrize("after", [3, 4])  # between the Word file and the PDF of a document, and behind both
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interruption_ends_cleanly_and_says_how_to_go_on(
    jobs: int, after: int, docgen: Run, data: Path, undisturbed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ("township", data, "-o", out, "--jobs", jobs)
    code, said, told = stopped(arguments, after=after, how=signal.SIGINT)
    assert code == 130, told
    assert (said, "Traceback" in told) == ("", False)
    message, remedy = [line for line in told.splitlines() if not line.startswith("做好 ")]
    assert remedy == "改法：再运行一次同样的命令，加 --resume 接着做；写好的文件都是完整的"
    hidden = [path.name for path in out.iterdir() if path.name.startswith(".")]
    assert hidden == [".docgen.json"]
    assert message == "错误：已中断：10 份，做好 2 份"
    assert (len(manifest(out)["documents"]), len(documents(out))) == (2, 4)
    ran = docgen(*arguments, "--resume")
    assert ran.err.splitlines()[0] == "接着做：10 份，2 份已经做好，还有 8 份"
    assert documents(out) == documents(undisturbed)


LAST_MOMENT = """
import atexit, os, signal
atexit.register(os.kill, os.getpid(), signal.SIGINT)
"""
TOLD = """
import os, signal
from docgen.cli import main
def tell(*_):
    print("once")
    os.kill(os.getpid(), signal.SIGINT)
main.tell_error = tell
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGINT")
@pytest.mark.parametrize(
    "before, argument, code, said",
    [(TOLD, "x", 130, "once"), (LAST_MOMENT, "-h", -signal.SIGINT, "用法")],
    ids=["while it is told", "at the very end"],
)
def test_pressed_once_more_at_the_end_it_shows_no_traceback(before: str, argument: str, code: int, said: str) -> None:
    with started(argument, before=before) as process:
        out, told = process.communicate(timeout=LIMIT)
    assert (process.returncode, out[: len(said)], told) == (code, said, "")


def test_pressed_while_the_workers_take_their_leave_it_ends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []

    class Parting(Here):
        def close(self, *, now: bool = False) -> None:
            closed.append(now)
            if not now:
                raise KeyboardInterrupt

    monkeypatch.setattr("docgen.batch.crews.crew_on_this_machine", lambda *_: Parting())
    with pytest.raises(KeyboardInterrupt), crew(Order(tmp_path), []):
        pass
    assert closed == [False, True]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_workers_end_with_a_killed_run_and_clear_up_what_it_kept_in_temporary_files(data: Path, tmp_path: Path) -> None:
    import os
    import time

    arguments = ("township", data, "-o", tmp_path / "out", "--jobs", 2)
    place = tmp_path / "temporary"
    place.mkdir()
    elsewhere = f"import tempfile; tempfile.tempdir = {str(place)!r}"
    with started(*arguments, before=elsewhere + signalling(1, signal.SIGSTOP)) as process:
        until = time.monotonic() + 120
        while _state(process.pid) != "T" and time.monotonic() < until:
            time.sleep(0.01)
        threads = Path(f"/proc/{process.pid}/task").glob("*/children")
        children = [child for thread in threads for child in thread.read_text().split()]
        kept = list(place.iterdir())
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=LIMIT)
    assert len(children) >= 2
    until = time.monotonic() + 60
    while any(_state(int(child)) not in "Z" for child in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert [_state(int(child)) for child in children if _state(int(child)) not in "Z"] == []
    assert (len(kept), list(place.iterdir())) == (1, [])


def _state(process: int) -> str:
    """R, S, D: it lives; T: it was stopped; Z: it has ended; nothing: it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def test_a_second_run_says_that_it_waits_and_goes_on_when_the_first_is_done(data: Path, tmp_path: Path) -> None:
    from docgen.output.folder import opened

    patient = f"from docgen.output import journal; journal._WAIT = {LIMIT}"
    with ExitStack() as first:
        first.enter_context(opened(tmp_path))
        with started("township", data, "-o", tmp_path, "--format", "word", before=patient) as second:
            assert second.stderr is not None
            told = second.stderr.readline()
            first.close()
            said, more = second.communicate(timeout=LIMIT)
    assert told == f"提醒：另一个 docgen 正在往 {tmp_path} 里写文件，等它做完，最多等 {LIMIT:.0f} 秒\n"
    assert (second.returncode, said.count("新建")) == (0, 10), more


def test_a_disk_that_fills_up_is_told_and_nothing_is_half_written(
    docgen: Run, data: Path, undisturbed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    real, left = os.fsync, [7]

    def full(descriptor: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        ran = docgen("township", data, "-o", out, "--jobs", 1)
    assert (ran.code, ran.out) == (5, "")
    message, remedy = ran.err.splitlines()
    assert message.startswith(f"错误：写不了 {out}/")
    assert message.endswith("（磁盘满了）")
    assert remedy.startswith("改法：腾出空间，或换一个文件夹；然后再运行一次同样的命令，加 --resume 接着做")
    whole = documents(undisturbed)
    assert len(documents(out)) == 7
    assert all(whole[name] == content for name, content in documents(out).items())
    assert docgen("township", data, "-o", out, "--jobs", 1, "--resume").code == 0
    assert documents(out) == whole


def test_a_folder_that_takes_no_files_is_told_before_anything_is_made(
    docgen: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from docgen.batch import worker
    from docgen.output import journal

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    def made(*_: object) -> None:
        pytest.fail("nothing may be made")

    monkeypatch.setattr(journal.os, "open", refuse)
    monkeypatch.setattr(worker, "filled", made)
    ran = docgen("township", data, "-o", tmp_path)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == f"错误：在 {tmp_path} 里写不了文件（磁盘是只读的）\n改法：换一个能写的文件夹\n"
