"""A crew of processes: what dies takes along its own task only, and nothing waits for the dead."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from running import LIMIT, running

from docgen.batch import processes
from docgen.batch.processes import Processes

LARGE = b"x" * 2_000_000
"""More than any pipe holds."""


@contextmanager
def crew_of(count: int) -> Iterator[Processes]:
    crew = Processes(count)
    try:
        yield crew
    finally:
        crew.close(now=True)


def size(data: bytes) -> int:
    return len(data)


def process_of(_: bytes = b"") -> int:
    return os.getpid()


def killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def asleep(data: bytes, trace: str = "") -> int:
    if trace:
        Path(trace).touch()
    time.sleep(LIMIT)
    return len(data)


def broken(_: object) -> None:
    raise OSError("the task's own")


def unsendable() -> Any:
    return threading.Lock()


def test_tasks_and_results_larger_than_a_pipe_come_back_to_their_futures() -> None:
    with crew_of(2) as crew:
        futures = [crew.submit(bytes.upper, LARGE[number:]) for number in range(5)]
        assert [size(future.result(LIMIT)) for future in futures] == [len(LARGE) - number for number in range(5)]


def test_no_more_processes_than_asked_for_and_each_does_one_task_after_the_other() -> None:
    with crew_of(2) as crew:
        found = {crew.submit(process_of).result(LIMIT) for _ in range(8)}
    assert 1 <= len(found) <= 2
    assert os.getpid() not in found


def test_a_process_that_dies_takes_along_its_own_task_and_no_other() -> None:
    with crew_of(2) as crew:
        futures = [crew.submit(killed if number == 3 else size, LARGE) for number in range(8)]
        failed = [future.exception(LIMIT) for future in futures]
    assert [type(error) for error in failed] == [type(None)] * 3 + [BrokenExecutor] + [type(None)] * 4


def test_behind_a_dead_process_comes_a_new_one() -> None:
    with crew_of(1) as crew:
        first = crew.submit(process_of).result(LIMIT)
        assert isinstance(crew.submit(killed).exception(LIMIT), BrokenExecutor)
        assert crew.submit(process_of).result(LIMIT) not in {first, os.getpid()}


def test_an_error_of_a_task_is_its_own_and_the_process_goes_on() -> None:
    with crew_of(1) as crew:
        before = crew.submit(process_of)
        error = crew.submit(broken, 1).exception(LIMIT)
        assert isinstance(error, OSError)
        assert str(error) == "the task's own"
        for task, args in ((unsendable, ()), (size, (threading.Lock(),))):
            assert isinstance(crew.submit(task, *args).exception(LIMIT), TypeError)
        assert crew.submit(process_of).result(LIMIT) == before.result()


class Unreadable:
    """Goes into the pipe, and does not come out of it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return broken, (None,)


class Unsendable(Exception):
    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("cannot be sent")


def unsendable_error() -> None:
    raise Unsendable("the task's own")


