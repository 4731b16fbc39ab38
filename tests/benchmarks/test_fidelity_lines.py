from __future__ import annotations

import pytest

from benchmarks.fidelity_lines import Char, Line, ink, lines_of


def set_at(text: str, x: float, y: float, size: float = 16.0, turn: int = 0) -> list[Char]:
    """Full-width characters in a row."""
    return [Char(char, x + size * place, y, size, turn) for place, char in enumerate(text)]


def texts(*parts: list[Char]) -> list[str]:
    return [line.text for line in lines_of([char for part in parts for char in part], 0)]


def test_a_new_baseline_is_a_new_line():
    found = list(lines_of(set_at("第一行", 80, 100) + set_at("第二行", 80, 129), 3))
    assert found == [Line(3, "第一行", 80, 100, 32.0), Line(3, "第二行", 80, 129, 32.0)]


def test_a_raised_figure_stays_on_its_line_and_the_line_on_its_baseline():
    raised = [Char("2", 80, 94.5, 8)]
    (line,) = lines_of(raised + set_at("平方米", 84, 100), 0)
    assert (line.text, line.x, line.y) == ("2平方米", 80, 100)


def test_a_neighbouring_cell_whose_text_stands_half_a_line_lower_is_a_line_of_its_own():
    assert texts(set_at("甲乙", 80, 100, 12), set_at("丙", 120, 108, 12)) == ["甲乙", "丙"]


def test_characters_that_another_font_lends_find_their_place_although_they_are_painted_last():
    assert texts(set_at("村民王", 80, 100), set_at("等", 144, 100), set_at("垚", 128, 100)) == ["村民王垚等"]


def test_a_reading_above_does_not_part_the_line_below_it():
    reading = set_at("yún", 98, 84, 7)
    assert texts(set_at("在", 80, 100), reading, set_at("云", 96, 100)) == ["yún", "在云"]


def test_a_size_twice_as_large_does_not_swallow_the_line_below():
    assert texts(set_at("简报", 200, 100, 48), set_at("第八期", 210, 120, 16)) == ["简报", "第八期"]


def test_lines_that_are_turned_are_told_apart_and_placed_on_the_page():
    (line,) = lines_of([Char("清", 500, -80, 12, 90), Char("单", 512, -80, 12, 90)], 0)
    assert (line.text, round(line.x), round(line.y)) == ("清单", 80, 500)


def test_upright_text_is_read_in_columns_with_its_marks_in_either_place():
    formed = [Char(char, 300, 100 + 12 * place, 12) for place, char in enumerate("导向，对照")]
    moved = [*formed]
    moved[2] = Char("，", 306, 118, 12)
    next_column = [Char(char, 284, 100 + 12 * place, 12) for place, char in enumerate("清单")]
    assert list(lines_of([*formed, *next_column], 0)) == [
        Line(0, "导向,对照", 300, 100, 48),
        Line(0, "清单", 284, 100, 12),
    ]
    assert texts(moved, next_column) == ["导向,对照", "清单"]


def test_lines_of_one_character_are_no_column_of_upright_text():
    assert texts(*(set_at(char, 80, 100 + 15 * place, 12) for place, char in enumerate("序号"))) == ["序", "号"]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("（一） 总 则", "(一)总则"),
        ("目录..........3", "目录3"),
        ("见\u2011附件", "见-附件"),
        ("\uf0a8 同意 ☑", "▫同意▫"),
        ("省略……", "省略......"),
    ],
)
def test_ink_is_what_the_eye_tells_apart(written, seen):
    assert ink(written) == seen
