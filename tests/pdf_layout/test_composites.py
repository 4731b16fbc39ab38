"""拼音指南, 带圈字符, 合并字符 and fractions: where their characters stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MARGINS, flat, lines_of, para, source, text_of

from docgen.pdf.pages import Line, Path, Piece, Rule
from docgen.pdf.source import Equation, Fenced, Fraction, Inline, LineSpacing, Overlay, Raised, Root, Ruby, Text

SMALL = replace(LOOSE, size=8.0)
LARGE = replace(LOOSE, size=24.0)
LEFT = MARGINS[3]


def line_with(laid, *inlines: Inline, **how: object) -> Line:
    page = laid(source(replace(para("", **how), inlines=inlines))).pages.pages[0]
    return lines_of(page)[0]


def spots(line: Line) -> list[tuple[str, float, float]]:
    """(text, x from the left of the text area, rise) of each piece."""
    return [(piece.text, round(line.x + piece.x - LEFT, 2), round(piece.rise, 2)) for piece in line.pieces]


def ruby(base: str, above: str, align: str, rise: float = 15.0) -> Ruby:
    return Ruby((Text(base, LOOSE),), (Text(above, SMALL),), rise, align, LOOSE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "align, places",
    [
        ("left", [("甲乙", 0.0)]),
        ("center", [("甲乙", 16.0)]),
        ("right", [("甲乙", 32.0)]),
        ("letters", [("甲", 0.0), ("乙", 40.0)]),
        ("spaces", [("甲", 8.0), ("乙", 32.0)]),
    ],
)
def test_small_text_stands_above_its_base_as_it_is_aligned(laid, align, places):
    line = line_with(laid, ruby("汉字拼", "甲乙", align), Text("后", LOOSE))
    assert spots(line) == [("汉字拼", 0.0, 0.0), *((text, x, 15.0) for text, x in places), ("后", 48.0, 0.0)]


def test_a_base_narrower_than_its_small_text_stands_in_the_middle(laid):
    assert spots(line_with(laid, ruby("汉", "甲乙丙", "spaces"), Text("后", LOOSE))) == [
        ("汉", 4.0, 0.0),
        ("甲乙丙", 0.0, 15.0),
        ("后", 24.0, 0.0),
    ]


def test_small_text_makes_its_line_higher_unless_the_height_is_exact(laid):
    def second(height: LineSpacing) -> float:
        blocks = [
            replace(para("", line=height), inlines=(one,)) for one in (ruby("汉", "甲", "center"), Text("下", LOOSE))
        ]
        first, below = lines_of(laid(source(*blocks)).pages.pages[0])
        return below.baseline - first.baseline

    plain = second(LineSpacing("exact", 30.0))
    assert plain == pytest.approx(30.0)
    page = laid(source(replace(para("", line=LineSpacing()), inlines=(ruby("汉", "甲", "center", 40.0),)))).pages.pages[
        0
    ]
    assert lines_of(page)[0].baseline - MARGINS[0] > 40


def test_small_text_without_a_height_stands_right_above_its_base(laid):
    base, above = line_with(laid, ruby("汉", "甲", "center", 0.0)).pieces
    assert 12 < above.rise < 20
    assert base.rise == 0


def test_a_character_in_a_circle_stands_in_its_middle(laid):
    circled = Equation((Overlay(((Text("○", LARGE),), (Text("文", LOOSE),))),), LOOSE)
    line = line_with(laid, Text("前", LOOSE), circled, Text("后", LOOSE))
    assert spots(line) == [("前", 0.0, 0.0), ("○", 16.0, 0.0), ("文", 20.0, 0.0), ("后", 40.0, 0.0)]


def test_combined_characters_stand_in_two_rows_of_equal_width(laid):
    rows = (
        (Raised((Text("甲乙", SMALL),), 9.0),),
        (Raised((Text("丙丁戊", SMALL),), -3.0),),
    )
    line = line_with(laid, Equation((Overlay(rows, "spread"),), LOOSE), Text("后", LOOSE))
    assert spots(line) == [("甲", 0.0, 9.0), ("乙", 16.0, 9.0), ("丙丁戊", 0.0, -3.0), ("后", 24.0, 0.0)]


@pytest.mark.parametrize("align, x", [("left", 0.0), ("center", 8.0), ("right", 16.0)])
def test_layers_are_aligned_in_the_widest(laid, align, x):
    overlay = Overlay(((Text("甲乙", LOOSE),), (Text("丙", LOOSE),)), align)
    assert spots(line_with(laid, Equation((overlay,), LOOSE))) == [("甲乙", 0.0, 0.0), ("丙", x, 0.0)]


def test_a_fraction_has_its_line_between_its_parts(laid):
    fraction = Equation((Fraction((Text("甲乙", LOOSE),), (Text("丙", LOOSE),), LOOSE),), LOOSE)
    page = laid(source(replace(para("", line=LineSpacing()), inlines=(fraction, Text("后", LOOSE))))).pages.pages[0]
    (line,) = lines_of(page)
    above, below, after = line.pieces
    (rule,) = [item for item in flat(page.items) if isinstance(item, Rule)]
    assert (rule.x1 - LEFT, rule.x2 - LEFT, after.x) == (0.0, 32.0, 32.0)
    assert line.baseline - rule.y1 == pytest.approx(0.3 * 16)
    assert (above.x, below.x) == (0.0, 8.0)
    assert above.rise > line.baseline - rule.y1 > below.rise
    assert line.baseline - above.rise - 16 > MARGINS[0] - 4  # the line is as high as the fraction


def test_a_composite_moves_to_the_next_line_whole(laid):
    inlines = (Text("字" * 27, LOOSE), ruby("汉字", "甲", "center"), Text("后", LOOSE))
    page = laid(source(replace(para("", alignment="start"), inlines=inlines))).pages.pages[0]
    assert [text_of(line) for line in lines_of(page)] == ["字" * 27, "汉字甲后"]


def test_a_heading_names_the_base_and_the_circled_character(laid):
    circled = Equation((Overlay(((Text("○", LARGE),), (Text("文", LOOSE),))),), LOOSE)
    line = line_with(laid, ruby("汉", "han", "center"), circled, outline_level=0)
    assert line.heading == (1, "汉○文")
    assert all(isinstance(piece, Piece) for piece in line.pieces)


def test_the_sign_of_a_root_is_as_high_as_its_content_and_goes_over_it(laid):
    root = Root((Text("国民", LOOSE),), (Text("3", SMALL),), LOOSE)
    page = laid(source(replace(para(""), inlines=(Equation((root,), LOOSE), Text("后", LOOSE))))).pages.pages[0]
    (sign,) = [item for item in page.items if isinstance(item, Path)]
    line = lines_of(page)[0]
    degree, inside, after = line.pieces
    points = [numbers for _, numbers in sign.steps]
    assert (degree.text, inside.text, after.text) == ("3", "国民", "后")
    assert points[-1][0] >= line.x + inside.x + inside.width
    assert points[-2][0] < line.x + inside.x < points[-1][0] < line.x + after.x + 0.01
    assert points[-2][1] == points[-1][1] < line.baseline - 12
    assert degree.rise > 0


def test_brackets_grow_around_what_is_higher_than_a_line(laid):
    fraction = Fraction((Text("甲", LOOSE),), (Text("乙", LOOSE),), LOOSE)
    low = Fenced(Text("(", LOOSE), (Text("1", LOOSE),), Text(")", LOOSE))
    tall = Fenced(Text("(", LOOSE), (fraction,), Text(")", LOOSE))
    sizes = [piece.size for piece in line_with(laid, Equation((low,), LOOSE)).pieces]
    assert sizes == [16.0, 16.0, 16.0]
    begin, *_, end = line_with(laid, Equation((tall,), LOOSE)).pieces
    assert begin.size == end.size > 1.5 * 16
