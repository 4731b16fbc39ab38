"""拼音指南, 带圈字符, 合并字符, fractions, and formulas as a line of text."""

import pytest
from field_parts import code, equation
from small_docx import p, paragraphs, plain, r, source

from docgen.pdf.source import Equation, Fraction, Overlay, Raised, Ruby, Text

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
    found = source(p(r("甲") + equation("eq \\r(3,x)+\\b\\bc\\[(y)")))
    assert said(paragraphs(found)[0].inlines[1].parts)[:1] == ["3"]
    assert "".join(part.text for part in paragraphs(found)[0].inlines[1].parts).startswith("3x+")
    assert found.warnings[0] == ("公式域 EQ 的 \\r、\\b（排成一行文字）", "正文第1段“甲”")


def test_an_equation_that_is_too_deep_or_empty_breaks_nothing():
    assert paragraphs(source(p(equation("eq "))))[0].inlines == ()
    deep = "eq " + "\\f(" * 60 + "1" + ",2)" * 60
    assert isinstance(paragraphs(source(p(equation(deep))))[0].inlines[0], Equation)


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    f"<m:sub>{run('i=1')}</m:sub><m:sup>{run('n')}</m:sup><m:e>{run('x')}</m:e></m:nary>"
)


@pytest.mark.parametrize(
    "inside, expected",
    [
        (run("x") + run("=1"), "x=1"),
        (f"<m:f><m:num>{run('a+b')}</m:num><m:den>{run('c')}</m:den></m:f>", "(a+b)/c"),
        (f"<m:sSup><m:e>{run('x')}</m:e><m:sup>{run('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSubSup><m:e>{run('x')}</m:e><m:sub>{run('i')}</m:sub><m:sup>{run('n')}</m:sup></m:sSubSup>", "x_i^n"),
        (f"<m:rad><m:deg/><m:e>{run('a+b')}</m:e></m:rad>", "√(a+b)"),
        (f"<m:d><m:e>{run('a')}</m:e><m:e>{run('b')}</m:e></m:d>", "(a|b)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{run("a")}</m:e></m:d>', "[a]"),
        (SUM, "∑_(i=1)^nx"),
        (f"<m:m><m:mr><m:e>{run('a')}</m:e><m:e>{run('b')}</m:e></m:mr></m:m>", "a, b"),
        (f"<m:func><m:fName>{run('sin')}</m:fName><m:e>{run('x')}</m:e></m:func>", "sin x"),
    ],
)
def test_a_formula_is_written_as_one_would_type_it(inside, expected):
    found = source(p(r("见") + math(inside)))
    assert plain(paragraphs(found)) == f"见{expected}"
    assert found.warnings == (("公式（排成一行文字）", "正文第1段“见”"),)
