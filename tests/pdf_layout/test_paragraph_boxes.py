"""Paragraph borders and shading: what is joined, and where it reaches."""

from __future__ import annotations

import pytest
from layout_sources import LOOSE, MM, flat, lines_of, para, source

from docgen.pdf.pages import Fill, Rule
from docgen.pdf.source import Border, Borders, LineSpacing

LINE = Border(1.0, space=4.0)
BOX = Borders(LINE, LINE, LINE, LINE)
LEFT, RIGHT = 28 * MM, 184 * MM


def block(text: str, **how: object):
    return para(text, LOOSE, alignment="start", **{"line": LineSpacing("exact", 20.0), **how})


def rules(page) -> list[Rule]:
    return [item for item in flat(page.items) if isinstance(item, Rule)]


def fills(page) -> list[Fill]:
    return [item for item in flat(page.items) if isinstance(item, Fill)]


def test_a_box_stands_around_the_text_at_its_distance(laid):
    page = laid(source(block("甲", borders=BOX))).pages.pages[0]
    top, bottom, left, right = rules(page)
    assert (left.x1, right.x1) == (pytest.approx(LEFT - 4.5), pytest.approx(RIGHT + 4.5))
    assert (top.x1, top.x2) == (pytest.approx(LEFT - 5), pytest.approx(RIGHT + 5))
    assert bottom.y1 - top.y1 == pytest.approx(1 + 4 + 20 + 4)
    assert lines_of(page)[0].baseline - top.y1 == pytest.approx(0.5 + 4 + 16)


def test_paragraphs_of_one_box_are_joined_across_their_spacing(laid):
    page = laid(source(block("甲", borders=BOX, after=10.0), block("乙", borders=BOX, after=10.0), block("后"))).pages
    drawn = rules(page.pages[0])
    flats = [rule for rule in drawn if rule.y1 == rule.y2]
    assert len(flats) == 2
    upright = sorted((rule.y1, rule.y2) for rule in drawn if rule.x1 == rule.x2 and rule.x1 < 200)
    assert upright[0][0] == pytest.approx(flats[0].y1)
    assert upright[0][1] == pytest.approx(upright[1][0])
    assert upright[-1][1] == pytest.approx(flats[1].y1)


def test_a_line_between_stands_at_its_distance_from_both(laid):
    between = Borders(LINE, LINE, LINE, LINE, Border(0.5, space=3.0))
    page = laid(source(block("甲", borders=between), block("乙", borders=between))).pages.pages[0]
    flats = [rule for rule in rules(page) if rule.y1 == rule.y2]
    assert [rule.width for rule in flats] == [1.0, 0.5, 1.0]
    first, second = lines_of(page)
    assert second.baseline - first.baseline == pytest.approx(20 + 3 + 0.5 + 3)
    assert flats[1].y1 - first.baseline == pytest.approx(4 + 3 + 0.25)


def test_paragraphs_with_other_borders_or_indents_stand_in_boxes_of_their_own(laid):
    page = laid(source(block("甲", borders=BOX), block("乙", borders=BOX, left=20.0))).pages.pages[0]
    assert len([rule for rule in rules(page) if rule.y1 == rule.y2]) == 4


def test_equal_shading_fills_the_spacing_between_and_other_shading_does_not(laid):
    grey, red = {"shading": "#dddddd", "after": 10.0}, {"shading": "#ffdddd", "after": 10.0}
    page = laid(source(block("甲", **grey), block("乙", **grey), block("丙", **red))).pages.pages[0]
    first, second, third = fills(page)
    assert (first.height, second.height, third.height) == (pytest.approx(20), pytest.approx(30), pytest.approx(20))
    assert second.y == pytest.approx(first.y + first.height)
    assert third.y == pytest.approx(second.y + second.height + 10)
    assert (first.x, first.width) == (pytest.approx(LEFT), pytest.approx(156 * MM))


def test_shading_starts_at_the_top_of_the_next_page(laid):
    grey = {"shading": "#dddddd", "after": 10.0, "line": LineSpacing("exact", 100.0)}
    pages = laid(source(*[block(f"第{number}段", **grey) for number in range(8)])).pages.pages
    assert len(pages) == 2
    top = 37 * MM
    assert min(fill.y for fill in fills(pages[1])) >= top - 0.01


def test_a_bar_stands_left_of_the_text(laid):
    bar = Borders(bar=Border(1.5, "#ff0000", 4.0))
    (drawn,) = rules(laid(source(block("甲", borders=bar))).pages.pages[0])
    assert (drawn.x1, drawn.color) == (pytest.approx(LEFT - 4 - 1.5 / 2), "#ff0000")
    assert drawn.y2 - drawn.y1 == pytest.approx(20)


def test_a_double_box_has_clean_corners(laid):
    double = Border(1.0, space=4.0, style="double")
    drawn = rules(laid(source(block("甲", borders=Borders(double, double, double, double)))).pages.pages[0])
    lefts = sorted(round(rule.x1 - LEFT, 2) for rule in drawn if rule.y1 == rule.y2)
    assert lefts == [-7.0, -7.0, -5.0, -5.0]
