"""A campaign of several townships, and runs in processes of their own that are stopped on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cli_runs import small_campaign

TOWNS = [f"{char}山镇" for char in "青白红黄黑金银铜铁石"]


def towns(folder: Path, count: int = 3, change: Callable[[dict[str, Any]], None] = lambda _: None) -> Path:
    """The small campaign with that many townships."""

    def more(data: dict[str, Any]) -> None:
        data["乡镇"] = [{"名称": name, "类别": "镇"} for name in TOWNS[:count]]
        change(data)

    return small_campaign(folder, more)


def started(*arguments: object) -> subprocess.Popen[str]:
    """`docgen` in a process of its own, running."""
    return subprocess.Popen(
        [sys.executable, "-c", "from docgen.cli.main import run; run()", *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def stopped(arguments: Sequence[object], out: Path, after: int, how: signal.Signals) -> tuple[int, str, str]:
    """Send a signal as soon as so many files stand; exit code and what was said."""
    with started(*arguments) as process:
        until = time.monotonic() + 60
        while len(documents(out)) < after and process.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        os.kill(process.pid, how)
        said, told = process.communicate(timeout=60)
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
