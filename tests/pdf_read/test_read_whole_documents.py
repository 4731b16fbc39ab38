"""Whole documents as python-docx makes them: nothing breaks, no character is lost."""

import io

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Pt
from lxml import etree
from small_docx import NAMESPACES, p, package, paragraphs, plain, r, tables

from docgen.pdf.read import read


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_default_template_reads_without_a_warning():
    document = docx.Document()
    document.add_heading("实施方案", 0)
    document.add_heading("一、总体要求", 1)
    document.add_paragraph("全县 40 个村。").add_run("加粗").bold = True
    table = document.add_table(2, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    found = read(saved(document))
    title, heading, body = paragraphs(found)
    assert (title.format.style, heading.format.style, heading.format.outline_level) == ("Title", "heading 1", 0)
    assert (heading.inlines[0].format.bold, heading.inlines[0].format.ascii) == (True, "Calibri")
    assert [(item.text, item.format.bold) for item in body.inlines] == [("全县 40 个村。", False), ("加粗", True)]
    assert [cell.span for cell in tables(found)[0].rows[0].cells] == [2, 1]
    assert found.warnings == ()


def test_every_style_of_the_default_template_can_be_read():
    document = docx.Document()
    for style in document.styles:
        if style.type == docx.enum.style.WD_STYLE_TYPE.PARAGRAPH:
            document.add_paragraph(style.name, style=style)
        if style.type == docx.enum.style.WD_STYLE_TYPE.CHARACTER:
            document.add_paragraph().add_run(style.name, style=style)
        if style.type == docx.enum.style.WD_STYLE_TYPE.TABLE:
            document.add_table(3, 3, style=style).cell(1, 1).text = style.name
    found = read(saved(document))
    expected = "".join(item.text or "" for item in document.element.body.iter("{*}t"))
    # Six styles of lists put a bullet or a number before their own text.
    labels = [block.label.text for block in paragraphs(found) if block.label]
    assert labels == ["•", "•", "•", "1.", "1.", "1."]
    said = plain([section.blocks for section in found.sections])
    assert said.replace("•", "").replace("1.", "") == expected
    assert len(expected) > 2000


def test_sections_headers_and_pictures_of_python_docx():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉文字"
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Pt(842), Pt(595)
    one, two = read(saved(document)).sections
    assert (plain(one.headers.default), two.headers) == ("页眉文字", one.headers)
    assert (two.width, two.height) == (842.0, 595.0)


def test_every_character_of_the_body_is_kept_in_order():
    box = (
        '<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>'
        f"{p(r('丁'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    table = f"<w:tbl><w:tr><w:tc>{p(r('戊'))}</w:tc><w:tc>{p(r('己 “a”—é'))}</w:tc></w:tr></w:tbl>"
    content = (
        p(r(" 甲 ") + f"<w:hyperlink>{r('乙')}</w:hyperlink>" + f"<w:ins>{r('丙')}</w:ins>" + box + r("庚")) + table
    )
    body = etree.fromstring(f"<x {NAMESPACES}>{content}</x>")
    expected = "".join(item.text for item in body.iter("{*}t"))
    assert plain([section.blocks for section in read(package(content)).sections]) == expected


def test_nonsense_in_attributes_breaks_nothing():
    odd, long = "xxx", "9" * 400
    ppr = (
        f'<w:ind w:left="{odd}" w:firstLineChars="{odd}"/><w:spacing w:line="{odd}" w:before="{long}"/>'
        f'<w:jc w:val="{odd}"/><w:outlineLvl w:val="{odd}"/><w:tabs><w:tab/></w:tabs><w:numPr/>'
        f'<w:pBdr><w:top w:sz="{odd}" w:val="single"/></w:pBdr><w:framePr w:w="{odd}"/><w:shd/>'
    )
    rpr = f'<w:sz w:val="{odd}"/><w:color w:val="{odd}"/><w:b w:val="{odd}"/><w:rFonts/><w:rStyle/><w:u/>'
    tcpr = f'<w:gridSpan w:val="{long}"/><w:tcW w:w="{odd}"/>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{odd}"/></w:trPr><w:tc><w:tcPr>{tcpr}</w:tcPr></w:tc></w:tr>'
    table = f"<w:tbl>{row}<w:tr/></w:tbl>"
    section = (
        f'<w:sectPr><w:pgSz w:w="{odd}"/><w:pgMar w:top="{odd}"/><w:cols w:num="{odd}"/><w:headerReference/></w:sectPr>'
    )
    found = read(package(p(r("字", rpr), ppr) + table + "<w:tbl/><w:r/><w:unknown/>" + section))
    assert plain(paragraphs(found)) == "字"
    assert paragraphs(found)[0].inlines[0].format.size == 10.0
