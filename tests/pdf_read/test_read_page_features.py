"""Columns, page borders, line numbers and the settings of pages and breaks."""

import pytest
from small_docx import p, paragraphs, plain, r, source, style

from docgen.pdf.source import Border, Borders, Break, Column, PageBorders

SECTION = "<w:sectPr>{}</w:sectPr>"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1588" w:right="1474"/>'


def section(content, **parts):
    return source(p() + SECTION.format(PAGE + content), **parts).sections[0]


def test_equal_columns_share_the_width_between_the_margins():
    found = section('<w:cols w:num="2" w:space="425" w:sep="1"/>')
    assert found.columns == (Column(pytest.approx(210.475), 21.25),) * 2
    assert found.column_rule


def test_unequal_columns_have_their_own_widths():
    own = '<w:col w:w="5000" w:space="425"/><w:col w:w="3419"/>'
    found = section(f'<w:cols w:num="2" w:equalWidth="0">{own}</w:cols>')
    assert found.columns == (Column(250.0, 21.25), Column(170.95, 0.0))
    assert not found.column_rule


@pytest.mark.parametrize("content", ['<w:cols w:num="1"/>', '<w:cols w:num="40" w:space="720"/>', ""])
def test_one_column_and_columns_without_room_are_none(content):
    assert section(content).columns == ()


def test_page_borders_with_their_distance_and_pages():
    edges = '<w:top w:val="double" w:sz="6" w:space="24" w:color="FF0000"/><w:left w:val="none"/>'
    asked = f'<w:pgBorders w:offsetFrom="page" w:display="firstPage">{edges}</w:pgBorders>'
    found = section(asked, settings="<w:bordersDoNotSurroundHeader/>").page_borders
    top = Border(0.75, "#ff0000", 24.0, "double")
    assert found == PageBorders(Borders(top=top), True, "first", False, True)


def test_line_numbers_count_from_nought_in_the_file_and_look_like_their_style():
    look = style("ae", kind="character", rpr='<w:sz w:val="15"/>').replace(
        'w:name w:val="ae"', 'w:name w:val="line number"'
    )
    asked = '<w:lnNumType w:countBy="5" w:start="4" w:distance="300" w:restart="newSection"/>'
    found = section(asked, styles=look).line_numbers
    assert (found.every, found.start, found.distance, found.restart, found.format.size) == (5, 5, 15.0, "section", 7.5)
    assert section('<w:lnNumType w:start="4"/>').line_numbers is None


def test_a_paragraph_may_stay_without_line_numbers():
    found = paragraphs(source(p(r(), "<w:suppressLineNumbers/>") + p(r())))
    assert [block.format.line_numbered for block in found] == [False, True]


def test_vertical_alignment_exact_margins_and_number_format():
    edges = '<w:pgMar w:top="-2098" w:bottom="1984"/><w:vAlign w:val="both"/><w:pgNumType w:fmt="numberInDash"/>'
    found = source(p() + SECTION.format(edges)).sections[0]
    assert (found.exact_top, found.exact_bottom, found.vertical) == (True, False, "both")
    assert found.page_number_format == "numberInDash"


def test_a_gutter_may_stand_on_the_right_or_at_the_top():
    edges = '<w:pgMar w:top="100" w:right="200" w:bottom="300" w:left="400" w:gutter="20"/>'
    right = source(p() + SECTION.format(edges + "<w:rtlGutter/>")).sections[0]
    top = source(p() + SECTION.format(edges), settings="<w:gutterAtTop/>").sections[0]
    assert (right.margins, top.margins) == ((5.0, 11.0, 15.0, 20.0), (6.0, 10.0, 15.0, 20.0))


def test_settings_of_facing_pages_and_of_breaks():
    found = source(
        p(), settings="<w:mirrorMargins/><w:compat><w:noColumnBalance/><w:suppressSpBfAfterPgBrk/></w:compat>"
    )
    assert (found.mirrored, found.balanced, found.space_after_break) == (True, False, False)
    plain_one = source(p())
    assert (plain_one.mirrored, plain_one.balanced, plain_one.space_after_break) == (False, True, True)
    assert found.warnings == ()


def test_a_page_background_is_not_printed_and_not_told():
    assert source(p(), settings="<w:displayBackgroundShape/>").warnings == ()


def test_the_mark_of_a_paragraph_that_ends_with_a_page_break_moves_only_in_old_files():
    body = p(r("甲") + '<w:r><w:br w:type="page"/></w:r>')
    old = paragraphs(source(body, settings="<w:compat><w:splitPgBreakAndParaMark/></w:compat>"))[0]
    new = paragraphs(source(body))[0]
    assert isinstance(new.inlines[-1], Break)
    assert plain(old.inlines[-1]) == "\u200b"


def test_how_text_goes_around_frames_and_floating_tables():
    frame = '<w:framePr w:w="2000" w:wrap="notBeside" w:hSpace="180"/>'
    place = '<w:tblpPr w:leftFromText="180" w:rightFromText="100" w:topFromText="60"/>'
    table = f"<w:tbl><w:tblPr>{place}</w:tblPr><w:tr><w:tc>{p(r())}</w:tc></w:tr></w:tbl>"
    framed, floating, _ = source(p(r(), frame) + table + p(r())).sections[0].blocks
    assert (framed.format.frame.wrap, framed.format.frame.h_space) == ("notBeside", 9.0)
    assert (floating.frame.wrap, floating.frame.h_space, floating.frame.v_space) == ("around", 9.0, 3.0)


def test_a_section_that_says_what_every_section_does_is_not_told():
    plain = '<w:sectPr><w:bidi w:val="0"/><w:textDirection w:val="lrTb"/></w:sectPr>'
    assert source(p(r("甲")) + plain).warnings == ()
    turned = '<w:sectPr><w:bidi/><w:textDirection w:val="tbRl"/></w:sectPr>'
    assert source(p(r("甲")) + turned).warnings == (("从右到左的节", "第1节"), ("整页竖排", "第1节"))
