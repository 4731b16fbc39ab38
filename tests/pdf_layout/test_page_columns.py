"""Columns: how text runs through them, breaks, balance, other margins on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, MM, lines_of, page_of, para, right_edge, text_of, texts

from docgen.pdf.pages import Rule
from docgen.pdf.source import Break, Column, Source, Text

LEFT, TOP = 28 * MM, 37 * MM
WIDTH = 156 * MM
TWO = (Column((WIDTH - 20) / 2, 20.0),) * 2
SECOND = LEFT + TWO[0].width + 20


def numbered(count: int, first: int = 1, **how: object) -> list:
    return [para(f"第{number}段", **how) for number in range(first, first + count)]


def columns_of(page) -> dict[int, list[str]]:
    """The texts of the lines by their left edge."""
    found: dict[int, list[str]] = {}
    for line in lines_of(page):
        found.setdefault(round(line.x), []).append(text_of(line))
    return found


def rows_of(page) -> dict[str, float]:
    """In which line of the page, from 0, each text stands."""
    return {text_of(line): round((line.baseline - TOP) / 28.95 - 0.8, 2) for line in lines_of(page)}


def test_text_fills_one_column_after_the_other_and_then_the_next_page(laid):
    pages = laid(Source((page_of(*numbered(50), columns=TWO),))).pages.pages
    first, second = columns_of(pages[0]), columns_of(pages[1])
    assert [len(first[round(LEFT)]), len(first[round(SECOND)])] == [22, 22]
    assert second == {round(LEFT): [f"第{number}段" for number in range(45, 51)]}


def test_lines_are_as_long_as_their_column(laid):
    page = laid(Source((page_of(para("国" * 60), columns=TWO),))).pages.pages[0]
    assert right_edge(lines_of(page)[0]) == pytest.approx(LEFT + TWO[0].width, abs=0.01)


def test_a_paragraph_is_set_anew_where_the_next_column_is_wider(laid):
    unequal = (Column(100.0, 20.0), Column(200.0))
    page = laid(Source((page_of(para("国" * 6 * 22 + "民" * 24), columns=unequal),))).pages.pages[0]
    lines = columns_of(page)
    assert lines[round(LEFT)] == ["国" * 6] * 22
    assert lines[round(LEFT + 120)] == ["民" * 12] * 2


def test_a_column_break_goes_to_the_next_column_and_in_the_last_one_to_the_next_page(laid):
    def ending(text: str):
        return replace(para(""), inlines=(Text(text, BODY), Break("column", BODY), Text(text + "后", BODY)))

    pages = laid(Source((page_of(ending("甲"), ending("乙"), columns=TWO),))).pages.pages
    assert columns_of(pages[0]) == {round(LEFT): ["甲"], round(SECOND): ["甲后", "乙"]}
    assert texts(pages[1]) == ["乙后"]


def test_the_mark_of_a_paragraph_that_ends_with_a_column_break_stands_in_the_next_column(laid):
    ending = replace(para(""), inlines=(Text("甲", BODY), Break("column", BODY)))
    rows = rows_of(laid(Source((page_of(ending, para("乙"), columns=TWO),))).pages.pages[0])
    assert rows == {"甲": 0, "乙": 1}


def test_a_column_break_in_one_column_is_a_page_break(laid):
    ending = replace(para(""), inlines=(Text("甲", BODY), Break("column", BODY), Text("乙", BODY)))
    assert [texts(page) for page in laid(Source((page_of(ending),))).pages.pages] == [["甲"], ["乙"]]


def test_columns_are_balanced_where_the_next_section_goes_on_below(laid):
    sections = (
        page_of(para("标题")),
        page_of(*numbered(7), columns=TWO, start="continuous"),
        page_of(para("尾"), start="continuous"),
    )
    (page,) = laid(Source(sections)).pages.pages
    assert columns_of(page) == {
        round(LEFT): ["标题", *(f"第{number}段" for number in range(1, 5)), "尾"],
        round(SECOND): ["第5段", "第6段", "第7段"],
    }
    rows = rows_of(page)
    assert (rows["第1段"], rows["第5段"], rows["尾"]) == (1, 1, 5)


def test_balanced_columns_keep_together_what_belongs_together(laid):
    blocks = [*numbered(2), para("标题", keep_next=True), para("国" * 36)]
    sections = (page_of(*blocks, columns=TWO), page_of(para("尾"), start="continuous"))
    columns = columns_of(laid(Source(sections)).pages.pages[0])
    assert columns[round(LEFT)] == ["第1段", "第2段", "尾"]
    assert columns[round(SECOND)][0] == "标题"


@pytest.mark.parametrize(
    "following, balanced", [(page_of(para("尾")), True), (page_of(para("尾"), start="continuous"), False)]
)
def test_columns_stay_as_they_are_before_a_new_page_and_where_the_file_wants_it(laid, following, balanced):
    sections = (page_of(*numbered(6), columns=TWO), following)
    page = laid(Source(sections, balanced=balanced)).pages.pages[0]
    assert round(SECOND) not in columns_of(page)


def test_a_section_that_starts_in_the_next_column_stays_on_the_page(laid):
    sections = (page_of(para("一"), columns=TWO), page_of(para("二"), columns=TWO, start="column"))
    (page,) = laid(Source(sections)).pages.pages
    assert columns_of(page) == {round(LEFT): ["一"], round(SECOND): ["二"]}
    other = replace(sections[1], columns=())
    assert [texts(page) for page in laid(Source((sections[0], other))).pages.pages] == [["一"], ["二"]]


def test_a_line_between_columns_is_as_long_as_the_longer_one(laid):
    page = laid(Source((page_of(*numbered(30), columns=TWO, column_rule=True),))).pages.pages[0]
    (rule,) = [item for item in page.items if isinstance(item, Rule)]
    assert (rule.x1, rule.y1) == (pytest.approx(SECOND - 10), pytest.approx(TOP))
    assert rule.y2 - rule.y1 == pytest.approx(22 * 28.95)
    assert page.items.index(rule) == page.furniture


def test_a_section_on_the_same_page_may_have_other_margins(laid):
    top, right, bottom, left = page_of().margins
    narrow = page_of(para("国" * 40), margins=(top, right + 60, bottom, left + 40), start="continuous")
    (page,) = laid(Source((page_of(para("上")), narrow))).pages.pages
    wide, first, *_ = lines_of(page)
    assert (wide.x, first.x) == (pytest.approx(LEFT), pytest.approx(LEFT + 40))
    assert right_edge(first) <= 184 * MM - 60 + 0.01
    assert first.baseline - wide.baseline == pytest.approx(28.95)


def test_other_paper_needs_a_new_page_even_for_a_continuous_section(laid):
    wide = page_of(para("横"), width=297 * MM, height=210 * MM, start="continuous")
    assert [texts(page) for page in laid(Source((page_of(para("竖")), wide))).pages.pages] == [["竖"], ["横"]]


def test_a_chain_longer_than_a_column_is_broken_in_every_column(laid):
    page = laid(Source((page_of(*numbered(30, keep_next=True), columns=TWO),))).pages.pages[0]
    assert [len(lines) for lines in columns_of(page).values()] == [22, 8]
