"""What a run looks like: w:rPr → RunFormat."""

from __future__ import annotations

import pytest
from small_docx import first_format, p, paragraphs, plain, r, source, style
from theme_parts import THEME

from docgen.pdf.source import Border, Fit, Joint, RunFormat


def look(rpr: str, **parts: object) -> RunFormat:
    return first_format(source(p(r("字", rpr)), **parts))


def changes(rpr: str, **parts: object) -> dict[str, object]:
    """The fields that these properties change."""
    found, plain_ = look(rpr, **parts), look("", **parts)
    return {name: getattr(found, name) for name in found.__slots__ if getattr(found, name) != getattr(plain_, name)}


@pytest.mark.parametrize(
    "rpr, expected",
    [
        ('<w:u w:val="wave"/>', {"underline": "wave"}),
        ('<w:u w:val="none"/>', {}),
        ('<w:u w:val="double" w:color="FF0000"/>', {"underline": "double", "underline_color": "#ff0000"}),
        ('<w:u w:val="single" w:color="auto"/>', {"underline": "single"}),
        ("<w:strike/>", {"strike": "single"}),
        ("<w:dstrike/>", {"strike": "double"}),
        ('<w:strike w:val="0"/>', {}),
        ('<w:position w:val="6"/>', {"rise": 3.0}),
        ('<w:position w:val="-12"/>', {"rise": -6.0}),
        ('<w:vertAlign w:val="superscript"/>', {"level": "super"}),
        ('<w:vertAlign w:val="subscript"/>', {"level": "sub"}),
        ('<w:vertAlign w:val="baseline"/>', {}),
        ("<w:caps/>", {"caps": "all"}),
        ("<w:smallCaps/>", {"caps": "small"}),
        ('<w:em w:val="dot"/>', {"emphasis": "dot"}),
        ('<w:em w:val="underDot"/>', {"emphasis": "underDot"}),
        ('<w:em w:val="none"/>', {}),
        ('<w:highlight w:val="darkYellow"/>', {"background": "#808000"}),
        ('<w:highlight w:val="none"/>', {}),
        ('<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>', {"background": "#d9d9d9"}),
        ('<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>', {"background": "#808080"}),
        ('<w:highlight w:val="red"/><w:shd w:val="clear" w:fill="D9D9D9"/>', {"background": "#ff0000"}),
        ('<w:bdr w:val="single" w:sz="8" w:space="1" w:color="00FF00"/>', {"border": Border(1.0, "#00ff00", 1.0)}),
        ('<w:bdr w:val="nil"/>', {}),
        ("<w:outline/>", {"outline": True}),
        ('<w:kern w:val="2"/>', {"kerning": True}),
        ('<w:kern w:val="0"/>', {}),
        ('<w:kern w:val="32"/>', {}),
        ('<w:fitText w:val="1260" w:id="-7"/>', {"fit": Fit(63.0, "-7")}),
        ('<w:fitText w:val="0"/>', {}),
        (
            '<w:eastAsianLayout w:id="1" w:combine="1" w:combineBrackets="round"/>',
            {"joint": Joint("two_lines", "1", "()")},
        ),
        ('<w:eastAsianLayout w:id="1" w:combine="0"/>', {}),
        ('<w:eastAsianLayout w:id="2" w:vert="1" w:vertCompress="1"/>', {"joint": Joint("turned", "2", "", True)}),
    ],
)
def test_each_property_fills_its_field_and_nothing_else(rpr, expected):
    assert changes(rpr) == expected
    assert source(p(r("字", rpr))).warnings == ()


@pytest.mark.parametrize(
    "rpr", ["<w:bCs/>", '<w:szCs w:val="60"/>', "<w:rtl/>", "<w:cs/>", '<w:effect w:val="lights"/>']
)
def test_properties_of_complex_scripts_and_of_the_screen_change_nothing_and_say_nothing(rpr):
    assert changes(rpr) == {}
    assert source(p(r("字", rpr))).warnings == ()


@pytest.mark.parametrize(
    "color, expected",
    [
        ('w:val="auto" w:themeColor="accent1"', "#4f81bd"),
        ('w:val="123456" w:themeColor="accent1" w:themeTint="99"', "#95b3d7"),
        ('w:val="123456" w:themeColor="accent1" w:themeShade="BF"', "#376092"),
        ('w:val="auto" w:themeColor="text1"', "#101010"),
        ('w:val="auto" w:themeColor="dark1"', "#101010"),
        ('w:val="auto" w:themeColor="background2"', "#eeece1"),
        ('w:val="auto" w:themeColor="hyperlink"', "#0000ee"),
        ('w:val="123456" w:themeColor="accent6"', "#123456"),
        ('w:val="auto" w:themeColor="nonsense"', "#000000"),
        ('w:val="auto" w:themeColor="accent1" w:themeTint="x"', "#4f81bd"),
    ],
)
def test_a_theme_colour_is_that_of_the_theme_with_its_tint_or_shade(color, expected):
    found = source(p(r("字", f"<w:color {color}/>")), theme=THEME)
    assert (first_format(found).color, found.warnings) == (expected, ())


