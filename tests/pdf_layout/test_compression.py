"""标点压缩 and 行首标点压缩."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MARGINS, MM, lines_of, para, right_edge, source, text_of, texts

from docgen.pdf.source import Typography

MARKS = Typography(compression="marks")
RIGHT = 210 * MM - MARGINS[1]


def page_of(laid, text: str, habits: Typography = MARKS, run=LOOSE, **how: object):
    return laid(replace(source(para(text, run, **how)), typography=habits)).pages.pages[0]


def width(laid, text: str, **how: object) -> float:
    """In characters of 16 pt."""
    line = lines_of(page_of(laid, text, **how))[0]
    return (right_edge(line) - line.x) / 16


@pytest.mark.parametrize(
    "text, characters",
    [
        ("国。国", 3),
        ("国）。国", 3.5),
        ("国：“国", 3.5),
        ("》《", 1.5),
        ("国（《国", 3.5),
        ("（）", 2),
        ("。”）国", 3),
        ("——国", 3),
    ],
)
def test_of_neighbouring_marks_all_but_the_last_are_half_wide(laid, text, characters):
    assert width(laid, text) == pytest.approx(characters)


def test_nothing_is_compressed_when_the_file_does_not_ask_for_it(laid):
    assert width(laid, "国）。国", habits=Typography()) == pytest.approx(4)


def test_marks_with_a_spacing_of_their_own_keep_it(laid):
    line = lines_of(page_of(laid, "国）。国", run=replace(LOOSE, spacing=2.0)))[0]
    assert right_edge(line) - line.x == pytest.approx(4 * 16 + 3 * 2)


def test_a_mark_that_does_not_fit_is_kept_by_squeezing_the_marks_of_its_line(laid):
    text = "国" * 12 + "，" + "国" * 14 + "”后面"
    first, second = lines_of(page_of(laid, text, overflow_punct=False))
    assert (text_of(first), text_of(second)) == (text[:28], "后面")
    # 28 characters in the room of 27.64: the mark at the end gives its blank half, and that is enough.
    assert right_edge(first) == pytest.approx(first.x + 28 * 16)


def test_marks_inside_the_line_give_way_when_the_last_one_is_not_enough(laid):
    text = "国" * 9 + "，" + "国" * 10 + "，" + "国" * 6 + "）”后面"
    first, second = lines_of(page_of(laid, text, overflow_punct=False))
    assert (text_of(first), text_of(second)) == (text[:29], "后面")
    assert right_edge(first) == pytest.approx(RIGHT + 8, abs=0.05)
    # ）” are drawn together; the two commas give the rest in equal parts.
    given = (28.5 * 16 - 8 - (RIGHT - first.x)) / 2
    assert first.pieces[1].x == pytest.approx(10 * 16 - given, abs=0.05)


def test_no_other_character_is_pulled_up(laid):
    text = "国，国，国，国，" + "国" * 19 + "后面"
    assert texts(page_of(laid, text, overflow_punct=False))[0] == text[:27]


def test_a_mark_that_may_hang_hangs_before_anything_is_squeezed(laid):
    text = "国" * 12 + "）" + "国" * 14 + "，后面"
    squeezed = lines_of(page_of(laid, text, overflow_punct=False))[0]
    hung = lines_of(page_of(laid, text, overflow_punct=True))[0]
    assert text_of(squeezed) == text_of(hung) == text[:28]
    assert right_edge(squeezed) == pytest.approx(squeezed.x + 28 * 16)
    assert right_edge(hung) == pytest.approx(RIGHT + 16, abs=0.05)


def test_an_opening_mark_at_the_start_of_a_line_loses_its_blank_half(laid):
    page = page_of(laid, "《后》" + "国" * 24 + "《后》", Typography(), top_line_punct=True)
    first, second = lines_of(page)
    assert first.x + first.pieces[0].x == pytest.approx(MARGINS[3] - 8)
    assert second.x + second.pieces[0].x == pytest.approx(MARGINS[3] - 8)
    # Half a character more has room on the first line.
    assert len(text_of(first)) == 27
