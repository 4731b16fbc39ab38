"""Where a line may end: lists of the file's own, hyphens, spaces and joiners, 西文单词中间换行."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, lines_of, para, right_edge, source, text_of, texts

from docgen.pdf.source import Typography

ONE = {"alignment": "start", "auto_space_latin": False, "auto_space_digits": False}


def broken(laid, text: str, habits: Typography = Typography(), **how: object) -> list[str]:  # noqa: B008
    """The lines of a paragraph of 16 pt characters, 27.6 of which fit."""
    made = replace(source(para(text, LOOSE, **{**ONE, **how})), typography=habits)
    return texts(laid(made).pages.pages[0])


@pytest.mark.parametrize(
    "count, first, second",
    [
        (22, "WT-2024-", "217"),
        (24, "WT-", "2024-217"),
        (23, "2024-03-", "05"),
        (24, "2024-", "03-05"),
        (24, "1200–", "1500"),
    ],
)
def test_a_number_is_divided_behind_a_hyphen_within_it(laid, count, first, second):
    assert broken(laid, "国" * count + first + second) == ["国" * count + first, second]


@pytest.mark.parametrize(
    "text", ["GB/T", "2024/3/5", "-25.5", "15.6%", "1,234.56", "12:30", "e\u2011mail", "a\u00a0bcd"]
)
def test_other_words_and_numbers_stay_whole(laid, text):
    assert broken(laid, "国" * 26 + text) == ["国" * 26, text]


@pytest.mark.parametrize("glue", ["\u00a0", "\u2060", "\u202f"])
def test_no_line_ends_beside_a_joiner(laid, glue):
    lines = broken(laid, "国" * 26 + "前" + glue + "后")
    assert [line.replace(glue, "") for line in lines] == ["国" * 26, "前后"]


def test_a_word_may_end_a_line_at_a_space_without_width(laid):
    assert broken(laid, "国" * 25 + "abcd\u200befgh") == ["国" * 25 + "abcd", "efgh"]


def test_a_soft_hyphen_is_seen_only_where_the_line_ends_behind_it(laid):
    assert broken(laid, "国" * 25 + "ab\u00adefghijk") == ["国" * 25 + "ab-", "efghijk"]
    assert broken(laid, "国国ab\u00adef国") == ["国国abef国"]


def test_a_soft_hyphen_without_room_for_its_hyphen_ends_no_line(laid):
    assert broken(laid, "国" * 26 + "iiiii\u00adlll") == ["国" * 26, "iiiiilll"]


def test_words_are_cut_anywhere_when_the_paragraph_says_so(laid):
    text = "国" * 25 + "abcdefgh"
    assert broken(laid, text)[1] == "abcdefgh"
    first, second = broken(laid, text, word_wrap=False)
    assert first + second == text
    assert 0 < len(second) < 8


def test_cut_words_keep_the_marks_behind_them(laid):
    lines = broken(laid, "国" * 26 + "abc,d", word_wrap=False)
    assert not lines[1].startswith(",")


def test_lists_of_the_files_own_replace_the_standard_ones(laid):
    own = Typography(no_start=frozenset("一"), no_end=frozenset("二"))
    assert broken(laid, "国" * 27 + "一后", own) == ["国" * 26, "国一后"]
    assert broken(laid, "国" * 26 + "二后", own) == ["国" * 26, "二后"]
    assert broken(laid, "国" * 27 + "，后", own) == ["国" * 27, "，后"]


def test_without_kinsoku_the_files_own_lists_do_not_count_either(laid):
    own = Typography(no_start=frozenset("一"))
    assert broken(laid, "国" * 27 + "一后", own, kinsoku=False) == ["国" * 27, "一后"]


def test_one_full_width_space_hangs_a_second_one_starts_the_next_line(laid):
    assert broken(laid, "国" * 27 + "\u3000后") == ["国" * 27, "后"]
    assert broken(laid, "国" * 27 + "\u3000\u3000后") == ["国" * 27, "\u3000后"]


def test_a_latin_comma_does_not_hang(laid):
    assert broken(laid, "国" * 27 + ",,,后", overflow_punct=True) == ["国" * 26, "国,,,后"]
    assert broken(laid, "国" * 27 + "，后", overflow_punct=True) == ["国" * 27 + "，", "后"]


def test_nothing_stands_between_a_number_and_a_square_sign(laid):
    line = lines_of(laid(source(para("100㎡", LOOSE))).pages.pages[0])[0]
    assert right_edge(line) - line.x == pytest.approx(40)


@pytest.mark.parametrize("rare", ["𡐓", "\U0002ebf0", "\U00031350"], ids=["扩展B", "扩展I", "扩展H"])
def test_a_gap_stands_beside_rare_characters_as_beside_others(laid, rare):
    line = lines_of(laid(source(para(f"100{rare}", LOOSE))).pages.pages[0])[0]
    assert right_edge(line) - line.x == pytest.approx(43.2)


def test_emoji_and_rare_characters_are_never_cut_apart(laid):
    text = "𬭎𡐓" * 20 + "👍\U0001f3fd" * 20
    page = laid(source(para(text, LOOSE))).pages.pages[0]
    assert "".join(text_of(line) for line in lines_of(page)) == text
    assert not any(text_of(line).startswith("\U0001f3fd") for line in lines_of(page))
