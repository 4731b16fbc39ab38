"""PDF: the example's Word files, one of each kind, converted by us and by LibreOffice, in turn.

Ours in one warm process with either writer; LibreOffice with all files in one call, as its users do it in bulk, and
with one call for each file. All of them use one core.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.clock import Go, in_turn
from benchmarks.example import example_kinds
from benchmarks.table import show, times
from docgen import filling
from docgen.pdf.convert import convert
from docgen.pdf.wish import Engine, PdfWish

_TURNS = 3
_LIMIT = 600  # seconds that LibreOffice may take
OFFICE = "LibreOffice, one call"
OFFICE_EACH = "LibreOffice, a call a file"


def main() -> None:
    """Print the medians and their ratios; without LibreOffice only ours."""
    documents = word_files()
    pages = sum(convert(data).page_count for data in documents)
    with tempfile.TemporaryDirectory() as name:
        direct, weasyprint = (_go(documents, engine) for engine in (Engine.DIRECT, Engine.WEASYPRINT))
        at_once, *one_by_one = _office_goes(Path(name), documents) or [None]
        found = in_turn([direct, *([at_once] if at_once else [])], _TURNS)
        found |= in_turn([weasyprint, *one_by_one], 1, warm_up=False)  # minutes, where the machine is slow
    peer = found.get(OFFICE)
    rows = [
        (name, taken, taken / len(documents), taken / pages, times(peer / taken) if peer else "—")
        for name, taken in found.items()
    ]
    heads = ("", "ms", "ms a file", "ms a page", "as fast as LibreOffice in one call")
    show(f"PDF: {len(documents)} Word files of {pages} pages", heads, rows)
    if peer is None:
        print("  no LibreOffice here to compare with")


def word_files() -> list[bytes]:
    """One document of each kind."""
    return [filling.filled(item, filling.read_template(item.template)).word for item in example_kinds().values()]


def _go(documents: Sequence[bytes], engine: Engine) -> Go:
    def action() -> None:
        for data in documents:
            convert(data, wish=PdfWish(engine=engine))

    return Go(engine, action)


def _office_goes(folder: Path, documents: Sequence[bytes]) -> list[Go]:
    """LibreOffice on the same files, in one call and one by one; nothing where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return []
    paths = [folder / f"{number}.docx" for number in range(len(documents))]
    for path, data in zip(paths, documents, strict=True):
        path.write_bytes(data)
    call = partial(office_call, office, folder)
    return [Go(OFFICE, partial(call, paths)), Go(OFFICE_EACH, lambda: [call([path]) for path in paths])]


def office_call(office: str, folder: Path, paths: Sequence[Path]) -> None:
    """Convert files with LibreOffice, in a profile of its own."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    subprocess.run([*one_core, *command], capture_output=True, check=True, timeout=_LIMIT)


if __name__ == "__main__":
    main()
