"""Fuzz: mutated workbooks, YAML, JSON, CSV, templates and Word files through docgen's own commands.

`python -m benchmarks.fuzz --cases 5000 --seed 1 [--jobs 2] [--keep DIR]` prints how they ended and the numbers of those
that ended badly; `--only 17,23` runs these alone, `--keep` saves the folders of bad cases.
"""

from __future__ import annotations

import argparse
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.fuzzing.cases import case
from benchmarks.fuzzing.judge import BAD, Ending

PATIENCE = 600.0
"""Seconds that a child may be silent. A case that computes without end is stopped long before by its processor time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended."""

    number: int
    kind: str
    how: str
    ending: Ending
    about: str = ""
    seconds: float = 0.0


def run(cases: int, seed: int, jobs: int = 1, keep: Path | None = None, only: Sequence[int] = ()) -> list[Outcome]:
    """Run the cases in so many children at a time."""
    with tempfile.TemporaryDirectory(prefix="docgen-fuzz-", ignore_cleanup_errors=True) as name:
        root = Path(name)
        (root / "cache").mkdir()
        ranges = [(number, number + 1, 1) for number in only] or [(first, cases, jobs) for first in range(jobs)]

        def part(limits: tuple[int, int, int]) -> list[Outcome]:
            return list(_outcomes(root, seed, *limits, keep=keep))

        with ThreadPoolExecutor(jobs) as pool:
            return sorted((item for found in pool.map(part, ranges) for item in found), key=lambda item: item.number)


def _outcomes(root: Path, seed: int, first: int, last: int, step: int, *, keep: Path | None) -> Iterator[Outcome]:
    """The outcomes of one row of children: where one dies or hangs, the next takes over behind that case."""
    at = first
    while at < last:
        started = at
        for answer in _answers(root, seed, at, last, step):
            if "start" in answer:
                started = answer["start"]
                continue
            found = Outcome(**{**answer, "ending": Ending(answer["ending"])})
            _put_away(root / str(found.number), found, keep)
            yield found
            at = found.number + step
            if "died" in answer.get("about", ""):
                break
        if at <= started:
            at = started + step


def _answers(root: Path, seed: int, first: int, last: int, step: int) -> Iterator[dict[str, object]]:
    """What a child says, and at last how it died if it did."""
    call = [sys.executable, "-m", "benchmarks.fuzzing.child", str(root), *map(str, (seed, first, last, step))]
    environment = os.environ | {"XDG_CACHE_HOME": str(root / "cache"), "PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=Path(__file__).parents[1]
    ) as child:
        assert child.stdout is not None
        number, silent, stray = first, False, list[str]()
        for line in _lines(child):
            if line is None:
                silent = True
                child.kill()
                break
            answer = read_answer(line, stray)
            if answer is not None:
                number = answer.get("start", number)
                yield answer
        code = child.wait()
        assert child.stderr is not None
        if code or silent:
            said = child.stderr.read().decode("utf-8", "replace")[-400:]
            died = case(seed, number)
            ending = (
                Ending.HANG
                if silent or code == -signal.SIGPROF
                else Ending.MEMORY
                if "MemoryError" in said
                else Ending.TRACEBACK
            )
            about = f"died ({code}): {said}"
            yield {"number": number, "kind": died.kind, "how": died.how, "ending": ending, "about": about}


def read_answer(line: bytes, stray: list[str]) -> dict[str, Any] | None:
    """What a child says in a line; None for words of a library on stdout, where `--json` is to be alone.

    Those are kept in `stray`, and make the ending of their case a bad one.
    """
    if not line.startswith(b"{"):
        stray.append(line.decode("utf-8", "replace"))
        return None
    answer: dict[str, Any] = json.loads(line)
    if stray and "start" not in answer:
        answer |= {"ending": Ending.OUTSIDE, "about": f"on stdout: {stray[0][:200]}"}
        stray.clear()
    return answer


def _lines(child: subprocess.Popen[bytes]) -> Iterator[bytes | None]:
    """The lines of a child; None once it has been silent for too long."""
    assert child.stdout is not None
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        rest = b""
        while True:
            if not selector.select(PATIENCE):
                yield None
                return
            piece = os.read(child.stdout.fileno(), 65536)
            if not piece:
                return
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole


def _put_away(folder: Path, outcome: Outcome, keep: Path | None) -> None:
    if keep is not None and outcome.ending in BAD and folder.is_dir():
        goal = keep / f"{outcome.number}-{outcome.ending.replace(' ', '-')}"
        shutil.copytree(folder, goal, dirs_exist_ok=True)
        (goal / "about.txt").write_text(f"{outcome}\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)


def table(outcomes: Sequence[Outcome]) -> str:
    """The counts by kind of file, a column for each ending."""
    kinds = sorted({item.kind for item in outcomes})
    counts = Counter((item.kind, item.ending) for item in outcomes)
    rows = [("", "cases", *Ending)]
    for kind in kinds:
        row = [counts[kind, ending] for ending in Ending]
        rows.append((kind, str(sum(row)), *map(str, row)))
    every = Counter(item.ending for item in outcomes)
    rows.append(("all", str(len(outcomes)), *(str(every[ending]) for ending in Ending)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(text.rjust(width) for text, width in zip(row, widths, strict=True)) for row in rows)


def main() -> int:
    """Run, print the table and the bad cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    begun = time.monotonic()
    only = [int(number) for number in given.only.split(",") if number]
    outcomes = run(given.cases, given.seed, given.jobs, given.keep, only)
    print(table(outcomes))
    bad = [item for item in outcomes if item.ending in BAD]
    for item in bad:
        print(f"seed {given.seed} case {item.number} ({item.kind}, {item.how}): {item.ending}: {item.about[-400:]}")
    print(f"{len(outcomes)} cases in {time.monotonic() - begun:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
