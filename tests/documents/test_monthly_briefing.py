"""简报: what the month's figures, cards and problems become in its context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from docgen.documents.brief import Brief
from docgen.documents.briefing_parts import MOST_NAMED
from docgen.documents.figures import compared
from docgen.documents.monthly_briefing import compose
from docgen.issue import Facts
from docgen.model.campaign import Campaign
from docgen.model.charts import RateChart, TrendChart
from docgen.model.interviews import Interview
from docgen.model.ledger import Degree, Problem
from docgen.model.numbers import Numbers
from docgen.model.places import Township, TownshipKind
from docgen.model.settings import Bulletin
from docgen.model.supervision import Assessment, Grade, Visit, Way
from docgen.wording.shares import percent_text

MARCH, APRIL, MAY = date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1)


def problem(number: int, township: str = "青石镇", **values: Any) -> Problem:
    stated = {"found": date(2024, 3, 10), "duty": "责任", "description": f"问题{number}", "unit": township}
    return Problem(number=f"WT-{number:03}", township=township, **(stated | values))


@pytest.fixture
def lived(campaign: Campaign) -> Callable[..., Campaign]:
    """The small campaign with a second township, and what else a test wants."""
    river = Township(name="白水乡", kind=TownshipKind.TOWNSHIP)
    return lambda **parts: replace(campaign, townships=(*campaign.townships, river), **parts)


def context(campaign: Campaign, month: date = APRIL, numbers: Numbers | None = None, **wishes: Any) -> dict[str, Any]:
    return contexts(campaign, month, numbers, **wishes)[0]


def contexts(
    campaign: Campaign, month: date = APRIL, numbers: Numbers | None = None, **wishes: Any
) -> list[dict[str, Any]]:
    months = Facts(campaign).upto(month)
    brief = Brief(campaign, Numbers() if numbers is None else numbers, months=months, **wishes)
    return [item.context for item in compose(brief)]


def test_figures_are_those_of_the_rows(lived: Callable[..., Campaign]) -> None:
    said = context(
        lived(
            problems=(
                problem(1, deadline=date(2024, 4, 5), closed=date(2024, 4, 6)),
                problem(2, deadline=date(2024, 4, 29)),
                problem(3, "白水乡", found=date(2024, 4, 30), deadline=date(2024, 4, 30)),
            )
        )
    )
    this = said["本期"]
    assert {name: this[name] for name in ("本月发现", "本月销号", "本月按时销号", "累计发现", "未销号", "逾期")} == {
        "本月发现": 1, "本月销号": 1, "本月按时销号": 0, "累计发现": 3, "未销号": 2, "逾期": 1,
    }  # fmt: skip
    assert this["销号率"] == "33.3%"
    assert (said["发现变化"], said["销号变化"]) == ("比上月减少1个", "比上月增加1个")


def test_the_ranking_has_every_township_and_no_rate_where_nothing_was_found(lived: Callable[..., Campaign]) -> None:
    said = context(lived(problems=(problem(1, closed=date(2024, 4, 6)),)))
    assert [(row["名次"], row["范围"], row["销号率"], row["黄牌"]) for row in said["排名"]] == [
        (1, "青石镇", "100%", ""),
        ("—", "白水乡", "—", ""),
    ]


def test_a_month_in_which_nothing_was_found_has_no_charts_of_rates(lived: Callable[..., Campaign]) -> None:
    said = context(lived())
    assert (said["本期"]["累计发现"], said["本期"]["销号率"], said["销号率图"]) == (0, "—", "")


def test_rates_are_not_drawn_before_the_first_problem_is_closed(lived: Callable[..., Campaign]) -> None:
    said = context(lived(problems=(problem(1),)))
    assert (said["本期"]["累计发现"], said["销号率图"]) == (1, "")


def test_the_charts_show_the_figures_of_the_months(lived: Callable[..., Campaign]) -> None:
    said = context(lived(problems=(problem(1, closed=date(2024, 4, 6)), problem(2, found=date(2024, 4, 2)))))
    assert said["趋势图"] == TrendChart(("2月", "3月", "4月"), (0, 1, 1), (0, 0, 1))
    assert said["销号率图"] == RateChart(("青石镇", "白水乡"), (Fraction(1, 2), None))


def test_the_first_month_has_no_trend_and_no_comparison(lived: Callable[..., Campaign]) -> None:
    said = context(lived(problems=(problem(1, found=date(2024, 2, 27)),)), date(2024, 2, 1))
    assert (said["趋势图"], said["发现变化"]) == ("", "")


def test_overdue_problems_are_named_longest_first_then_grave_ones(lived: Callable[..., Campaign]) -> None:
    said = context(
        lived(
            problems=(
                problem(1, degree=Degree.GRAVE, deadline=date(2024, 5, 30)),
                problem(2, deadline=date(2024, 4, 28)),
                problem(3, deadline=date(2024, 4, 1)),
                problem(4, deadline=date(2024, 5, 30)),
            )
        )
    )
    assert [(row["问题编号"], row["逾期天数"]) for row in said["突出问题"]] == [
        ("WT-003", 29),
        ("WT-002", 2),
        ("WT-001", 0),
    ]
    assert said["未点名"] == 0


def test_more_problems_than_can_be_named_are_counted(lived: Callable[..., Campaign]) -> None:
    late = tuple(problem(number, deadline=date(2024, 4, 1)) for number in range(1, MOST_NAMED + 4))
    said = context(lived(problems=late))
    assert (len(said["突出问题"]), said["未点名"]) == (MOST_NAMED, 3)


def test_cards_and_their_lifting_are_told(lived: Callable[..., Campaign]) -> None:
    assessments = (
        Assessment(month=MARCH, unit="青石镇", grade=Grade.POOR, card=True, reasons="进度滞后"),
        Assessment(month=APRIL, unit="青石镇", grade=Grade.FAIR),
        Assessment(month=APRIL, unit="白水乡", grade=Grade.POOR, card=True, reasons="整改不实"),
    )
    said = context(lived(assessments=assessments))["黄牌情况"]
    assert [(card["单位"], card["第几次"], card["评估理由"]) for card in said["黄牌"]] == [("白水乡", 1, "整改不实")]
    assert said["解除"] == ["青石镇2024年3月的“黄牌”警告经评估予以解除"]


def test_the_second_card_in_a_row_makes_an_interview_due(lived: Callable[..., Campaign]) -> None:
    cards = tuple(Assessment(month=month, unit="青石镇", grade=Grade.POOR, card=True) for month in (MARCH, APRIL))
    said = context(lived(assessments=cards))
    assert said["黄牌情况"]["应约谈"] == [{"单位": "青石镇", "次数": 2, "月份": ["2024年3月", "2024年4月"]}]
    assert said["下月"]["待约谈"] == ["青石镇"]


def test_good_grades_are_told_with_reasons_when_few(lived: Callable[..., Campaign]) -> None:
    good = (Assessment(month=APRIL, unit="青石镇", grade=Grade.GOOD, reasons="整改扎实"),)
    assert context(lived(assessments=good))["成效"] == ["青石镇月度评估为“好”，整改扎实"]


def test_the_visits_of_the_month_are_counted(lived: Callable[..., Campaign]) -> None:
    visits = tuple(
        Visit(
            day=MARCH + timedelta(days=days), team="一组", townships=towns, places=("石桥村",), ways=(Way.ON_SITE, way)
        )
        for days, towns, way in ((9, ("青石镇",), Way.VIDEO), (40, ("青石镇", "白水乡"), Way.UNANNOUNCED))
    )
    assert context(lived(visits=visits))["督战"] == {
        "次数": 1, "乡镇数": 2, "村数": 1, "方式": ["实地", "四不两直"], "队伍": ["一组"],
    }  # fmt: skip


def test_next_month_names_what_falls_due(lived: Callable[..., Campaign]) -> None:
    days = (date(2024, 4, 30), date(2024, 5, 1), date(2024, 5, 31), date(2024, 6, 1))
    said = context(lived(problems=tuple(problem(number, deadline=day) for number, day in enumerate(days, 1))))["下月"]
    assert (said["月份"], said["到期数"], [row["问题编号"] for row in said["到期"]]) == (
        "2024年5月",
        2,
        ["WT-002", "WT-003"],
    )


def test_issues_are_numbered_by_month_whichever_is_made_first(lived: Callable[..., Campaign]) -> None:
    numbers, campaign = Numbers(), lived(bulletins=(Bulletin(first_total=13),))
    april = context(campaign, APRIL, numbers)
    february = context(campaign, date(2024, 2, 1), numbers)
    assert [(said["期号"], said["总期号"]) for said in (april, february)] == [(3, 15), (1, 13)]


def test_each_township_has_its_own_briefing_and_its_own_issues(lived: Callable[..., Campaign]) -> None:
    said = contexts(lived(problems=(problem(1), problem(2, "白水乡"), problem(3, "白水乡"))), by_township=True)
    assert [(item["范围"], item["本期"]["累计发现"], item["期号"]) for item in said] == [
        ("青石镇", 1, 3),
        ("白水乡", 2, 3),
    ]
    assert [row["累计发现"] for row in said[1]["分类"]] == [2, 0]
    one = contexts(lived(), by_township=True, only=("白水乡",))
    assert [item["范围"] for item in one] == ["白水乡"]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (None, "—"), (Fraction(0), "0%"), (Fraction(1), "100%"), (Fraction(7, 8), "87.5%"), (Fraction(2, 3), "66.7%"),
        (Fraction(9999, 10000), "99.9%"), (Fraction(1, 10000), "0.1%"),
    ],
)  # fmt: skip
def test_a_rate_is_said_with_one_decimal_and_never_says_all_or_none_falsely(share: Fraction | None, said: str) -> None:
    assert percent_text(share) == said


def test_changes_are_said_in_words() -> None:
    assert [compared(3, None), compared(3, 3), compared(5, 3), compared(0, 3)] == [
        "", "与上月持平", "比上月增加2个", "比上月减少3个",
    ]  # fmt: skip


def test_a_township_asked_for_by_a_former_name_gets_its_briefing_and_all_of_its_problems(
    lived: Callable[..., Campaign],
) -> None:
    whole = lived(problems=(problem(1, "白水乡"), problem(2, "白水镇")))
    qingshi, river = whole.townships
    renamed = replace(whole, townships=(qingshi, river.model_copy(update={"former_names": ("白水镇",)})))
    (said,) = contexts(renamed, only=("白水镇",))
    assert (said["范围"], said["分乡镇"], said["本期"]["累计发现"]) == ("白水乡", True, 2)
    assert [(row["范围"], row["累计发现"]) for row in said["分类"] if row["累计发现"]] == [("责任", 2)]


def test_only_the_county_is_the_countys_briefing_and_only_a_unit_is_none(lived: Callable[..., Campaign]) -> None:
    county = lived().basics.county
    assert [said["分乡镇"] for said in contexts(lived(), only=(county,))] == [False]
    assert contexts(lived(), only=("县教育局",)) == []


def test_an_interview_is_told_with_who_held_it(lived: Callable[..., Campaign]) -> None:
    cards = tuple(Assessment(month=month, unit="青石镇", grade=Grade.POOR, card=True) for month in (MARCH, APRIL))
    talk = Interview(
        unit="青石镇", month=APRIL, begins=datetime(2024, 5, 10, 15), held=True,
        interviewer="何示例", interviewer_post="副县长",
    )  # fmt: skip
    said = context(lived(assessments=cards, interviews=(talk,)), MAY)["黄牌情况"]["已约谈"]
    assert said == [{"单位": "青石镇", "日期": "2024年5月10日", "约谈人": "副县长何示例"}]
