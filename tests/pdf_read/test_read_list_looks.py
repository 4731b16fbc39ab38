"""Automatic numbering: how a label looks, what follows it, and the indents that come with it."""

import pytest
from list_parts import abstract, first, item, labels, level, listed, num, numpr, shown
from small_docx import p, paragraphs, r, source, style

from docgen.pdf.source import Label, TabStop

ONE = abstract(0, level(0, "%1、", "chineseCountingThousand")) + num(1, 0)


def test_the_label_is_followed_by_a_tab_a_space_or_nothing():
    levels = [
        level(0, "%1"),
        level(1, "%2", more='<w:suff w:val="space"/>'),
        level(2, "%3", more='<w:suff w:val="nothing"/>'),
    ]
    found = source(item(1) + item(1, 1) + item(1, 2), numbering=abstract(0, *levels) + num(1, 0))
    assert [shown(one) for one in paragraphs(found)] == [["1", "Tab", "文"], ["1 ", "文"], ["1", "文"]]
    assert [one.label for one in paragraphs(found)] == [Label("1")] * 3


def test_an_empty_paragraph_of_a_list_has_its_number():
    found = source(p("", numpr(1, 0)), numbering=ONE)
    assert shown(first(found)) == ["一、", "Tab"]


def test_a_hidden_paragraph_is_not_counted():
    hidden = p(r("隐", "<w:vanish/>"), numpr(1, 0) + "<w:rPr><w:vanish/></w:rPr>")
    assert listed(item(1) + hidden + item(1), ONE) == ["一、", "二、"]


@pytest.mark.parametrize(
    "side, expected", [("left", "left"), ("start", "left"), ("center", "center"), ("right", "right"), ("end", "right")]
)
def test_where_the_label_stands_to_its_place(side, expected):
    numbering = abstract(0, level(0, "%1", more=f'<w:lvlJc w:val="{side}"/>')) + num(1, 0)
    assert first(source(item(1), numbering=numbering)).label == Label("1", expected)


def test_the_label_looks_like_the_paragraph_mark_under_its_level_but_is_not_underlined():
    numbering = abstract(0, level(0, "%1", rpr='<w:rFonts w:eastAsia="黑体"/><w:color w:val="FF0000"/>')) + num(1, 0)
    mark = '<w:rPr><w:b/><w:u w:val="single"/><w:color w:val="00FF00"/><w:sz w:val="44"/></w:rPr>'
    found = first(source(p(r("文"), numpr(1, 0) + mark), numbering=numbering)).inlines[0].format
    assert (found.east_asia, found.color, found.size, found.bold, found.underline) == (
        "黑体",
        "#ff0000",
        22.0,
        True,
        "",
    )


def test_a_level_may_underline_its_number():
    numbering = abstract(0, level(0, "%1", rpr='<w:u w:val="single"/>')) + num(1, 0)
    assert first(source(item(1), numbering=numbering)).inlines[0].format.underline == "single"


BULLETS = abstract(
    0,
    level(0, "\uf06c", "bullet", rpr='<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    level(1, "\uf0b7", "bullet", rpr='<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
    level(2, "—", "bullet"),
    level(3, "x", "bullet", more='<w:lvlPicBulletId w:val="0"/>'),
) + num(1, 0)


def test_bullets_of_symbol_fonts_become_the_characters_that_they_show():
    assert listed("".join(item(1, number) for number in (0, 1, 2)), BULLETS) == ["●", "•", "—"]


def test_a_bullet_that_is_a_picture_is_told():
    found = source(item(1, 3), numbering=BULLETS)
    assert labels(found) == ["•"]
    assert found.warnings == (("图片项目符号（画成 •）", "正文第1段“文”"),)


INDENTED = abstract(
    0,
    level(0, "%1", ppr='<w:tabs><w:tab w:val="num" w:pos="900"/></w:tabs><w:ind w:left="840" w:hanging="420"/>'),
) + num(1, 0)


def test_the_indents_of_a_level_lie_over_the_style_and_under_the_paragraph():
    styles = style("Normal", ppr='<w:ind w:left="100" w:right="60" w:firstLine="200"/>')
    plain = first(source(item(1), numbering=INDENTED, styles=styles)).format
    assert (plain.left, plain.right, plain.first_line, plain.tabs) == (42, 3, -21, (TabStop(45),))
    direct = first(source(item(1, ppr='<w:ind w:left="600"/>'), numbering=INDENTED, styles=styles)).format
    assert (direct.left, direct.first_line) == (30, -21)


def test_a_style_that_names_its_list_keeps_its_own_indents_and_so_does_one_based_on_it():
    base = style("Normal", ppr='<w:ind w:left="100" w:right="60"/>')
    listing = style("L", based="Normal", ppr=numpr(1) + '<w:ind w:left="200"/>')
    more = style("M", based="L", ppr='<w:ind w:hanging="20"/>')
    body = p(r(), '<w:pStyle w:val="L"/>') + p(r(), '<w:pStyle w:val="M"/>')
    found = paragraphs(source(body, numbering=INDENTED, styles=base + listing + more))
    assert [(one.format.left, one.format.right, one.format.first_line) for one in found] == [(10, 3, -21), (10, 3, -1)]


def test_characters_of_a_style_count_until_the_paragraph_sets_them_to_zero():
    styles = style("Normal", ppr='<w:ind w:firstLineChars="200" w:firstLine="420"/>')
    found = paragraphs(source(item(1, ppr='<w:ind w:firstLineChars="0"/>'), numbering=INDENTED, styles=styles))
    assert found[0].format.first_line == -21


def test_a_number_of_word_6_has_a_room_of_its_own():
    legacy = level(0, "%1", more='<w:legacy w:legacy="1" w:legacySpace="0" w:legacyIndent="360"/>')
    found = first(source(item(1, ppr='<w:ind w:left="200"/>'), numbering=abstract(0, legacy) + num(1, 0)))
    assert found.format.tabs == (TabStop(28),)


def test_characters_of_an_indent_are_those_of_the_text_and_not_of_the_label():
    numbering = abstract(0, level(0, "%1", rpr='<w:sz w:val="20"/>')) + num(1, 0)
    body = p(r("文", '<w:sz w:val="32"/>'), numpr(1, 0) + '<w:ind w:firstLineChars="200"/>')
    assert first(source(body, numbering=numbering)).format.first_line == 32
