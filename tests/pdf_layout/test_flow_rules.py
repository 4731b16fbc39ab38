"""Spacing at the tops of pages and columns, below breaks, and what stays together there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import BODY, MM, lines_of, page_of, para, source, text_of, texts

from docgen.pdf.source import Break, Source, Text

TOP, LINE = 37 * MM, 28.95
SPACED = {"before": 20.0, "after": 10.0}


def top_of(page, text: str) -> float:
    """How far below the top of the text area a line begins."""
    line = next(line for line in lines_of(page) if text_of(line) == text)
    return line.baseline - 0.8 * LINE - TOP


def test_spacing_before_counts_at_the_top_of_the_first_page_and_not_where_a_page_is_full(laid):
    blocks = [para(f"第{number}段", **SPACED) for number in range(20)]
    first, second = laid(source(*blocks)).pages.pages
    assert top_of(first, "第0段") == pytest.approx(20)
    assert top_of(second, texts(second)[0]) == pytest.approx(0)


def test_spacing_before_counts_below_a_page_break_unless_the_file_suppresses_it(laid):
    ending = replace(para("", **SPACED), inlines=(Text("前", BODY), Break("page", BODY)))
    blocks = [para("一"), para("二", page_break_before=True, **SPACED), ending, para("三", **SPACED)]
    _, second, third = laid(source(*blocks)).pages.pages
    assert (top_of(second, "二"), top_of(third, "三")) == (pytest.approx(20), pytest.approx(20))
    _, second, third = laid(replace(source(*blocks), space_after_break=False)).pages.pages
    assert (top_of(second, "二"), top_of(third, "三")) == (pytest.approx(0), pytest.approx(0))


def test_spacing_before_counts_at_the_start_of_a_section(laid):
    sections = (page_of(para("一")), page_of(para("二", **SPACED)))
    assert top_of(laid(Source(sections)).pages.pages[1], "二") == pytest.approx(20)


def test_between_sections_on_one_page_the_larger_spacing_counts(laid):
    sections = (page_of(para("一", **SPACED)), page_of(para("二", **SPACED), start="continuous"))
    page = laid(Source(sections)).pages.pages[0]
    assert top_of(page, "二") - top_of(page, "一") == pytest.approx(LINE + 20)


def test_a_chain_that_begins_on_a_page_moves_to_the_next_and_is_broken_there(laid):
    blocks = [*(para(f"段{number}") for number in range(10)), *(para(f"链{n}", keep_next=True) for n in range(30))]
    pages = [texts(page) for page in laid(source(*blocks, para("末"))).pages.pages]
    assert [len(page) for page in pages] == [10, 22, 9]


def test_an_empty_section_has_a_page_of_its_own(laid):
    pages = laid(Source((page_of(para("一")), page_of(para("")), page_of(para("二"))))).pages.pages
    assert [texts(page) for page in pages] == [["一"], [], ["二"]]


def test_the_paragraph_that_only_ends_a_section_has_its_line(laid):
    sections = (page_of(para("一"), para("")), page_of(para("二"), start="continuous"))
    assert top_of(laid(Source(sections)).pages.pages[0], "二") == pytest.approx(2 * LINE)


def test_text_behind_a_page_break_in_a_paragraph_is_no_first_line(laid):
    inside = replace(para("", first_line=32.0), inlines=(Text("前", BODY), Break("page", BODY), Text("后", BODY)))
    first, second = laid(source(inside)).pages.pages
    assert lines_of(first)[0].pieces[0].x == pytest.approx(32)
    assert lines_of(second)[0].pieces[0].x == pytest.approx(0)
