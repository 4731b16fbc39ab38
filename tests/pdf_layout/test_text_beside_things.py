"""Text beside frames, floating tables and shapes, above and below them, on both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import MM, lines_of, para, right_edge, source, text_of, texts

from docgen.pdf.pages import Fill, Rule
from docgen.pdf.source import Anchor, Border, Borders, Cell, Column, Floating, Frame, Row, Shape, Table

LEFT, TOP, WIDTH, LINE = 28 * MM, 37 * MM, 156 * MM, 28.95
RIGHT = LEFT + WIDTH
THERE = Anchor("text", 0.0)


def frame(align: str, width: float = 150.0, **how: object) -> Frame:
    base = Frame(Anchor("margin", align=align), THERE, width, 2 * LINE, "exact", h_space=10.0)
    return replace(base, **how)  # type: ignore[arg-type]


def floating(align: str, width: float = 150.0, **how: object) -> Floating:
    base = Floating(Anchor("margin", align=align), THERE, Shape(width, 2 * LINE), "square", distances=(0, 10, 0, 10))
    return replace(base, **how)  # type: ignore[arg-type]


def holding(thing: Floating, text: str):
    block = para(text)
    return replace(block, inlines=(thing, *block.inlines))


def spans(page) -> list[tuple[int, float, float]]:
    """(row, left edge, right edge) of every line that is not the frame's own."""
    return [
        (round((line.baseline - TOP) / LINE - 0.8), line.x + line.pieces[0].x, right_edge(line))
        for line in lines_of(page)
        if text_of(line) != "框"
    ]


def test_two_lines_stand_beside_a_frame_on_the_right_and_the_rest_below(laid):
    page = laid(source(para("框", frame=frame("right")), para("国" * 80))).pages.pages[0]
    rows = spans(page)
    assert [row for row, _, _ in rows] == list(range(len(rows)))
    assert all(end <= RIGHT - 160 + 0.01 for _, _, end in rows[:2])
    assert rows[2][2] == pytest.approx(RIGHT, abs=0.01)


def test_beside_a_frame_on_the_left_lines_begin_behind_it(laid):
    rows = spans(laid(source(para("框", frame=frame("left")), para("国" * 80))).pages.pages[0])
    assert [left for _, left, _ in rows[:3]] == [
        pytest.approx(LEFT + 160),
        pytest.approx(LEFT + 160),
        pytest.approx(LEFT),
    ]


def test_on_both_sides_of_a_thing_in_the_middle_the_line_goes_on_behind_it(laid):
    rows = spans(laid(source(holding(floating("center", 100.0), "国" * 80))).pages.pages[0])
    assert [row for row, _, _ in rows] == [0, 0, 1, 1, 2, 3]
    middle = LEFT + WIDTH / 2
    assert rows[0][2] <= middle - 60 + 0.01
    assert rows[1][1] == pytest.approx(middle + 60)
    assert texts(laid(source(holding(floating("center", 100.0), "一二三四" * 20))).pages.pages[0])[1][0] != "一"


@pytest.mark.parametrize("wrap", ["none", "notBeside"])
def test_a_frame_may_have_nothing_beside_it(laid, wrap):
    rows = spans(laid(source(para("框", frame=frame("right", wrap=wrap)), para("国" * 40))).pages.pages[0])
    assert [row for row, _, _ in rows] == [2, 3]


def test_less_than_an_inch_holds_no_text(laid):
    enough = spans(laid(source(para("框", frame=frame("left", WIDTH - 10 - 73)), para("国" * 40))).pages.pages[0])
    narrow = spans(laid(source(para("框", frame=frame("left", WIDTH - 10 - 71)), para("国" * 40))).pages.pages[0])
    assert (enough[0][0], narrow[0][0]) == (0, 2)


def test_a_floating_table_is_as_wide_as_its_columns_and_has_text_beside_it(laid):
    place = Frame(Anchor("margin", align="right"), THERE, h_space=10.0)
    table = Table((60.0, 60.0), (Row((Cell((para("框"),)), Cell((para("框"),)))),), frame=place)
    rows = spans(laid(source(table, para("国" * 60))).pages.pages[0])
    assert rows[0][2] <= RIGHT - 130 + 0.01
    assert rows[1][2] == pytest.approx(RIGHT, abs=0.01)


@pytest.mark.parametrize("side, left, end", [("left", 0.0, 200.0), ("right", 320.0, WIDTH), ("largest", 0.0, 200.0)])
def test_on_which_side_of_a_shape_text_stands(laid, side, left, end):
    thing = floating("", 100.0, horizontal=Anchor("margin", 210.0), side=side)
    first = spans(laid(source(holding(thing, "国" * 80))).pages.pages[0])
    assert [row for row, _, _ in first[:3]] == [0, 1, 2]
    assert first[0][1] == pytest.approx(LEFT + left)
    assert first[0][2] <= LEFT + end + 0.01


def test_text_stands_above_and_below_a_shape_that_wants_it_so(laid):
    thing = floating("right", wrap="top_bottom", vertical=Anchor("text", LINE))
    rows = spans(laid(source(holding(thing, "国" * 80))).pages.pages[0])
    assert [row for row, _, _ in rows] == [0, 3, 4]


