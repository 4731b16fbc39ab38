from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, LOOSE, MARGINS, MM, all_texts, lines_of, para, right_edge, source, text_of, texts

from docgen.pdf.source import Break, Paragraph, Tab, TabStop, Text

FULL = "国" * 28
WIDTH = 156 * MM
RIGHT = 210 * MM - MARGINS[1]


def test_a_full_line_holds_28_characters(laid):
    lines = texts(laid(source(para("国" * 60))).pages.pages[0])
    assert lines == ["国" * 28, "国" * 28, "国" * 4]


def test_a_full_line_is_stretched_to_the_edges_of_the_text_area(laid):
    first, last = lines_of(laid(source(para("国" * 30))).pages.pages[0])
    assert first.x == pytest.approx(28 * MM)
    assert right_edge(first) == pytest.approx(RIGHT, abs=0.01)
    assert first.pieces[0].spacing == pytest.approx((WIDTH - 28 * 16) / 27, abs=0.01)
    assert last.pieces[0].spacing == -0.25


def test_a_closing_mark_takes_the_character_before_it_to_the_next_line(laid):
    lines = texts(laid(source(para("国" * 28 + "，后"))).pages.pages[0])
    assert lines == ["国" * 27, "国，后"]


def test_two_closing_marks_go_down_together(laid):
    lines = texts(laid(source(para("国" * 27 + "”。后"))).pages.pages[0])
    assert lines == ["国" * 26, "国”。后"]


def test_an_opening_mark_does_not_end_a_line(laid):
    lines = texts(laid(source(para("国" * 27 + "《后》"))).pages.pages[0])
    assert lines == ["国" * 27, "《后》"]


def test_without_kinsoku_a_line_may_start_with_a_closing_mark(laid):
    lines = texts(laid(source(para(FULL + "，后", kinsoku=False))).pages.pages[0])
    assert lines == [FULL, "，后"]


@pytest.mark.parametrize("mark", ["……", "——"])
def test_an_ellipsis_and_a_dash_are_never_split(laid, mark):
    lines = texts(laid(source(para("国" * 27 + mark + "后"))).pages.pages[0])
    assert "".join(lines) == "国" * 27 + mark + "后"
    assert any(mark in line for line in lines)


def test_a_number_with_its_percent_sign_stays_whole(laid):
    lines = texts(laid(source(para("国" * 26 + "达到123.5%以上"))).pages.pages[0])
    assert lines[1].startswith("123.5%")


def test_a_word_longer_than_the_line_is_cut(laid):
    lines = texts(laid(source(para("A" * 80))).pages.pages[0])
    assert "".join(lines) == "A" * 80
    assert len(lines) == 3
    assert len(lines[0]) > 30


def test_with_overflow_punctuation_one_mark_hangs_beyond_the_edge(laid):
    lines = lines_of(laid(source(para(FULL + "，后来", overflow_punct=True))).pages.pages[0])
    assert [text_of(line) for line in lines] == [FULL + "，", "后来"]
    assert right_edge(lines[0]) == pytest.approx(RIGHT + 16, abs=0.3)


def test_a_mark_does_not_hang_when_the_next_mark_would_start_a_line(laid):
    lines = texts(laid(source(para(FULL + "。”后", overflow_punct=True))).pages.pages[0])
    assert lines == ["国" * 27, "国。”后"]


def test_a_fifth_of_an_em_stands_between_hanzi_and_digits(laid):
    line = lines_of(laid(source(para("共5个", LOOSE))).pages.pages[0])[0]
    assert [piece.text for piece in line.pieces] == ["共", "5", "个"]
    assert [round(piece.x, 2) for piece in line.pieces] == [0, 19.2, 30.4]


def test_no_space_stands_beside_punctuation_or_where_it_is_switched_off(laid):
    marks = lines_of(laid(source(para("（5）", LOOSE))).pages.pages[0])[0]
    assert right_edge(marks) - marks.x == pytest.approx(40)
    off = lines_of(laid(source(para("共5个", LOOSE, auto_space_digits=False))).pages.pages[0])[0]
    assert right_edge(off) - off.x == pytest.approx(40)


