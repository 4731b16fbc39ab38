"""拼音指南, 带圈字符, 合并字符, fractions and roots of EQ fields."""

import pytest
from field_parts import code, equation
from small_docx import p, paragraphs, r, source

from docgen.pdf.source import Equation, Fraction, Overlay, Raised, Root, Ruby, Text

SMALL = '<w:sz w:val="16"/>'


def ruby(setting: str, base: str = r("拼", '<w:sz w:val="32"/>'), above: str = r("pin", SMALL)) -> str:
    return (
        f"<w:r><w:ruby><w:rubyPr>{setting}</w:rubyPr><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    )


def only(content: str):
    (found,) = paragraphs(source(p(content)))[0].inlines
    return found


def said(parts: tuple) -> object:
    """Parts of an equation as plain text and tuples."""
    found = []
    for part in parts:
        if isinstance(part, Text):
            found.append(part.text)
        elif isinstance(part, Raised):
            found.append((part.rise, said(part.content)))
        elif isinstance(part, Fraction):
            found.append(("/", said(part.above), said(part.below)))
        else:
            found.append((part.align, *(said(layer) for layer in part.layers)))
    return found


@pytest.mark.parametrize(
    "value, expected",
    [
        ("distributeSpace", "spaces"),
        ("distributeLetter", "letters"),
        ("center", "center"),
        ("left", "left"),
        ("right", "right"),
        ("rightVertical", "center"),
    ],
)
def test_ruby_has_base_small_text_height_and_alignment(value, expected):
    found = only(ruby(f'<w:rubyAlign w:val="{value}"/><w:hpsRaise w:val="30"/>'))
    assert isinstance(found, Ruby)
    assert [(one.text, one.format.size) for one in (*found.base, *found.above)] == [("拼", 16.0), ("pin", 8.0)]
    assert (found.rise, found.align) == (15.0, expected)


def test_ruby_without_a_setting_is_ruby_all_the_same():
    found = only(ruby(""))
    assert (found.rise, found.align) == (0.0, "center")
    assert source(p(ruby(""))).warnings == ()


def test_an_empty_ruby_is_nothing():
    assert paragraphs(source(p(ruby("", "", ""))))[0].inlines == ()


def test_a_character_in_a_circle_keeps_the_sizes_of_both():
    found = only(equation(" eq \\o\\ac(", code("○", '<w:sz w:val="48"/>'), ",", code("文", '<w:sz w:val="32"/>'), ") "))
    assert isinstance(found, Equation)
    (overlay,) = found.parts
    assert isinstance(overlay, Overlay)
    assert said(found.parts) == [("center", ["○"], ["文"])]
    assert [layer[0].format.size for layer in overlay.layers] == [24.0, 16.0]


@pytest.mark.parametrize(
    "instruction, expected",
    [
        ("eq \\o\\ad(\\s\\up 9(甲乙),\\s\\do 3(丙丁))", [("spread", [(9.0, ["甲乙"])], [(-3.0, ["丙丁"])])]),
        ('EQ \\* jc2 \\* "Font:宋体" \\* hps16 \\o(\\s\\up 8(组织),部门)', [("center", [(8.0, ["组织"])], ["部门"])]),
        ("eq \\o\\al(a;b)", [("left", ["a"], ["b"])]),
        ("eq \\f(1,2)", [("/", ["1"], ["2"])]),
        ("eq \\f(1, \\f(2,3) )", [("/", ["1"], [("/", ["2"], ["3"])])]),
        ("eq 甲\\s\\up4(2)乙", ["甲", (4.0, ["2"]), "乙"]),
        ("eq \\s(上)", [(3.0, ["上"])]),
        ("eq a\\,b\\(c\\)\\\\", ["a,b(c)\\"]),
        ("eq \\o\\ac(○", [("center", ["○"])]),
    ],
)
def test_the_parts_of_an_equation_field(instruction, expected):
    found = source(p(equation(instruction)))
    assert (said(paragraphs(found)[0].inlines[0].parts), found.warnings) == (expected, ())


def test_what_an_equation_field_cannot_draw_is_a_line_of_text_and_told():
    found = source(p(r("甲") + equation("eq \\i(3,x,z)+\\b\\bc\\[(y)")))
    assert said(paragraphs(found)[0].inlines[1].parts)[:1] == ["3"]
    assert "".join(part.text for part in paragraphs(found)[0].inlines[1].parts).startswith("3xz+")
    assert found.warnings[0] == ("公式域 EQ 的 \\i、\\b（排成一行文字）", "正文第1段“甲”")


def test_a_root_of_an_equation_field_has_its_degree_in_small_type():
    (cube,) = only(equation("eq \\r(3,x)")).parts
    assert isinstance(cube, Root)
    assert (said(cube.degree), said(cube.content)) == (["3"], ["x"])
    assert cube.degree[0].format.size == pytest.approx(0.6 * cube.content[0].format.size)
    (square,) = only(equation("eq \\r(x)")).parts
    assert (square.degree, said(square.content)) == ((), ["x"])


def test_an_equation_that_is_too_deep_or_empty_breaks_nothing():
    assert paragraphs(source(p(equation("eq "))))[0].inlines == ()
    deep = "eq " + "\\f(" * 60 + "1" + ",2)" * 60
    assert isinstance(paragraphs(source(p(equation(deep))))[0].inlines[0], Equation)
