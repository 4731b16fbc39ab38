"""Medians of several runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


def median_ms(action: Callable[[], object], times: int) -> float:
    """The median duration of `times` runs in milliseconds, after one run that is not counted."""
    action()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


@dataclass(frozen=True)
class Run:
    """A child process: how long it took, the most memory it had, what it printed."""

    seconds: float
    megabytes: float
    out: str


def in_a_child(code: str, *arguments: str) -> Run:
    """Run Python code in a process of its own; its start is not counted."""
    timed = (
        "import time as _t, resource as _r, sys as _s\n_start = _t.perf_counter()\n"
        f"exec(compile({code!r}, 'child', 'exec'))\n"
        "print(_t.perf_counter() - _start, _r.getrusage(_r.RUSAGE_SELF).ru_maxrss, file=_s.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", timed, *arguments], capture_output=True, text=True, check=True)
    seconds, kilobytes = done.stderr.split()[-2:]
    return Run(float(seconds), int(kilobytes) / 1024, done.stdout)
