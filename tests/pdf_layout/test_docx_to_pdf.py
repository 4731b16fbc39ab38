from __future__ import annotations

import gc
import io
import subprocess
import sys

import docx
import pdfplumber
import pytest

from docgen.pdf.convert import convert, paginate


def made_docx(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_the_text_of_a_docx_is_the_text_of_its_pdf(machine_fonts):
    result = convert(made_docx("为深入贯彻落实决策部署", "第二段 with Latin 2024"), machine_fonts)
    with pdfplumber.open(io.BytesIO(result.pdf)) as opened:
        text = opened.pages[0].extract_text().replace(" ", "")
    assert text.split("\n") == ["为深入贯彻落实决策部署", "第二段withLatin2024"]
    assert result.page_count == 1


def test_the_report_names_what_stood_in_for_the_fonts_of_the_document(machine_fonts):
    result = convert(made_docx("国"), machine_fonts)
    assert {use.asked for use in result.fonts.uses if use.substitute}


def test_same_docx_same_pdf(machine_fonts):
    data = made_docx("一", "二")
    assert convert(data, machine_fonts).pdf == convert(data, machine_fonts).pdf


def test_no_garbage_is_looked_for_while_a_document_is_laid_out_and_none_grows_with_its_length(machine_fonts):
    short, long = (made_docx(*["为深入贯彻落实决策部署"] * count) for count in (20, 400))
    convert(short, machine_fonts)
    searches, found = [], []
    gc.callbacks.append(note := lambda phase, info: searches.append(phase))
    try:
        for data in (short, long):
            gc.collect()
            searches.clear()
            convert(data, machine_fonts)
            made = len(searches)
            found.append(gc.collect())
            assert made <= 2  # one, begun and ended, when the search is let go on
    finally:
        gc.callbacks.remove(note)
    assert gc.isenabled()
    assert found[1] < found[0] + 200  # objects of a cycle; 400 paragraphs are tens of thousands


def test_pages_are_counted_without_weasyprint():
    code = (
        "import io, sys, docx\n"
        "document = docx.Document(); [document.add_paragraph('国' * 2000) for _ in range(3)]\n"
        "target = io.BytesIO(); document.save(target)\n"
        "from docgen.pdf.convert import paginate\n"
        "print(paginate(target.getvalue()).page_count, 'weasyprint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    count, imported = done.stdout.split()
    assert int(count) > 2
    assert imported == "False"


@pytest.mark.parametrize("paragraphs", [(), ("",)])
def test_an_empty_document_is_one_page(machine_fonts, paragraphs):
    assert paginate(made_docx(*paragraphs), machine_fonts).page_count == 1
