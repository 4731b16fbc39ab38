"""Ctrl-C while a document is being written: it waits until the document stands whole."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from docgen.output import folder as folders
from docgen.output.entries import Entry
from docgen.output.files import write_one
from docgen.output.folder import known, opened
from docgen.output.interrupts import deaf_to_interrupts, held


def _ctrl_c() -> None:
    signal.raise_signal(signal.SIGINT)


def test_ctrl_c_takes_effect_at_the_end_of_the_block() -> None:
    reached = []
    with pytest.raises(KeyboardInterrupt), held():
        _ctrl_c()
        reached.append("end")
    assert reached == ["end"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_pressed_twice_it_takes_effect_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), held():
        _ctrl_c()
        _ctrl_c()
        pytest.fail("the second one must not wait")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_in_the_block_does_not_swallow_it() -> None:
    with pytest.raises(KeyboardInterrupt) as caught, held():
        _ctrl_c()
        raise OSError("disk")
    assert isinstance(caught.value.__context__, OSError)


def test_without_ctrl_c_nothing_is_different() -> None:
    with pytest.raises(OSError, match="disk"), held():
        raise OSError("disk")
    with held():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs signal masks")
def test_a_deaf_thread_and_its_processes_hear_nothing_and_the_others_do() -> None:
    masks = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    hears = []

    def run() -> None:
        deaf_to_interrupts()
        hears.append(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))
        hears.append(subprocess.run([sys.executable, "-c", masks], capture_output=True, check=True).stdout.strip())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert hears == [True, b"True"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_a_thread_that_hears_no_signals_runs_the_block() -> None:
    reached = []

    def run() -> None:
        with held():
            reached.append("thread")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert reached == ["thread"]


def test_a_document_is_written_whole_when_ctrl_c_comes_between_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path, data: bytes, put_aside: Path | None = None, mark: str = "") -> object:
        done = write_one(path, data, put_aside, mark)
        if path.suffix == ".docx":
            _ctrl_c()
        return done

    monkeypatch.setattr(folders, "write_one", interrupted)
    with pytest.raises(KeyboardInterrupt), opened(tmp_path) as folder:
        try:
            folder.put({"简报.docx": b"word", "简报.pdf": b"pdf"}, "简报", Entry(title="简报"))
        finally:
            assert folder.stands("简报")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".docgen.json", "简报.docx", "简报.pdf"]
    assert list(known(tmp_path).documents["简报"].files) == ["简报.docx", "简报.pdf"]
