"""How a line is stretched: spaces, 中西文间距, 汉字; 分散对齐; lines ended by a break."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MARGINS, MM, lines_of, para, right_edge, source, text_of

from docgen.pdf.source import Break, Tab, TabStop, Text, Typography

RIGHT = 210 * MM - MARGINS[1]


def first_line(laid, text: str, **how: object):
    return lines_of(laid(source(para(text, LOOSE, **how))).pages.pages[0])[0]


def test_spaces_take_a_small_lack_alone(laid):
    line = first_line(laid, "国 国 国 国 " + "国" * 30)
    lack = (RIGHT - line.x) - 26 * 16 - 4 * 16 / 3
    assert line.pieces[1].x == pytest.approx(16 * 4 / 3 + lack / 4, abs=0.01)
    assert line.pieces[-1].spacing == 0
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)


def test_spaces_of_half_an_em_share_the_rest_with_all_others(laid):
    line = first_line(laid, "国 国 " + "国" * 30)
    each = ((RIGHT - line.x) - 26 * 16 - 2 * 8) / 25
    assert line.pieces[-1].spacing == pytest.approx(each, abs=0.01)
    assert line.pieces[1].x == pytest.approx(16 + 8 + each, abs=0.01)


def test_the_gap_beside_digits_grows_to_half_an_em_before_hanzi_move_apart(laid):
    line = first_line(laid, "国" * 25 + "1234" + "国" * 5)
    assert text_of(line) == "国" * 25 + "1234"
    assert line.pieces[0].spacing == pytest.approx((RIGHT - line.x - 27 * 16 - 8) / 25, abs=0.01)
    assert line.pieces[1].x == pytest.approx(RIGHT - line.x - 32, abs=0.01)
    assert line.pieces[1].spacing == 0


def test_distribute_moves_latin_letters_apart_as_well(laid):
    line = first_line(laid, "分ab", alignment="distribute")
    spread = line.pieces[-1].spacing
    assert [piece.text for piece in line.pieces] == ["分", "ab"]
    assert spread > 150
    assert line.pieces[1].x == pytest.approx(16 + 16 / 5 + spread, abs=0.01)
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)


def test_distribute_keeps_an_ellipsis_together(laid):
    line = first_line(laid, "国……国", alignment="distribute")
    spread = (RIGHT - line.x - 4 * 16) / 2
    assert [(piece.text, piece.spacing) for piece in line.pieces] == [
        ("国…", pytest.approx(spread)),
        ("…国", pytest.approx(spread)),
    ]
    assert line.pieces[1].x == pytest.approx(2 * 16 + spread)


def test_one_distributed_character_stays_at_the_left(laid):
    line = first_line(laid, "国", alignment="distribute")
    assert (line.pieces[0].x, line.pieces[0].spacing) == (0, 0)


@pytest.mark.parametrize("stretched, edge", [(True, RIGHT), (False, MARGINS[3] + 48)])
def test_a_line_that_a_line_break_ends_is_stretched_where_the_file_says_so(laid, stretched, edge):
    inlines = (Text("第一行", LOOSE), Break("line", LOOSE), Text("第二行", LOOSE))
    block = replace(para("", LOOSE), inlines=inlines)
    found = laid(replace(source(block), typography=Typography(stretch_broken=stretched))).pages.pages[0]
    first, second = lines_of(found)
    assert right_edge(first) == pytest.approx(edge, abs=0.01)
    assert right_edge(second) == pytest.approx(MARGINS[3] + 48)


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_line_that_a_page_or_column_break_ends_is_not_stretched(laid, kind):
    inlines = (Text("第一行", LOOSE), Break(kind, LOOSE), Text("第二行", LOOSE))
    block = replace(para("", LOOSE), inlines=inlines)
    found = laid(replace(source(block), typography=Typography(stretch_broken=True))).pages.pages[0]
    assert right_edge(lines_of(found)[0]) == pytest.approx(MARGINS[3] + 48)


def test_only_the_part_behind_the_last_tab_is_stretched(laid):
    inlines = (Text("前", LOOSE), Tab(LOOSE), Text("国" * 40, LOOSE))
    block = replace(para("", LOOSE, tabs=(TabStop(100),)), inlines=inlines)
    line = lines_of(laid(source(block)).pages.pages[0])[0]
    assert [piece.x for piece in line.pieces[:2]] == [0, pytest.approx(100)]
    assert line.pieces[0].spacing == 0
    assert right_edge(line) == pytest.approx(RIGHT, abs=0.01)
