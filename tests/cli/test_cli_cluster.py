"""The same documents on a Dask cluster: two workers of this machine, one of which is killed on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from batch_runs import documents, signalling, started, towns
from cli_runs import Run, in_a_process
from running import LIMIT, running

pytest.importorskip("distributed", reason="needs the extra docgen[cluster]")


Service = tuple[subprocess.Popen[str], re.Match[str]]


@contextmanager
def service(folder: Path, pattern: str, *arguments: str) -> Iterator[Service]:
    """A scheduler or worker of Dask, from the moment on when it says this. It says it to a file: a pipe that nobody
    reads would stop it one day.
    """
    log = Path(tempfile.mkstemp(".log", dir=folder)[1])
    environment = {**os.environ, "DASK_LOGGING__DISTRIBUTED": "info"}
    with (
        log.open("w") as stream,
        running([sys.executable, "-m", "dask", *arguments], stdout=stream, stderr=stream, env=environment) as process,
    ):
        until = time.monotonic() + LIMIT
        while not (said := re.search(pattern, log.read_text(encoding="utf-8"))):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        yield process, said


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    said = r"Scheduler at:\s+(tcp://\S+)\n"
    with service(tmp_path, said, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as (_, found):
        yield found[1]


def worker(scheduler: str, folder: Path) -> AbstractContextManager[Service]:
    return service(
        folder, r"Registered to:\s+tcp://",
        "worker", scheduler, "--no-nanny", "--nthreads", "2", "--no-dashboard", "--local-directory", str(folder),
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_worker_killed_on_the_way_loses_nothing_and_nothing_comes_twice(scheduler: str, tmp_path: Path) -> None:
    data, out = towns(tmp_path / "数据", 10), tmp_path / "out"
    with started("township", data, "-o", tmp_path / "here", "--jobs", 1) as alone:
        alone.communicate(timeout=LIMIT)
    with worker(scheduler, tmp_path) as (first, _), worker(scheduler, tmp_path):
        kill = signalling(3, signal.SIGKILL, first.pid)
        with started("township", data, "-o", out, "--scheduler", scheduler, before=kill) as run:
            said, told = run.communicate(timeout=LIMIT)
        assert first.wait(timeout=LIMIT) == -signal.SIGKILL
    assert run.returncode == 0, told
    assert said.count("  新建  ") == 20
    assert documents(out) == documents(tmp_path / "here")


def test_a_scheduler_that_does_not_answer_is_told(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = in_a_process("township", str(towns(tmp_path / "数据")), "-o", str(out), "--scheduler", "tcp://127.0.0.1:9")
    assert (ran.code, ran.out) == (3, "")
    message, remedy = ran.err.splitlines()[-2:]
    assert message == "错误：调度器 tcp://127.0.0.1:9 没有应答（等了 15 秒）"
    assert remedy == "改法：核对地址；在那台机器上运行 dask scheduler"
    assert "Traceback" not in ran.err
    assert not out.exists()


def test_a_cluster_without_machines_is_told(scheduler: str, tmp_path: Path) -> None:
    code = (
        "import sys; from docgen.batch import cluster; from docgen.errors import MissingError\n"
        "try: cluster.Cluster(sys.argv[1], wait=2)\n"
        "except MissingError as error: print(error.message, error.remedy, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, scheduler], capture_output=True, encoding="utf-8", timeout=LIMIT, check=True
    )
    assert done.stdout.splitlines() == [
        f"调度器 {scheduler} 那里没有一台机器在等任务",
        f"在干活的机器上运行 dask worker {scheduler}",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_when_all_machines_are_gone_the_run_ends_and_says_so(scheduler: str, tmp_path: Path) -> None:
    data, out = towns(tmp_path / "数据", 10), tmp_path / "out"
    with worker(scheduler, tmp_path) as (only, _):
        kill = signalling(3, signal.SIGKILL, only.pid)
        hasty = f"from docgen.batch import cluster; cluster._GONE = cluster._LOOK = 0.5\n{kill}"
        with started("township", data, "-o", out, "--scheduler", scheduler, before=hasty) as run:
            _, told = run.communicate(timeout=LIMIT)
    assert run.returncode == 3, told
    message, remedy = [line for line in told.splitlines() if line.startswith(("错误", "改法"))]
    assert message == f"错误：调度器 {scheduler} 那里一台机器也没有了（等了 0.5 秒）"
    assert remedy == f"改法：在干活的机器上运行 dask worker {scheduler}，再运行一次同样的命令接着做"
    assert documents(out)


def test_without_the_extra_the_remedy_is_its_name(
    docgen: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = docgen("township", towns(tmp_path / "数据"), "-o", out, "--scheduler", "tcp://127.0.0.1:9")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        '错误：没有安装 Dask，用不了 --scheduler\n改法：pip install "docgen[cluster]"，或去掉 --scheduler\n'
    )


def test_a_machine_that_would_make_other_documents_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace
    from datetime import date

    from docgen.batch import fingerprints
    from docgen.batch.jobs import Job
    from docgen.batch.worker import work
    from docgen.documents.composed import Composed
    from docgen.errors import MissingError
    from docgen.filling import Template

    job = Job(Composed("x", "通知", {}, "", date(2024, 1, 1)), Template(b"", "x.docx"), machine="another")
    (refused,) = work([job])
    assert isinstance(refused, MissingError)
    assert "和这台电脑的不一样" in refused.message
    alike = replace(job, machine=fingerprints.of_machine())
    (other,) = work([alike])
    assert not isinstance(other, MissingError)
