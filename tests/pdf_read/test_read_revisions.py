"""Tracked changes of paragraph marks: shown as they are once accepted."""

from list_parts import abstract, labels, level, num, numpr
from small_docx import p, paragraphs, plain, r, source

GONE = "<w:rPr><w:del/></w:rPr>"


def texts(body: str, **parts: object) -> list[str]:
    return [plain(one) for one in paragraphs(source(body, **parts))]


def test_a_paragraph_without_its_mark_goes_on_in_the_next_with_the_format_of_that_one():
    found = paragraphs(source(p(r("甲"), GONE) + p(r("乙"), '<w:jc w:val="center"/>') + p(r("丙"))))
    assert [(plain(one), one.format.alignment) for one in found] == [("甲乙", "center"), ("丙", "start")]


def test_several_marks_may_be_gone_and_their_text_as_well():
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    assert texts(p(r("甲"), GONE) + p(deleted, GONE) + p("<w:r/>" + r("乙"))) == ["甲乙"]


def test_a_moved_paragraph_leaves_no_empty_one_behind():
    moved = p(f"<w:moveFrom>{r('走')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")
    arrived = p(f"<w:moveTo>{r('来')}</w:moveTo>", "<w:rPr><w:moveTo/></w:rPr>")
    assert texts(moved + p(r("留")) + arrived) == ["留", "来"]


def test_before_a_table_and_at_the_end_it_stays_a_paragraph():
    table = f"<w:tbl><w:tr><w:tc>{p()}</w:tc></w:tr></w:tbl>"
    assert texts(p(r("甲"), GONE) + table + p(r("乙")) + p(r("丙"), GONE)) == ["甲", "乙", "丙"]
    assert texts(p("", GONE) + table + p(r("乙"))) == ["乙"]


def test_its_number_is_not_counted():
    numbering = abstract(0, level(0, "%1.")) + num(1, 0)
    body = p(r("甲"), numpr(1, 0)) + p(r("乙"), numpr(1, 0) + GONE) + p(r("丙"), numpr(1, 0))
    assert labels(source(body, numbering=numbering)) == ["1.", "2."]


def test_the_change_is_told():
    found = source(p(r("甲"), GONE) + p(r("乙")))
    assert [feature for feature, _ in found.warnings] == ["修订（按接受后的样子画）"]
