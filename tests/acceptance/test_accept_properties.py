"""What the files say about themselves: title, language, outline, fonts, dates."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import docx
import pdfplumber
import pypdfium2
import pytest
from accept_build import Built
from accept_pages import sheets
from pdfminer.pdftypes import resolve1

XX_TITLE = "XX县2024年脱贫攻坚挂牌督战工作实施方案"
EXAMPLE_TITLE = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"


def headings(built: Built) -> list[tuple[int, str]]:
    """Level (from 0) and text of the .docx's paragraphs with an outline level; attachments' titles stand on top."""
    found = []
    for paragraph in docx.Document(str(built.word)).paragraphs:
        text = re.sub(r"\s", "", paragraph.text)
        level = {"附件标题": 0, "Heading 1": 0, "Heading 2": 1, "自成一段的二级标题": 1}.get(paragraph.style.name)
        if level is not None and text:
            found.append((level, text))
    return found


def bookmarks(pdf: Path) -> list[tuple[int, str, int]]:
    """Level, label and page (from 1) of the outline."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(item.level, item.get_title(), item.get_dest().get_index() + 1) for item in document.get_toc()]
    finally:
        document.close()


@pytest.mark.parametrize(
    "name, title, author", [("xx", XX_TITLE, ""), ("example", EXAMPLE_TITLE, "云岭县精准扶贫工作领导小组")]
)
def test_title_author_and_language_stand_in_both_files(
    name: str, title: str, author: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(name)
    assert [built.word.name, built.pdf.name] == [f"{title}.docx", f"{title}.pdf"]
    core = docx.Document(str(built.word)).core_properties
    assert (core.title, core.author, core.language) == (title, author, "zh-CN")
    with pdfplumber.open(built.pdf) as pdf:
        assert pdf.metadata["Title"] == title
        assert pdf.metadata.get("Author", "") == author
        language = pdf.doc.catalog["Lang"]
        assert (language.decode() if isinstance(language, bytes) else language) == "zh-CN"


def test_dates_of_the_files_come_from_the_data_and_not_from_the_clock(example: Built) -> None:
    core = docx.Document(str(example.word)).core_properties
    day = datetime(2024, 2, 26, tzinfo=UTC).date()
    assert core.created is not None
    assert (core.created.date(), core.modified.date()) == (day, day)
    with pdfplumber.open(example.pdf) as pdf:
        assert pdf.metadata["CreationDate"].startswith("D:20240226")


@pytest.mark.parametrize("name", ["xx", "example"])
def test_the_outline_holds_the_headings_in_order_with_their_levels_and_pages(
    name: str, request: pytest.FixtureRequest
) -> None:
    built: Built = request.getfixturevalue(name)
    shown = [(level, re.sub(r"\s", "", label)) for level, label, _ in bookmarks(built.pdf)]
    wanted = headings(built)
    assert len(wanted) == {"xx": 7 + 2 + 7 + 3, "example": 7 + 2 + 7 + 3 + 3}[name]
    assert shown == wanted
    for _, label, page in bookmarks(built.pdf):
        said = "".join(line.said for line in sheets(built.pdf)[page - 1].body)
        assert re.sub(r"\s", "", label)[:12] in said, label


@pytest.mark.parametrize("name", ["xx", "example"])
def test_every_font_is_embedded_and_cut_down_to_the_characters_used(name: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(name)
    fonts = {}
    with pdfplumber.open(built.pdf) as pdf:
        for page in pdf.pages:
            for font in resolve1(page.page_obj.resources["Font"]).values():
                for descendant in resolve1(resolve1(font)["DescendantFonts"]):
                    plain = resolve1(descendant)
                    descriptor = resolve1(plain["FontDescriptor"])
                    fonts[str(plain["BaseFont"])] = any(f"FontFile{end}" in descriptor for end in ("", "2", "3"))
    assert len(fonts) == 5
    assert set(fonts.values()) == {True}
    assert all(re.search(r"[A-Z]{6}\+", font) for font in fonts), fonts
    assert built.pdf.stat().st_size < 1_200_000
