"""Processes: several processes of this machine as a crew, each with a pipe and a thread of its own.

The pool of the standard library hands tasks to all its processes through one pipe. Where one of them dies, or all are
stopped, while that pipe is full, Python 3.11.2 (Debian 12) waits for ever; and everything under way is lost with the
one that died. Here a dead process takes along its own task and nothing else, and nothing waits for the dead.
"""

from __future__ import annotations

import pickle
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from docgen.batch.worker import serve
from docgen.errors import DocgenError
from docgen.output.interrupts import deaf_to_interrupts
from docgen.pdf.wish import PdfWish

_T = TypeVar("_T")
_Call = tuple[Callable[..., Any], tuple[Any, ...]]
_GOODBYE = 10.0  # seconds that a process which has nothing left to do may take to end
_PARTING = 2.0  # seconds to wait for processes that were ended: it takes thousandths, unless the disk hangs


class _Dead(Exception):
    """A process is gone, could not be started, or cannot be understood any more."""


class Processes:
    """So many processes, started anew and not forked: a copy of a process with threads may hang."""

    def __init__(self, count: int, wish: PdfWish | None = None) -> None:
        self._count, self._wish = count, wish
        self._tasks: SimpleQueue[tuple[Future[Any], _Call] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._at_work: set[_Process] = set()
        self._lock = threading.Lock()
        self._closed = self._stopped = False
        self._scratch: TemporaryDirectory[str] | None = None

    @property
    def window(self) -> int:
        """Each process has one task and finds the next one waiting."""
        return 2 * self._count

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Hand over a task; processes start with the first ones. A process that dies makes it a BrokenExecutor."""
        if self._closed:
            raise RuntimeError("closed: nobody would do it")
        if len(self._threads) < self._count:
            thread = threading.Thread(target=self._attend, daemon=True)
            thread.start()
            self._threads.append(thread)
        future: Future[_T] = Future()
        self._tasks.put((future, (task, args)))
        return future

    def loss(self, error: BaseException) -> DocgenError | None:
        """A task is never tried again here."""
        return None

    def close(self, *, now: bool = False) -> None:
        """End the processes, and what they keep in temporary files; `now`: in the middle of their work."""
        self._closed = True
        if now:
            self._call_back()
            with self._lock:
                self._stopped = True
                for process in self._at_work:
                    process.stop()
        for _ in self._threads:
            self._tasks.put(None)
        until = time.monotonic() + _PARTING
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()) if now else None)
        if self._scratch is not None:
            self._scratch.cleanup()

    def _call_back(self) -> None:
        """What nobody has begun yet is not begun any more."""
        with suppress(Empty):
            while (waiting := self._tasks.get_nowait()) is not None:
                waiting[0].cancel()

    def _attend(self) -> None:
        """What a thread does: it hands tasks to its process, one after the other, and takes the results."""
        process: _Process | None = None
        while (waiting := self._tasks.get()) is not None:
            future, call = waiting
            if future.set_running_or_notify_cancel():
                process = self._done(future, call, process)
        if process is not None:
            self._part_with(process, _GOODBYE)

    def _done(self, future: Future[Any], call: _Call, process: _Process | None) -> _Process | None:
        """Have a task done; the process that has done it and can do the next."""
        try:
            process = process or self._started()
            result, error = process.do(call)
        except _Dead:
            if process is not None:
                self._part_with(process, 0)
            future.set_exception(BrokenExecutor())
            return None
        except Exception as fault:  # the task cannot be sent, or its answer not be made out
            result, error = None, fault
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
        return process

    def _started(self) -> _Process:
        with self._lock:
            if self._stopped:
                raise _Dead
            try:
                self._scratch = self._scratch or TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True)
                process = _Process.started(self._wish, self._scratch.name)
            except (OSError, MemoryError) as error:
                raise _Dead from error
            self._at_work.add(process)
            return process

    def _part_with(self, process: _Process, patience: float) -> None:
        process.part(patience)
        with self._lock:
            self._at_work.discard(process)


@dataclass(frozen=True, eq=False)
class _Process:
    """A process that does tasks, and our end of the pipe to it."""

    process: Any  # of the kind that the way of starting it has
    pipe: Connection

    @staticmethod
    def started(wish: PdfWish | None, scratch: str) -> _Process:
        """A new process; its temporary files go into `scratch`, because one that is ended does not clear up."""
        _deaf()
        context = get_context("spawn")
        ours, its = context.Pipe()
        process = context.Process(target=serve, args=(its, wish, scratch), daemon=True)
        try:
            process.start()
        except BaseException:
            ours.close()
            raise
        finally:
            its.close()  # with the process the last holder of that end is gone, and ours comes to its end
        return _Process(process, ours)

    def do(self, call: _Call) -> tuple[Any, Exception | None]:
        """Result or error of a task. Raises _Dead where the process dies of it."""
        data = pickle.dumps(call)
        try:
            self.pipe.send_bytes(data)
            said = self.pipe.recv_bytes()
        except Exception as error:  # whatever it is: a part of what was said may still be in the pipe
            raise _Dead from error
        answer: tuple[Any, Exception | None] = pickle.loads(said)  # noqa: S301 - from a process of our own
        return answer

    def stop(self) -> None:
        """End it in the middle of its work. One that was halted, or told to ignore SIGTERM, ends by nothing less."""
        with suppress(OSError, ValueError):
            self.process.kill()

    def part(self, patience: float) -> None:
        """Let it end by itself, else end it."""
        if patience:
            with suppress(OSError):
                self.pipe.send_bytes(b"")
        self.pipe.close()
        self.process.join(patience)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join(patience or _GOODBYE)


def _deaf() -> None:
    """Let the process that this thread is about to start hear nothing of Ctrl-C: a terminal sends it to all of them."""
    if sys.platform != "win32":
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # before: where a start has to begin this one, too, the thread hears again afterwards
    deaf_to_interrupts()
