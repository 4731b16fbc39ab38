"""Both writers paint the same pages: the same pictures, the same text."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from page_records import every_record, one_page, piece
from pdf_objects import Opened, shares_of_differing_pixels, texts
from typeset_documents import bulletin, ledger, pictured, receipt, record

from docgen.pdf import direct_writer, weasyprint_writer
from docgen.pdf.layout import lay_out
from docgen.pdf.pages import Line
from docgen.pdf.read import read
from docgen.pdf.writing import WriteOptions


def both(pages, **options):
    asked = WriteOptions(**options)
    return weasyprint_writer.written(pages, asked), direct_writer.written(pages, asked)


def test_every_kind_of_record_looks_the_same(machine_fonts):
    one, two = both(every_record(machine_fonts))
    assert one.notes == two.notes == ()
    assert max(shares_of_differing_pixels(one.pdf, two.pdf)) < 0.001
    assert texts(one.pdf) == texts(two.pdf)


def test_the_text_comes_out_once_and_in_the_order_of_reading(machine_fonts):
    for result in both(every_record(machine_fonts)):
        first, second = texts(result.pdf)
        assert first.split("\n") == [
            "一、加粗标题",
            "普通 合成粗体 又普通 斜体字abc",
            "上标2 缩放 空心",
            "间距字 空 格 粗斜",
            "第一段第一行",
            "第一段第二行",
            "第二段",
            "被裁切的文字很长 转三十度",
            "转九十度",
            "外部链接 内部链接",
            "（一）二级标题",
            "— 1 —",
        ]
        assert second.split("\n") == ["表一", "二、第二页", "— 2 —"]


def test_a_page_of_ordinary_lines_looks_the_same(machine_fonts):
    text = "为深入贯彻落实上级部署，2024年全面完成各项任务（含整改）。"
    lines = [Line(79.35, 128.0 + 28.95 * row, (piece(machine_fonts, text[: 27 - row]),)) for row in range(20)]
    one, two = both(one_page(*lines))
    assert max(shares_of_differing_pixels(one.pdf, two.pdf)) < 0.001
    assert texts(one.pdf) == texts(two.pdf) == ["\n".join(text[: 27 - row] for row in range(20))]


def test_stretched_lines_stay_within_a_third_of_a_point(machine_fonts):
    """WeasyPrint is told the spacing to a hundredth of a point, and Pango rounds once more."""
    line = Line(79.35, 128.0, (piece(machine_fonts, "国" * 26, spacing=-0.2137),))
    places = []
    for result in both(one_page(line)):
        with pdfplumber.open(io.BytesIO(result.pdf)) as opened:
            places.append([char["matrix"][4] for char in opened.pages[0].chars])
    assert len(places[0]) == len(places[1]) == 26
    assert max(abs(one - two) for one, two in zip(*places, strict=True)) < 0.3
    assert places[1][25] == pytest.approx(79.35 + 25 * (16 - 0.2137), abs=0.03)


@pytest.mark.parametrize("options", [{}, {"pdfa": "pdf/a-2u"}, {"tagged": True}, {"pdfa": "pdf/a-3a"}])
def test_same_pages_same_options_same_bytes(machine_fonts, options):
    pages = every_record(machine_fonts)
    for one, two in zip(both(pages, **options), both(pages, **options), strict=True):
        assert one.pdf == two.pdf


def test_the_direct_writer_makes_the_smaller_file(machine_fonts):
    one, two = both(every_record(machine_fonts))
    assert len(two.pdf) < len(one.pdf)


def test_both_describe_the_document_alike(machine_fonts):
    for result in both(every_record(machine_fonts)):
        opened = Opened(result.pdf)
        asked = {key: opened.info[key] for key in ("Title", "Author", "Subject", "Keywords", "CreationDate")}
        assert asked == {
            "Title": "题目（一）",
            "Author": "办公室",
            "Subject": "主题 a<b",
            "Keywords": "甲, 乙",
            "CreationDate": "D:20240226083000Z",
        }
        assert opened.catalog["ViewerPreferences"] == {"DisplayDocTitle": True}
        assert opened.catalog["Lang"] == b"zh-CN"


DOCUMENTS = {
    "记录": lambda: record(30),
    "通知书": lambda: receipt(16),
    "台账": lambda: ledger(40, "标准"),
    "简报": lambda: bulletin(16),
    "有图": lambda: pictured(14),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_look_and_read_the_same(machine_fonts, name):
    pages = lay_out(read(DOCUMENTS[name]()), machine_fonts.for_document()).pages
    one, two = both(pages)
    assert one.notes == two.notes == ()
    # Stretched lines differ by fractions of a point: a pixel in a hundred, in no place more.
    assert max(shares_of_differing_pixels(one.pdf, two.pdf)) < 0.01
    assert [text.split() for text in texts(one.pdf)] == [text.split() for text in texts(two.pdf)]
    assert len(two.pdf) < len(one.pdf)
