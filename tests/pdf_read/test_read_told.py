"""What reading leaves out, wherever it stands, is told; and what a letter carries along is kept."""

import pytest
from drawing_parts import anchor, graphic, pict, shape, told
from note_parts import mark, note, with_notes
from small_docx import p, paragraphs, plain, r, source
from test_read_diagrams import read as read_diagram

from docgen.pdf.read import read
from docgen.pdf.source import Bookmark


@pytest.mark.parametrize("kind, name", [("footnote", "脚注"), ("endnote", "尾注")])
def test_a_note_of_a_text_box_is_told_and_not_counted(kind, name):
    box = anchor(graphic("wps", shape(text=p(r("框") + mark("1", kind)))))
    found = read(with_notes(p(r("甲") + box + mark("2", kind)), notes={"1": note("一"), "2": note("二")}, kind=kind))
    reference = paragraphs(found)[0].inlines[-1]
    assert (reference.note.number, plain(reference.note.blocks)) == (1, "二")
    assert found.warnings == ((f"文本框、页眉或页脚里的{name}", "正文第1段“甲框”的文本框"),)


def test_a_note_of_a_header_is_told():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    found = source(p(r("甲")) + section, stories={"header1": p(r("眉") + mark("1"))})
    assert found.warnings == (("文本框、页眉或页脚里的脚注", "页眉"),)


@pytest.mark.parametrize("body", ["<w:newThing/>", f"<w:sdt><w:sdtContent><w:newThing/>{p()}</w:sdtContent></w:sdt>"])
def test_an_unknown_element_between_paragraphs_is_told_once(body):
    assert source(body + p(r("甲")) + "<w:newThing/>").warnings == (("元素 w:newThing", "正文"),)


def test_marks_without_ink_between_paragraphs_are_not_told():
    marks = '<w:proofErr w:type="spellStart"/><w:permStart w:id="1"/><w:commentRangeStart w:id="1"/>'
    end = '<w:bookmarkEnd w:id="1"/><w:moveFromRangeEnd w:id="2"/>'
    table = f"<w:tbl><w:tr><w:tc><w:tcPr/>{marks}{p(r('格'))}{end}</w:tc></w:tr></w:tbl>"
    assert source(marks + p(r("甲")) + end + table + "<w:sectPr/>").warnings == ()


def test_drawings_in_too_many_groups_are_told():
    deep = "<v:group>" * 31 + '<v:rect style="width:9pt;height:9pt"/>' + "</v:group>" * 31
    assert told(pict(deep)) == ["套得太深的图形组合"]
    groups = "<dsp:grpSp>" * 31 + "<dsp:sp/>" + "</dsp:grpSp>" * 31
    found, warnings = read_diagram(f"<dsp:spTree>{groups}</dsp:spTree>")
    assert (found.parts, [feature for feature, _ in warnings]) == ((), ["套得太深的图形组合"])


@pytest.mark.parametrize("bullet", ['<a:buAutoNum type="arabicPeriod"/>', "<a:buBlip/>"])
def test_numbers_and_pictures_before_the_text_of_a_diagram_are_told(bullet):
    text = f"<a:p><a:pPr>{bullet}</a:pPr><a:r><a:t>准备</a:t></a:r></a:p>"
    body = f"<dsp:sp><dsp:spPr/><dsp:txBody><a:bodyPr/>{text}</dsp:txBody></dsp:sp>"
    found, warnings = read_diagram(f"<dsp:spTree>{body}</dsp:spTree>")
    assert plain(found.parts[0].shape.text.blocks) == "准备"
    assert [feature for feature, _ in warnings] == ["图形里的自动编号和图片项目符号"]


def test_a_place_in_a_dropped_letter_is_that_of_its_paragraph():
    frame = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    start = '<w:bookmarkStart w:id="1" w:name="开头"/><w:bookmarkEnd w:id="1"/>'
    (paragraph,) = paragraphs(source(p(start + r("今"), frame) + p(r("年以来"))))
    assert paragraph.inlines[0] == Bookmark("开头")
    assert (plain(paragraph), plain(paragraph.drop)) == ("年以来", "今")
