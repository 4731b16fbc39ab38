"""Crews: who does the jobs. This process, several processes of this machine, or the machines of a cluster.

Each is shaped like an executor of `concurrent.futures`: `submit` gives a future.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

from docgen.batch.worker import warm
from docgen.errors import DocgenError
from docgen.output.interrupts import kept_from_children
from docgen.pdf.wish import Engine, PdfWish

_T = TypeVar("_T")


class Crew(Protocol):
    """Takes tasks and gives futures. `window` is how many tasks may be under way or wait for their turn."""

    @property
    def window(self) -> int:
        """How many tasks to hand over at a time."""

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Hand over a task."""

    def renew(self) -> None:
        """Get ready again after a worker has died (a future has raised BrokenExecutor)."""

    def loss(self, error: BaseException) -> DocgenError | None:
        """What a future's exception means where the crew itself has tried the task again and again."""

    def close(self, *, now: bool = False) -> None:
        """Let the workers go; `now`: in the middle of their work."""


class Here:
    """This process: a task is done when it is handed over."""

    window = 1

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Do the task."""
        future: Future[_T] = Future()
        future.set_result(task(*args))
        return future

    def renew(self) -> None:
        """Nothing can have died."""

    def loss(self, error: BaseException) -> DocgenError | None:
        """Nothing is tried again."""
        return None

    def close(self, *, now: bool = False) -> None:
        """Nobody to let go."""


class Processes:
    """Several processes of this machine, started anew and not forked: a copy of a process with threads may hang."""

    def __init__(self, count: int, wish: PdfWish | None = None) -> None:
        self._count, self._wish = count, wish
        self._pool: Executor | None = None

    @property
    def window(self) -> int:
        """Each process has one task and finds the next one waiting."""
        return 2 * self._count

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Hand over a task; processes start with the first ones."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._count, get_context("spawn"), warm, (self._wish,))
        with kept_from_children():
            return self._pool.submit(task, *args)

    def renew(self) -> None:
        """New processes for the old ones."""
        self.close(now=True)

    def loss(self, error: BaseException) -> DocgenError | None:
        """A pool never tries a task again by itself."""
        return None

    def close(self, *, now: bool = False) -> None:
        """End the processes; `now` does not wait for what they are at."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        workers = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=not now, cancel_futures=True)
        for worker in workers if now else ():
            with suppress(OSError, ValueError):
                worker.terminate()


_SECONDS = {Engine.WEASYPRINT: 0.2, Engine.DIRECT: 0.05, None: 0.05}
"""About what a document costs by the way it is printed (None: its pages are counted only)."""
_WORTH_A_POOL = 1.0  # seconds of work: below, starting processes takes longer than they save
_MOST = 61  # processes that Windows can wait for


def crew_on_this_machine(jobs: int | None, documents: int, wish: PdfWish | None) -> Crew:
    """This process or several; without `jobs`, as many as pay: one below about a second of work, else one per core.

    LibreOffice is one process whoever calls it.
    """
    engine = wish.engine if wish else None
    if engine is Engine.LIBREOFFICE or documents < 2:
        return Here()
    if jobs is None:
        jobs = 1 if documents * _SECONDS[engine] < _WORTH_A_POOL else cores()
    count = min(jobs, documents, _MOST)
    return Processes(count, wish) if count > 1 else Here()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
