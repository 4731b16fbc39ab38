"""Times: medians of several turns, in which everybody has his go, so that a busy machine is busy for all."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Go:
    """Something to be measured: its name, what it does, how often in one turn."""

    name: str
    action: Callable[[], object]
    times: int = 1


def in_turn(
    goes: Iterable[Go], turns: int, *, warm_up: bool = True, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """The median duration of each in milliseconds, after one turn that is not counted (`warm_up`).

    `clock` may be that of the processor's time, for what is compared by itself: how busy the machine is does not count.
    """
    everybody = list(goes)
    taken: dict[str, list[float]] = {go.name: [] for go in everybody}
    for turn in range(-warm_up, turns):
        for go in everybody:
            start = clock()
            for _ in range(go.times):
                go.action()
            if turn >= 0:
                taken[go.name].append((clock() - start) * 1000 / go.times)
    return {name: statistics.median(times) for name, times in taken.items()}


def median_ms(action: Callable[[], object], times: int) -> float:
    """The median duration of `times` runs in milliseconds, after one run that is not counted."""
    return in_turn([Go("", action)], times)[""]


def exponent(sizes: Iterable[float], times: Iterable[float]) -> float:
    """How time grows with size: 1 is linear, 2 quadratic (the slope of the logarithms, least squares)."""
    across, up = [log(size) for size in sizes], [log(value) for value in times]
    middle, height = statistics.mean(across), statistics.mean(up)
    slope = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return slope / sum((x - middle) ** 2 for x in across)


@dataclass(frozen=True)
class Run:
    """A child process: how long it took, the most memory it and the largest of its own children had, what it said.

    `processor` is the time that a processor worked for it, its start included: a busy machine changes it less.
    """

    seconds: float
    megabytes: float
    out: str
    workers_megabytes: float = 0.0
    processor: float = 0.0


def in_a_child(code: str, *arguments: str) -> Run:
    """Run Python code in a process of its own; its start is not counted."""
    timed = (
        "import time as _t, resource as _r, sys as _s\n_start = _t.perf_counter()\n"
        f"exec(compile({code!r}, 'child', 'exec'))\n"
        "_most = [_r.getrusage(_who).ru_maxrss for _who in (_r.RUSAGE_SELF, _r.RUSAGE_CHILDREN)]\n"
        "print(_t.perf_counter() - _start, *_most, _t.process_time(), file=_s.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", timed, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    seconds, own, children, processor = done.stderr.split()[-4:]
    return Run(float(seconds), int(own) / 1024, done.stdout, int(children) / 1024, float(processor))