def test_what_cannot_be_read_out_of_the_pipe_is_the_task_s_fault_and_nobody_dies_of_it(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with crew_of(1) as crew:
        before = crew.submit(process_of)
        for task, args in ((size, (Unreadable(),)), (Unreadable, ())):
            error = crew.submit(task, *args).exception(LIMIT)
            assert (type(error), str(error)) == (OSError, "the task's own")
        assert str(crew.submit(unsendable_error).exception(LIMIT)) == 'Unsendable("the task\'s own")'
        assert crew.submit(process_of).result(LIMIT) == before.result()
    assert capfd.readouterr().err == ""


def test_a_process_whose_answer_is_read_in_part_only_is_asked_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the answer is still in the pipe: it would be taken for the next one."""

    def in_part(pipe: Any, _: object) -> bytes:
        pipe._recv(4)
        raise MemoryError

    with crew_of(1) as crew:
        before = crew.submit(process_of).result(LIMIT)
        with monkeypatch.context() as patch:
            patch.setattr("multiprocessing.connection.Connection._recv_bytes", in_part)
            assert isinstance(crew.submit(bytes.upper, b"abc").exception(LIMIT), BrokenExecutor)
        assert crew.submit(process_of).result(LIMIT) != before


def test_a_process_that_cannot_be_started_is_as_good_as_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    with crew_of(1) as crew:
        with monkeypatch.context() as patch:
            patch.setattr(processes._Process, "started", none)
            assert isinstance(crew.submit(process_of).exception(LIMIT), BrokenExecutor)
        assert crew.submit(process_of).result(LIMIT) != os.getpid()


def under_way(crew: Processes, trace: Path, tasks: int) -> list[Future[int]]:
    """So many large tasks that do not end, the first of which has begun."""
    futures = [crew.submit(asleep, LARGE, str(trace)) for _ in range(tasks)]
    _wait_for(trace)
    return futures


def _wait_for(trace: Path) -> None:
    until = time.monotonic() + LIMIT
    while not trace.exists() and time.monotonic() < until:
        time.sleep(0.01)


def _end_of(future: Future[int]) -> type[BaseException] | None:
    try:
        return type(future.exception(LIMIT))
    except CancelledError as error:
        return type(error)


def test_closed_now_nothing_is_waited_for_and_nothing_more_begins(tmp_path: Path) -> None:
    crew = Processes(2)
    futures = under_way(crew, tmp_path / "begun", 6)
    crew.close(now=True)
    ends = [_end_of(future) for future in futures]
    assert ends[0] is BrokenExecutor
    assert ends[2:] == [CancelledError] * 4
    for thread in crew._threads:
        thread.join(LIMIT)
    assert not any(thread.is_alive() for thread in crew._threads)
    assert crew._at_work == set()


def stubborn(trace: str) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    asleep(b"", trace)


def halted(trace: str) -> None:
    Path(trace).touch()
    os.kill(os.getpid(), signal.SIGSTOP)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs SIGSTOP")
@pytest.mark.parametrize("task", [stubborn, halted])
def test_closed_now_a_process_ends_that_would_not_end_by_itself(task: Callable[[str], None], tmp_path: Path) -> None:
    crew = Processes(1)
    future = crew.submit(task, str(tmp_path / "begun"))
    _wait_for(tmp_path / "begun")
    crew.close(now=True)
    assert isinstance(future.exception(LIMIT), BrokenExecutor)


def test_after_the_end_nothing_is_taken_that_nobody_would_do() -> None:
    for now in (False, True):
        crew = Processes(1)
        crew.submit(process_of).result(LIMIT)
        crew.close(now=now)
        with pytest.raises(RuntimeError, match="closed"):
            crew.submit(process_of)


def test_closed_when_all_is_done_the_processes_are_gone() -> None:
    crew = Processes(2)
    numbers = {crew.submit(process_of).result(LIMIT) for _ in range(4)}
    crew.close()
    assert not any(Path(f"/proc/{number}").exists() for number in numbers)
    assert crew._at_work == set()


STOPPED = """
import sys
from pathlib import Path
from test_batch_processes import under_way
from docgen.batch.processes import Processes
if __name__ == "__main__":
    crew = Processes(2)
    under_way(crew, Path(sys.argv[1]), 6)
    crew.close(now=True)
"""


def _told_by(code: str, folder: Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a script that is given the name of a file that is not there."""
    script = folder / "script.py"
    script.write_text(code, encoding="utf-8")
    places = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    call = [sys.executable, script, folder / "begun"]
    with running(call, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said, told = process.communicate(timeout=LIMIT)
    return process.returncode, said, told


def test_a_run_that_stops_with_its_pipes_full_ends(tmp_path: Path) -> None:
    assert _told_by(STOPPED, tmp_path) == (0, "", "")


DEAF = """
import signal
from test_batch_processes import LIMIT
from docgen.batch.processes import Processes
if __name__ == "__main__":
    crew = Processes(2)
    futures = [crew.submit(signal.pthread_sigmask, signal.SIG_BLOCK, []) for _ in range(3)]
    masks = [*(future.result(LIMIT) for future in futures), signal.pthread_sigmask(signal.SIG_BLOCK, [])]
    print([signal.SIGINT in mask for mask in masks])
    crew.close()
"""


def littered(_: bytes = b"") -> str:
    """A file and a folder in the place for temporary ones, as libraries leave them."""
    Path(tempfile.mkdtemp(), "font").write_bytes(b"x")
    return tempfile.gettempdir()


def littered_and_asleep(trace: str) -> None:
    Path(trace).write_text(littered(), encoding="utf-8")
    time.sleep(LIMIT)


@pytest.mark.parametrize("now", [False, True])
def test_temporary_files_of_processes_are_gone_with_them(now: bool, tmp_path: Path) -> None:
    trace, crew = tmp_path / "trace", Processes(2)
    places = {crew.submit(littered).result(LIMIT) for _ in range(4)}
    assert len(places) == 1
    assert list(Path(*places).iterdir())
    if now:
        crew.submit(littered_and_asleep, str(trace))
        while not trace.exists():
            time.sleep(0.01)
    crew.close(now=now)
    assert not Path(*places).exists()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs signal masks")
def test_workers_hear_nothing_of_ctrl_c_from_their_first_moment_on_and_this_process_does(tmp_path: Path) -> None:
    """In a process that has started no others before: with the first comes a further one, which changes masks."""
    assert _told_by(DEAF, tmp_path) == (0, "[True, True, True, False]\n", "")
