"""Many: the plans of 200 and of 2,000 townships through the batch, with time and memory; Word only, and with PDFs.

The plans of the example's townships, each under a name of its own, composed one by one as the batch asks for them.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.clock import Run, in_a_child
from benchmarks.table import show

FEW, MANY = 200, 2000

_CHILD = """
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from benchmarks.example import example_documents
from docgen.cli.carrying import carry
from docgen.cli.manner import Manner
from docgen.cli.order import Order, wanted_documents

def renamed(value, old, new):
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, dict):
        return {key: renamed(item, old, new) for key, item in value.items()}
    return [renamed(item, old, new) for item in value] if isinstance(value, list) else value

def plans(count):
    known = [item for item in example_documents() if item.template == "township_plan"]
    for number, item in enumerate(islice(cycle(known), count), 1):
        name = f"第{number}{item.unit}"
        stem = f"{item.stem or item.name}{number}"
        yield replace(item, unit=name, stem=stem, context=renamed(item.context, item.unit, name))

if __name__ == "__main__":
    order = Order(Path(sys.argv[1]), sys.argv[2], manner=Manner(quiet=True))
    start = time.perf_counter()
    done = carry(wanted_documents(plans(int(sys.argv[3])), order), order)
    print(sum(item.error is None for item in done.done), time.perf_counter() - start)
"""


def main() -> None:
    """Print both tables and how memory and time grow."""
    for formats, told in (("word", "Word only"), ("both", "Word and PDF")):
        runs = {count: _run(formats, count) for count in (FEW, MANY)}
        rows = [
            (count, run.seconds, run.seconds / count * 1000, run.megabytes, run.workers_megabytes)
            for count, run in runs.items()
        ]
        show(f"Township plans, {told}", ("plans", "seconds", "ms a plan", "MB", "MB, largest worker"), rows)
        few, many = runs[FEW], runs[MANY]
        print(f"  ten times as many: {many.seconds / few.seconds:.1f} times the time, ", end="")
        print(f"{many.megabytes / few.megabytes:.2f} times the memory")


def _run(formats: str, count: int) -> Run:
    with tempfile.TemporaryDirectory() as name:
        run = in_a_child(_CHILD, str(Path(name) / "output"), formats, str(count))
    made, seconds = run.out.split()
    assert int(made) == count, run.out
    return replace(run, seconds=float(seconds))


if __name__ == "__main__":
    main()
