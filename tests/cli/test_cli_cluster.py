"""The same documents on a Dask cluster: two workers of this machine, one of which is killed on the way."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_runs import documents, signalling, started, towns
from cli_runs import Run, in_a_process

pytest.importorskip("distributed", reason="needs the extra docgen[cluster]")


def said_until(process: subprocess.Popen[str], pattern: str) -> re.Match[str]:
    """Read what a process says until it says this."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found
    raise AssertionError(f"{pattern} was never said")


def service(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "DASK_LOGGING__DISTRIBUTED": "info"},
    )  # fmt: skip


@pytest.fixture
def scheduler() -> Iterator[str]:
    process = service("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    try:
        yield said_until(process, r"Scheduler at:\s+(tcp://\S+)")[1]
    finally:
        process.kill()
        process.communicate()


def worker(scheduler: str, folder: Path) -> subprocess.Popen[str]:
    process = service(
        "worker", scheduler, "--no-nanny", "--nthreads", "2", "--no-dashboard", "--local-directory", str(folder)
    )
    said_until(process, r"Registered to:\s+tcp://")
    return process


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_worker_killed_on_the_way_loses_nothing_and_nothing_comes_twice(scheduler: str, tmp_path: Path) -> None:
    data, out = towns(tmp_path / "数据", 10), tmp_path / "out"
    with started("township", data, "-o", tmp_path / "here", "--jobs", 1) as alone:
        alone.communicate(timeout=300)
    workers = [worker(scheduler, tmp_path) for _ in range(2)]
    try:
        kill = signalling(3, signal.SIGKILL, workers[0].pid)
        with started("township", data, "-o", out, "--scheduler", scheduler, before=kill) as run:
            said, told = run.communicate(timeout=300)
        assert workers[0].wait(timeout=300) == -signal.SIGKILL
    finally:
        for process in workers:
            process.kill()
            process.communicate()
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
        [sys.executable, "-c", code, scheduler], capture_output=True, encoding="utf-8", timeout=300, check=True
    )
    assert done.stdout.splitlines() == [
        f"调度器 {scheduler} 那里没有一台机器在等任务",
        f"在干活的机器上运行 dask worker {scheduler}",
    ]


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
