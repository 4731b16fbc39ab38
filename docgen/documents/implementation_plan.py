"""实施方案: the county's implementation plan, composed from the campaign."""

from __future__ import annotations

from datetime import date

from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.ground import ground, rows
from docgen.documents.phrases import deadline_phrase
from docgen.documents.plain import Plain
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.places import Site, Township
from docgen.model.settings import DocumentKind, Setting
from docgen.model.work import Duty, Phase, Target
from docgen.wording.dates import day_range, long_date
from docgen.wording.numerals import document_number
from docgen.wording.titles import width

KIND = DocumentKind.IMPLEMENTATION_PLAN
TEMPLATE = "implementation_plan"

DERIVED: dict[str, str] = {
    "阶段数": "工作阶段的行数",
    "督战村合计": "督战村各列的合计",
}
"""Names of the template beside those of the model → what they are; docs/glossary.md lists them."""

DERIVED_IN_ROWS: dict[str, dict[str, str]] = {
    Target.sheet: {
        "时限": "正文里的时限，如 6月底前；不说时限的是空的",
        "期限": "任务分解表里的时限，如 2024年6月30日；没有日期的是时限表述",
    },
    Phase.sheet: {"起止": "如 2月26日至3月5日"},
    Duty.sheet: {"方面": "这一项的各个方面，“督战方面”表的行"},
    Township.sheet: {"专班": "督战队长和队员", "责任人": "党委书记和乡镇长"},
    Site.sheet: {"称谓": "正文称谓；没有填的是乡镇＋名称"},
}
"""The same for the records of a sheet: sheet → name → what it is."""


def compose(campaign: Campaign, counts: dict[str, int | str]) -> Composed:
    """The plan of a campaign. `counts` are 挂牌村数, 安置点数, 安置点乡镇数 and 阶段数 as derived."""
    basics = campaign.basics
    context = {
        **ground(campaign),
        **work(campaign),
        **places(campaign),
        **counts,
        **form(issue_of(campaign, campaign.setting(KIND))),
    }
    day = basics.issue_date or basics.start_month
    return Composed(TEMPLATE, KIND, context, basics.issuer, day)


def work(campaign: Campaign) -> Plain:
    """目标任务, 工作阶段, 督战内容, 责任单位, 督战方式, 工作要求: the rows that a plan prints."""
    year = campaign.basics.year
    aspects = rows(campaign, campaign.aspects)
    return {
        Target.sheet: [
            {
                **row,
                "时限": deadline_phrase(target, year),
                "期限": long_date(target.deadline) if target.deadline else deadline_phrase(target, year),
            }
            for target, row in zip(campaign.targets, rows(campaign, campaign.targets), strict=True)
        ],
        Phase.sheet: [
            {**row, "起止": day_range(phase.start, phase.end, year)}
            for phase, row in zip(campaign.phases, rows(campaign, campaign.phases), strict=True)
        ],
        Duty.sheet: [
            {**row, "方面": [aspect for aspect in aspects if aspect["督战事项"] == row["简称"]]}
            for row in rows(campaign, campaign.duties)
        ],
        "责任单位": rows(campaign, campaign.units),
        "督战方式": rows(campaign, campaign.methods),
        "工作要求": rows(campaign, campaign.requirements),
    }


def places(campaign: Campaign) -> Plain:
    """乡镇, 督战村 with its sums, 安置点: the rows that a plan prints."""
    villages = rows(campaign, campaign.villages)
    return {
        Township.sheet: [
            {
                **row,
                "专班": [name for name in (township.team_leader, *township.team_members) if name],
                "责任人": [name for name in (township.secretary, township.head) if name],
            }
            for township, row in zip(campaign.townships, rows(campaign, campaign.townships), strict=True)
        ],
        "督战村": villages,
        "督战村合计": {name: _total(villages, name) for name in ("未脱贫户数", "未脱贫人数")},
        Site.sheet: [
            {**row, "称谓": site.wording or site.township + site.name}
            for site, row in zip(campaign.sites, rows(campaign, campaign.sites), strict=True)
        ],
    }


def _total(rows: list[Plain], name: str) -> int | str:
    """The sum of a column; nothing when no row states it, so that an unknown is never printed as 0."""
    known = [row[name] for row in rows if row[name] != ""]
    return sum(known) if known else ""


_TITLE_REST = 7  # 字 of the title that the template adds, about


def _number(basics: Basics, day: date | None) -> str:
    """发文字号 of the year in which the document is issued (7.2.5)."""
    year = day.year if day else basics.year
    return document_number(basics.organ_code, year, basics.serial) if basics.serial else ""


def issue_of(campaign: Campaign, setting: Setting) -> Issue:
    """How the plan is issued: all of it stands in 基本信息."""
    basics = campaign.basics
    return Issue(
        setting,
        setting.issuer or basics.issuer,
        _number(basics, basics.issue_date),
        basics.issue_date,
        width(f"{basics.county}{basics.year}{basics.campaign}") + _TITLE_REST,
        # Without a head a plan is what another document encloses: nobody is addressed.
        addressees=(setting.addressees or basics.addressees) if setting.headed else "",
        copies=setting.copies or basics.copies,
        signers=basics.signers,
        printing_organ=basics.printing_organ,
        printed=basics.printing_date,
        attachments=tuple(map(str, setting.attachments)),
    )