def test_a_shape_over_the_text_changes_nothing(laid):
    thing = floating("right", wrap="none")
    assert texts(laid(source(holding(thing, "国" * 80))).pages.pages[0]) == texts(
        laid(source(para("国" * 80))).pages.pages[0]
    )


def test_lines_that_stand_already_give_way_to_a_shape_of_a_later_paragraph(laid):
    thing = floating("right", vertical=Anchor("page", TOP))
    pages = laid(source(para("国" * 40), para("民"), holding(thing, "后"))).pages.pages
    rows = spans(pages[0])
    assert len(pages) == 1
    assert all(end <= RIGHT - 160 + 0.01 for row, _, end in rows if row < 2)
    assert sum(text.count("国") for text in texts(pages[0])) == 40


def test_lines_take_back_their_room_when_the_shape_moves_to_the_next_page(laid):
    thing = floating("right", vertical=Anchor("page", TOP))
    first = [para("国" * 40), *[para("民")] * 20]
    pages = laid(source(*first, holding(thing, "后" * 40), para("末"))).pages.pages
    plain = laid(source(*first)).pages.pages
    assert [len(page) for page in map(texts, pages)] == [22, 4]
    assert (texts(pages[0]), spans(pages[0])) == (texts(plain[0]), spans(plain[0]))
    assert [len(text) for text in texts(pages[1])] == [17, 17, 6, 1]


def test_a_shape_that_left_its_page_does_not_come_back_to_the_room_that_it_left(laid):
    thing = floating("right", vertical=Anchor("page", TOP))
    first = [para("国" * 40), *[para("民")] * 19]
    pages = laid(source(*first, holding(thing, "后"))).pages.pages
    assert [texts(page) for page in pages] == [["国" * 28, "国" * 12, *["民"] * 19], ["后"]]


def test_a_paragraph_that_moves_to_the_next_page_is_set_in_full_width_there(laid):
    blocks = [para(f"第{number}段") for number in range(20)]
    framed = para("框", frame=frame("right", height=LINE))
    pages = laid(source(*blocks, framed, para("国" * 50, keep_lines=True))).pages.pages
    assert len(texts(pages[0])) == 20
    assert right_edge(lines_of(pages[1])[-2]) <= RIGHT + 0.01


def test_in_columns_only_the_column_that_a_frame_stands_in_gives_way(laid):
    two = (Column((WIDTH - 20) / 2, 20.0),) * 2
    framed = para("框", frame=frame("left", 60.0))
    page = laid(source(framed, *[para("国" * 12) for _ in range(25)], columns=two)).pages.pages[0]
    second = [line for line in lines_of(page) if line.x > LEFT + WIDTH / 2]
    assert [text_of(line) for line in second[:2]] == ["国" * 12] * 2
    first = [line for line in lines_of(page) if line.x < LEFT + WIDTH / 2 and text_of(line) != "框"]
    assert first[0].pieces[0].x == pytest.approx(70)


def test_where_no_text_gives_way_it_is_told(laid):
    held = replace(holding(floating("right"), "国" * 20), place="第1个表第1行第1格")
    assert laid(source(Table((200.0,), (Row((Cell((held,)),)),)))).warnings == (
        ("图形旁的文字绕排（表格、框、注释、页眉页脚里不绕）", "第1个表第1行第1格"),
    )


def test_the_outline_of_a_shape_is_taken_as_its_box_and_told(laid):
    block = replace(holding(floating("right", wrap="tight"), "国" * 60), place="第1段")
    done = laid(source(block))
    assert done.warnings == (("紧密型环绕的图形（按四周型绕排）", "第1段"),)
    assert spans(done.pages.pages[0])[0][2] <= RIGHT - 160 + 0.01


def shaded(thing: Floating, text: str, **how: object):
    block = para(text, **how)
    return replace(block, inlines=(thing, *block.inlines))


def test_shading_gives_way_with_the_lines(laid):
    page = laid(source(shaded(floating("right"), "国" * 60, shading="#eeeeee"))).pages.pages[0]
    fills = [item for item in page.items if isinstance(item, Fill)]
    assert [(fill.x, fill.x + fill.width) for fill in fills] == [
        (pytest.approx(LEFT), pytest.approx(RIGHT - 160)),
        (pytest.approx(LEFT), pytest.approx(RIGHT)),
    ]
    assert [fill.height for fill in fills] == [pytest.approx(2 * LINE), pytest.approx(LINE)]


def test_a_box_beside_a_shape_is_open_where_its_width_changes(laid):
    edge = Border(1.0)
    page = laid(source(shaded(floating("right"), "国" * 60, borders=Borders(edge, edge, edge, edge)))).pages.pages[0]
    rules = [item for item in page.items if isinstance(item, Rule)]
    flat = [rule for rule in rules if rule.y1 == rule.y2]
    right = [rule.x1 for rule in rules if rule.x1 == rule.x2 and rule.x1 > LEFT + 10]
    assert [rule.x2 for rule in flat] == [pytest.approx(RIGHT - 159), pytest.approx(RIGHT + 1)]
    assert right == [pytest.approx(RIGHT - 159.5), pytest.approx(RIGHT + 0.5)]
