"""Crews: who does the jobs. This process, several processes of this machine, or the machines of a cluster.

Each is shaped like an executor of `concurrent.futures`: `submit` gives a future.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from docgen.batch.processes import Processes
from docgen.errors import DocgenError
from docgen.pdf.wish import Engine, PdfWish

_T = TypeVar("_T")


class Crew(Protocol):
    """Takes tasks and gives futures. `window` is how many tasks may be under way or wait for their turn."""

    @property
    def window(self) -> int:
        """How many tasks to hand over at a time."""

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Hand over a task; a worker that dies of it makes its future raise BrokenExecutor."""

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

    def loss(self, error: BaseException) -> DocgenError | None:
        """Nothing is tried again."""
        return None

    def close(self, *, now: bool = False) -> None:
        """Nobody to let go."""


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


@contextmanager
def let_go_at_the_end(crew: Crew) -> Iterator[Crew]:
    """The crew, for the block: it is let go behind it, and in the middle of its work where something stops the run."""
    try:
        yield crew
        crew.close()
    except BaseException:  # Ctrl-C while they take their leave, too
        crew.close(now=True)
        raise
