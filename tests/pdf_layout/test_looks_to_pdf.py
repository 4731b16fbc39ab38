"""Looks of characters in the finished PDF: its text, read back, and what is painted."""

from __future__ import annotations

import io

import docx
import pdfplumber
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.pdf.convert import convert

RUN = '<w:r {}><w:rPr><w:sz w:val="32"/>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def made_docx(*runs: tuple[str, str]) -> bytes:
    """A document of one paragraph of runs: (text, properties)."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, rpr in runs:
        paragraph._p.append(parse_xml(RUN.format(nsdecls("w", "w14"), rpr, text)))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def text_of(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return page.get_textpage().get_text_bounded().strip()


@pytest.fixture(scope="module")
def page_of(machine_fonts):
    def page(*runs: tuple[str, str]):
        result = convert(made_docx(*runs), machine_fonts)
        assert result.warnings == ()
        return result.pdf

    return page


@pytest.mark.parametrize(
    "rpr, typed, shown",
    [
        ("<w:caps/>", "Plan of action", "PLAN OF ACTION"),
        ("<w:smallCaps/>", "Plan", "PLAN"),
        ('<w:em w:val="dot"/>', "重点，12", "重点，12"),
        ('<w:em w:val="circle"/>', "重点", "重点"),
        ('<w:u w:val="wave"/>', "波浪", "波浪"),
        ("<w:dstrike/>", "删除", "删除"),
        ('<w:kern w:val="2"/>', "AVATAR To WAVE", "AVATAR To WAVE"),
        ('<w:fitText w:val="1600" w:id="1"/>', "统一社会信用代码", "统一社会信用代码"),
        ("<w:outline/>", "空心", "空心"),
        ("<w:b/><w:i/>", "粗斜 bold", "粗斜 bold"),
        ('<w:bdr w:val="single" w:sz="4"/>', "方框", "方框"),
    ],
)
def test_the_text_of_the_page_is_what_is_seen(page_of, rpr, typed, shown):
    assert text_of(page_of((typed, rpr))) == shown


def test_super_and_subscripts_stand_in_the_text_where_they_belong(page_of):
    pdf = page_of(
        ("H", ""), ("2", '<w:vertAlign w:val="subscript"/>'), ("O 面积m", ""), ("2", '<w:position w:val="8"/>')
    )
    assert text_of(pdf).replace(" ", "") == "H2O面积m2"


def test_two_lines_in_one_keep_the_order_of_the_text(page_of):
    pdf = page_of(("前", ""), ("市委市府", '<w:eastAsianLayout w:id="1" w:combine="1"/>'), ("后", ""))
    assert text_of(pdf).split() in (["前市委市府后"], ["前市委", "市府后"], ["前", "市委", "市府", "后"])


def test_the_marks_are_painted_in_their_colours(page_of):
    pdf = page_of(
        ("黄", '<w:highlight w:val="yellow"/>'),
        ("红", '<w:u w:val="single" w:color="FF0000"/>'),
        ("平", ""),
        ("蓝", '<w:strike/><w:color w:val="0000FF"/>'),
    )
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("RGB")
    seen = {color for _, color in page.getcolors(1 << 24)}
    assert {(255, 255, 0), (255, 0, 0), (0, 0, 255)} <= seen


def test_an_underline_is_one_stroke_under_all_of_its_runs(page_of):
    pdf = page_of(
        ("年", '<w:u w:val="single"/>'), ("2024", '<w:u w:val="single"/><w:b/>'), ("月", '<w:u w:val="single"/>')
    )
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        (drawn,) = [*page.lines, *page.rects, *page.curves]
        assert drawn["x0"] == pytest.approx(min(char["x0"] for char in page.chars), abs=0.1)
        assert drawn["x1"] == pytest.approx(max(char["x1"] for char in page.chars), abs=0.1)
        assert drawn["top"] > max(char["bottom"] for char in page.chars) - 16 * 0.35
