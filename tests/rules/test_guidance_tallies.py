"""Rows and columns of the table of villages add up; a wrong figure is one diagnostic that names its cell."""

from __future__ import annotations

import pytest
from listed_guidance import TALLIES, guidance, told

from docgen.model.gaps import Gaps
from docgen.rules.guidance import inconsistencies


def with_row(total: int | None, populous: int, poor: int) -> tuple[tuple[str, int | None, int, int], ...]:
    return (TALLIES[0], ("东海省", total, populous, poor))


def test_a_table_that_adds_up_has_nothing_to_tell() -> None:
    assert told(guidance()) == []


def test_a_wrong_sum_of_a_row_is_named_with_the_cells_that_contradict_it() -> None:
    (found,) = inconsistencies(guidance(tallies=with_row(300, 10, 289)))
    assert str(found) == (
        "GUIDE-001  数据.xlsx · 挂牌村数量 · B3（合计）\n"
        "          东海省的合计是 300，挂牌村数量 · C3（贫困人口超过1千人的村） 10 加上 "
        "挂牌村数量 · D3（贫困发生率超过10%的村） 289，印发通知 · B17（挂牌村数） 347 减去别的各行，都是 299\n"
        "          改法：改成 299"
    )


@pytest.mark.parametrize(
    ("row", "place", "right"),
    [((299, 11, 289), "C3（贫困人口超过1千人的村）", 10), ((299, 10, 280), "D3（贫困发生率超过10%的村）", 289)],
)
def test_a_wrong_part_is_told_from_the_row_and_the_column(row: tuple[int, int, int], place: str, right: int) -> None:
    (found,) = inconsistencies(guidance(tallies=with_row(*row)))
    assert found.code == "GUIDE-001"
    assert f"{found.place.address}（{found.place.heading}）" == place
    assert found.remedy == f"改成 {right}"


@pytest.mark.parametrize(
    ("attribute", "wrong", "place", "right"),
    [
        ("village_count", 348, "B17（挂牌村数）", 347),
        ("populous_count", 15, "B18（贫困人口村数）", 14),
        ("poor_count", 332, "B19（贫困发生率村数）", 333),
    ],
)
def test_a_wrong_stated_total_is_told_as_such(attribute: str, wrong: int, place: str, right: int) -> None:
    (found,) = inconsistencies(guidance(**{attribute: wrong}))
    assert (found.code, f"{found.place.address}（{found.place.heading}）") == ("GUIDE-001", place)
    assert found.expected.endswith(f"各行相加，都是 {right}")
    assert found.remedy == f"改成 {right}"


def test_without_stated_totals_the_row_alone_is_told() -> None:
    without = {"village_count": None, "populous_count": None, "poor_count": None}
    assert told(guidance(tallies=with_row(300, 10, 289), **without)) == [
        (
            "GUIDE-001 挂牌村数量 B3（合计）：东海省的合计是 300，"
            "挂牌村数量 · C3（贫困人口超过1千人的村） 10 加上 挂牌村数量 · D3（贫困发生率超过10%的村） 289，应是 299"
        )
    ]


def test_a_row_that_adds_up_to_wrong_figures_is_told_by_the_totals() -> None:
    assert told(guidance(tallies=with_row(300, 11, 289))) == [
        "GUIDE-002 印发通知 B17（挂牌村数）：挂牌村数是 347，“挂牌村数量”的合计各行相加是 348",
        "GUIDE-002 印发通知 B18（贫困人口村数）：贫困人口村数是 14，“挂牌村数量”的贫困人口超过1千人的村各行相加是 15",
    ]


def test_two_wrong_rows_are_both_named() -> None:
    both = (("云江省", 50, 4, 44), ("东海省", 300, 10, 289))
    assert [line.partition("：")[0] for line in told(guidance(tallies=both))] == [
        "GUIDE-002 印发通知 B17（挂牌村数）",
        "GUIDE-001 挂牌村数量 B2（合计）",
        "GUIDE-001 挂牌村数量 B3（合计）",
    ]


def test_sums_that_are_not_stated_are_computed() -> None:
    found = guidance(tallies=with_row(None, 10, 289), village_count=None)
    assert told(found) == []
    assert (found.tallies[1].whole, found.village_count) == (299, 347)


def test_one_wrong_part_without_stated_sums_of_rows_is_one_message() -> None:
    nothing_stated = (("云江省", None, 4, 44), ("东海省", None, 11, 289))
    assert told(guidance(tallies=nothing_stated)) == [
        "GUIDE-002 印发通知 B18（贫困人口村数）：贫困人口村数是 14，“挂牌村数量”的贫困人口超过1千人的村各行相加是 15"
    ]


def test_a_cell_that_is_reported_already_is_not_told_again() -> None:
    found = guidance(tallies=with_row(None, 11, 289))
    gaps = Gaps(cells=frozenset((found.tallies[1].place("total"),)))
    assert told(found, gaps) == []
    assert told(guidance(tallies=TALLIES[:1]), Gaps(sheets=frozenset(("tallies",)))) == []
