"""Manner: how a run is carried out, as the command line says it; the options of every command that makes documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is carried out. `jobs` None: as many processes as pay; `scheduler`: the address of a cluster's.

    `resume` says how far an interrupted run had come, `failed` makes only what the last run did not make, `dry_run`
    writes nothing; `merge` and `zip` are what is made of the whole set afterwards.
    """

    jobs: int | None = None
    scheduler: str = ""
    resume: bool = False
    failed: bool = False
    dry_run: bool = False
    merge: bool = False
    zip: bool = False
    quiet: bool = False


PLAINLY = Manner()
"""A run of which nothing special is asked."""


def _address(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not value.startswith(("tcp://", "tls://", "ws://", "wss://")):
        raise click.BadParameter(f"“{value}”不是调度器的地址，写成 tcp://机器:8786")
    return value


jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 512), default=None, metavar="数",
    help="用几个进程做，默认按份数和这台电脑的核数定",
)  # fmt: skip
quiet_option = click.option("--quiet", is_flag=True, help="不说进度和结果，只说错误和提醒")
_OPTIONS = (
    jobs_option,
    click.option(
        "--scheduler", default="", callback=_address, metavar="tcp://机器:端口",
        help="交给 Dask 集群的几台机器做；文件仍写在这台电脑上",
    ),
    click.option("--resume", is_flag=True, help="接着做中断了的：先说做好了几份、还有几份"),
    click.option("--failed", is_flag=True, help="只重做上一次没有做成的"),
    click.option("--dry-run", is_flag=True, help="只列出会写哪些文件，什么也不写，不编文号"),
    click.option("--merge", is_flag=True, help="再把 PDF 按种类各合成一个，带书签，便于打印；放在 合并 文件夹里"),
    click.option("--zip", is_flag=True, help="再把整套文件打成一个 zip，便于移交"),
    quiet_option,
)  # fmt: skip


def manner_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options on how a run is carried out; the command gets them as one `manner: Manner`."""

    @wraps(command)
    def folded(*args: Any, **given: Any) -> Any:
        manner = Manner(**{part.name: given.pop(part.name) for part in fields(Manner)})
        _check(manner, given.get("wanted", ""))
        return command(*args, manner=manner, **given)

    wrapped: Callable[..., Any] = folded
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _check(manner: Manner, wanted: str) -> None:
    if manner.jobs and manner.scheduler:
        raise click.UsageError("--jobs 和 --scheduler 不能一起用：用几个进程由集群的机器定")
    if manner.resume and manner.failed:
        raise click.UsageError("--resume 和 --failed 不能一起用：先接着做完，再重做没有做成的")
    if manner.merge and wanted in ("word", "excel"):
        raise click.UsageError(f"--merge 合的是 PDF，不能和 --format {wanted} 一起用")
