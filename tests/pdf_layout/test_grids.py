"""字符网格 and 行网格 by Word's rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from layout_sources import LOOSE, MARGINS, MM, lines_of, para, right_edge, source, text_of, texts

from docgen.pdf.source import Cell, CharacterGrid, LineSpacing, Row, Table, Typography

RIGHT = 210 * MM - MARGINS[1]
AUTO = {"line": LineSpacing(), "alignment": "start"}
SMALL = replace(LOOSE, size=10.5)


def steps(page) -> list[float]:
    """Distances of baselines."""
    baselines = [line.baseline for line in lines_of(page)]
    return [round(two - one, 2) for one, two in pairwise(baselines)]


def test_every_hanzi_gets_the_addition_of_the_grid_and_latin_text_does_not(laid):
    page = laid(source(para("国国ab国", SMALL, **AUTO), char_grid=CharacterGrid(15.5, 5.0))).pages.pages[0]
    line = lines_of(page)[0]
    assert line.pieces[0].spacing == pytest.approx(5)
    latin = next(piece for piece in line.pieces if piece.text == "ab")
    assert latin.spacing == 0
    assert latin.x == pytest.approx(2 * 15.5 + 10.5 / 5)


def test_a_line_holds_a_whole_number_of_characters_of_the_grid(laid):
    grid = CharacterGrid(16.5, 0.5)
    page = laid(source(para("国" * 60, LOOSE), char_grid=grid)).pages.pages[0]
    first = lines_of(page)[0]
    assert len(text_of(first)) == 26
    assert right_edge(first) == pytest.approx(MARGINS[3] + 26 * 16.5, abs=0.01)
    free = lines_of(laid(source(para("国" * 60, LOOSE, adjust_right=False), char_grid=grid)).pages.pages[0])[0]
    assert right_edge(free) == pytest.approx(RIGHT, abs=0.01)


def test_centred_text_and_cells_keep_their_own_width(laid):
    grid = CharacterGrid(60.0, 44.0)
    middle = lines_of(laid(source(para("国", LOOSE, alignment="center"), char_grid=grid)).pages.pages[0])[0]
    assert middle.x + middle.pieces[0].x == pytest.approx((MARGINS[3] + RIGHT) / 2 - 8)
    table = Table((110.0,), (Row((Cell((para("国国国", LOOSE),), margins=(0.0, 0.0, 0.0, 0.0)),)),))
    first = lines_of(laid(source(table, char_grid=CharacterGrid(40.0, 24.0))).pages.pages[0])[0]
    assert right_edge(first) == pytest.approx(first.x + 110)


def test_a_grid_narrower_than_the_type_draws_characters_together(laid):
    lines = texts(laid(source(para("国" * 60, LOOSE), char_grid=CharacterGrid(15.2, -0.8))).pages.pages[0])
    assert len(lines[0]) == 29


@pytest.mark.parametrize("off", ["paragraph", "run"])
def test_paragraphs_and_runs_may_leave_the_character_grid(laid, off):
    run = replace(LOOSE, snap_to_grid=off != "run")
    how = {**AUTO, "snap_to_grid": off != "paragraph"}
    page = laid(source(para("国国", run, **how), char_grid=CharacterGrid(20.0, 4.0))).pages.pages[0]
    assert lines_of(page)[0].pieces[0].spacing == 0


def test_snapped_characters_and_words_stand_in_the_middle_of_cells(laid):
    grid = CharacterGrid(20.0, 4.0, snaps=True)
    line = lines_of(laid(source(para("国国12国", LOOSE), char_grid=grid)).pages.pages[0])[0]
    places = {piece.text: piece.x for piece in line.pieces}
    assert line.pieces[0].x == pytest.approx(2)
    assert places["12"] == pytest.approx(40 + 2)
    assert line.pieces[-1].x == pytest.approx(60 + 2)


@pytest.mark.parametrize(
    "size, spacing, step",
    [
        (10.5, LineSpacing(), 15.6),
        (16, LineSpacing(), 31.2),
        (10.5, LineSpacing("multiple", 1.5), 23.4),
        (10.5, LineSpacing("multiple", 0.8), 12.48),
        (16, LineSpacing("exact", 20.0), 20.0),
        (10.5, LineSpacing("at_least", 20.0), 20.0),
    ],
)
def test_a_line_takes_whole_grid_lines_times_its_multiple(laid, size, spacing, step):
    block = para("国", replace(LOOSE, size=size), line=spacing)
    page = laid(source(block, block, block, grid_pitch=15.6)).pages.pages[0]
    assert steps(page) == [pytest.approx(step, abs=0.01)] * 2


def test_a_latin_line_is_one_grid_line_high_at_least_but_not_two(laid):
    latin = replace(LOOSE, ascii="DejaVu Sans", size=16)
    block = para("Latin", latin, **AUTO)
    page = laid(source(block, block, grid_pitch=15.6)).pages.pages[0]
    assert 15.6 < steps(page)[0] < 31.2


def test_text_stands_in_the_middle_of_its_grid_line(laid):
    block = para("国", LOOSE, **AUTO)
    on = lines_of(laid(source(block, grid_pitch=40.0)).pages.pages[0])[0].baseline
    off = lines_of(laid(source(block)).pages.pages[0])[0].baseline
    height = 40.0 - 2 * (on - off)
    assert 15 < height < 26


@pytest.mark.parametrize("counts, step", [(True, 40.0), (False, None)])
def test_the_line_grid_counts_in_tables_where_the_file_says_so(laid, counts, step):
    cell = Cell((para("国", LOOSE, **AUTO), para("国", LOOSE, **AUTO)))
    made = source(Table((200.0,), (Row((cell,)),)), grid_pitch=40.0)
    found = steps(laid(replace(made, typography=Typography(grid_in_tables=counts))).pages.pages[0])[0]
    assert found == step if step else found < 30
