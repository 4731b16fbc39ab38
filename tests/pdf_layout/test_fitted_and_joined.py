from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import lines_of, para, source, text_of
from looks_of_lines import Set, run, set_line

from docgen.pdf.pages import Line, Rule, Turned
from docgen.pdf.source import Bookmark, Fit, Joint
from docgen.pdf.text.glyphs import GlyphMaker
from docgen.pdf.text.paragraphs import Setting, reflow, set_paragraph
from docgen.pdf.warnings_log import WarningLog


def places(found: Set, chars: str) -> list[float]:
    """Where these characters of 16 pt stand."""
    at = {
        char: piece.x + place * (piece.size + piece.spacing)
        for piece in found.pieces
        for place, char in enumerate(piece.text)
    }
    return [round(at[char], 2) for char in chars]


def test_fitted_text_is_spread_from_edge_to_edge_of_its_width(laid):
    found = set_line(laid, run("姓名", fit=Fit(80.0, "1")), run("：张三"))
    assert places(found, "姓名：张") == [0, 64, 80, 96]


def test_one_character_stands_at_the_left_of_its_width(laid):
    assert places(set_line(laid, run("单", fit=Fit(80.0, "1")), run("后")), "单后") == [0, 80]


def test_runs_of_one_group_are_fitted_together_whatever_their_spacing(laid):
    group = Fit(100.0, "1")
    found = set_line(laid, run("出", fit=group, spacing=3.0), run("生地", fit=group, bold=True), run("后"))
    assert places(found, "出生地后") == [0, 42, 84, 100]


def test_groups_of_two_names_are_two_boxes(laid):
    found = set_line(laid, run("甲乙", fit=Fit(50.0, "1")), run("丙丁", fit=Fit(50.0, "2")), run("后"))
    assert next(piece for piece in found.pieces if piece.text == "后").x == pytest.approx(100)


def test_text_wider_than_its_width_is_drawn_together(laid):
    found = set_line(laid, run("统一社会信用", fit=Fit(80.0, "1")), run("后"))
    assert found.pieces[-1].x == pytest.approx(80)
    assert found.pieces[0].spacing < 0


def test_a_fitted_group_is_not_broken_over_lines(laid):
    block = replace(para(""), inlines=(run("国" * 26), run("甲乙丙", fit=Fit(60.0, "1"))))
    lines = lines_of(laid(source(block)).pages.pages[0])
    assert [text_of(line) for line in lines] == ["国" * 26, "甲乙丙"]


def test_the_underline_of_fitted_text_is_one_rule_of_the_whole_width(laid):
    found = set_line(laid, run("姓名", fit=Fit(80.0, "1"), underline="single"))
    (rule,) = [item for item in found.above if isinstance(item, Rule)]
    assert (round(rule.x1, 2), round(rule.x2, 2)) == (0, 80)


def test_two_lines_in_one_are_of_half_size_one_above_the_other(laid):
    joint = Joint("two_lines", "1")
    found = set_line(laid, run("前"), run("市委", joint=joint), run("办公", joint=joint, bold=True), run("后"))
    half = [piece for piece in found.pieces if piece.size == 8]
    assert "".join(piece.text for piece in half) == "市委办公"
    upper, lower = half[0], half[-1]
    assert (upper.x, lower.x) == (pytest.approx(16), pytest.approx(16))
    assert upper.rise - lower.rise == pytest.approx(8)
    assert found.pieces[-1].x == pytest.approx(16 + 16)


def test_the_shorter_of_two_lines_is_spread_to_the_length_of_the_other_between_their_brackets(laid):
    found = set_line(laid, run("甲乙丙丁戊", joint=Joint("two_lines", "1", "()")), run("后"))
    opening, upper, lower, closing, after = found.pieces
    assert [piece.text for piece in found.pieces] == ["(", "甲乙丙", "丁戊", ")", "后"]
    assert (opening.size, closing.size) == (16, 16)
    assert upper.x == pytest.approx(opening.width)
    assert (lower.x, lower.spacing) == (pytest.approx(upper.x), pytest.approx(8))
    assert closing.x == pytest.approx(upper.x + 24)
    assert after.x == pytest.approx(closing.x + closing.width)


