"""LibreOffice, one run for many files, with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

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


def page_count(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
