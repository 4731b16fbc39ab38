"""Every document of a month: LibreOffice comes to as many pages, and no signature stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from accept_libreoffice import SOFFICE, page_count, printed
from accept_set import MONTH, MonthSet, month_set

DATE = re.compile(r"2024年\d+月\d+日")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MonthSet:
    return month_set(tmp_path_factory)


def pdfs(made: MonthSet) -> Iterator[Path]:
    yield from sorted((made.folder / MONTH).rglob("*.pdf"))


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_libreoffice_comes_to_the_same_number_of_pages(
    made: MonthSet, tmp_path_factory: pytest.TempPathFactory
) -> None:
    words = {path.stem: path for path in sorted((made.folder / MONTH).rglob("*.docx"))}
    assert len(words) > 40
    theirs = printed(words, tmp_path_factory.mktemp("month"))
    ours = {name: page_count(path.with_suffix(".pdf")) for name, path in words.items()}
    counts = {name: (ours[name], page_count(path)) for name, path in theirs.items()}
    assert {name: pair for name, pair in counts.items() if pair[0] != pair[1]} == {}


def test_no_page_holds_only_a_signature(made: MonthSet) -> None:
    """7.3.5.5: the page of 署名 and 成文日期 shows body as well."""
    looked_at = 0
    for path in pdfs(made):
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                lines = [line for line in (page.extract_text() or "").splitlines() if line.strip("—- 0123456789")]
                dated = [index for index, line in enumerate(lines) if DATE.fullmatch(line.replace(" ", ""))]
                looked_at += bool(dated)
                assert not dated or dated[0] > 1, f"{path.name}: {lines}"
    assert looked_at > 20