def halves(line: Line) -> tuple[str, str]:
    """The small characters of a line: upper ones, lower ones."""
    small = [piece for piece in line.pieces if piece.size == 8]
    top = max((piece.rise for piece in small), default=0.0)
    upper = "".join(piece.text for piece in small if piece.rise == top)
    return upper, "".join(piece.text for piece in small if piece.rise != top)


def test_two_lines_in_one_that_reach_the_edge_go_on_in_the_next_line(laid):
    joint = Joint("two_lines", "1", "()")
    block = replace(para(""), inlines=(run("国" * 26), run("甲乙丙丁戊己庚辛壬癸", joint=joint), run("后")))
    first, second = lines_of(laid(source(block)).pages.pages[0])
    assert (text_of(first)[:27], halves(first)) == ("国" * 26 + "(", ("甲乙", "丙丁"))
    assert (halves(second), text_of(second)[-2:]) == (("戊己庚", "辛壬癸"), ")后")


def test_two_lines_in_one_longer_than_a_line_fill_as_many_lines_as_they_need(laid):
    page = laid(source(replace(para(""), inlines=(run("国" * 130, joint=Joint("two_lines", "1")),)))).pages.pages[0]
    assert [[len(half) for half in halves(line)] for line in lines_of(page)] == [[55, 55], [10, 10]]


def test_a_bookmark_behind_divided_text_stands_on_its_own_line(machine_fonts):
    joined = run("甲乙丙丁戊己庚辛壬癸", joint=Joint("two_lines", "1"))
    block = replace(para(""), inlines=(run("国" * 26), joined, run("国" * 26), Bookmark("此处"), run("国" * 9)))
    setting = Setting(GlyphMaker(machine_fonts.for_document()), WarningLog())
    done = set_paragraph(block, 442.0, setting)
    assert [line.bookmarks for line in done.lines] == [(), (), ("此处",)]


def test_divided_text_is_one_again_where_the_line_becomes_long_enough(machine_fonts):
    joined = run("甲乙丙丁戊己庚辛壬癸", joint=Joint("two_lines", "1"))
    block = replace(para(""), inlines=(run("国" * 26), joined, run("后")))
    setting = Setting(GlyphMaker(machine_fonts.for_document()), WarningLog())
    done = set_paragraph(block, 442.0, setting)
    assert len(done.lines) == 2
    (line,) = reflow(done, 0, 0.0, -40.0)
    assert "".join(piece.text for piece in line.text.pieces) == "国" * 26 + "甲乙丙丁戊己庚辛壬癸后"


def test_fitted_text_wider_than_the_line_is_said(laid):
    block = replace(para(""), inlines=(run("甲乙", fit=Fit(500.0, "1")),), place="第1段")
    said = ("比一行还长的拼音、调整宽度等（伸出版心）", "第1段")
    assert laid(source(block)).warnings == (said,)
    assert laid(source(replace(block, inlines=(run("甲乙", fit=Fit(400.0, "1")),)))).warnings == ()


def test_two_lines_in_one_do_not_make_the_line_higher(laid):
    def pitch(*runs):
        first = replace(para("", line=replace(para("").format.line, rule="multiple", value=1.0)), inlines=runs)
        lines = lines_of(laid(source(first, para("乙"))).pages.pages[0])
        return lines[-1].baseline

    assert pitch(run("国"), run("甲乙", joint=Joint("two_lines", "1"))) == pytest.approx(pitch(run("国")))


def test_text_turned_within_the_line_reads_upwards_in_a_place_of_one_character(laid):
    found = set_line(laid, run("前"), run("12", joint=Joint("turned", "1")), run("后"))
    (turned,) = [item for item in found.above if isinstance(item, Turned)]
    (line,) = [item for item in turned.items if isinstance(item, Line)]
    assert (turned.degrees, text_of(line)) == (270, "12")
    assert turned.x == pytest.approx(16 + 16 * 0.88)
    assert found.pieces[-1].x + (0 if found.pieces[-1].text == "后" else 16) == pytest.approx(32)


def test_turned_text_that_is_to_fit_is_narrowed_to_the_height_of_the_line(laid):
    found = set_line(laid, run("国国", joint=Joint("turned", "1", compressed=True)))
    (turned,) = [item for item in found.above if isinstance(item, Turned)]
    (line,) = [item for item in turned.items if isinstance(item, Line)]
    assert (line.pieces[0].scale, line.pieces[0].width) == (0.5, pytest.approx(16))
