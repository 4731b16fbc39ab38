"""LibreOffice opens the .docx files and comes to as many pages as our PDF has."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from accept_build import Built

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine"),
]


@pytest.fixture(scope="module")
def theirs(xx: Built, example: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both demonstrations as LibreOffice prints them, in one run with a profile of its own."""
    folder = tmp_path_factory.mktemp("libreoffice")
    names = {"xx": xx.word, "example": example.word}
    for name, word in names.items():
        shutil.copy(word, folder / f"{name}.docx")
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
            *(str(folder / f"{name}.docx") for name in names),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: folder / "out" / f"{name}.pdf" for name in names}


@pytest.mark.parametrize("name", ["xx", "example"])
def test_libreoffice_comes_to_the_same_number_of_pages(
    name: str, theirs: dict[str, Path], request: pytest.FixtureRequest
) -> None:
    ours: Built = request.getfixturevalue(name)
    assert page_count(theirs[name]) == page_count(ours.pdf)


@pytest.mark.parametrize("name", ["xx", "example"])
def test_libreoffice_sets_the_documents_in_no_font_of_another_writing(name: str, theirs: dict[str, Path]) -> None:
    """No face of a 黑 or Latin family steps in unseen: everything LibreOffice embeds is a face for Chinese."""
    import pdfplumber

    with pdfplumber.open(theirs[name]) as pdf:
        used = {char["fontname"].split("+")[-1] for page in pdf.pages for char in page.chars if char["text"] > "\u3000"}
    assert used
    assert all(
        any(kind in font for kind in ("Fandol", "CJK", "FangSong", "SimSun", "SimHei", "Kai", "GB2312", "WenKai", "FZ"))
        for font in used
    ), used


def page_count(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
