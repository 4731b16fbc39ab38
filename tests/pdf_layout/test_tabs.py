"""Tab stops: decimal ones, those a tab brings itself, leaders, 竖线制表位."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MARGINS, MM, flat, lines_of, para, right_edge, source

from docgen.pdf.pages import Rule
from docgen.pdf.source import PositionTab, Tab, TabStop, Text

WIDTH = 156 * MM


def line_of(laid, *inlines: object, **how: object):
    block = replace(para("", LOOSE, alignment="start", **how), inlines=inlines)
    return lines_of(laid(source(block)).pages.pages[0])[0]


@pytest.mark.parametrize(
    "text, before",
    [("12.5元", 16), ("1200", 32), ("12元", 16), ("约1.5", 24 + 16 / 5), ("1.5.6", 8), ("3.25%", 8)],
)
def test_a_decimal_tab_lines_up_points_or_the_ends_of_numbers(laid, text, before):
    line = line_of(laid, Tab(LOOSE), Text(text, LOOSE), tabs=(TabStop(200, "decimal"),))
    assert line.pieces[0].x == pytest.approx(200 - before)


@pytest.mark.parametrize("alignment, x", [("left", 0), ("center", WIDTH / 2 - 16), ("right", WIDTH - 32)])
def test_a_tab_that_brings_its_stop_aligns_in_the_text_area(laid, alignment, x):
    line = line_of(laid, PositionTab(LOOSE, alignment), Text("文字", LOOSE), left=40.0, right=30.0, first_line=-40.0)
    assert line.pieces[0].x == pytest.approx(x)


def test_a_tab_that_brings_its_stop_may_align_between_the_indents(laid):
    tabs = (PositionTab(LOOSE, "center", "indent"), Text("中", LOOSE), PositionTab(LOOSE, "right", "indent", "."))
    line = line_of(laid, *tabs, Text("右", LOOSE), left=40.0, right=30.0)
    assert line.pieces[0].x == pytest.approx((40 + WIDTH - 30) / 2 - 8)
    assert right_edge(line) == pytest.approx(MARGINS[3] + WIDTH - 30)
    assert set(line.pieces[1].text) == {"."}


@pytest.mark.parametrize("leader", [".", "-", "·"])
def test_leaders_end_where_the_text_behind_the_tab_begins(laid, leader):
    line = line_of(laid, Text("目", LOOSE), Tab(LOOSE), Text("1", LOOSE), tabs=(TabStop(300, "right", leader),))
    dots = line.pieces[1]
    assert set(dots.text) == {leader}
    assert dots.x + dots.width == pytest.approx(line.pieces[2].x)
    assert 16 <= dots.x < 16 + dots.width / len(dots.text)


@pytest.mark.parametrize("leader, width", [("_", 0.8), ("━", 1.76)])
def test_lines_lead_from_text_to_text(laid, leader, width):
    block = para("", LOOSE, alignment="start", tabs=(TabStop(300, leader=leader),))
    block = replace(block, inlines=(Text("目", LOOSE), Tab(LOOSE), Text("1", LOOSE)))
    page = laid(source(block)).pages.pages[0]
    (rule,) = [item for item in flat(page.items) if isinstance(item, Rule)]
    assert (rule.x1 - MARGINS[3], rule.x2 - MARGINS[3]) == (pytest.approx(16), pytest.approx(300))
    assert rule.width == pytest.approx(width)


def test_a_bar_runs_through_every_line_of_its_paragraph(laid):
    page = laid(source(para("国" * 40, LOOSE, bars=(100.0,)))).pages.pages[0]
    rules = [item for item in flat(page.items) if isinstance(item, Rule)]
    assert [(rule.x1, rule.x2) for rule in rules] == [(pytest.approx(MARGINS[3] + 100),) * 2] * 2
    assert rules[0].y2 == pytest.approx(rules[1].y1)
    assert rules[1].y2 - rules[0].y1 == pytest.approx(2 * 28.95)


def test_default_stops_go_on_when_the_file_sets_their_distance_to_nothing(laid):
    block = replace(para("", LOOSE, alignment="start"), inlines=(Tab(LOOSE), Text("字", LOOSE)))
    line = lines_of(laid(replace(source(block), default_tab=0.0)).pages.pages[0])[0]
    assert line.pieces[0].x == 36
