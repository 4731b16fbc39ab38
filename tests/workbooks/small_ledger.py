"""A small county with a ledger in every state, its facts, and written workbooks read again."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from docgen.model.basics import Basics, Rhythm
from docgen.model.campaign import Campaign
from docgen.model.facts import MonthProgress
from docgen.model.ledger import Degree, Origin, Problem, Status
from docgen.model.places import Township, TownshipKind
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Duty
from docgen.rules.progress import progress
from docgen.workbooks.ledger import ledger_workbook

APRIL = date(2024, 4, 1)
DUE_SOON_DAYS = 30

BASICS = Basics(
    county="云岭县",
    year=2024,
    theme="脱贫攻坚",
    campaign="脱贫攻坚挂牌督战",
    year_position="收官之年",
    listing_reasons=("任务较重",),
    leading_group="县领导小组",
    office="县领导小组办公室",
    commander_post="县委副书记",
    deputy_commander_post="副县长",
    inspection_team="督导组",
    start_month=date(2024, 2, 1),
    end_month=date(2024, 12, 1),
    rhythm=Rhythm.MONTHLY,
    report_day=28,
    card_threshold=2,
    clearing_deadline=date(2024, 6, 30),
    means=("实地了解",),
)


def problem(number: str, **values: Any) -> Problem:
    """A problem of 青石镇, found on 12 March, to be closed by 30 April, unless said otherwise."""
    return Problem(
        **{
            "number": number,
            "found": date(2024, 3, 12),
            "township": "青石镇",
            "place_name": "石桥村",
            "duty": "责任",
            "description": "2户危房改造未开工",
            "measures": "落实施工队伍",
            "unit": "青石镇",
            "deadline": date(2024, 4, 30),
        }
        | values
    )


PROBLEMS = (
    problem("WT-10", closed=date(2024, 4, 25), completed=date(2024, 4, 20), checker="石䶮", status=Status.COMPLETED),
    problem("WT-9", deadline=date(2024, 4, 20), status=Status.WORKING, degree=Degree.GRAVE),
    problem("WT-2", township="白水乡", place_name="上河村", unit="发改", deadline=date(2024, 5, 15)),
    problem("WT-3", township="青石乡", unit="青石乡", completed=date(2024, 4, 28), status=Status.COMPLETED),
    problem("WT-4", duty="保障", deadline=date(2024, 7, 31), status=Status.WORKING, origin=Origin.INCOGNITO),
    problem("WT-5", closed=date(2024, 5, 6), completed=date(2024, 5, 2), checker="石一", status=Status.COMPLETED),
    problem("WT-6", deadline=None, status=Status.WORKING),
    problem("WT-7", found=date(2024, 4, 2), deadline=date(2024, 4, 10), closed=date(2024, 4, 15), reopens="WT-10"),
    problem("WT-8", found=date(2024, 5, 3), deadline=date(2024, 6, 10)),
)
"""At the end of April: two closed (WT-7 late), one overdue, WT-8 not found yet, WT-5 closed only in May."""


def county(*problems: Problem, **parts: Any) -> Campaign:
    """The county with these problems; 青石镇 was 青石乡 before."""
    return Campaign(
        **{
            "basics": BASICS,
            "duties": (
                Duty(short_name="责任", title="责任落实情况", inspected="履职情况"),
                Duty(short_name="保障", title="保障情况", inspected="保障情况"),
            ),
            "units": (
                Unit(name="县发展和改革局", short_name="发改", kind=UnitKind.DEPARTMENT),
                Unit(name="县教育局", short_name="教育", kind=UnitKind.DEPARTMENT),
            ),
            "townships": (
                Township(name="青石镇", kind=TownshipKind.TOWN, former_names=("青石乡",)),
                Township(name="白水乡", kind=TownshipKind.TOWNSHIP),
                Township(name="黑山乡", kind=TownshipKind.TOWNSHIP),
            ),
            "problems": problems,
        }
        | parts
    )


def facts(campaign: Campaign, month: date = APRIL, as_of: date | None = None) -> MonthProgress:
    """The month's figures."""
    return progress(campaign, month, as_of)


def written(campaign: Campaign, month: date = APRIL, as_of: date | None = None) -> bytes:
    """The ledger's bytes."""
    figures = facts(campaign, month, as_of)
    return ledger_workbook(campaign, figures, due_soon_days=DUE_SOON_DAYS, value_of=lambda name: f"〔{name}〕")


def opened(content: bytes, *, calculated: bool = False) -> Workbook:
    """The workbook as openpyxl reads it: formulas, or the values that stand beside them."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=calculated)


def row_of(sheet: Any, number: str) -> dict[str, Any]:
    """The row of a problem by heading."""
    heads = [cell.value for cell in sheet[4]]
    for row in sheet.iter_rows(min_row=5):
        if row[1].value == number:
            return dict(zip(heads, (cell.value for cell in row), strict=True))
    raise KeyError(number)
