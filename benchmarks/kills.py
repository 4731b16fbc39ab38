"""Kills: a batch is killed at random moments, again and again, then resumed; nothing may be lost, half or other.

Each turn kills the run (SIGKILL, as when memory runs out) a random moment after a random number of its files stands,
looks at every file, resumes, and holds the folder against an undisturbed run's. Only kills that hit count: a run that
was over before is no kill and is tried again. Moments are chosen by files, not by the clock: a loaded machine bends it.
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen import assets

_TURNS = 20
_MOST_TRIES = 60
_SEED = 20240226


@dataclass(frozen=True)
class Turn:
    """One kill: how many files stood of how many, what was wrong afterwards (nothing, it is hoped)."""

    stood: int
    whole: int
    wrong: tuple[str, ...]


def main() -> None:
    """Kill 20 runs and print a line for each; exit 1 when anything was wrong, or too few could be hit."""
    with tempfile.TemporaryDirectory(prefix="docgen-kills-") as folder:
        turns, missed = _turns(Path(folder))
    print(f"{'files stood':>14}  wrong after --resume")
    for turn in turns:
        print(f"{turn.stood:>6} of {turn.whole:>4}  {'、'.join(turn.wrong) or '–'}")
    faults = sum(bool(turn.wrong) for turn in turns)
    print(f"{len(turns)} kills of a running batch, {faults} with a fault; {missed} runs were over before: not counted")
    if faults or len(turns) < _TURNS:
        sys.exit(1)


def _turns(folder: Path) -> tuple[list[Turn], int]:
    """The kills that hit, and how many did not."""
    reference = folder / "undisturbed"
    _run(reference).wait()
    count, chance = len(_files(reference)), random.Random(_SEED)
    turns: list[Turn] = []
    for number in range(_MOST_TRIES):
        if len(turns) == _TURNS:
            return turns, number - len(turns)
        turn = _turn(folder / str(number), reference, chance.randint(0, count - 2), chance.uniform(0, 0.2))
        turns += [turn] if turn else []
    return turns, _MOST_TRIES - len(turns)


def _killed(out: Path, files: int, later: float) -> bool:
    """Kill a run when so many files stand and a moment has passed; False when it was over before."""
    process = _run(out)
    while process.poll() is None and sum(not path.name.startswith(".") for path in out.glob("*/*/*")) < files:
        time.sleep(0.002)
    time.sleep(later)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def _turn(out: Path, reference: Path, files: int, later: float) -> Turn | None:
    """One kill and what came of it; None when it hit nothing."""
    if not _killed(out, files, later):
        return None
    whole, standing = _files(reference), _files(out)
    wrong = [f"half or other: {name}" for name, data in standing.items() if whole.get(name) != data]
    code = _run(out, "--resume").wait()
    wrong += [f"exit {code}"] if code else []
    resumed = _files(out)
    wrong += [f"missing: {name}" for name in whole.keys() - resumed.keys()]
    wrong += [f"too much: {name}" for name in resumed.keys() - whole.keys()]
    wrong += [f"other: {name}" for name in whole.keys() & resumed.keys() if whole[name] != resumed[name]]
    wrong += ["manifest"] if _manifest(out) != _manifest(reference) else []
    wrong += [f"left behind: {path.name}" for path in out.rglob(".*") if path.name != ".docgen.json"]
    return Turn(len(standing), len(whole), tuple(wrong))


def _run(out: Path, *options: str) -> subprocess.Popen[bytes]:
    """A month of the example: enough documents to be hit in the middle."""
    data = assets.folder("data") / "example"
    command = ["all", str(data), "--month", "2024-04", "-o", str(out), "--jobs", "2", "--quiet", *options]
    return subprocess.Popen(
        [sys.executable, "-c", "from docgen.cli.main import run; run()", *command], stderr=subprocess.DEVNULL
    )


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _manifest(folder: Path) -> Any:
    """The manifest without its times."""
    found = json.loads((folder / ".docgen.json").read_text(encoding="utf-8"))
    for entry in found["documents"].values():
        entry.pop("when")
    return found


if __name__ == "__main__":
    main()
