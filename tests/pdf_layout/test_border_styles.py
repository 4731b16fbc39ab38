"""Borders: the lines of each style, and how they join where they meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MM, flat, para, source

from docgen.pdf.items.strokes import horizontal, is_plain, thickness, vertical
from docgen.pdf.pages import Path, Rule
from docgen.pdf.source import Border, Borders, Cell, LineSpacing, Row, Table

LEFT = 28 * MM


def cell(borders: Borders) -> Cell:
    return Cell((para("甲", LOOSE, line=LineSpacing("exact", 20.0)),), borders=borders)


def boxed(border: Border) -> Borders:
    return Borders(border, border, border, border)


def one_cell(border: Border) -> Table:
    return Table((100.0,), (Row((cell(boxed(border)),)),))


def strokes(page) -> list[Rule | Path]:
    return [item for item in flat(page.items) if isinstance(item, Rule | Path)]


@pytest.mark.parametrize(
    "style, width, lines",
    [
        ("single", 1.0, [(0.5, 1.0)]),
        ("thick", 1.0, [(0.5, 1.0)]),
        ("double", 1.0, [(0.5, 1.0), (2.5, 1.0)]),
        ("triple", 1.0, [(0.5, 1.0), (2.5, 1.0), (4.5, 1.0)]),
        ("thinThickSmallGap", 3.0, [(0.375, 0.75), (3.0, 3.0)]),
        ("thickThinSmallGap", 3.0, [(1.5, 3.0), (4.125, 0.75)]),
        ("thinThickThinSmallGap", 3.0, [(0.375, 0.75), (3.0, 3.0), (5.625, 0.75)]),
        ("thinThickMediumGap", 2.0, [(0.5, 1.0), (3.0, 2.0)]),
        ("thickThinMediumGap", 2.0, [(1.0, 2.0), (3.5, 1.0)]),
        ("thinThickThinMediumGap", 2.0, [(0.5, 1.0), (3.0, 2.0), (5.5, 1.0)]),
        ("thinThickLargeGap", 2.0, [(0.375, 0.75), (3.5, 1.5)]),
        ("thickThinLargeGap", 2.0, [(0.75, 1.5), (3.875, 0.75)]),
        ("thinThickThinLargeGap", 2.0, [(0.375, 0.75), (3.5, 1.5), (6.625, 0.75)]),
        ("outset", 1.0, [(0.5, 1.0)]),
        ("inset", 1.0, [(0.5, 1.0)]),
        ("threeDEmboss", 3.0, [(1.5, 3.0)]),
    ],
)
def test_the_lines_of_a_border_from_its_upper_edge_on(style, width, lines):
    border = Border(width, "#ff0000", style=style)
    drawn = horizontal(border, 10.0, 50.0, 100.0)
    assert [(rule.y1 - 100, rule.width) for rule in drawn] == [(pytest.approx(y), pytest.approx(w)) for y, w in lines]
    assert {(rule.x1, rule.x2, rule.color, rule.dash) for rule in drawn} == {(10.0, 50.0, "#ff0000", ())}
    upright = vertical(border, 10.0, 50.0, 100.0)
    assert [(rule.x1 - 100, rule.width) for rule in upright] == [(pytest.approx(x), pytest.approx(w)) for x, w in lines]
    assert thickness(border) == pytest.approx(lines[-1][0] + lines[-1][1] / 2)
    assert is_plain(border)


@pytest.mark.parametrize(
    "style, dash",
    [
        ("dotted", (1, 1)),
        ("dashSmallGap", (4, 2)),
        ("dashed", (4, 4)),
        ("dotDash", (4, 3, 1, 3)),
        ("dotDotDash", (4, 3, 1, 3, 1, 3)),
    ],
)
def test_dashes_grow_with_the_line(style, dash):
    (rule,) = horizontal(Border(2.0, style=style), 0.0, 50.0, 0.0)
    assert rule.dash == tuple(part * 2 for part in dash)
    (hairline,) = horizontal(Border(0.25, style=style), 0.0, 50.0, 0.0)
    assert hairline.dash == tuple(part * 0.75 for part in dash)


@pytest.mark.parametrize("style, count", [("wave", 1), ("doubleWave", 2)])
def test_waves_are_curves_from_one_end_to_the_other(style, count):
    border = Border(0.75, "#0000ff", style=style)
    drawn = horizontal(border, 10.0, 100.0, 50.0)
    assert len(drawn) == count
    assert thickness(border) == pytest.approx(2.25 * count)
    for path in drawn:
        assert (path.stroke, path.width, path.fill) == ("#0000ff", 0.75, "")
        assert path.steps[0] == ("M", (10.0, pytest.approx(path.steps[0][1][1])))
        assert path.steps[-1][1][-2] == pytest.approx(100.0)
        assert len(path.steps) == 1 + 40
    assert vertical(border, 10.0, 100.0, 50.0)[0].steps[-1][1][-1] == pytest.approx(100.0)


def test_slanted_dashes_fill_the_width_of_the_border():
    drawn = horizontal(Border(3.0, style="dashDotStroked"), 0.0, 60.0, 10.0)
    heights = {y for path in drawn for _, numbers in path.steps for y in numbers[1::2]}
    assert heights == {10.0, 13.0}
    lengths = [max(path.steps[2][1][0], path.steps[3][1][0]) - path.steps[0][1][0] for path in drawn]
    assert lengths[:3] == [15.0, 4.5, 15.0]
    assert {path.fill for path in drawn} == {"#000000"}


def test_an_unknown_border_is_one_line_with_a_warning(laid):
    result = laid(source(replace(one_cell(Border(1.0, style="apples")), place="第1个表")))
    assert result.warnings == (("单元格边框样式（按单线画）", "第1个表"),)
    assert len(strokes(result.pages.pages[0])) == 4


def test_the_corners_of_a_double_box_close_outside_and_inside(laid):
    rules = strokes(laid(source(one_cell(Border(1.0, style="double")))).pages.pages[0])
    flats = [rule for rule in rules if rule.y1 == rule.y2]
    upright = [rule for rule in rules if rule.x1 == rule.x2]
    assert [(round(rule.x1 - LEFT, 2), round(rule.x2 - LEFT, 2)) for rule in flats] == [
        (-1.5, 101.5), (0.5, 99.5), (0.5, 99.5), (-1.5, 101.5),
    ]  # fmt: skip
    top = min(rule.y1 for rule in flats) - 0.5
    outer, inner, *_ = upright
    assert (round(outer.x1 - LEFT, 2), round(outer.y1 - top, 2)) == (-1.0, 0.0)
    assert (round(inner.x1 - LEFT, 2), round(inner.y1 - top, 2)) == (1.0, 2.0)


def test_the_lines_of_crossing_double_borders_leave_the_crossing_open(laid):
    double = Border(1.0, style="double")
    made = Table((100.0, 100.0), tuple(Row((cell(boxed(double)), cell(boxed(double)))) for _ in range(2)))
    rules = strokes(laid(source(made)).pages.pages[0])
    flats = sorted((rule for rule in rules if rule.y1 == rule.y2), key=lambda rule: (rule.y1, rule.x1))
    spans = [(round(rule.x1 - LEFT, 2), round(rule.x2 - LEFT, 2)) for rule in flats]
    pair = [(0.5, 99.5), (100.5, 199.5)]
    assert spans == [(-1.5, 201.5), *pair, *pair, *pair, *pair, (-1.5, 201.5)]


def test_a_single_line_ends_at_the_inner_line_of_a_double_one(laid):
    double, thin = Border(1.0, style="double"), Border(0.5)
    upper = Borders(double, double, thin, double)
    lower = Borders(thin, double, double, double)
    made = Table((100.0,), (Row((cell(upper),)), Row((cell(lower),))))
    rules = strokes(laid(source(made)).pages.pages[0])
    (inner,) = [rule for rule in rules if rule.width == 0.5]
    assert (round(inner.x1 - LEFT, 2), round(inner.x2 - LEFT, 2)) == (0.5, 99.5)


def test_the_middle_line_of_three_goes_round_the_corner_with_the_others(laid):
    rules = strokes(laid(source(one_cell(Border(1.0, style="triple")))).pages.pages[0])
    flats = sorted((rule for rule in rules if rule.y1 == rule.y2), key=lambda rule: rule.y1)
    assert [round(rule.x1 - LEFT, 2) for rule in flats] == [-2.5, -0.5, 1.5, 1.5, -0.5, -2.5]
