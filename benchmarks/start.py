"""Start-up: `docgen --help` against a bare Python that imports click, in turn."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from benchmarks.clock import Go, in_turn
from benchmarks.table import show, times


def main() -> None:
    """Print the medians and their ratio."""
    page, bare = "docgen --help", "python, import click"
    code = {page: "from docgen.cli.main import main; main(['--help'])", bare: "import click"}
    found = in_turn([Go(name, partial(_run, text)) for name, text in code.items()], 9)
    rows = [(name, taken, times(taken / found[bare])) for name, taken in found.items()]
    show("Start-up", ("", "ms", ""), rows)


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)


if __name__ == "__main__":
    main()
