"""A campaign of several townships, and runs in processes of their own that are stopped on the way."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from cli_runs import small_campaign
from running import LIMIT, running

from docgen.batch import worker
from docgen.documents.composed import Composed
from docgen.errors import TemplateError
from docgen.filling import Filled, Template

TOWNS = [f"{char}山镇" for char in "青白红黄黑金银铜铁石"]


def towns(folder: Path, count: int = 3, change: Callable[[dict[str, Any]], None] = lambda _: None) -> Path:
    """The small campaign with that many townships."""

    def more(data: dict[str, Any]) -> None:
        data["乡镇"] = [{"名称": name, "类别": "镇"} for name in TOWNS[:count]]
        change(data)

    return small_campaign(folder, more)


def fail(
    monkeypatch: pytest.MonkeyPatch, *units: str, reason: str = "模板填不进去", error: BaseException | None = None
) -> None:
    """Let the documents of some townships fail, or the making of them end in `error`."""
    real = worker.filled

    def failing(composed: Composed, template: Template) -> Filled:
        if composed.unit in units:
            raise error or TemplateError(reason, "改模板")
        return real(composed, template)

    monkeypatch.setattr(worker, "filled", failing)


def started(*arguments: object, before: str = "") -> AbstractContextManager[subprocess.Popen[str]]:
    """`docgen` in a process of its own, running; `before`: statements that it runs first."""
    code = f"{before}\nfrom docgen.cli.main import run; run()"
    return running([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


_SIGNAL_ITSELF = """
import os
real, left = os.replace, [{after}]
def replace(*names):
    real(*names)
    left[0] -= not os.path.basename(names[1]).startswith(".")
    if left[0] == 0:
        left[0] = -1
        os.kill({process}, {how:d})
os.replace = replace
"""


def signalling(after: int, how: signal.Signals, process: int | None = None) -> str:
    """What makes a run send a signal, to itself or to another process, as soon as so many files have taken their place.

    From outside nobody could hit that moment on a machine that is busy with other things.
    """
    return _SIGNAL_ITSELF.format(after=after, how=how, process=process or "os.getpid()")


def stopped(arguments: Sequence[object], after: int, how: signal.Signals) -> tuple[int, str, str]:
    """A run that gets a signal as soon as it has put so many files in their place; exit code and what was said."""
    with started(*arguments, before=signalling(after, how)) as process:
        said, told = process.communicate(timeout=LIMIT)
    return process.returncode, said, told


def documents(folder: Path) -> dict[str, bytes]:
    """The files for the user: everything but what docgen keeps for itself."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def manifest(folder: Path) -> dict[str, Any]:
    """What docgen keeps for itself, without the times."""
    found: dict[str, Any] = json.loads((folder / ".docgen.json").read_text(encoding="utf-8"))
    for entry in found["documents"].values():
        entry.pop("when")
    return found
