"""首字下沉: the lines beside the letter, and how high they are together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MARGINS, lines_of, para, source, text_of

from docgen.pdf.pages import Line, Page
from docgen.pdf.source import DropCap, Paragraph, Text

LEFT, PITCH = MARGINS[3], 28.95
LETTER = replace(LOOSE, size=64.0, rise=-5.0)


def dropped(text: str, lines: int = 3, in_margin: bool = False) -> Paragraph:
    return replace(para(text, LOOSE, alignment="start"), drop=DropCap((Text("今", LETTER),), lines, 6.0, in_margin))


def places(page: Page) -> list[tuple[str, float]]:
    return [(text_of(line), round(line.x + line.pieces[0].x - LEFT, 2)) for line in lines_of(page)]


def letter_of(page: Page) -> Line:
    return next(line for line in lines_of(page) if text_of(line) == "今")


def test_as_many_lines_as_asked_stand_beside_the_letter(laid):
    page = laid(source(dropped("字" * 100))).pages.pages[0]
    beside = int((27.6 * 16 - 70) // 16)
    assert places(page) == [
        ("今", 0.0),
        *[("字" * beside, 70.0)] * 3,
        ("字" * 27, 0.0),
        ("字" * (100 - 3 * beside - 27), 0.0),
    ]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_the_letter_stands_on_the_last_line_beside_it(laid, lines):
    page = laid(source(dropped("字" * 100, lines))).pages.pages[0]
    assert letter_of(page).baseline == pytest.approx(lines_of(page)[lines].baseline)
    assert letter_of(page).pieces[0].rise == 0.0


def test_a_letter_in_the_margin_leaves_the_lines_alone(laid):
    page = laid(source(dropped("字" * 30, in_margin=True))).pages.pages[0]
    assert places(page) == [("今", -70.0), ("字" * 27, 0.0), ("字" * 3, 0.0)]


def test_a_short_paragraph_is_as_high_as_its_letter(laid):
    page = laid(source(dropped("短文"), para("下一段"))).pages.pages[0]
    found = {text_of(line): line.baseline for line in lines_of(page)}
    assert found["今"] - found["短文"] == pytest.approx(2 * PITCH)
    assert found["下一段"] - found["短文"] == pytest.approx(3 * PITCH)