def test_the_settings_say_which_theme_colour_text_is():
    mapping = '<w:clrSchemeMapping w:t1="light2" w:accent1="accent2"/>'
    body = p(r("甲", '<w:color w:themeColor="text1"/>') + r("乙", '<w:color w:themeColor="accent1"/>'))
    (block,) = paragraphs(source(body, theme=THEME, settings=mapping))
    assert [item.format.color for item in block.inlines] == ["#eeece1", "#c0504d"]


def test_underlines_grounds_and_boxes_take_theme_colours_too():
    found = look(
        '<w:u w:val="single" w:themeColor="accent2"/><w:bdr w:val="single" w:themeColor="accent1"/>'
        '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1" w:themeFillTint="99"/>',
        theme=THEME,
    )
    assert (found.underline_color, found.border.color, found.background) == ("#c0504d", "#4f81bd", "#95b3d7")


def test_a_ground_of_a_theme_colour_says_nothing():
    shaded = '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'
    assert source(p(r("字", shaded)), theme=THEME).warnings == ()


def test_without_a_theme_the_colour_beside_it_counts():
    assert look('<w:color w:val="365F91" w:themeColor="accent1"/>').color == "#365f91"


def test_text_of_automatic_colour_is_white_on_a_dark_ground():
    dark = '<w:shd w:val="clear" w:fill="1F1F1F"/>'
    assert look(dark).color == "#ffffff"
    assert look(dark + '<w:color w:val="auto"/>').color == "#ffffff"
    assert look(dark + '<w:color w:val="333333"/>').color == "#333333"
    assert look('<w:shd w:val="clear" w:fill="C0C0C0"/>').color == "#000000"


FILL = "<w14:textFill>{}</w14:textFill>"
OUTLINE = '<w14:textOutline w14:w="9525">{}</w14:textOutline>'
RED = '<w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill>'
NONE = "<w14:noFill/>"


def test_a_solid_text_fill_is_the_colour_of_the_text():
    assert look('<w:color w:val="00FF00"/>' + FILL.format(RED)).color == "#ff0000"
    darker = (
        '<w14:solidFill><w14:schemeClr w14:val="accent1"><w14:lumMod w14:val="75000"/></w14:schemeClr></w14:solidFill>'
    )
    assert look(FILL.format(darker), theme=THEME).color == "#376092"


def test_characters_with_an_outline_and_no_fill_are_hollow_in_its_colour():
    found = look(FILL.format(NONE) + OUTLINE.format(RED))
    assert (found.outline, found.color) == (True, "#ff0000")


@pytest.mark.parametrize(
    "rpr, feature",
    [
        ("<w:shadow/>", "阴影字"),
        ("<w:emboss/>", "阳文"),
        ("<w:imprint/>", "阴文"),
        ("<w14:glow/>", "文字发光"),
        ("<w14:shadow/>", "文字阴影"),
        ("<w14:reflection/>", "文字映像"),
        (OUTLINE.format(RED), "文字轮廓"),
        (FILL.format("<w14:gradFill/>"), "文字渐变填充"),
        ('<w:u w:val="zigzag"/>', "下划线样式 zigzag（按单线画）"),
        ('<w:shd w:val="diagStripe" w:fill="auto"/>', "字符底纹图案（按平均颜色画）"),
    ],
)
def test_what_is_not_drawn_as_word_draws_it_is_told(rpr, feature):
    assert source(p(r("字", rpr))).warnings == ((feature, "正文第1段“字”"),)


@pytest.mark.parametrize("rpr", [OUTLINE.format(NONE), FILL.format(RED), '<w:shadow w:val="0"/>'])
def test_effects_that_are_off_or_drawn_say_nothing(rpr):
    assert source(p(r("字", rpr))).warnings == ()


def test_a_look_comes_from_styles_too_and_toggles_off():
    sheet = style("Normal") + style("Struck", based="Normal", rpr='<w:strike/><w:em w:val="dot"/>')
    body = p(r("甲") + r("乙", '<w:strike w:val="0"/>'), '<w:pStyle w:val="Struck"/>')
    (block,) = paragraphs(source(body, styles=sheet))
    assert [(item.format.strike, item.format.emphasis) for item in block.inlines] == [("single", "dot"), ("", "dot")]


@pytest.mark.parametrize(
    "rpr, size, scale",
    [
        ('<w:sz w:val="0"/>', 10.0, 1.0),
        ('<w:sz w:val="-20"/>', 10.0, 1.0),
        ('<w:sz w:val="999999"/>', 1638.0, 1.0),
        ('<w:w w:val="0"/>', 10.0, 1.0),
        ('<w:w w:val="99999"/>', 10.0, 6.0),
    ],
)
def test_sizes_beyond_those_of_word_are_held_to_its_limits(rpr, size, scale):
    found = look(rpr)
    assert (found.size, found.scale) == (size, scale)


def test_the_text_of_capitals_is_read_as_it_was_typed():
    assert plain(paragraphs(source(p(r("Abc", "<w:caps/>"))))) == "Abc"
