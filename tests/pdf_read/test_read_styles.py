"""Styles: defaults, chains, toggles, themes and table styles meet in the right order."""

import pytest
from small_docx import defaults, first_format, first_text, p, paragraphs, r, source, style, tables

from docgen.pdf.source import LineSpacing, Text

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="楷体"/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Hans" typeface="等线"/><a:font script="Jpan" typeface="明朝"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def test_each_layer_of_the_run_chain_overrides_the_one_below():
    styles = (
        defaults('<w:sz w:val="20"/><w:color w:val="111111"/><w:spacing w:val="20"/><w:u w:val="single"/>')
        + style("Normal", rpr='<w:sz w:val="21"/><w:color w:val="222222"/>')
        + style("Body", based="Normal", rpr='<w:color w:val="333333"/><w:w w:val="80"/>')
        + style("Strong", kind="character", rpr='<w:color w:val="444444"/><w:u w:val="none"/>')
    )
    found = source(
        p(r("字", '<w:rStyle w:val="Strong"/><w:spacing w:val="-5"/>'), '<w:pStyle w:val="Body"/>'), styles=styles
    )
    made = first_format(found)
    assert (made.size, made.color, made.spacing, made.scale, made.underline) == (10.5, "#444444", -0.25, 0.8, "")
    assert paragraphs(found)[0].format.style == "Body"


def test_an_unknown_style_is_the_default_style():
    found = source(p(r(), '<w:pStyle w:val="None"/>'), styles=style("Normal", ppr='<w:jc w:val="center"/>'))
    assert paragraphs(found)[0].format.alignment == "center"


def test_a_chain_that_bites_its_tail_ends():
    styles = style("A", based="B", rpr='<w:sz w:val="30"/>') + style("B", based="A", rpr="<w:b/>")
    made = first_format(source(p(r(), '<w:pStyle w:val="A"/>'), styles=styles))
    assert (made.size, made.bold) == (15.0, True)


@pytest.mark.parametrize(
    "paragraph_style, character_style, direct, bold",
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("", "<w:b/>", "", True),
        ("<w:b/>", '<w:b w:val="0"/>', "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="false"/>', False),
        ("<w:b/>", "", '<w:b w:val="off"/>', False),
    ],
)
def test_toggles_are_exclusive_or_through_the_styles_and_direct_formatting_decides(
    paragraph_style, character_style, direct, bold
):
    styles = style("P", rpr=paragraph_style) + style("C", kind="character", rpr=character_style)
    found = source(p(r("字", f'<w:rStyle w:val="C"/>{direct}'), '<w:pStyle w:val="P"/>'), styles=styles)
    assert first_format(found).bold is bold


def test_a_toggle_of_the_defaults_stays_on():
    styles = defaults("<w:i/>") + style("P", rpr="<w:i/>")
    assert first_format(source(p(r(), '<w:pStyle w:val="P"/>'), styles=styles)).italic is True


def test_a_toggle_within_one_chain_is_the_last_value_not_the_exclusive_or():
    styles = style("A", rpr="<w:b/>") + style("B", based="A", rpr="<w:b/>")
    assert first_format(source(p(r(), '<w:pStyle w:val="B"/>'), styles=styles)).bold is True


def test_the_paragraph_half_of_a_linked_style_means_its_character_half():
    styles = style("Head", more='<w:link w:val="HeadChar"/>') + style("HeadChar", kind="character", rpr="<w:b/>")
    assert first_format(source(p(r("字", '<w:rStyle w:val="Head"/>')), styles=styles)).bold is True


def test_theme_fonts_win_over_names_beside_them():
    fonts = '<w:rFonts w:ascii="Arial" w:asciiTheme="majorHAnsi" w:eastAsia="黑体" w:eastAsiaTheme="majorEastAsia"/>'
    made = first_format(source(p(r("字", fonts)), theme=THEME))
    assert (made.ascii, made.east_asia) == ("Cambria", "楷体")


def test_an_empty_east_asian_slot_means_the_font_of_the_language():
    fonts = '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'
    assert first_format(source(p(r("字", fonts)), theme=THEME)).east_asia == "等线"
    japanese = '<w:themeFontLang w:eastAsia="ja-JP"/>'
    assert first_format(source(p(r("字", fonts)), theme=THEME, settings=japanese)).east_asia == "明朝"


def test_a_font_named_in_a_later_layer_wins_over_a_theme_font_below():
    styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>')
    made = first_format(source(p(r("字", '<w:rFonts w:ascii="Arial" w:hint="eastAsia"/>')), styles=styles, theme=THEME))
    assert (made.ascii, made.east_asia, made.hint_east_asia) == ("Arial", "等线", True)


def test_without_a_theme_the_named_fonts_stand():
    made = first_format(source(p(r("字", '<w:rFonts w:ascii="Arial" w:asciiTheme="majorHAnsi" w:eastAsia="仿宋"/>'))))
    assert (made.ascii, made.east_asia) == ("Arial", "仿宋")


def test_latin_beyond_ascii_takes_the_high_ansi_font():
    inlines = paragraphs(source(p(r("aé", '<w:rFonts w:ascii="Arial" w:hAnsi="Cambria"/>'))))[0].inlines
    assert [(item.text, item.format.ascii) for item in inlines if isinstance(item, Text)] == [
        ("a", "Arial"),
        ("é", "Cambria"),
    ]


def test_a_table_style_lies_between_the_defaults_and_the_paragraph_style():
    styles = (
        defaults('<w:sz w:val="20"/>', '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>')
        + style("Normal", rpr='<w:color w:val="222222"/>')
        + style("Grid", kind="table", ppr='<w:spacing w:after="0"/>', rpr='<w:sz w:val="18"/><w:color w:val="999999"/>')
    )
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>{p(r())}</w:tc></w:tr></w:tbl>'
    inside = tables(source(body, styles=styles))[0].rows[0].cells[0].blocks[0]
    assert (inside.format.after, inside.format.line) == (0.0, LineSpacing("multiple", 1.15))
    assert (inside.inlines[0].format.size, inside.inlines[0].format.color) == (9.0, "#222222")


def test_conditional_formats_follow_the_look_of_the_table():
    condition = '<w:tblStylePr w:type="{}"><w:rPr>{}</w:rPr><w:tcPr>{}</w:tcPr></w:tblStylePr>'
    shade = '<w:shd w:val="clear" w:fill="{}"/>'
    styles = style(
        "Fancy",
        kind="table",
        more=condition.format("firstRow", "<w:b/>", shade.format("AAAAAA"))
        + condition.format("band1Horz", "", shade.format("BBBBBB"))
        + condition.format("firstCol", "<w:i/>", ""),
    )
    row = f"<w:tr><w:tc>{p(r())}</w:tc><w:tc>{p(r())}</w:tc></w:tr>"
    look = '<w:tblLook w:val="0420" w:firstRow="1" w:firstColumn="0" w:noHBand="0" w:noVBand="1"/>'
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="Fancy"/>{look}</w:tblPr>{row * 3}</w:tbl>'
    rows = tables(source(body, styles=styles))[0].rows
    assert [row.cells[0].shading for row in rows] == ["#aaaaaa", "#bbbbbb", ""]
    formats = [row.cells[0].blocks[0].inlines[0].format for row in rows]
    assert [(item.bold, item.italic) for item in formats] == [(True, False), (False, False), (False, False)]


def test_the_text_merges_runs_of_one_format():
    assert first_text(source(p(r("甲") + r("乙") + "<w:proofErr/>" + r("丙")))).text == "甲乙丙"
