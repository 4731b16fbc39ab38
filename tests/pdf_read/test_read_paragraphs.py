"""Paragraph properties: each as points, each inherited by Word's rules."""

import pytest
from small_docx import defaults, p, paragraphs, r, source, style

from docgen.pdf.source import Anchor, Border, Frame, LineSpacing, ParagraphFormat, TabStop


def made(ppr: str, *, content: str = "", **parts: object) -> ParagraphFormat:
    return paragraphs(source(p(content or r("字", '<w:sz w:val="32"/>'), ppr), **parts))[0].format


@pytest.mark.parametrize(
    "ind, expected",
    [
        ('w:left="200" w:right="100" w:firstLine="400"', (10, 5, 20)),
        ('w:start="200" w:end="100"', (10, 5, 0)),
        ('w:left="640" w:hanging="640" w:firstLine="999"', (32, 0, -32)),
        ('w:firstLineChars="200" w:firstLine="1"', (0, 0, 32)),
        ('w:firstLineChars="0" w:firstLine="400"', (0, 0, 20)),
        ('w:rightChars="400" w:right="1"', (0, 40, 0)),
        ('w:leftChars="100" w:left="9"', (10, 0, 0)),
        ('w:leftChars="200" w:left="720" w:hangingChars="100" w:hanging="320"', (36, 0, -16)),
        ('w:left="-200"', (-10, 0, 0)),
    ],
)
def test_indents_in_twips_and_in_characters_the_first_line_by_the_text_the_sides_by_the_normal_style(ind, expected):
    found = made(f"<w:ind {ind}/>")
    assert (found.left, found.right, found.first_line) == expected


def test_the_indents_that_word_writes_under_a_smaller_normal_style_come_to_the_lengths_beside_them():
    styles = style("Normal", rpr='<w:sz w:val="21"/>') + style("附注", rpr='<w:sz w:val="36"/>')
    words = 'w:leftChars="304" w:left="1278" w:hangingChars="200" w:hanging="640"'
    found = made(f'<w:pStyle w:val="附注"/><w:ind {words}/>', styles=styles)
    assert (found.left, found.first_line) == (pytest.approx(1278 / 20, abs=0.05), -32)


def test_a_paragraph_without_text_measures_characters_by_its_mark():
    found = source(p("", '<w:ind w:firstLineChars="200"/><w:rPr><w:sz w:val="44"/></w:rPr>'))
    assert paragraphs(found)[0].format.first_line == 44
    assert paragraphs(found)[0].format.mark.size == 22


def test_characters_of_a_style_outlast_twips_given_directly_until_set_to_zero():
    styles = style("Normal", ppr='<w:ind w:firstLineChars="200" w:firstLine="640"/>')
    assert made('<w:ind w:firstLine="0"/>', styles=styles).first_line == 32
    assert made('<w:ind w:firstLineChars="0" w:firstLine="0"/>', styles=styles).first_line == 0
    assert made('<w:ind w:hangingChars="100"/>', styles=styles).first_line == -16
    assert made('<w:ind w:left="100"/>', styles=styles).left == 5


def test_space_before_and_after_in_points_and_in_lines():
    found = made('<w:spacing w:before="240" w:afterLines="50" w:after="1"/>')
    assert (found.before, found.after) == (12, 6)
    grid = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    body = p(r(), '<w:spacing w:beforeLines="200"/>') + grid
    assert paragraphs(source(body))[0].format.before == pytest.approx(57.9)


@pytest.mark.parametrize(
    "spacing, expected",
    [
        ("", LineSpacing("multiple", 1.0)),
        ('w:line="360"', LineSpacing("multiple", 1.5)),
        ('w:line="276" w:lineRule="auto"', LineSpacing("multiple", 1.15)),
        ('w:line="579" w:lineRule="exact"', LineSpacing("exact", 28.95)),
        ('w:line="400" w:lineRule="atLeast"', LineSpacing("at_least", 20.0)),
    ],
)
def test_line_spacing(spacing, expected):
    found = made(f"<w:spacing {spacing}/>").line
    assert (found.rule, found.value) == (expected.rule, pytest.approx(expected.value))


@pytest.mark.parametrize(
    "value, expected",
    [
        ("left", "start"),
        ("start", "start"),
        ("center", "center"),
        ("right", "end"),
        ("end", "end"),
        ("both", "both"),
        ("distribute", "distribute"),
        ("thaiDistribute", "distribute"),
    ],
)
def test_alignment(value, expected):
    assert made(f'<w:jc w:val="{value}"/>').alignment == expected


SWITCHES = {
    "contextualSpacing": ("contextual_spacing", False),
    "keepNext": ("keep_next", False),
    "keepLines": ("keep_lines", False),
    "pageBreakBefore": ("page_break_before", False),
    "widowControl": ("widow_control", True),
    "snapToGrid": ("snap_to_grid", True),
    "kinsoku": ("kinsoku", True),
    "overflowPunct": ("overflow_punct", True),
    "autoSpaceDE": ("auto_space_latin", True),
    "autoSpaceDN": ("auto_space_digits", True),
}


@pytest.mark.parametrize("name", SWITCHES)
def test_switches_have_words_defaults_and_turn_both_ways(name):
    attribute, default = SWITCHES[name]
    assert getattr(made(""), attribute) is default
    assert getattr(made(f"<w:{name}/>"), attribute) is True
    assert getattr(made(f'<w:{name} w:val="0"/>'), attribute) is False
    styles = style("Normal", ppr=f'<w:{name} w:val="{int(not default)}"/>')
    assert getattr(made("", styles=styles), attribute) is not default


