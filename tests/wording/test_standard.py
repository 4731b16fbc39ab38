"""The numbers of GB/T 9704-2012 and the units they are told in."""

from __future__ import annotations

import pytest

from docgen import standard
from docgen.standard import SIZES, Length, Mm, Pt, Strength


def test_a_length_is_the_same_in_every_unit() -> None:
    inch = Mm(25.4)
    assert (inch.pt, inch.mm, inch.twips, inch.half_points, inch.eighths, inch.emu) == pytest.approx(
        (72, 25.4, 1440, 144, 576, 914400)
    )
    assert Pt(10.5).half_points == 21
    assert Mm(10) < Pt(30) < Mm(11)
    assert Length(3) == Pt(3)


def test_the_sizes_of_type_are_those_of_the_trade() -> None:
    assert {name: size.pt for name, size in SIZES.items()} == {
        "初号": 42,
        "小初": 36,
        "一号": 26,
        "小一": 24,
        "二号": 22,
        "小二": 18,
        "三号": 16,
        "小三": 15,
        "四号": 14,
        "小四": 12,
        "五号": 10.5,
    }


def test_margins_and_text_area_fill_the_sheet() -> None:
    assert standard.LEFT.length.mm + standard.TEXT_WIDTH.length.mm + standard.RIGHT.length.mm == pytest.approx(210)
    assert standard.TOP.length.mm + standard.TEXT_HEIGHT.length.mm + standard.BOTTOM.length.mm == pytest.approx(297)
    assert (standard.TOP.length.mm, standard.LEFT.length.mm) == pytest.approx((37, 28))


def test_the_pitch_is_the_largest_in_whole_twips_that_keeps_22_lines() -> None:
    height, pitch = standard.TEXT_HEIGHT.length.twips, standard.LINE_PITCH.length.twips
    assert pitch == 579
    assert (height // pitch, height // (pitch + 1)) == (standard.LINES_PER_PAGE, standard.LINES_PER_PAGE - 1)


def test_the_tracking_lets_28_characters_fill_a_line_and_not_29() -> None:
    cell = SIZES["三号"].pt + standard.TRACKING.length.pt
    assert int(standard.TEXT_WIDTH.length.pt / cell) == standard.CHARACTERS_PER_LINE == 28
    assert int(standard.TEXT_WIDTH.length.pt / SIZES["三号"].pt) == 27


def test_a_line_of_the_title_leaves_a_character_free() -> None:
    assert standard.TITLE_CHARACTERS == 19
    assert standard.TEXT_WIDTH.length.pt >= (standard.TITLE_CHARACTERS + 1) * 22


@pytest.mark.parametrize(
    ("name", "mm", "clause", "strength"),
    [
        ("MARK_TOP", 35, "7.2.4", Strength.REQUIRED),
        ("RULE_BELOW_NUMBER", 4, "7.2.7", Strength.REQUIRED),
        ("PAGE_NUMBER_GAP", 7, "7.5", Strength.REQUIRED),
        ("IMPRINT_THICK", 0.35, "7.4.1", Strength.RECOMMENDED),
        ("IMPRINT_THIN", 0.25, "7.4.1", Strength.RECOMMENDED),
        ("RED_RULE", 1.5 / 72 * 25.4, "7.2.7", Strength.PRACTICE),
    ],
)
def test_facts_have_their_clause_and_strength(name: str, mm: float, clause: str, strength: Strength) -> None:
    fact = getattr(standard, name)
    assert (fact.length.mm, fact.clause, fact.strength) == (pytest.approx(mm), clause, strength)
