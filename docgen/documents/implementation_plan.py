"""实施方案: the county's implementation plan, composed from the campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from docgen.documents.composed import Composed
from docgen.documents.head import mark, signature_place, signer_lines, too_many_addressees
from docgen.documents.phrases import deadline_phrase, division, officer, reference_value
from docgen.documents.plain import Plain, plain
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.model.places import Site, Township
from docgen.model.settings import Direction, DocumentKind, Setting
from docgen.model.work import Duty, Phase, Target
from docgen.wording.dates import day_range, long_date, month_range
from docgen.wording.numerals import document_number
from docgen.wording.titles import width

TEMPLATE = "implementation_plan"

DERIVED: dict[str, str] = {
    "区划": "县名的最后一字：县、市、区或旗",
    "总指挥长": "职务，填了姓名时加“姓名同志”",
    "副总指挥长": "职务，填了姓名时加“姓名同志”",
    "督战时间": "起始月份到结束月份，如 2024年2月至12月",
    "阶段数": "工作阶段的行数",
    "发文字号": "机关代字、年份和发文顺序号，如 云扶组〔2024〕3号",
    "签发人行": "签发人分行，每行两位",
    "版头": "红头、无版头或套打",
    "署名方式": "不署名、不盖章或盖章",
    "份号": "文件设置的份号",
    "密级": "文件设置的密级和保密期限",
    "紧急程度": "文件设置的紧急程度",
    "标注空行": "版头三行标注里空着的行数",
    "标志": "发文机关标志的文字、字号、缩放、行距",
    "署名": "署名和成文日期的缩进",
    "版记主送": "主送机关多到首页放不下正文时移到版记里的那些",
    "版记": "有没有版记：有版头并填了印发机关时有",
    "附件": "要带的附件，每件有“名称”",
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
        **_plain_basics(campaign),
        **_work(campaign),
        **_places(campaign),
        **counts,
        **_form(campaign, campaign.setting(DocumentKind.IMPLEMENTATION_PLAN)),
    }
    day = basics.issue_date or basics.start_month
    return Composed(TEMPLATE, DocumentKind.IMPLEMENTATION_PLAN, context, basics.issuer, day)


def _value_of(campaign: Campaign) -> Callable[[str], str]:
    return lambda name: reference_value(campaign, name)


def _rows(campaign: Campaign, records: tuple[Record, ...]) -> list[Plain]:
    return [plain(record, _value_of(campaign), campaign) for record in records]


def _plain_basics(campaign: Campaign) -> Plain:
    basics = campaign.basics
    return {
        **plain(basics, _value_of(campaign), campaign),
        "区划": division(basics.county),
        "总指挥长": officer(basics.commander_post, basics.commander),
        "副总指挥长": officer(basics.deputy_commander_post, basics.deputy_commander),
        "督战时间": month_range(basics.start_month, basics.end_month),
    }


def _work(campaign: Campaign) -> Plain:
    year = campaign.basics.year
    aspects = _rows(campaign, campaign.aspects)
    return {
        Target.sheet: [
            {
                **row,
                "时限": deadline_phrase(target, year),
                "期限": long_date(target.deadline) if target.deadline else deadline_phrase(target, year),
            }
            for target, row in zip(campaign.targets, _rows(campaign, campaign.targets), strict=True)
        ],
        Phase.sheet: [
            {**row, "起止": day_range(phase.start, phase.end, year)}
            for phase, row in zip(campaign.phases, _rows(campaign, campaign.phases), strict=True)
        ],
        Duty.sheet: [
            {**row, "方面": [aspect for aspect in aspects if aspect["督战事项"] == row["简称"]]}
            for row in _rows(campaign, campaign.duties)
        ],
        "责任单位": _rows(campaign, campaign.units),
        "督战方式": _rows(campaign, campaign.methods),
        "工作要求": _rows(campaign, campaign.requirements),
    }


def _places(campaign: Campaign) -> Plain:
    villages = _rows(campaign, campaign.villages)
    return {
        Township.sheet: [
            {
                **row,
                "专班": [name for name in (township.team_leader, *township.team_members) if name],
                "责任人": [name for name in (township.secretary, township.head) if name],
            }
            for township, row in zip(campaign.townships, _rows(campaign, campaign.townships), strict=True)
        ],
        "督战村": villages,
        "督战村合计": {name: _total(villages, name) for name in ("未脱贫户数", "未脱贫人数")},
        Site.sheet: [
            {**row, "称谓": site.wording or site.township + site.name}
            for site, row in zip(campaign.sites, _rows(campaign, campaign.sites), strict=True)
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


def _form(campaign: Campaign, setting: Setting) -> dict[str, Any]:
    """What the document's head, foot and attachments are."""
    basics = campaign.basics
    day = basics.issue_date
    signers = basics.signers if setting.direction is Direction.UP else ()
    labels = (setting.copy_number, setting.secrecy, setting.urgency)
    dated = long_date(day) if day else ""
    big = mark(basics.issuer)
    place = signature_place(setting.signature, basics.issuer, dated)
    lines = signer_lines(signers)
    title = width(f"{basics.county}{basics.year}{basics.campaign}") + _TITLE_REST
    moved = setting.headed and too_many_addressees(basics.addressees, title, len(lines), big.pitch)
    printed = basics.printing_date or day
    return {
        "版头": str(setting.head),
        "份号": labels[0],
        "密级": labels[1],
        "紧急程度": labels[2],
        "标注空行": sum(not label for label in labels),
        "标志": {"文字": big.text, "字号": big.size, "缩放": big.scale, "行距": big.pitch},
        "发文字号": _number(basics, day),
        "签发人": list(signers),
        "签发人行": lines,
        "主送": "" if moved or not setting.headed else basics.addressees,
        "版记主送": basics.addressees if moved else "",
        "成文日期": dated,
        "署名方式": str(setting.signature),
        "署名": {"机关左空": place.organ_left, "机关右空": place.organ_right, "日期左空": place.date_left},
        "附件": [{"名称": str(attachment)} for attachment in setting.attachments],
        "版记": setting.headed and bool(basics.printing_organ),
        "印发日期": long_date(printed) if printed else "",
    }