def test_outline_levels_below_nine_count():
    assert made('<w:outlineLvl w:val="0"/>').outline_level == 0
    assert made('<w:outlineLvl w:val="9"/>').outline_level is None
    assert made("").outline_level is None


def test_tabs_are_inherited_cleared_and_sorted():
    tab = '<w:tab w:val="{}" w:pos="{}"{}/>'
    styles = style("Normal", ppr=f"<w:tabs>{tab.format('left', 400, '')}{tab.format('center', 800, '')}</w:tabs>")
    own = tab.format("clear", 400, "") + tab.format("right", 8000, ' w:leader="dot"') + tab.format("decimal", 600, "")
    found = made(f"<w:tabs>{own}</w:tabs>", styles=styles)
    assert found.tabs == (TabStop(30, "decimal"), TabStop(40, "center"), TabStop(400, "right", "."))


def test_borders_are_inherited_edge_by_edge():
    edge = '<w:{} w:val="{}" w:sz="{}" w:space="1" w:color="{}"/>'
    styles = style("Normal", ppr=f"<w:pBdr>{edge.format('top', 'single', 8, 'FF0000')}</w:pBdr>")
    found = made(f"<w:pBdr>{edge.format('bottom', 'double', 6, 'auto')}</w:pBdr>", styles=styles).borders
    assert found.top == Border(1.0, "#ff0000", 1.0, "single")
    assert found.bottom == Border(0.75, "#000000", 1.0, "double")
    none = made('<w:pBdr><w:top w:val="none"/><w:left w:val="nil"/></w:pBdr>', styles=styles).borders
    assert (none.top, none.left) == (None, None)


def test_shading_is_a_colour_and_a_percent_pattern_is_mixed():
    assert made('<w:shd w:val="clear" w:fill="D9D9D9"/>').shading == "#d9d9d9"
    assert made('<w:shd w:val="clear" w:fill="auto"/>').shading == ""
    assert made('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>').shading == "#808080"
    stripes = source(p(r("甲"), '<w:shd w:val="diagStripe" w:fill="FFFFFF"/>'))
    assert stripes.warnings == (("底纹图案（按平均颜色画）", "正文第1段“甲”"),)


def test_a_frame_with_all_its_places():
    frame = (
        '<w:framePr w:w="8845" w:h="400" w:hRule="exact" w:hAnchor="margin" w:vAnchor="page" w:xAlign="center" '
        'w:y="2000" w:hSpace="180" w:vSpace="20"/>'
    )
    expected = Frame(
        Anchor("margin", 0.0, "center"), Anchor("page", 100.0), 442.25, 20.0, "exact", h_space=9.0, v_space=1.0
    )
    found = paragraphs(source(p(r("甲"), frame) + p(r("乙"), frame) + p(r("丙"))))
    assert [item.format.frame for item in found] == [expected, expected, None]


def test_a_frame_that_says_little_is_as_wide_as_its_text():
    found = made('<w:framePr w:hAnchor="text" w:x="20" w:h="200"/>').frame
    assert found == Frame(Anchor("text", 1.0), Anchor("margin"), None, 10.0, "at_least")


def test_a_frame_of_nothing_but_zeros_is_none():
    assert made('<w:framePr w:w="0" w:h="0" w:hRule="exact" w:xAlign="left" w:y="0" w:vAnchor="margin"/>').frame is None


@pytest.mark.parametrize("size, none", [("", True), ('w:w="2000"', False)])
def test_a_frame_that_word_writes_over_a_style_to_take_its_frame_away_is_none(size, none):
    words = f'w:hSpace="0" w:wrap="auto" w:vAnchor="margin" w:xAlign="left" w:yAlign="inline" {size}'
    assert (made(f"<w:framePr {words}/>").frame is None) is none


def test_a_drop_cap_stands_in_the_text_and_is_told():
    found = source(p(r("首"), '<w:framePr w:dropCap="drop" w:lines="3"/>'))
    assert paragraphs(found)[0].format.frame is None
    assert found.warnings == (("首字下沉", "正文第1段“首”"),)


def test_paragraph_features_without_a_record_are_told_with_their_place():
    ppr = '<w:bidi/><w:textDirection w:val="tbRl"/><w:rsid/><w:rsid/>'
    place = "正文第1段“甲”"
    assert source(p(r("甲"), ppr)).warnings == (
        ("从右到左的段落", place),
        ("段落文字方向", place),
        ("段落属性 rsid", place),
    )


def test_properties_that_need_no_drawing_say_nothing():
    ppr = '<w:adjustRightInd w:val="0"/><w:suppressLineNumbers/><w:bidi w:val="0"/><w:textAlignment w:val="auto"/>'
    run = '<w:lang w:val="en-US"/><w:noProof/><w:kern w:val="2"/><w:szCs w:val="24"/><w:bCs/>'
    assert source(p(r("甲", run), ppr), styles=defaults("<w:lang/>")).warnings == ()


def test_places_count_paragraphs_and_quote_their_beginning():
    found = paragraphs(source(p(r("甲")) + p() + p(r("各乡镇人民政府、街道办事处，县直有关单位"))))
    assert [item.place for item in found] == [
        "正文第1段“甲”",
        "正文第2段",
        "正文第3段“各乡镇人民政府、街道办事……”",
    ]
