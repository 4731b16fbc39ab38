"""What is derived for one month: gathered, and in agreement with itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from case_campaign import campaign_of
from case_facts import card_line, due_line, escalation_line, lifting_line
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model.campaign import Campaign
from docgen.rules.months import month_facts
from docgen.rules.progress import progress
from docgen.rules.ranking import ranking
from docgen.rules.span import months

CASE = {
    "问题台账": {"WT-1": {"发现": "2024-03-05"}},
    "月度评估": {
        "青石镇": {"2024-03": "黄牌", "2024-04": "黄牌", "2024-05": "黄牌", "2024-06": "无"},
        "白水乡": {"2024-04": "黄牌", "2024-05": "无"},
    },
    "约谈": {"青石镇 2024-04": {"已约谈": "是", "时间": "2024-05-10 15:00"}},
}


def test_a_month_gathers_what_belongs_to_it():
    campaign = campaign_of(CASE)
    may = month_facts(campaign, date(2024, 5, 17))
    assert (may.month, may.progress.as_of) == (date(2024, 5, 1), date(2024, 5, 31))
    assert [card_line(item) for item in may.cards] == ["青石镇 2024-05：第3次，连续第3次"]
    assert [lifting_line(item) for item in may.liftings] == ["白水乡 2024-05：解除 2024-04 的黄牌"]
    assert may.interviews == ()
    assert [due_line(item) for item in may.talks] == ["青石镇 2024-04：2024-03、2024-04（门槛 2），已约谈"]
    assert [escalation_line(item) for item in may.escalations] == [
        "青石镇 2024-05：2024-04 的约谈，约谈后首次评估仍被“黄牌”警告 2024-05"
    ]
    assert may.standings == ranking(progress(campaign, date(2024, 5, 1)))


def test_an_interview_is_due_in_one_month_and_held_in_another():
    april = month_facts(campaign_of(CASE), date(2024, 4, 1))
    assert [due_line(item) for item in april.interviews] == ["青石镇 2024-04：2024-03、2024-04（门槛 2），已约谈"]
    assert april.talks == ()


def test_a_talk_that_was_not_held_is_no_talk_of_its_month():
    planned = {"青石镇 2024-04": {"已约谈": "否", "时间": "2024-05-10 15:00"}}
    assert month_facts(campaign_of({**CASE, "约谈": planned}), date(2024, 5, 1)).talks == ()


def test_the_day_of_the_figures_is_handed_on():
    march = month_facts(campaign_of(CASE), date(2024, 3, 1), date(2024, 3, 4))
    assert (march.progress.as_of, march.progress.county.all_found) == (date(2024, 3, 4), ())


TOWNSHIPS = ("青石镇", "白水乡", "云河镇", "南岭街道")
DAYS = st.integers(0, 330).map(lambda n: date(2024, 2, 1) + timedelta(days=n))
ROWS = st.fixed_dictionaries(
    {"发现": DAYS, "乡镇": st.sampled_from(TOWNSHIPS), "类别": st.sampled_from(("责任", "保障"))},
    optional={"时限": DAYS, "销号": DAYS, "责任单位": st.sampled_from(("教育", "县乡村振兴局", "云河镇"))},
)


def _campaign(rows: list[dict[str, object]]) -> Campaign:
    told = {f"WT-{n}": {key: str(value) for key, value in row.items()} for n, row in enumerate(rows)}
    return campaign_of({"问题台账": told})


@settings(max_examples=60)
@given(st.lists(ROWS, max_size=12), DAYS)
def test_the_parts_add_up_to_the_county(rows, as_of):
    found = progress(_campaign(rows), as_of, as_of)
    for name in ("found", "closed", "closed_in_time", "all_found", "all_closed", "open", "overdue", "due_soon"):
        whole = sorted(row.number for row in getattr(found.county, name))
        for parts in (found.townships, found.duties, found.units):
            assert sorted(row.number for item in parts.values() for row in getattr(item, name)) == whole


@settings(max_examples=60)
@given(st.lists(ROWS, max_size=12))
def test_the_months_add_up_to_the_campaign(rows):
    sound = [row for row in rows if "销号" not in row or row["销号"] >= row["发现"]]
    campaign = _campaign(sound)
    monthly = [progress(campaign, month) for month in months(campaign)]
    for new, total in (("found", "all_found"), ("closed", "all_closed"), ("closed_in_time", "all_closed_in_time")):
        so_far: set[str] = set()
        for item in monthly:
            this_month = {row.number for row in getattr(item.county, new)}
            assert not this_month & so_far
            so_far |= this_month
            assert so_far == {row.number for row in getattr(item.county, total)}
    for item, following in pairwise(monthly):
        assert following.previous is not None
        assert following.previous.county == item.county


def test_the_same_figures_come_from_counting_by_hand():
    rows = [
        {"发现": "2024-03-05", "时限": "2024-03-20", "销号": "2024-03-19"},
        {"发现": "2024-03-06", "时限": "2024-03-20", "销号": "2024-04-02"},
        {"发现": "2024-03-07", "时限": "2024-03-20"},
        {"发现": "2024-04-07", "时限": "2024-05-20"},
    ]
    county = progress(_campaign(rows), date(2024, 4, 1)).county
    figures = (county.found, county.closed, county.closed_in_time, county.open, county.overdue, county.due_soon)
    assert [len(rows) for rows in figures] == [1, 1, 0, 2, 1, 1]
    assert county.rate is not None
    assert f"{county.rate}" == "1/2"
