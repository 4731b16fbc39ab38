"""Sizes mixed on a line, mirrored indents, automatic spacing, pictures in exact lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from layout_sources import LOOSE, MARGINS, lines_of, para, source, text_of

from docgen.pdf.pages import Clipped
from docgen.pdf.source import Cell, Label, LineSpacing, Picture, Row, Table, Text

BIG, SMALL = replace(LOOSE, size=32), replace(LOOSE, size=16)


@pytest.mark.parametrize("alignment, order", [("baseline", 0), ("top", 1), ("center", 1), ("bottom", -1)])
def test_small_type_is_raised_or_lowered_beside_big_type(laid, alignment, order):
    block = replace(
        para("", line=LineSpacing(), text_alignment=alignment), inlines=(Text("大", BIG), Text("小", SMALL))
    )
    big, small = lines_of(laid(source(block)).pages.pages[0])[0].pieces
    assert big.rise == 0
    assert (small.rise > 0) - (small.rise < 0) == order


def test_type_in_the_middle_stands_half_as_high_as_at_the_top(laid):
    def rise(alignment: str) -> float:
        block = replace(para("", text_alignment=alignment), inlines=(Text("大", BIG), Text("小", SMALL)))
        return lines_of(laid(source(block)).pages.pages[0])[0].pieces[1].rise

    assert rise("center") == pytest.approx((rise("top") + rise("bottom")) / 2)


def test_mirrored_indents_change_places_on_even_pages(laid):
    block = para("国" * 40, left=50.0, right=20.0, mirror_indents=True)
    odd, even = laid(source(block, replace(block, format=replace(block.format, page_break_before=True)))).pages.pages
    assert {round(line.x, 2) for line in lines_of(odd)} == {round(MARGINS[3], 2)}
    assert lines_of(odd)[0].x + lines_of(odd)[0].pieces[0].x == pytest.approx(MARGINS[3] + 50)
    assert lines_of(even)[0].x + lines_of(even)[0].pieces[0].x == pytest.approx(MARGINS[3] + 20)
    assert [text_of(line) for line in lines_of(odd)] == [text_of(line) for line in lines_of(even)]


def gaps(page) -> list[float]:
    baselines = [line.baseline for line in lines_of(page)]
    return [round(two - one - 28.95, 2) for one, two in pairwise(baselines)]


def test_automatic_spacing_stands_between_paragraphs_but_not_above_the_first(laid):
    auto = {"before": 14.0, "after": 14.0, "auto_before": True, "auto_after": True}
    page = laid(source(para("一", **auto), para("二", **auto), para("三"))).pages.pages[0]
    plain = laid(source(para("一"))).pages.pages[0]
    assert lines_of(page)[0].baseline == pytest.approx(lines_of(plain)[0].baseline)
    assert gaps(page) == [14, 14]


def test_automatic_spacing_leaves_none_at_the_edges_of_a_cell(laid):
    auto = {"before": 14.0, "after": 14.0, "auto_before": True, "auto_after": True}

    def below(**how: object) -> float:
        table = Table((200.0,), (Row((Cell((para("一", **how),)),)),))
        page = laid(source(table, para("后"))).pages.pages[0]
        return lines_of(page)[1].baseline

    assert below(**auto) == pytest.approx(below())


def test_automatic_spacing_leaves_none_between_items_of_a_list(laid):
    auto = {"before": 14.0, "after": 14.0, "auto_before": True, "auto_after": True}
    items = [replace(para(f"{number}.项", **auto), label=Label(f"{number}.")) for number in (1, 2)]
    assert gaps(laid(source(*items, para("后"))).pages.pages[0]) == [0, 14]


def test_a_picture_is_cut_off_at_the_top_of_a_line_of_exact_height(laid):
    picture = Picture(b"\x89PNG", "image/png", 50.0, 100.0)
    block = replace(para("", line=LineSpacing("exact", 20.0)), inlines=(picture,))
    page = laid(source(block)).pages.pages[0]
    (clip,) = [item for item in page.items if isinstance(item, Clipped)]
    assert (clip.y, clip.width, clip.height) == (pytest.approx(MARGINS[0]), 50, 20)
    image = clip.items[0]
    assert image.y + image.height == pytest.approx(MARGINS[0] + 16)


def test_a_picture_in_a_line_of_its_own_height_is_whole(laid):
    picture = Picture(b"\x89PNG", "image/png", 50.0, 100.0)
    block = replace(para("", line=LineSpacing("at_least", 20.0)), inlines=(picture,))
    assert not any(isinstance(item, Clipped) for item in laid(source(block)).pages.pages[0].items)


def test_an_empty_paragraph_whose_east_asian_font_has_no_hanzi_is_as_high_as_one_of_latin_text(laid):
    how = replace(LOOSE, ascii="Times New Roman", east_asia="Times New Roman")
    height = {"line": LineSpacing(), "mark": how}
    empty = replace(para("", how, **height), inlines=())
    below_empty, below_latin = (
        lines_of(laid(source(first, para("下", LOOSE))).pages.pages[0])[-1].baseline
        for first in (empty, para("x", how, **height))
    )
    assert below_empty == pytest.approx(below_latin)
