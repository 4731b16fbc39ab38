"""What belongs to a page: borders, line numbers, vertical alignment, facing margins, what counts as furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MM, lines_of, page_of, para, source, text_of, texts

from docgen.pdf.pages import Line, Path, Rule
from docgen.pdf.source import (
    Anchor,
    Border,
    Borders,
    Floating,
    HeaderFooter,
    LineNumbers,
    PageBorders,
    Shape,
    Source,
)

TOP, RIGHT, BOTTOM, LEFT = 37 * MM, 26 * MM, 35 * MM, 28 * MM
WIDTH, HEIGHT = 210 * MM, 297 * MM
LINE = 28.95
EDGE = Border(1.0, space=10.0)
AROUND = Borders(EDGE, EDGE, EDGE, EDGE)
HEADER = HeaderFooter(default=(para("页眉"),))


def numbered(count: int, **how: object) -> list:
    return [para(f"第{number}段", **how) for number in range(1, count + 1)]


def box_of(page) -> tuple[float, float, float, float]:
    """Top, right, bottom and left of what the rules of a page draw, on the middle of the lines."""
    rules = [item for item in page.items if isinstance(item, Rule)]
    xs, ys = [x for rule in rules for x in (rule.x1, rule.x2)], [y for rule in rules for y in (rule.y1, rule.y2)]
    return min(ys), max(xs), max(ys), min(xs)


def numbers_of(page) -> dict[str, float]:
    """The line numbers of a page with their right edges."""
    return {
        text_of(line): line.x + line.pieces[-1].x + line.pieces[-1].width for line in lines_of(page) if line.x < LEFT
    }


def tops_of(page) -> dict[str, float]:
    return {text_of(line): line.baseline - 0.8 * LINE for line in lines_of(page)}


def test_page_borders_from_the_edge_of_the_page(laid):
    page = laid(source(para("正文"), page_borders=PageBorders(AROUND, from_page=True))).pages.pages[0]
    assert box_of(page) == pytest.approx((10.5 - 0.5, WIDTH - 10.0, HEIGHT - 10.0, 10.0))


def test_page_borders_from_the_text_go_around_a_header_unless_they_shall_not(laid):
    asked = PageBorders(AROUND)
    plain = laid(source(para("正文"), page_borders=asked)).pages.pages[0]
    assert box_of(plain) == pytest.approx((TOP - 11, WIDTH - RIGHT + 11, HEIGHT - BOTTOM + 11, LEFT - 11))
    headed = laid(source(para("正文"), page_borders=asked, headers=HEADER, header_distance=50.0)).pages.pages[0]
    assert box_of(headed)[0] == pytest.approx(50 - 11)
    inside = replace(asked, surround_header=False)
    left_out = laid(source(para("正文"), page_borders=inside, headers=HEADER, header_distance=50.0)).pages.pages[0]
    assert box_of(left_out)[0] == pytest.approx(TOP - 11)


@pytest.mark.parametrize("shown, drawn", [("all", [4, 4]), ("first", [4, 0]), ("not_first", [0, 4])])
def test_on_which_pages_borders_stand(laid, shown, drawn):
    pages = laid(source(*numbered(23), page_borders=PageBorders(AROUND, shown=shown))).pages.pages
    assert [sum(isinstance(item, Rule) for item in page.items) for page in pages] == drawn


def test_every_fifth_line_is_numbered_left_of_the_text_and_pages_start_anew(laid):
    pages = laid(source(*numbered(30), line_numbers=LineNumbers(LOOSE, every=5))).pages.pages
    assert list(numbers_of(pages[0])) == ["5", "10", "15", "20"]
    assert list(numbers_of(pages[1])) == ["5"]
    assert numbers_of(pages[0])["10"] == pytest.approx(LEFT - 18)
    fifth = next(line for line in lines_of(pages[0]) if text_of(line) == "5")
    assert fifth.baseline == pytest.approx(TOP + 4.8 * LINE)


@pytest.mark.parametrize("restart, second", [("never", "23"), ("page", "1"), ("section", "1")])
def test_where_line_numbers_start_anew(laid, restart, second):
    rules = LineNumbers(LOOSE, restart=restart)
    sections = (page_of(*numbered(22), line_numbers=rules), page_of(para("二"), line_numbers=rules))
    pages = laid(Source(sections)).pages.pages
    assert list(numbers_of(pages[1])) == [second]


def test_paragraphs_without_line_numbers_are_not_counted(laid):
    blocks = [para("一"), para("二", line_numbered=False), para("三")]
    page = laid(source(*blocks, line_numbers=LineNumbers(LOOSE, start=7, distance=40.0))).pages.pages[0]
    assert list(numbers_of(page)) == ["7", "8"]
    assert numbers_of(page)["8"] == pytest.approx(LEFT - 40)
    assert texts(page)[-2:] == ["7", "8"]
    assert page.furniture == len(page.items) - 2


@pytest.mark.parametrize("vertical, share", [("top", 0.0), ("center", 0.5), ("bottom", 1.0), ("both", 0.0)])
def test_where_the_text_stands_on_a_page_that_it_does_not_fill(laid, vertical, share):
    page = laid(source(*numbered(2), vertical=vertical)).pages.pages[0]
    shift = share * (HEIGHT - TOP - BOTTOM - 2 * LINE)
    assert tops_of(page)["第1段"] == pytest.approx(TOP + shift)
    assert tops_of(page)["第2段"] == pytest.approx(TOP + shift + LINE)


def test_a_full_page_is_spread_over_the_height_and_the_last_one_is_not(laid):
    first, second = laid(source(*numbered(30, before=10.0), vertical="both")).pages.pages
    lines = lines_of(first)
    assert lines[-1].baseline - lines[0].baseline == pytest.approx(HEIGHT - TOP - BOTTOM - LINE, abs=10.1)
    assert lines[-1].baseline + 0.2 * LINE == pytest.approx(HEIGHT - BOTTOM)
    assert tops_of(second)[texts(second)[0]] == pytest.approx(TOP)


def test_facing_pages_change_their_margins(laid):
    pages = laid(replace(source(*numbered(23)), mirrored=True)).pages.pages
    assert [lines_of(page)[0].x for page in pages] == [pytest.approx(LEFT), pytest.approx(RIGHT)]


def test_text_does_not_give_way_to_a_tall_header_where_the_margin_is_exact(laid):
    tall = HeaderFooter(default=tuple(numbered(4)))
    given = laid(source(para("正文"), headers=tall, header_distance=40.0)).pages.pages[0]
    exact = laid(source(para("正文"), headers=tall, header_distance=40.0, exact_top=True)).pages.pages[0]
    assert tops_of(given)["正文"] == pytest.approx(40 + 4 * LINE)
    assert tops_of(exact)["正文"] == pytest.approx(TOP)


def test_headers_and_footers_come_last_and_are_marked(laid):
    page = laid(source(para("正文"), headers=HEADER, footers=HeaderFooter(default=(para("页脚"),)))).pages.pages[0]
    assert texts(page) == ["正文", "页眉", "页脚"]
    assert (page.furniture, page.backdrop) == (1, 0)
    assert laid(source(para("正文"))).pages.pages[0].furniture is None


def test_what_a_header_draws_behind_the_text_comes_first(laid):
    square = Path((("M", (0.0, 0.0)), ("L", (9.0, 0.0)), ("L", (9.0, 9.0)), ("Z", ())), fill="#ffcc00")
    behind = Floating(Anchor("page", 30.0), Anchor("page", 100.0), Shape(9.0, 9.0, (square,)), behind=True)
    header = replace(para("页眉"), inlines=(*para("页眉").inlines, behind))
    page = laid(source(para("正文"), headers=HeaderFooter(default=(header,)))).pages.pages[0]
    assert page.backdrop == 1
    assert isinstance(page.items[0], Path)
    assert [isinstance(item, Line) for item in page.items] == [False, True, True]
    assert page.furniture == 2


def test_line_numbers_of_a_section_that_begins_in_the_middle_of_a_page(laid):
    sections = (page_of(para("一")), page_of(para("二"), start="continuous", line_numbers=LineNumbers(LOOSE)))
    (page,) = laid(Source(sections)).pages.pages
    assert list(numbers_of(page)) == ["1"]
