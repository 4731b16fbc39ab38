"""Fidelity: our PDF against LibreOffice's of the same Word file with the same fonts.

`python -m benchmarks.fidelity [folder …] [--only own|corpus] [--sample N] [--keep DIR] [--json FILE] [--worst N]`
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fidelity_cases import CORPUS, OWN, Case, corpus_cases, folder_cases, own_cases
from benchmarks.fidelity_lines import read_pdf
from benchmarks.fidelity_office import is_installed, office_pdfs
from benchmarks.fidelity_pictures import worst_pages, write_pictures
from benchmarks.fidelity_probe import FILES, Findings, findings
from benchmarks.fidelity_refused import refusals
from benchmarks.fidelity_report import as_json, lines_of, time_line, total_lines, warning_lines
from benchmarks.fidelity_results import Bench, Result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 when a file ended in a traceback or a refusal was not clear."""
    asked = _parser().parse_args(arguments)
    if not is_installed():
        print("LibreOffice (soffice) is not installed: there is nothing to compare with", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="fidelity-") as temporary:
        folder = asked.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        clear = _print_refusals()
        bench = Bench(folder, asked.jobs, _probed(folder))
        results = bench.results(_cases(asked, folder))
        _print(results, bench)
        if asked.json:
            asked.json.write_text(json.dumps(as_json(results, bench.times), ensure_ascii=False, indent=1), "utf-8")
        if asked.keep:
            _keep(results, folder)
        if asked.worst and asked.keep:
            for path in write_pictures(worst_pages(results, asked.worst), folder / "worst"):
                print(path)
    return 0 if clear and not any(result.as_is.ours.crash or result.followed.ours.crash for result in results) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fidelity", description=__doc__)
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="folder", help="compare the .docx files of a folder too"
    )
    parser.add_argument("--only", choices=("own", "corpus", "folders"), help="leave the other groups out")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only N of our own documents, evenly taken")
    parser.add_argument(
        "--match", default="", metavar="TEXT", help="only files whose name matches (regular expression)"
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the Word files and both PDFs of each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything that was measured")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="pictures of the N worst pages; needs --keep")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="our conversions at a time")
    return parser


def _cases(asked: argparse.Namespace, folder: Path) -> list[Case]:
    cases: list[Case] = []
    if asked.only in (None, "own"):
        cases += own_cases(folder, asked.sample)
    if asked.only in (None, "corpus"):
        cases += corpus_cases()
    for wanted in asked.folders:
        cases += folder_cases(wanted)
    return [case for case in cases if re.search(asked.match, case.name)]


def _probed(folder: Path) -> Findings:
    """How the LibreOffice of this machine reads the two settings; printed."""
    run = office_pdfs(FILES, (), folder)
    found = findings({name: read_pdf(pdf) for name, pdf in run.pdfs.items()})
    print("Settings as LibreOffice reads them (a probe of this run):")
    for line in found.lines():
        print(f"  {line}")
    return found


def _print_refusals() -> bool:
    print("Files that cannot be converted:")
    clear = True
    for name, said, is_clear in refusals():
        print(f"  {'' if is_clear else 'NOT CLEAR '}{name}: {said}")
        clear = clear and is_clear
    return clear


def _print(results: Sequence[Result], bench: Bench) -> None:
    counted = [result for result in results if not result.apart]
    groups = list(dict.fromkeys([OWN, CORPUS, *(result.case.group for result in results)]))
    for group in groups:
        own = [result for result in counted if result.case.group == group]
        if own:
            print(f"\n{group}, worst first")
            print(*lines_of(own), sep="\n")
    apart = [result for result in results if result.apart]
    if apart:
        print("\nNot counted: LibreOffice is no reference for Word here")
        print(*lines_of(apart), sep="\n")
        print(*(f"  {result.case.name}: {result.apart}" for result in apart), sep="\n")
    print("\nFeatures warned about (files)")
    print(*warning_lines(results), sep="\n")
    print()
    for group in groups:
        own = [result for result in counted if result.case.group == group]
        if own:
            print(*total_lines(group, own), sep="\n")
    print(time_line(bench.times))


def _keep(results: Sequence[Result], folder: Path) -> None:
    """Each file with both PDFs, as they were compared with the settings that LibreOffice can follow."""
    for result in results:
        target = folder / re.sub(r"\W+", "-", result.case.group) / Path(result.case.name).with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        for end, data in (
            (".docx", result.case.docx),
            (".ours.pdf", result.followed.ours.pdf),
            (".lo.pdf", result.followed.theirs),
        ):
            if data is not None:
                target.with_name(target.name + end).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
