"""The county's plan as other documents refer to it: its title and the 文号 under which it was issued."""

from __future__ import annotations

from docgen.documents.brief import Brief, numbered
from docgen.documents.plain import Plain
from docgen.model.campaign import Campaign
from docgen.model.numbers import Number, Occasion
from docgen.model.settings import DocumentKind

PLAN: dict[str, str] = {
    "标题": "县实施方案的标题，引用时写在书名号里",
    "文号": "县实施方案的发文字号；没有编号的是空的",
}
"""What `plan_row` holds."""

_OCCASION = Occasion.of(DocumentKind.IMPLEMENTATION_PLAN)
"""The plan and the notice that issues it bear one number: they are one document."""


def plan_row(brief: Brief) -> Plain:
    """The plan for a template: a citation names the title first, then the number."""
    return {"标题": brief.plan_title(), "文号": plan_number(brief)}


def plan_number(brief: Brief) -> str:
    """The plan's 文号: as 基本信息 states it, else as it was given before; "" while there is none."""
    stated = stated_number(brief.campaign)
    given = (number for number in brief.numbers if number.occasion == _OCCASION)
    number = stated or next(given, None)
    return numbered(number) if number else ""


def stated_number(campaign: Campaign) -> Number | None:
    """The number that 基本信息 states; None without 机关代字 or 发文顺序号."""
    basics = campaign.basics
    if not basics.organ_code or basics.serial is None:
        return None
    year = basics.issue_date.year if basics.issue_date else basics.year
    return Number(basics.organ_code, year, basics.serial, _OCCASION)


def given_number(brief: Brief, year: int) -> str:
    """The plan's number when it is issued: the stated one, else the next of the series in the year.

    A series of the covering notice's own (its 代字 in 文件设置) goes before what 基本信息 states of the campaign's.
    """
    stated, code = stated_number(brief.campaign), brief.code(DocumentKind.COVERING_NOTICE)
    if stated and code == stated.series:
        return numbered(stated)
    return numbered(brief.numbers.of(code, year, _OCCASION)) if code else ""
