"""Run the benchmarks: `make bench`, or some of them: `python -m benchmarks word_engine pdf`."""

import importlib
import sys

ALL = (
    "word_engine",
    "docxtpl_examples",
    "pdf",
    "growth",
    "whole_set",
    "many_plans",
    "intake",
    "start",
)
"""One module a claim; docs/benchmarks.md tells what each measures."""

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        importlib.import_module(f"benchmarks.{name}").main()
