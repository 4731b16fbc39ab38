from __future__ import annotations

import pytest

from benchmarks.fidelity_compare import MM, Comparison, compare
from benchmarks.fidelity_lines import Line, Reading


def reading(*pages: list[str], x: float = 80.0, top: float = 100.0) -> Reading:
    """Pages of lines, one below the other."""
    lines = [
        Line(page, text, x, top + 29 * place) for page, texts in enumerate(pages) for place, text in enumerate(texts)
    ]
    return Reading(len(pages), tuple(lines))


def ends(found: Comparison) -> tuple[int, int]:
    return found.equal_ends, found.ends


def test_equal_pdfs_are_equal_in_everything():
    found = compare(reading(["甲乙", "丙丁"], ["戊"]), reading(["甲乙", "丙丁"], ["戊"]))
    assert (found.pages_equal, found.first_lines, ends(found), found.text_equal, found.in_order) == (
        True, (2, 2), (3, 3), True, 1.0,
    )  # fmt: skip
    assert found.largest is not None
    assert found.largest.size == 0


def test_one_line_broken_elsewhere_costs_one_end():
    found = compare(reading(["甲乙丙", "丁戊", "己"]), reading(["甲乙", "丙丁戊", "己"]))
    assert ends(found) == (2, 3)
    assert [text for _, text in found.odd_lines] == ["甲乙", "丙丁戊"]
    assert found.text_equal


def test_an_extra_line_counts_in_the_pdf_that_has_more():
    assert ends(compare(reading(["甲乙丙丁"]), reading(["甲乙", "丙丁"]))) == (1, 2)
    assert ends(compare(reading(["甲乙", "丙丁"]), reading(["甲乙丙丁"]))) == (1, 2)


def test_a_head_painted_at_another_time_is_found_all_the_same():
    ours = Reading(1, (Line(0, "页眉", 80, 50), Line(0, "甲", 80, 100), Line(0, "乙", 80, 129)))
    theirs = Reading(1, (Line(0, "甲", 80, 100), Line(0, "乙", 80, 129), Line(0, "页眉", 80, 50)))
    found = compare(ours, theirs)
    assert ends(found) == (3, 3)
    assert found.in_order == pytest.approx(0.5)


def test_offsets_are_those_of_equal_lines_on_the_same_page_in_mm():
    ours, theirs = reading(["甲", "乙"], ["丙"], x=83, top=102), reading(["甲", "乙", "丙"])
    found = compare(ours, theirs)
    assert [(round(one.x / MM, 6), round(one.y / MM, 6)) for one in found.offsets] == [(3.0, 2.0), (3.0, 2.0)]
    assert found.pages == (2, 1)


def lines_at(*places: tuple[str, float], x: float = 80.0) -> Reading:
    return Reading(1, tuple(Line(0, text, x, y) for text, y in places))


THEIRS = lines_at(("上", 100), ("甲乙", 129), ("丙", 158), ("下", 187))


def test_a_line_below_a_stretch_with_fewer_lines_is_displaced_and_not_counted_as_far_away():
    found = compare(lines_at(("上", 100), ("甲乙丙", 129), ("下", 158)), THEIRS)
    assert [one.text for one in found.displaced] == ["下"]
    assert [one.text for one in found.offsets] == ["上"]
    assert found.ends - found.equal_ends == 1


def test_a_cell_centred_beside_such_a_stretch_gives_way_by_half():
    ours = Reading(1, (*lines_at(("甲乙丙", 129), ("下", 158)).lines, Line(0, "旁", 200, 129)))
    theirs = Reading(1, (*lines_at(("甲乙", 129), ("丙", 158), ("下", 187)).lines, Line(0, "旁", 200, 143.5)))
    found = compare(ours, theirs)
    assert ([one.text for one in found.displaced], found.offsets) == (["下", "旁"], ())


@pytest.mark.parametrize(
    "ours",
    [
        lines_at(("上", 100), ("甲乙丙", 129), ("下", 217)),  # on the wrong side
        lines_at(("上", 100), ("甲乙丙", 129), ("下", 140)),  # further than one line
        Reading(1, (Line(0, "上", 80, 100), Line(0, "甲乙丙", 80, 129), Line(0, "下", 90, 158))),  # and to the right
        lines_at(("上", 100), ("甲", 129), ("乙丙", 158), ("下", 197)),  # as many lines
        lines_at(("上", 60), ("甲乙丙", 129), ("下", 187)),  # above
    ],
)
def test_what_such_a_stretch_does_not_explain_is_far_away(ours):
    found = compare(ours, THEIRS)
    assert found.displaced == ()
    assert found.largest is not None
    assert found.largest.size > 3


def test_text_that_one_of_both_lacks_is_named_with_its_count():
    found = compare(reading(["甲甲乙"]), reading(["甲丙丙"]))
    assert (found.text_equal, found.text_differs) == (False, "-丙×2 +乙 +甲")


def test_a_mark_lost_beyond_the_edge_is_no_difference_but_counted():
    found = compare(reading(["加强配合,", "抓好落实"]), reading(["加强配合", "抓好落实"]))
    assert (ends(found), found.text_equal, found.lost_marks, found.first_lines) == ((2, 2), True, 1, (1, 1))


def test_first_lines_stand_below_the_running_head():
    ours = reading(["页眉第1页", "甲", "乙"], ["页眉第2页", "丙"], ["页眉第3页", "丁"])
    theirs = reading(["页眉第1页", "甲"], ["页眉第2页", "乙", "丙"], ["页眉第3页", "丁"])
    assert compare(ours, theirs).first_lines == (2, 3)


def test_cells_of_a_row_make_one_first_line():
    ours = Reading(1, (Line(0, "甲", 80, 100), Line(0, "乙", 200, 101)))
    theirs = Reading(1, (Line(0, "乙", 200, 100), Line(0, "甲", 80, 101)))
    assert compare(ours, theirs).first_lines == (1, 1)


def test_the_offset_of_most_lines_is_told_beside_the_largest():
    ours = Reading(1, tuple(Line(0, f"第{n}行", 80 + (30 if n == 0 else 0), 100 + n) for n in range(40)))
    theirs = Reading(1, tuple(Line(0, f"第{n}行", 80, 100 + n) for n in range(40)))
    found = compare(ours, theirs)
    assert found.largest is not None
    assert (found.largest.text, found.largest.size) == ("第0行", pytest.approx(30 * MM))
    assert found.offset_at(0.95) == 0
