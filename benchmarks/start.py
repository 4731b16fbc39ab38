"""Start-up: `docgen --help` against a bare Python that imports click."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.clock import median_ms


def main() -> None:
    """Print the medians and their ratio."""
    help_page = median_ms(lambda: _run("from docgen.cli.main import main; main(['--help'])"), 9)
    bare = median_ms(lambda: _run("import click"), 9)
    print(f"docgen --help {help_page:.0f} ms; python with click {bare:.0f} ms ({help_page / bare:.2f}x)")


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
