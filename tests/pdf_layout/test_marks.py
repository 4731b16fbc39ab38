from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import MARGINS, MM, lines_of, para, source
from looks_of_lines import run, set_line

from docgen.pdf.pages import Fill, Link, Path, Rule
from docgen.pdf.source import Border, Tab, TabStop

HAN, LATIN = 16 * 0.17, 16 * 0.11


def rules(found) -> list[Rule]:
    return [item for item in found.above if isinstance(item, Rule)]


def paths(found) -> list[Path]:
    return [item for item in found.above if isinstance(item, Path)]


def ends(rule: Rule) -> tuple[float, float]:
    return round(rule.x1, 2), round(rule.x2, 2)


def box_of(path: Path) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the points of an outline that lie on it."""
    points = [numbers[-2:] for _, numbers in path.steps if numbers]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)


def test_an_underline_is_one_rule_below_the_characters(laid):
    (rule,) = rules(set_line(laid, run("前"), run("下划线", underline="single"), run("后")))
    assert ends(rule) == (16, 64)
    assert (rule.y1, rule.y2, rule.width, rule.color, rule.dash) == (pytest.approx(HAN), rule.y1, 0.8, "#000000", ())


def test_neighbours_of_one_underline_share_one_rule_without_gaps(laid):
    found = set_line(
        laid, run("年", underline="single"), run("2024", underline="single", bold=True), run("月", underline="single")
    )
    (rule,) = rules(found)
    assert len(found.pieces) == 3
    assert ends(rule) == (0, round(found.pieces[-1].x + 16, 2))


def test_one_rule_keeps_to_the_largest_type_over_it(laid):
    (rule,) = rules(set_line(laid, run("小", underline="single", size=10.5), run("大", underline="single", size=22)))
    assert (rule.y1, rule.width) == (pytest.approx(22 * 0.17), pytest.approx(1.1))


def test_under_latin_text_alone_the_rule_stands_nearer(laid):
    (rule,) = rules(set_line(laid, run("Word", underline="single")))
    assert rule.y1 == pytest.approx(LATIN)


def test_all_underlines_of_a_line_with_chinese_ones_stand_at_one_depth(laid):
    found = set_line(laid, run("签字", underline="single"), run(" by "), run("Word", underline="single"))
    assert [rule.y1 for rule in rules(found)] == pytest.approx([HAN, HAN])


def test_an_underline_goes_on_under_tabs_and_kept_spaces(laid):
    how = run("", underline="single").format
    found = set_line(
        laid, run("签字", underline="single"), Tab(how), run("  ", underline="single"), tabs=(TabStop(100.0),)
    )
    (rule,) = rules(found)
    assert ends(rule)[0] == 0
    assert ends(rule)[1] > 100


def test_the_words_underline_leaves_out_spaces(laid):
    found = set_line(laid, run("Hot ", underline="words"), run("tea", underline="words"))
    first, second = rules(found)
    assert first.x2 < second.x1


def test_an_underline_has_its_own_colour_or_that_of_the_text(laid):
    found = set_line(
        laid,
        run("甲", underline="single", underline_color="#ff0000"),
        run("乙", underline="single", color="#00ff00"),
        run("丙", underline="single"),
    )
    assert [(*ends(rule), rule.color) for rule in rules(found)] == [
        (0, 16, "#ff0000"),
        (16, 32, "#00ff00"),
        (32, 48, "#000000"),
    ]


@pytest.mark.parametrize(
    "kind, dash, width",
    [
        ("thick", (), 1.6),
        ("dotted", (0.8, 0.8), 0.8),
        ("dottedHeavy", (1.6, 1.6), 1.6),
        ("dash", (3.2, 2.0), 0.8),
        ("dashedHeavy", (3.2, 2.0), 1.6),
        ("dashLong", (7.2, 2.4), 0.8),
        ("dashLongHeavy", (7.2, 2.4), 1.6),
        ("dotDash", (4.0, 1.6, 1.2, 1.6), 0.8),
        ("dashDotHeavy", (4.0, 1.6, 1.2, 1.6), 1.6),
        ("dotDotDash", (4.0, 1.6, 1.2, 1.6, 1.2, 1.6), 0.8),
        ("dashDotDotHeavy", (4.0, 1.6, 1.2, 1.6, 1.2, 1.6), 1.6),
    ],
)
def test_each_kind_of_straight_underline_has_its_dashes_and_thickness(laid, kind, dash, width):
    (rule,) = rules(set_line(laid, run("下划", underline=kind)))
    assert rule.dash == pytest.approx(dash)
    assert rule.width == pytest.approx(width)


def test_a_double_underline_is_two_thin_rules(laid):
    upper, lower = rules(set_line(laid, run("下划", underline="double")))
    assert (ends(upper), ends(lower)) == ((0, 32), (0, 32))
    assert upper.width == lower.width == pytest.approx(0.56)
    assert lower.y1 - upper.y1 > upper.width * 2


def test_waves_run_from_edge_to_edge_below_the_text(laid):
    (wave,) = paths(set_line(laid, run("波浪", underline="wave", underline_color="#0000ff")))
    left, top, right, bottom = box_of(wave)
    assert (left, right, wave.stroke, wave.fill) == (0, 32, "#0000ff", "")
    assert top == bottom > 2
    assert len(wave.steps) > 10


def test_a_heavy_wave_is_thicker_and_a_double_one_is_two(laid):
    (thin,) = paths(set_line(laid, run("波浪", underline="wave")))
    (heavy,) = paths(set_line(laid, run("波浪", underline="wavyHeavy")))
    assert heavy.width > thin.width * 1.5
    assert len(paths(set_line(laid, run("波浪", underline="wavyDouble")))) == 2


def test_the_underline_of_raised_text_rises_with_it(laid):
    (rule,) = rules(set_line(laid, run("高", underline="single", rise=5.0)))
    assert rule.y1 == pytest.approx(HAN - 5)


def test_a_strike_goes_through_the_type_and_a_double_one_is_two(laid):
    (rule,) = rules(set_line(laid, run("删"), run("除", strike="single", color="#ff0000")))
    assert (*ends(rule), rule.color) == (16, 32, "#ff0000")
    assert rule.y1 == pytest.approx(-16 * 0.27)
    double = rules(set_line(laid, run("删除", strike="double")))
    assert [rule.y1 for rule in double] == [pytest.approx(-16 * 0.27 - 0.8), pytest.approx(-16 * 0.27 + 0.8)]


def test_a_background_is_painted_before_the_text_once_for_neighbours_of_one_colour(laid):
    found = set_line(laid, run("甲"), run("乙", background="#ffff00"), run("丙B", background="#ffff00", bold=True))
    (fill,) = found.behind
    assert isinstance(fill, Fill)
    assert (fill.x, fill.color) == (16, "#ffff00")
    assert fill.x + fill.width == pytest.approx(found.pieces[-1].x + found.pieces[-1].width)
    assert fill.y == pytest.approx(-16 * 0.95, abs=1.5)
    assert 0 < fill.y + fill.height <= 16 * 0.22 + 0.01


def test_neighbours_of_one_border_stand_in_one_box(laid):
    edge = Border(0.5, "#ff0000")
    found = set_line(laid, run("甲", border=edge), run("乙", border=edge, bold=True), run("丙"), run("丁", border=edge))
    drawn = rules(found)
    assert len(drawn) == 8
    tops = sorted(ends(rule) for rule in drawn if rule.y1 == rule.y2)
    assert tops == [(-0.25, 32.25), (-0.25, 32.25), (47.75, 64.25), (47.75, 64.25)]
    assert {rule.color for rule in drawn} == {"#ff0000"}


def test_each_character_but_spaces_and_marks_gets_its_emphasis_dot_below(laid):
    found = set_line(laid, run("重，点 1", emphasis="dot"))
    dots = paths(found)
    middles = [round((box_of(dot)[0] + box_of(dot)[2]) / 2, 2) for dot in dots]
    assert middles[:2] == [8, 40]
    assert len(dots) == 3
    assert all(dot.fill == "#000000" and box_of(dot)[1] > 16 * 0.12 for dot in dots)
    assert "".join(piece.text for piece in found.pieces) == "重，点 1"


@pytest.mark.parametrize(
    "kind, above, filled", [("underDot", False, True), ("comma", True, True), ("circle", True, False)]
)
def test_commas_and_circles_stand_above_and_dots_below(laid, kind, above, filled):
    (mark,) = paths(set_line(laid, run("字", emphasis=kind, color="#112233")))
    _, top, _, bottom = box_of(mark)
    assert (bottom < -16 * 0.85) if above else (top > 16 * 0.12)
    assert (mark.fill, mark.stroke) == (("#112233", "") if filled else ("", "#112233"))


def test_a_link_covers_its_text_on_the_line(laid):
    found = set_line(laid, run("见"), run("附件", link="#附件1"), run("1", link="#附件1"))
    (link,) = [item for item in found.above if isinstance(item, Link)]
    assert (link.x, link.target) == (16, "#附件1")
    assert link.y < -10 < 0 < link.y + link.height


def test_the_second_line_of_an_underline_has_its_own_rule(laid):
    block = replace(para(""), inlines=(run("下" * 40, underline="single"),))
    page = laid(source(block)).pages.pages[0]
    first, second = (item for item in page.items if isinstance(item, Rule))
    lines = lines_of(page)
    assert first.x2 - MARGINS[3] == pytest.approx(156 * MM, abs=0.05)
    assert second.x2 - second.x1 == pytest.approx(16 * (40 - len(lines[0].pieces[0].text)))
    assert [round(rule.y1 - line.baseline, 2) for rule, line in zip((first, second), lines, strict=True)] == [
        2.72,
        2.72,
    ]
