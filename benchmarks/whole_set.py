"""The whole set: `docgen all data/example`, and the same documents by docxtpl and one call of LibreOffice, in turn.

The peer gets the documents composed and only renders and converts them; ours reads, checks, derives, composes, numbers,
lists and reads everything again as well. Each in a process of its own, from its start.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from benchmarks.clock import Run, in_a_child
from benchmarks.example import example_documents
from benchmarks.pdf import office_call
from benchmarks.table import show, times
from docgen import assets

_OURS = """
import sys
from docgen.cli.main import run
sys.argv = ["docgen", "all", sys.argv[1], "-o", sys.argv[2], "--format", sys.argv[3], "--quiet"]
try:
    run()
except SystemExit as end:
    assert not end.code, end.code
"""
_PEER = """
import pickle, sys
from pathlib import Path
from benchmarks.word_engine import by_docxtpl
from docgen.filling import read_template
for number, (template, context) in enumerate(pickle.loads(Path(sys.argv[1]).read_bytes())):
    by_docxtpl(read_template(template).data, context, Path(sys.argv[2]) / f"{number}.docx")
"""


def main() -> None:
    """Print the times, their ratio, and the most memory."""
    documents = example_documents()
    office = shutil.which("soffice")
    rows = []
    for formats, told in (("word", "Word"), ("both", "Word and PDF")):
        if formats == "both" and office is None:
            print("  no LibreOffice here to compare with")
            continue
        ours, theirs = _ours(formats), _theirs(office if formats == "both" else None)
        most = max(ours.megabytes, ours.workers_megabytes)
        rows.append((told, theirs, ours.seconds, times(theirs / ours.seconds), most))
    heads = ("", "docxtpl (+ LibreOffice), s", "docgen all, s", "", "MB, largest process")
    show(f"The whole set of data/example: {len(documents)} documents", heads, rows)


def _ours(formats: str) -> Run:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(assets.folder("data") / "example", folder / "data")
        return in_a_child(_OURS, str(folder / "data"), str(folder / "output"), formats)


def _theirs(office: str | None) -> float:
    """Seconds for the Word files, and for the PDFs where there is a program for them."""
    import pickle
    import time

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "contexts").write_bytes(pickle.dumps([(item.template, item.context) for item in example_documents()]))
        start = time.perf_counter()
        in_a_child(_PEER, str(folder / "contexts"), name)
        if office:
            office_call(office, folder, sorted(folder.glob("*.docx")))
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
