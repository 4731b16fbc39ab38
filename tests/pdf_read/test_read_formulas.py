"""Formulas of Office Math: what is drawn, and what becomes a line of text."""

import pytest
from small_docx import blocks, p, paragraphs, plain, r, source

from docgen.pdf.source import Equation, Fenced, Fraction, Overlay, Raised, Root, Text


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def run(text: str, look: str = "") -> str:
    return f'<m:r><m:rPr>{look}</m:rPr><w:rPr><w:sz w:val="40"/></w:rPr><m:t>{text}</m:t></m:r>'


def part(name: str, text: str) -> str:
    return f"<m:{name}>{run(text)}</m:{name}>"


HALF = f"<m:f>{part('num', '甲')}{part('den', '乙')}</m:f>"
SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>'
    f"{part('sub', '1')}{part('sup', '9')}{part('e', '2')}</m:nary>"
)


def said(parts: tuple) -> object:
    """Parts as plain text and tuples."""
    found: list[object] = []
    for one in parts:
        if isinstance(one, Text):
            found.append(one.text)
        elif isinstance(one, Equation):
            found += said(one.parts)
        elif isinstance(one, Raised):
            found.append(("up" if one.rise > 0 else "down", *said(one.content)))
        elif isinstance(one, Fraction):
            found.append(("/", said(one.above), said(one.below)))
        elif isinstance(one, Root):
            found.append(("√", said(one.degree), said(one.content)))
        elif isinstance(one, Fenced):
            found.append((one.begin.text, *said(one.content), one.end.text))
        else:
            found.append((one.align, *(said(layer) for layer in one.layers)))
    return found


@pytest.mark.parametrize(
    "inside, expected",
    [
        (run("2") + run("=1"), ["2", "=1"]),
        (HALF, [("/", ["甲"], ["乙"])]),
        (f"<m:sSup>{part('e', '3')}{part('sup', '2')}</m:sSup>", ["3", ("up", "2")]),
        (f"<m:sSub>{part('e', '3')}{part('sub', '2')}</m:sSub>", ["3", ("down", "2")]),
        (
            f"<m:sSubSup>{part('e', '3')}{part('sub', '1')}{part('sup', '2')}</m:sSubSup>",
            ["3", ("left", [("up", "2")], [("down", "1")])],
        ),
        (f"<m:rad>{part('deg', '3')}{part('e', '8')}</m:rad>", [("√", ["3"], ["8"])]),
        (
            f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr>{part("deg", "")}{part("e", "8")}</m:rad>',
            [("√", [], ["8"])],
        ),
        (f"<m:d>{part('e', '1')}{part('e', '2')}</m:d>", ["(", "1", "|", "2", ")"]),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr>{part("e", "1")}</m:d>', ["[", "1"]),
        (f"<m:d><m:e>{HALF}</m:e></m:d>", [("(", ("/", ["甲"], ["乙"]), ")")]),
        (SUM, ["∑", ("left", [("up", "9")], [("down", "1")]), "2"]),
        (f"<m:func>{part('fName', '最大')}{part('e', '2')}</m:func>", ["最大", " ", "2"]),
        (f"<m:limLow>{part('e', '最小')}{part('lim', '1')}</m:limLow>", [("center", ["最小"], [("down", "1")])]),
        (f"<m:box>{part('e', '1')}</m:box>", ["1"]),
    ],
)
def test_a_formula_is_drawn(inside, expected):
    found = source(p(r("见") + math(inside)))
    assert (said(paragraphs(found)[0].inlines[1:]), found.warnings) == (expected, ())


def test_the_limits_of_a_sum_on_a_line_of_its_own_stand_above_and_below():
    found = source(p(f"<m:oMathPara>{math(SUM)}</m:oMathPara>"))
    (sum_, inner) = paragraphs(found)[0].inlines
    assert isinstance(sum_.parts[0], Overlay)
    assert (said((sum_,)), said((inner,))) == ([("center", ["∑"], [("up", "9")], [("down", "1")])], ["2"])


def test_numbers_and_scripts_are_smaller_the_deeper_they_stand():
    def sizes(inside: str) -> list[float]:
        (found,) = paragraphs(source(p(inside)))[0].inlines
        fraction = found.parts[0]
        return [fraction.format.size, fraction.above[0].format.size]

    assert sizes(math(HALF)) == [20.0, 14.6]
    assert sizes(f"<m:oMathPara>{math(HALF)}</m:oMathPara>") == [20.0, 20.0]


def test_letters_lean_unless_they_are_said_to_stand():
    found = paragraphs(source(p(math(run("x+1米") + run("y", '<m:sty m:val="p"/>')))))[0].inlines
    assert [(one.text, one.format.italic) for one in found] == [("x", True), ("+1米", False), ("y", False)]


@pytest.mark.parametrize("place, alignment", [("", "center"), ('<m:jc m:val="left"/>', "start")])
def test_a_formula_on_a_line_of_its_own_stands_in_the_middle_unless_it_says_otherwise(place, alignment):
    body = f"<m:oMathPara><m:oMathParaPr>{place}</m:oMathParaPr>{math(run('x'))}</m:oMathPara>"
    indent = '<w:ind w:firstLine="400"/>'
    alone, beside = paragraphs(source(p(body, indent) + p(r("见") + body, indent)))
    assert (alone.format.alignment, alone.format.first_line) == (alignment, 0.0)
    assert (beside.format.alignment, beside.format.first_line) == ("start", 20.0)


@pytest.mark.parametrize(
    "inside, expected",
    [
        (f'<m:f><m:fPr><m:type m:val="lin"/></m:fPr>{part("num", "a+b")}{part("den", "c")}</m:f>', "(a+b)/c"),
        (f"<m:m><m:mr>{part('e', 'a')}{part('e', 'b')}</m:mr></m:m>", "a, b"),
        (f"<m:eqArr>{part('e', 'a')}{part('e', 'b')}</m:eqArr>", "a; b"),
        (f"<m:acc>{part('e', 'a')}</m:acc>", "a"),
        (f"<m:rad><m:e><m:acc>{part('e', 'a')}</m:acc></m:e></m:rad>", "√a"),
    ],
)
def test_what_is_not_drawn_is_written_as_one_would_type_it_and_told(inside, expected):
    found = source(p(r("见") + math(inside)))
    assert plain(paragraphs(found)) == f"见{expected}"
    assert found.warnings == (("公式的一部分（排成一行文字）", "正文第1段“见”"),)


@pytest.mark.parametrize("element", [math(run("1")), f"<m:oMathPara>{math(run('1'))}</m:oMathPara>"])
def test_a_formula_between_paragraphs_is_a_paragraph(element):
    found = source(p(r("见")) + element + p(r("后")))
    assert [plain(one) for one in paragraphs(found)] == ["见", "1", "后"]
    assert found.warnings == ()
    cell = f"<w:tbl><w:tr><w:tc>{element}{p(r('格'))}</w:tc></w:tr></w:tbl>"
    assert plain(blocks(source(cell))) == "1格"
