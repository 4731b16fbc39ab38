"""首字下沉: the framed letter becomes part of the paragraph behind it."""

import pytest
from small_docx import p, paragraphs, plain, r, source

from docgen.pdf.source import DropCap, Tab

FRAME = '<w:framePr w:dropCap="{}" w:lines="{}" w:hSpace="120" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'


def letter(kind: str = "drop", lines: object = 3, content: str = "") -> str:
    return p(content or r("今", '<w:sz w:val="110"/>'), FRAME.format(kind, lines))


@pytest.mark.parametrize("kind, in_margin", [("drop", False), ("margin", True)])
def test_a_letter_belongs_to_the_paragraph_behind_it(kind, in_margin):
    found = source(letter(kind) + p(r("年以来")))
    (paragraph,) = paragraphs(found)
    assert (plain(paragraph), plain(paragraph.drop), found.warnings) == ("年以来", "今", ())
    assert paragraph.drop == DropCap(paragraph.drop.inlines, 3, 6.0, in_margin)
    assert paragraph.drop.inlines[0].format.size == 55.0


@pytest.mark.parametrize("lines, expected", [(0, 1), (2, 2), (99, 10), ("x", 1)])
def test_a_letter_stands_over_one_to_ten_lines(lines, expected):
    assert paragraphs(source(letter(lines=lines) + p(r("年"))))[0].drop.lines == expected


def test_no_dropped_letter_is_a_frame_like_any_other():
    found = paragraphs(source(letter("none") + p(r("年"))))
    assert [(one.drop, one.format.frame is None) for one in found] == [(None, False), (None, True)]


TABLE = f"<w:tbl><w:tr><w:tc>{p()}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("behind", ["", TABLE, letter() + p(r("年"))])
def test_a_letter_without_a_paragraph_behind_it_is_text_and_told(behind):
    found = source(letter() + behind)
    assert plain(paragraphs(found)[0]) == "今"
    assert found.warnings == (("首字下沉", "正文第1段“今”"),)


def test_a_letter_with_more_than_text_in_it_is_text_and_told():
    found = source(letter(content=r("今") + "<w:r><w:tab/></w:r>") + p(r("年")))
    first = paragraphs(found)[0]
    assert (first.drop, type(first.inlines[1]), len(paragraphs(found))) == (None, Tab, 2)
    assert found.warnings == (("首字下沉", "正文第1段“今”"),)
