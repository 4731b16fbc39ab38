"""问题台账: the ledger of a month as an attachment on pages on their side; the workbook of the same is `workbooks`'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents.brief import Brief
from docgen.documents.composed import Composed
from docgen.documents.figures import figures, problem_row
from docgen.documents.ground import ground
from docgen.documents.narrowing import places_of
from docgen.documents.organs import known_names
from docgen.documents.plain import Plain
from docgen.model.campaign import Campaign
from docgen.model.facts import Progress
from docgen.model.ledger import Problem
from docgen.model.places import Township
from docgen.model.settings import DocumentKind
from docgen.wording.dates import cell_day, long_date, month_name

KIND = DocumentKind.LEDGER
TEMPLATE = "ledger"

DERIVED: dict[str, str] = {
    "台账名称": "标题里“问题台账”之前的地方：县名，或乡镇名称",
    "月份": "如 2024年4月",
    "编制单位": "文件设置的发文机关，没有的是领导小组办公室",
    "截止日": "如 2024年4月30日",
    "分乡镇": "是不是某个乡镇的台账",
    "问题": "列出的问题：台账各项和所在地、月末状态、逾期天数、短日期；本月初没有销号的和本月发现的",
    "未列出": "本月以前已经销号、不再列出的问题数",
    "本期": "这一范围的数字",
    "分片": "按乡镇的数字；乡镇的台账按村和安置点",
}
"""Names of the template beside the ground's → what they are."""


def compose(brief: Brief) -> Iterator[Composed]:
    """The county's ledger; where townships are asked for, theirs."""
    basics = brief.campaign.basics
    if brief.wants(basics.county):
        yield _ledger(brief, brief.facts.progress.county, basics.county)
    for township in brief.campaign.townships if brief.only else ():
        if brief.wants(*known_names(township)):
            yield _ledger(brief, brief.facts.progress.townships[township.name], township.name, township)


def _ledger(brief: Brief, progress: Progress, name: str, township: Township | None = None) -> Composed:
    setting, basics, as_of = brief.setting(KIND), brief.campaign.basics, brief.facts.progress.as_of
    editor = setting.issuer or basics.office
    listed = [item for item in progress.all_found if not (item.closed and item.closed < brief.month)]
    context: Plain = {
        **ground(brief.campaign),
        "台账名称": name,
        "月份": month_name(brief.month),
        "编制单位": editor,
        "截止日": long_date(as_of),
        "分乡镇": township is not None,
        "问题": [_row(brief.campaign, item, as_of) for item in listed],
        "未列出": len(progress.all_found) - len(listed),
        "本期": figures(progress),
        "分片": [figures(item) for item in _parts(brief, progress, township)],
    }
    whose = f"（{name}）" if township else ""
    return Composed(
        TEMPLATE, KIND, context, editor, brief.day or as_of,
        stem=f"{month_name(brief.month)}{KIND}{whose}",
        month=brief.month, unit=name if township else "",
    )  # fmt: skip


def _row(campaign: Campaign, problem: Problem, as_of: date) -> Plain:
    """A problem; its days without the year where that is the campaign's, and nothing of what came later."""

    def short(day: date | None) -> str:
        return cell_day(day, campaign.basics.year) if day else ""

    return {
        **problem_row(campaign, problem, as_of),
        "发现": short(problem.found),
        "期限": short(problem.deadline),
        "销号": short(problem.closed) if problem.closed_by(as_of) else "",
    }


def _parts(brief: Brief, progress: Progress, township: Township | None) -> Iterator[Progress]:
    """The townships, or a township's villages and sites and what belongs to none of them."""
    whole = brief.facts.progress
    yield from whole.townships.values() if township is None else places_of(whole.villages, progress, township.kind)
