"""The pages of data/state-council: the notice alone on page 1, the opinion from page 2, each attachment on its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from accept_build import Built
from accept_guidance import STATE_COUNCIL, issued
from accept_pages import Sheet, face, sheets

from docgen import standard

SOFFICE = shutil.which("soffice")
LEFT, RIGHT = 28.0, 184.0  # edges of the 版心, mm
ZI = standard.SIZES["三号"].mm
RED = (1.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return issued(STATE_COUNCIL, tmp_path_factory.mktemp("state-council"))


@pytest.fixture(scope="module")
def pages(notice: Built) -> tuple[Sheet, ...]:
    return sheets(notice.pdf)


def test_each_part_begins_its_page(pages: tuple[Sheet, ...]) -> None:
    first = [page.body[0].said for page in pages]
    assert first[0] == "国务院扶贫开发领导小组文件"
    assert first[1] == "关于开展挂牌督战工作的指导意见"
    assert [index for index, line in enumerate(first) if line.startswith("附件")] == [5, 7]
    assert len(pages) == 8
    assert [page.number.said for page in pages] == [f"—{number}—" for number in range(1, 9)]


def test_the_first_page_has_the_red_head_and_the_whole_notice(pages: tuple[Sheet, ...]) -> None:
    said = [line.said for line in pages[0].body]
    assert said == [
        "国务院扶贫开发领导小组文件",
        "国开发〔2020〕2号",
        "国务院扶贫开发领导小组印发",
        "关于开展挂牌督战工作的指导意见的通知",
        "各省、自治区、直辖市和新疆生产建设兵团扶贫开发领导小组，",
        "国务院扶贫开发领导小组成员单位：",
        "现将《关于开展挂牌督战工作的指导意见》印发你们，请结",
        "合实际贯彻落实。",
        "2020年1月25日",
    ]
    assert pages[0].line("国务院扶贫开发领导小组文件").colors == (RED,)
    assert [bar for bar in pages[0].bars if bar.color == RED and bar.length == pytest.approx(156, abs=0.5)]


def test_the_date_stands_four_zi_from_the_right_below_the_place_of_a_seal(pages: tuple[Sheet, ...]) -> None:
    date, last = pages[0].line("2020年1月25日"), pages[0].line("合实际贯彻落实。")
    assert date.right == pytest.approx(RIGHT - 4 * ZI, abs=0.8)
    pitch = standard.LINE_PITCH.length.mm
    assert date.baseline - last.baseline == pytest.approx(4 * pitch, abs=0.2)


def test_levels_have_their_type_and_running_text_is_in_body_type(pages: tuple[Sheet, ...]) -> None:
    hei, kai, body = (face(name) for name in (standard.FONT_LEVEL_1, standard.FONT_LEVEL_2, standard.FONT_BODY))
    assert pages[1].line("一、督战目的").fonts == (hei,)
    assert pages[1].line("（一）义务教育").fonts == (kai,)
    assert pages[2].line("(三)易地扶贫搬迁").fonts == (kai,)
    assert pages[2].line("(一)国务院扶贫开发领导小组负责").fonts == (body,)
    assert pages[3].line("(一)加强组织领导").fonts == (kai, body)
    assert pages[5].line("一、广西壮族自治区(8个)").fonts == (hei,)


def test_the_numbers_of_the_attachments_stand_one_below_the_other(pages: tuple[Sheet, ...]) -> None:
    first, second = pages[4].line("附件:1."), pages[4].line("2.")
    assert first.left == pytest.approx(LEFT + 2 * ZI, abs=0.3)
    # 附件 and a colon half as wide stand before the first number.
    assert second.left - first.left == pytest.approx(2.5 * ZI, abs=0.7)
    assert second.right - first.right == pytest.approx(0, abs=0.3)


def test_the_columns_of_the_table_stand_below_their_heads(pages: tuple[Sheet, ...]) -> None:
    table = pages[7]
    texts = [line.said for line in table.body]
    assert texts[:3] == ["附件2", "脱贫攻坚挂牌督战村数量", "单位:个"]
    assert texts[-7:] == [
        "1113881025",
        "1广西壮族自治区48444",
        "2四川省29910289",
        "3贵州省606",
        "4云南省29274218",
        "5甘肃省1040104",
        "6新疆维吾尔自治区3640364",
    ]
    assert table.line("单位:个").right == pytest.approx(RIGHT, abs=0.5)


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_libreoffice_comes_to_as_many_pages(notice: Built, folder: Path) -> None:
    source = folder / "notice.docx"
    shutil.copy(notice.word, source)
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    document = pypdfium2.PdfDocument(source.with_suffix(".pdf"))
    try:
        assert len(document) == 8
    finally:
        document.close()
