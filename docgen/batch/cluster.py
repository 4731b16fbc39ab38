"""Cluster: the machines of a Dask cluster as a crew; the jobs are the same, and only this process writes files.

Dask hands on what a dead machine leaves, so nothing is lost; results are taken once, in order, so nothing comes twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from docgen.batch.jobs import Job, Wanted
from docgen.errors import DocgenError, MissingError, WorkerError

_T = TypeVar("_T")
_WAIT = 15  # seconds for the scheduler to answer, then for a first machine to be there
_GONE = 60.0  # seconds without any machine after which a run gives up: one that is started anew is back sooner
_LOOK = 5.0  # seconds between two looks at the machines


class Cluster:
    """Connected to a scheduler. Raises MissingError when Dask, the scheduler or every machine is missing."""

    def __init__(self, address: str, wait: float = _WAIT) -> None:
        self._address = address
        self._client: Any = _connected(address, wait)
        try:
            self._client.wait_for_workers(1, timeout=wait)
        except TimeoutError as error:
            self.close(now=True)
            raise MissingError(
                f"调度器 {address} 那里没有一台机器在等任务", f"在干活的机器上运行 dask worker {address}"
            ) from error
        self._executor = self._client.get_executor(pure=False)
        self._seen = time.monotonic()

    @property
    def window(self) -> int:
        """Each thread of the cluster has one task and finds the next one waiting; machines may come and go."""
        threads: dict[str, int] = self._client.nthreads()
        return 2 * max(1, sum(threads.values()))

    def submit(self, task: Callable[..., _T], /, *args: Any) -> Future[_T]:
        """Hand over a task. Whoever waits for its result does not wait for machines that do not come back."""
        future: Future[_T] = _Awaited(self)
        copied: Future[_T] = self._executor.submit(task, *args)
        copied.add_done_callback(lambda done: _copy(done, future))
        return future

    def look(self) -> None:
        """Raises MissingError where there has been no machine for a while."""
        if self._client.nthreads():
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > _GONE:
            raise MissingError(
                f"调度器 {self._address} 那里一台机器也没有了（等了 {_GONE:g} 秒）",
                f"在干活的机器上运行 dask worker {self._address}，再运行一次同样的命令接着做",
            )

    def loss(self, error: BaseException) -> DocgenError | None:
        """A task that has killed one machine after the other; or the scheduler itself is gone."""
        from distributed import KilledWorker

        if isinstance(error, DocgenError):
            return None
        if isinstance(error, KilledWorker):
            return WorkerError("做它的几台机器先后断了，没有做成", "查看那几台机器的内存和日志，再重做")
        raise MissingError(
            f"和调度器 {self._address} 的连接断了（{type(error).__name__}）",
            "等它恢复，再运行一次同样的命令接着做",
        ) from error

    def close(self, *, now: bool = False) -> None:
        """Leave the cluster; what was handed over and not begun is called back."""
        self._client.close(timeout=1 if now else 10)


class _Awaited(Future[_T]):
    """A future of a task on a cluster."""

    def __init__(self, cluster: Cluster) -> None:
        super().__init__()
        self._cluster = cluster

    def result(self, timeout: float | None = None) -> _T:
        """The result, as soon as it is there. Raises MissingError where all machines are gone."""
        while timeout is None and not wait([self], _LOOK).done:
            self._cluster.look()
        return super().result(timeout)


def _copy(done: Future[_T], to: Future[_T]) -> None:
    if done.cancelled():
        to.cancel()
        to.set_running_or_notify_cancel()
    elif (error := done.exception()) is not None:
        to.set_exception(error)
    else:
        to.set_result(done.result())


def for_cluster(wanted: Wanted) -> Wanted:
    """The document, to be made on machines that are like this one only."""
    return wanted if wanted.job is None else replace(wanted, job=partial(_like_this_one, wanted.job))


def _like_this_one(job: Callable[[], Job]) -> Job:
    from docgen.batch.fingerprints import of_machine

    made = job()
    return replace(made, machine=of_machine(made.pdf.fonts if made.pdf else ()))


def _connected(address: str, wait: float) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingError(
            "没有安装 Dask，用不了 --scheduler", 'pip install "docgen[cluster]"，或去掉 --scheduler'
        ) from error
    try:
        client: Any = distributed.Client(address, timeout=wait, set_as_default=False)
        return client
    except (OSError, TimeoutError) as error:
        raise MissingError(
            f"调度器 {address} 没有应答（等了 {wait:g} 秒）", "核对地址；在那台机器上运行 dask scheduler"
        ) from error
    except ValueError as error:
        raise MissingError(f"调度器的地址 {address} 用不了", "写成 tcp://机器:8786") from error
