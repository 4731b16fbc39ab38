"""Automatic numbering: which number a paragraph carries."""

import pytest
from list_parts import abstract, item, labels, level, listed, num, numpr, override, shown
from small_docx import p, paragraphs, r, source, style

from docgen.pdf.source import HeaderFooter, Label, Tab, Text

OUTLINE = abstract(
    0,
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3."),
    level(3, "%1.%2.%3-%4"),
)
ONE = OUTLINE + num(1, 0)


def test_the_four_levels_of_an_official_document():
    body = "".join(item(1, number) for number in (0, 1, 2, 2, 1, 2, 0, 1))
    assert listed(body, ONE) == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]


def test_a_label_shows_the_numbers_of_higher_levels_in_their_own_formats():
    assert listed("".join(item(1, number) for number in (0, 0, 1, 2, 3)), ONE)[-1] == "二.一.1-1"


def test_legal_numbering_writes_all_of_them_as_digits():
    legal = abstract(0, level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert listed(item(1) + item(1) + item(1, 1), legal) == ["第一章", "第二章", "2.1"]


def test_a_level_that_the_text_passed_over_counts_as_begun():
    assert listed(item(1, 2) + item(1, 0), ONE) == ["1.", "二、"]


def test_numbering_goes_on_over_other_paragraphs_and_tables():
    table = f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>"
    assert listed(item(1) + p(r("文")) + table + item(1), ONE) == ["一、", "", "三、"]


def test_lists_made_from_one_abstract_list_count_on():
    assert listed(item(1) + item(2) + item(1), ONE + num(2, 0)) == ["一、", "二、", "三、"]


def test_a_start_override_counts_where_its_list_is_first_used():
    numbering = ONE + num(2, 0, override(0, 1))
    assert listed(item(1) + item(1) + item(2) + item(2) + item(1), numbering) == [
        "一、",
        "二、",
        "一、",
        "二、",
        "三、",
    ]


def test_a_start_override_is_where_the_level_starts_again_too():
    numbering = OUTLINE + num(1, 0, override(1, 5))
    assert listed("".join(item(1, number) for number in (0, 1, 0, 1)), numbering)[1::2] == ["（五）", "（五）"]


def test_an_override_may_replace_a_level_whole():
    numbering = OUTLINE + num(1, 0, override(0, lvl=level(0, "第%1条")))
    assert listed(item(1) + item(1), numbering) == ["第1条", "第2条"]


@pytest.mark.parametrize(
    "restart, expected",
    [
        ("", ["1", "1", "1", "1"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "2", "3", "4"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "2", "1", "2"]),
        ('<w:lvlRestart w:val="2"/>', ["1", "1", "1", "1"]),
    ],
)
def test_which_level_restarts_a_deeper_one(restart, expected):
    numbering = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "%3", more=restart)) + num(1, 0)
    body = "".join(item(1, number) for number in (0, 1, 2, 1, 2, 0, 1, 2, 1, 2))
    found = listed(body, numbering)
    assert [found[place] for place in (2, 4, 7, 9)] == expected


def test_a_level_starts_where_it_says_and_at_zero_when_it_says_nothing():
    numbering = abstract(0, level(0, "%1", start=7), level(1, "%2").replace('<w:start w:val="1"/>', "")) + num(1, 0)
    assert listed(item(1) + item(1) + item(1, 1), numbering) == ["7", "8", "0"]


def test_a_custom_format_is_taken_before_its_old_alternative():
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    plain = level(0, "附件%1").replace('<w:numFmt w:val="decimal"/>', choice)
    assert listed(item(1) * 2, abstract(0, plain) + num(1, 0)) == ["附件001", "附件002"]


def test_a_format_that_is_not_known_is_told():
    found = source(item(1) * 2, numbering=abstract(0, level(0, "%1.", "hebrew1")) + num(1, 0))
    assert labels(found) == ["1.", "2."]
    assert found.warnings == (("编号格式 hebrew1（写成阿拉伯数字）", "正文第1段“文”"),)


def test_what_has_no_number_has_no_label_and_no_tab():
    numbering = abstract(0, level(0, "", "none"), level(1, "%2", "none")) + num(1, 0)
    found = source(item(1) + item(1, 1) + item(1, 7) + item(9) + item(0), numbering=numbering)
    assert [shown(one) for one in paragraphs(found)] == [["文"]] * 5
    assert (labels(found), found.warnings) == ([""] * 5, ())


INDENTED = abstract(0, level(0, "%1", ppr='<w:ind w:left="840" w:hanging="420"/>')) + num(1, 0)


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style():
    styles = style("L", ppr=numpr(1))
    body = p(r(), '<w:pStyle w:val="L"/>' + numpr(0)) + p(r(), '<w:pStyle w:val="L"/>')
    found = paragraphs(source(body, numbering=INDENTED, styles=styles))
    assert [(one.label, one.format.left) for one in found] == [(None, 0), (Label("1"), 42)]


def test_the_level_of_a_style_is_the_one_that_names_it():
    linked = abstract(
        0,
        level(0, "%1、", "chineseCounting", more='<w:pStyle w:val="A"/>'),
        level(1, "（%2）", "chineseCounting", more='<w:pStyle w:val="B"/>'),
    ) + num(1, 0)
    styles = style("A", ppr=numpr(1)) + style("B", based="A") + style("C", based="B")
    body = "".join(p(r(), f'<w:pStyle w:val="{name}"/>') for name in "ABCBA")
    assert listed(body, linked, styles=styles) == ["一、", "（一）", "（二）", "（三）", "二、"]


def test_a_level_given_directly_moves_a_paragraph_in_the_list_of_its_style():
    styles = style("A", ppr=numpr(1, 0))
    body = p(r(), '<w:pStyle w:val="A"/>') + p(r(), '<w:pStyle w:val="A"/>' + numpr(None, 1))
    assert listed(body, ONE, styles=styles) == ["一、", "（一）"]


def test_a_list_linked_to_a_numbering_style_looks_like_the_list_that_made_it():
    numbering = (
        abstract(0, level(0, "第%1条"), more='<w:styleLink w:val="S"/>')
        + abstract(1, more='<w:numStyleLink w:val="S"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert listed(item(2) + item(1), numbering) == ["第1条", "第2条"]


def test_headers_count_by_themselves():
    header = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    found = source(item(1) + header, numbering=ONE, stories={"header1": item(1)})
    assert isinstance(found.sections[0].headers, HeaderFooter)
    assert found.sections[0].headers.default[0].label == Label("一、")


def test_nonsense_in_the_numbering_breaks_nothing():
    odd = (
        '<w:abstractNum/><w:num/><w:abstractNum w:abstractNumId="0"><w:lvl/><w:lvl w:ilvl="x"/><w:lvl w:ilvl="0">'
        '<w:start w:val="x"/><w:numFmt/><w:lvlText/><w:lvlRestart w:val="x"/><w:legacy/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride/><w:lvlOverride w:ilvl="99"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"/>'
    )
    found = source(item(1) + item(2) + item(3) + p(r("文"), "<w:numPr><w:numId/></w:numPr>"), numbering=odd)
    assert [[one.text for one in paragraph.inlines if isinstance(one, Text)] for paragraph in paragraphs(found)] == [
        ["文"]
    ] * 4
    assert not any(isinstance(one, Tab) for paragraph in paragraphs(found) for one in paragraph.inlines)