def test_a_line_before_a_line_break_is_not_stretched(laid):
    inlines = (Text("第一行", BODY), Break("line", BODY), Text("第二行", BODY))
    block = replace(para(""), inlines=inlines)
    lines = lines_of(laid(source(block)).pages.pages[0])
    assert [text_of(line) for line in lines] == ["第一行", "第二行"]
    assert lines[0].pieces[0].spacing == -0.25


def test_distribute_stretches_the_last_line_too(laid):
    line = lines_of(laid(source(para("分散", alignment="distribute"))).pages.pages[0])[0]
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)


def test_centre_and_end_shift_the_line(laid):
    middle = lines_of(laid(source(para("中", LOOSE, alignment="center"))).pages.pages[0])[0]
    assert middle.x + middle.pieces[0].x == pytest.approx(28 * MM + WIDTH / 2 - 8)
    end = lines_of(laid(source(para("右", LOOSE, alignment="end", right=32))).pages.pages[0])[0]
    assert right_edge(end) == pytest.approx(RIGHT - 32)


def test_digits_stay_together_in_a_stretched_line_and_only_hanzi_move_apart(laid):
    line = lines_of(laid(source(para("国" * 20 + "2024" + "国" * 20))).pages.pages[0])[0]
    digits = next(piece for piece in line.pieces if piece.text.startswith("2"))
    assert digits.text == "2024"
    assert digits.spacing == -0.25
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)


def test_a_right_tab_puts_the_text_behind_it_before_the_stop_and_shows_its_leader(laid):
    inlines = (Text("目录", LOOSE), Tab(LOOSE), Text("12", LOOSE))
    stops = (TabStop(WIDTH, "right", "."),)
    line = lines_of(laid(source(replace(para("", alignment="start", tabs=stops), inlines=inlines))).pages.pages[0])[0]
    assert line.pieces[-1].text == "12"
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)
    assert set(line.pieces[1].text) == {"."}


def test_centre_and_decimal_tabs_align_on_their_stop(laid):
    inlines = (Tab(LOOSE), Text("中间", LOOSE), Tab(LOOSE), Text("12.5", LOOSE))
    stops = (TabStop(100, "center"), TabStop(200, "decimal"))
    pieces = lines_of(laid(source(replace(para("", tabs=stops), inlines=inlines))).pages.pages[0])[0].pieces
    assert pieces[0].x == pytest.approx(100 - 16)
    assert pieces[1].x == pytest.approx(200 - 16)


def test_a_hanging_indent_is_a_tab_stop(laid):
    inlines = (Text("1.", LOOSE), Tab(LOOSE), Text("国" * 40, LOOSE))
    block = replace(para("", left=32, first_line=-32, alignment="start"), inlines=inlines)
    first, second = lines_of(laid(source(block)).pages.pages[0])
    assert first.pieces[1].x == pytest.approx(32)
    assert second.pieces[0].x == pytest.approx(32)


def test_quotes_take_the_east_asian_font_in_chinese_text_but_not_an_apostrophe(laid):
    run = replace(LOOSE, ascii="DejaVu Sans")
    line = lines_of(laid(source(para("称“don’t”的", run))).pages.pages[0])[0]
    families = {char: piece.face.family for piece in line.pieces for char in piece.text}
    assert families["“"] == families["”"] == families["称"]
    assert families["’"] == families["d"] == "DejaVu Sans"


def test_trailing_spaces_hang_and_leading_wide_spaces_stay(laid):
    lines = texts(laid(source(para("\u3000\u3000" + "国" * 26 + "  后"))).pages.pages[0])
    assert lines == ["\u3000\u3000" + "国" * 26, "后"]


def test_combining_marks_stay_with_their_letter(laid):
    text = "ǖ" + "e\u0301" * 100
    lines = [line for page in all_texts(laid(source(para(text))).pages) for line in page]
    assert "".join(lines) == text
    assert not any(line.startswith("\u0301") for line in lines)


def test_an_empty_paragraph_takes_a_line_of_its_mark(laid):
    block = Paragraph(para("").format, ())
    lines = lines_of(laid(source(para("上"), block, para("下"))).pages.pages[0])
    assert lines[1].baseline - lines[0].baseline == pytest.approx(2 * 28.95)
