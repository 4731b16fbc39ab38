"""LibreOffice opens the .docx files and comes to as many pages as our PDF has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accept_build import Built, Data, variant
from accept_libreoffice import needs_libreoffice, page_count, printed

pytestmark = needs_libreoffice


def settings(**values: str) -> Callable[[Data], None]:
    """Other values in 基本信息 or 文件设置, wherever the name belongs."""

    def change(data: Data) -> None:
        for name, value in values.items():
            form = name in data["文件设置"][0] or name in ("份号", "紧急程度")
            (data["文件设置"][0] if form else data["基本信息"])[name] = value

    return change


VARIANTS = {
    "turned last": settings(附件="任务分解表"),
    "upright then turned": settings(附件="督战村名单、包联安排表"),
    "all, turned last": settings(附件="督战村名单、包联安排表、任务分解表"),
    "turned last without imprint": settings(附件="任务分解表", 版头="无版头"),
    "preprinted, unsealed": settings(版头="套打", 署名="不盖章"),
    "seven signers": settings(行文方向="上行", 签发人="江一、何二、苏三、乔四、文五、石六、甘七"),
}
"""Not among them: a 版记 that has to move to a page of its own. LibreOffice 7.4 then drops the table's repeated head or
leaves pages with one row each, so its pages say nothing."""


@pytest.fixture(scope="module")
def ours(xx: Built, example: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Both demonstrations, and the forms that a document can have."""
    folder = tmp_path_factory.mktemp("variants")
    made = {name: variant(folder / str(number), change) for number, (name, change) in enumerate(VARIANTS.items())}
    return {"xx": xx, "example": example} | made


@pytest.fixture(scope="module")
def theirs(ours: dict[str, Built], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All of them as LibreOffice prints them, in one run with a profile of its own."""
    words = {name: built.word for name, built in ours.items()}
    return printed(words, tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.parametrize("name", ["xx", "example", *VARIANTS])
def test_libreoffice_comes_to_the_same_number_of_pages(
    name: str, ours: dict[str, Built], theirs: dict[str, Path]
) -> None:
    assert page_count(theirs[name]) == page_count(ours[name].pdf)


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
