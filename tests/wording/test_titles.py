"""Titles: lines that end between words, in the shapes that GB/T 9704 asks for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.wording.titles import title_lines, too_long_words, width

WORDS = st.lists(st.text("国家公文格式12a （）", min_size=1, max_size=9), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("marked", "lines"),
    [
        ("云岭县|2024年|实施方案", ["云岭县2024年实施方案"]),
        # Two lines: the fewest; not equal, but as little unlike as can be, the shorter above.
        ("云岭县|2024年|脱贫攻坚|挂牌督战|专项|实施方案", ["云岭县2024年", "脱贫攻坚挂牌督战专项实施方案"]),
        ("云岭县|2024年|教育|脱贫攻坚|挂牌督战|实施方案", ["云岭县2024年教育", "脱贫攻坚挂牌督战实施方案"]),
        ("一二三四五六七八九十|一二三四五六七八九十", ["一二三四五六七八九十", "一二三四五六七八九十"]),
        ("", []),
        ("||甲||乙|", ["甲乙"]),
    ],
)
def test_a_title_takes_the_fewest_lines(marked: str, lines: list[str]) -> None:
    assert title_lines(marked, 19 if len(marked) > 20 else 12) == lines


def test_equal_lines_are_avoided_for_a_trapezoid() -> None:
    assert title_lines("一二三四|五|六七八九|十", 9) == ["一二三四", "五六七八九十"]


def test_of_three_lines_the_middle_one_is_not_the_shortest() -> None:
    made = title_lines("一二三四五六|七八九|十一二三|四五六|七八九十", 9)
    widths = [width(line) for line in made]
    assert len(made) == 3
    assert not widths[1] < min(widths[0], widths[2])


def test_a_word_longer_than_a_line_leaves_the_other_breaks_in_force() -> None:
    assert title_lines("云岭县|一二三四五六七八九十一二|实施方案", 10) == [
        "云岭县",
        "一二三四五六七八九十一二",
        "实施方案",
    ]


def test_a_title_of_many_words_is_quick() -> None:
    begun = time.process_time()
    assert "".join(title_lines("|".join("一二三四五六七八九十" * 4), 19)) == "一二三四五六七八九十" * 4
    assert time.process_time() - begun < 2


def test_digits_and_letters_are_half_as_wide() -> None:
    assert [width(text) for text in ("公文", "2024", "A县（x）", "")] == [2, 2, 4, 0]


def test_words_that_no_line_can_hold_are_named_once_in_order() -> None:
    assert too_long_words("云岭县|一二三四五六七|2024年度工作|方案|一二三四五六七", 6) == ["一二三四五六七"]
    assert too_long_words("一二三四五六七|八九十一二三四五", 6) == ["一二三四五六七", "八九十一二三四五"]
    assert too_long_words("一二三|12345678", 4) == []


@pytest.mark.parametrize("words", [390, 1000])
def test_a_text_of_hundreds_of_words_is_broken_at_once(words: int) -> None:
    begun = time.process_time()
    made = title_lines("甲|" * words, 20)
    assert ("".join(made), max(map(width, made))) == ("甲" * words, 20)
    assert time.process_time() - begun < 1


@given(WORDS, st.integers(4, 20))
def test_no_character_is_lost_and_no_line_ends_inside_a_word(words: list[str], capacity: int) -> None:
    made = title_lines("|".join(words), capacity)
    assert "".join(made) == "".join(words)
    ends = {sum(map(len, words[:count])) for count in range(len(words) + 1)}
    assert {sum(map(len, made[:count])) for count in range(len(made) + 1)} <= ends


@given(WORDS, st.integers(4, 20))
def test_a_line_is_too_long_only_where_a_word_is(words: list[str], capacity: int) -> None:
    made = title_lines("|".join(words), capacity)
    assert all(width(line) <= capacity or line in words for line in made)


@given(WORDS, st.integers(4, 20))
def test_fewer_lines_would_not_do(words: list[str], capacity: int) -> None:
    made = title_lines("|".join(words), capacity)
    # Filling line after line needs as few lines as any way does.
    greedy, room = 0, -1.0
    for word in words:
        if greedy == 0 or width(word) > room:
            greedy, room = greedy + 1, capacity - width(word)
        else:
            room -= width(word)
    assert len(made) == greedy
