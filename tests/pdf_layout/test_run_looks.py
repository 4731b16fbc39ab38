from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, lines_of, para, source, text_of
from looks_of_lines import run, set_line
from made_fonts import made_font

from docgen.pdf.layout import lay_out
from docgen.pdf.source import LineSpacing, RunFormat
from docgen.pdf.typefaces.fonts import Fonts

MADE = RunFormat("Latin", "SimSun", size=16)


def sizes(found) -> list[tuple[str, float, float]]:
    return [(piece.text, piece.size, round(piece.rise, 3)) for piece in found.pieces]


def test_superscripts_and_subscripts_are_smaller_in_half_points_and_stand_higher_and_lower(laid):
    found = set_line(laid, run("平"), run("方", level="super"), run("下", level="sub"), run("国"))
    assert sizes(found) == [("平", 16, 0), ("方", 10.5, 5.6), ("下", 10.5, -2.256), ("国", 16, 0)]
    assert [round(piece.x, 2) for piece in found.pieces] == [0, 16, 26.5, 37]


def test_position_raises_and_lowers_text_of_full_size(laid):
    found = set_line(laid, run("升", rise=6.0), run("降", rise=-6.0), run("平"))
    assert sizes(found) == [("升", 16, 6), ("降", 16, -6), ("平", 16, 0)]


def test_raised_text_makes_room_above_the_line_and_lowered_text_below(laid):
    def second_baseline(**changes: object) -> tuple[float, float]:
        spacing = LineSpacing("multiple", 1.0)
        first = replace(para("", line=spacing), inlines=(run("甲", **changes),))
        one, two = lines_of(laid(source(first, para("乙", LOOSE, line=spacing))).pages.pages[0])
        return one.baseline, two.baseline - one.baseline

    top, pitch = second_baseline()
    assert second_baseline(rise=6.0) == (pytest.approx(top + 6), pytest.approx(pitch))
    assert second_baseline(rise=-6.0)[1] == pytest.approx(pitch + 6)


def test_capitals_are_what_the_page_says_and_small_ones_are_smaller(laid):
    assert sizes(set_line(laid, run("Abc国", caps="all"))) == [("ABC", 16, 0), ("国", 16, 0)]
    small = set_line(laid, run("Abc国", caps="small"))
    assert sizes(small)[:2] == [("A", 16, 0), ("BC", 13, 0)]


def test_a_letter_without_a_single_capital_stays_as_it_is(laid):
    assert "".join(piece.text for piece in set_line(laid, run("maß", caps="all")).pieces) == "MAß"


def test_outlined_text_is_said_to_the_writer(laid):
    found = set_line(laid, run("空", outline=True), run("实"))
    assert [(piece.text, piece.outline) for piece in found.pieces] == [("空", True), ("实", False)]


def test_formats_that_look_alike_stand_in_one_piece_whatever_is_drawn_around_them(laid):
    found = set_line(
        laid, run("甲"), run("乙", underline="single"), run("丙", emphasis="dot"), run("丁", background="#ffff00")
    )
    assert [piece.text for piece in found.pieces] == ["甲乙丙丁"]


@pytest.fixture
def made(folder):
    made_font("SimSun", "国字").save(folder / "song.ttf")
    made_font("Latin", "ab", width=500).save(folder / "latin.ttf")
    return lambda found: lay_out(found, Fonts.of_machine())


def italic(family: str, chars: str, weight: int = 400):
    builder = made_font(family, chars, weight=weight, width=500)
    builder.font["head"].macStyle = 2
    return builder


def test_bold_without_a_bold_face_is_stroked_and_told(made):
    done = made(source(para("国a", replace(MADE, bold=True))))
    assert [round(piece.bold, 3) for piece in lines_of(done.pages.pages[0])[0].pieces] == [0.571, 0.571]
    fonts = Fonts.of_machine()
    lay_out(source(para("国", replace(MADE, bold=True))), fonts)
    assert "SimSun没有粗体字形：把常规字形描边加粗" in fonts.report().lines()


def test_a_bold_face_is_taken_as_it_is(made, folder):
    made_font("SimSun", "国字", weight=700).save(folder / "song-bold.ttf")
    (piece,) = lines_of(made(source(para("国", replace(MADE, bold=True)))).pages.pages[0])[0].pieces
    assert (piece.bold, piece.face.path.endswith("song-bold.ttf")) == (0.0, True)


def test_italics_take_the_italic_face_and_lean_where_there_is_none(made, folder):
    italic("Latin", "ab").save(folder / "latin-italic.ttf")
    han, latin = lines_of(made(source(para("国a", replace(MADE, italic=True)))).pages.pages[0])[0].pieces
    assert (han.slant, han.face.path.endswith("song.ttf")) == (True, True)
    assert (latin.slant, latin.face.path.endswith("latin-italic.ttf")) == (False, True)


def test_upright_text_never_takes_an_italic_face(made, folder):
    italic("Latin", "ab", weight=400).save(folder / "a-italic.ttf")
    (piece,) = lines_of(made(source(para("ab", MADE))).pages.pages[0])[0].pieces
    assert (piece.slant, piece.face.path.endswith("latin.ttf")) == (False, True)


def test_italics_and_unusual_underlines_are_no_longer_told(laid):
    run_ = replace(LOOSE, italic=True, underline="wave")
    assert laid(source(para("斜", run_))).warnings == ()


def test_right_to_left_letters_are_told_with_their_place(laid):
    block = replace(para("国\u0634"), place="第1段")
    assert ("从右到左的文字（按从左到右排）", "第1段") in laid(source(block)).warnings


def test_a_scaled_superscript_keeps_its_scale(laid):
    (piece,) = set_line(laid, run("国国", level="super", scale=0.5)).pieces
    assert (piece.size, piece.scale, round(piece.width, 2)) == (10.5, 0.5, 10.5)


def test_a_heading_of_capitals_is_called_so_in_the_bookmarks(laid):
    block = replace(para("", outline_level=0), inlines=(run("Plan", caps="all"),))
    (line,) = lines_of(laid(source(block)).pages.pages[0])
    assert (line.heading, text_of(line)) == ((1, "PLAN"), "PLAN")
