"""Flow: tasks go to a crew, results come back in their order; a bounded number is under way at any time.

A worker that dies may have died of what others did at the same time, of memory most of all. So its task is done once
more, alone; one whose worker dies again is the one to blame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, wait
from typing import Generic, TypeVar

from docgen.batch.crews import Crew
from docgen.errors import DocgenError, WorkerError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def in_order(tasks: Iterable[_Task], crew: Crew, work: Callable[[_Task], _Result]) -> Iterator[_Result | DocgenError]:
    """The result of every task, in order; WorkerError for one that kills its worker twice."""
    return _Flow(iter(tasks), crew, work).results()


def each_in_order(
    lots: Iterable[Sequence[_Task]], crew: Crew, work: Callable[[Sequence[_Task]], Sequence[_Result | DocgenError]]
) -> Iterator[_Result | DocgenError]:
    """The result of every task, in order, where tasks go out in lots; a lot that is lost is an error for each."""
    sizes: deque[int] = deque()

    def counted() -> Iterator[Sequence[_Task]]:
        for lot in lots:
            sizes.append(len(lot))
            yield lot

    for result in in_order(counted(), crew, work):
        size = sizes.popleft()
        yield from (result,) * size if isinstance(result, DocgenError) else result


class _Flow(Generic[_Task, _Result]):
    def __init__(self, tasks: Iterator[_Task], crew: Crew, work: Callable[[_Task], _Result]) -> None:
        self._tasks, self._crew, self._work = tasks, crew, work
        self._waiting: deque[tuple[_Task, Future[_Result]]] = deque()

    def results(self) -> Iterator[_Result | DocgenError]:
        while True:
            self._hand_over()
            if not self._waiting:
                return
            task, future = self._waiting.popleft()
            yield self._result(task, future)

    def _hand_over(self) -> None:
        """Fill the window."""
        while len(self._waiting) < self._crew.window:
            try:
                task = next(self._tasks)
            except StopIteration:
                return
            self._waiting.append((task, self._crew.submit(self._work, task)))

    def _result(self, task: _Task, future: Future[_Result]) -> _Result | DocgenError:
        try:
            return future.result()
        except BrokenExecutor:
            return self._once_more(task)
        except Exception as error:
            loss = self._crew.loss(error)
            if loss is None:
                raise
            return loss

    def _once_more(self, task: _Task) -> _Result | DocgenError:
        """Do a task again when nothing else is under way."""
        wait(future for _, future in self._waiting)
        try:
            return self._crew.submit(self._work, task).result()
        except BrokenExecutor:
            return WorkerError("做它的进程两次被系统结束，没有做成", "多半是内存不够：关掉别的程序，加 --jobs 1 再试")
