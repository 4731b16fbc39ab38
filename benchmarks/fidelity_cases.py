"""Cases of the fidelity benchmark: own documents, the corpus, folders; each with its name and bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpus
from benchmarks.fidelity_apart import reason_apart

OWN, CORPUS, FOLDER = "own documents", "corpus", "folder"


@dataclass(frozen=True, slots=True)
class Case:
    """One document. `apart`: why LibreOffice is no reference for it."""

    group: str
    name: str
    docx: bytes
    apart: str = ""


def own_cases(folder: Path, sample: int = 0) -> list[Case]:
    """All documents of `docgen all data/example`, made in `folder`; `sample`: so many of them, evenly taken."""
    target = folder / "own"
    call = "from docgen.cli.main import run; run()"
    data = Path(__file__).parent.parent / "data" / "example"
    subprocess.run(
        [sys.executable, "-c", call, "all", str(data), "--format", "word", "-o", str(target)],
        check=True,
        capture_output=True,
    )
    return list(_of_folder(target, OWN, sample))


def corpus_cases() -> list[Case]:
    """The generated files."""
    return [Case(CORPUS, name, make(), reason_apart(name)) for name, make in corpus.cases().items()]


def folder_cases(folder: Path) -> list[Case]:
    """Every .docx below a folder."""
    return list(_of_folder(folder, f"{FOLDER} {folder.name}", 0))


def _of_folder(folder: Path, group: str, sample: int) -> Iterator[Case]:
    paths = sorted(path for path in folder.rglob("*.docx") if not path.name.startswith("~$"))
    for path in _evenly(paths, sample) if sample else paths:
        yield Case(group, path.relative_to(folder).as_posix(), path.read_bytes())


def _evenly(paths: Sequence[Path], count: int) -> list[Path]:
    if count >= len(paths):
        return list(paths)
    return [paths[number * len(paths) // count] for number in range(count)]
