"""LibreOffice, one run for many files, with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from benchmarks.fidelity_settings import Changes, followed
from docgen.pdf.convert import convert

SOFFICE = shutil.which("soffice")
needs_libreoffice = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine"),
]


def printed(words: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """Name → the PDF that LibreOffice makes of a Word file."""
    for name, path in words.items():
        shutil.copy(path, folder / f"{name}.docx")
    assert SOFFICE is not None
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder / "out"),
            *(str(folder / f"{name}.docx") for name in words),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: folder / "out" / f"{name}.pdf" for name in words}


def followed_counts(words: Mapping[str, Path], folder: Path) -> dict[str, tuple[int, int]]:
    """Name → pages of our PDF and of LibreOffice's, both made of copies whose settings LibreOffice can follow.

    As the files are, its lines hold more: it lets marks hang that may not, and so at times needs a page less.
    """
    ours, copies = {}, {}
    for name, path in words.items():
        word = path.read_bytes()
        ours[name] = convert(followed(word, Changes(gaps_on=True, keep_whole=True))).page_count
        copies[name] = folder / f"{name}-copy.docx"
        copies[name].write_bytes(followed(word, Changes(turn_overflow=True, gaps_on=True, keep_whole=True)))
    return {name: (ours[name], page_count(path)) for name, path in printed(copies, folder).items()}


def page_count(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
