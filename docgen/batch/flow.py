"""Flow: tasks go to a crew, results come back in their order; a bounded number is under way at any time.

A worker that dies takes along everything that its crew had under way, and nobody can say whose fault it was. So those
tasks are done once more, one by one: the one whose worker dies again, alone, is the one to blame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from typing import Generic, TypeVar

from docgen.batch.crews import Crew
from docgen.errors import DocgenError, WorkerError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def in_order(tasks: Iterable[_Task], crew: Crew, work: Callable[[_Task], _Result]) -> Iterator[_Result | DocgenError]:
    """The result of every task, in order; WorkerError for one that kills its worker twice."""
    return _Flow(iter(tasks), crew, work).results()


class _Flow(Generic[_Task, _Result]):
    def __init__(self, tasks: Iterator[_Task], crew: Crew, work: Callable[[_Task], _Result]) -> None:
        self._tasks, self._crew, self._work = tasks, crew, work
        self._waiting: deque[tuple[_Task, Future[_Result]]] = deque()
        self._cleared: deque[_Result | DocgenError] = deque()

    def results(self) -> Iterator[_Result | DocgenError]:
        while True:
            self._hand_over()
            if self._cleared:
                yield self._cleared.popleft()
            elif self._waiting:
                task, future = self._waiting.popleft()
                yield self._result(task, future)
            else:
                return

    def _hand_over(self) -> None:
        """Fill the window; nothing goes out while there are results of a recovery to hand on."""
        while not self._cleared and len(self._waiting) < self._crew.window:
            try:
                task = next(self._tasks)
            except StopIteration:
                return
            self._waiting.append((task, self._submitted(task)))

    def _submitted(self, task: _Task) -> Future[_Result]:
        try:
            return self._crew.submit(self._work, task)
        except BrokenExecutor as error:  # a worker has died since the last look
            future: Future[_Result] = Future()
            future.set_exception(error)
            return future

    def _result(self, task: _Task, future: Future[_Result]) -> _Result | DocgenError:
        try:
            return future.result()
        except BrokenExecutor:
            return self._recovered(task)
        except Exception as error:
            loss = self._crew.loss(error)
            if loss is None:
                raise
            return loss

    def _recovered(self, first: _Task) -> _Result | DocgenError:
        """Do everything once more that a dead worker has taken along, each alone."""
        self._crew.renew()
        left, self._waiting = self._waiting, deque()
        result = self._alone(first)
        for task, future in left:
            broken = not future.done() or future.cancelled() or isinstance(future.exception(), BrokenExecutor)
            self._cleared.append(self._alone(task) if broken else self._result(task, future))
        return result

    def _alone(self, task: _Task) -> _Result | DocgenError:
        try:
            return self._crew.submit(self._work, task).result()
        except BrokenExecutor:
            self._crew.renew()
            return WorkerError("做它的进程两次被系统结束，没有做成", "多半是内存不够：关掉别的程序，加 --jobs 1 再试")
