"""专项实施方案: each township's own plan under the county's, with its villages, its deadlines, its team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.ground import ground
from docgen.documents.implementation_plan import places, work
from docgen.documents.organs import known_names, organ
from docgen.documents.plain import Plain
from docgen.documents.plan_reference import plan_row
from docgen.documents.township_names import own_names
from docgen.documents.township_parts import milestones, site_rows, supervised, target_rows, village_rows
from docgen.documents.township_share import share
from docgen.model.campaign import Campaign
from docgen.model.places import Township
from docgen.model.settings import Attachment, DocumentKind
from docgen.wording.dates import by
from docgen.wording.titles import width

KIND = DocumentKind.TOWNSHIP_PLAN
TEMPLATE = "township_plan"

DERIVED: dict[str, str] = {
    "县方案": "县实施方案的标题和文号",
    "称谓": "这个乡镇怎样称自己：自称、本级、党组织、政府、书记、首长",
    "本乡镇": "乡镇表里这一行，另有专班和责任人",
    "督战村": "本乡镇的督战村，另有概况，如 16户37人",
    "督战村合计": "督战村各列的合计",
    "未脱贫概况": "各村都填了数时的合计，如 未脱贫41户108人",
    "安置点": "本乡镇的安置点，另有概况",
    "督战对象": "包联安排表的行：各村、各安置点，没有的是辖区各村；另有第一书记",
    "目标任务": "县里的各个目标，时限和目标值是本乡镇的",
    "清零": "本乡镇清零时限怎样说，比县里提前几天",
    "督战内容": "县里的各项督战内容，另有方面",
    "工作阶段": "县里的各个阶段，另有起止和本乡镇提前的任务",
    "乡镇职责": "县方案“督战方式”里乡镇那一层级的内容，每段一项",
}
"""Names of the template beside the ground's and the form's → what they are."""

_TITLE_REST = 10  # 字 of the title beside the names, about


def compose(brief: Brief) -> Iterator[Composed]:
    """The plans, in the order of the workbook."""
    for township in brief.campaign.townships:
        if brief.wants(*known_names(township)):
            yield _plan(brief, township)


def number(brief: Brief, township: Township) -> str:
    """The plan's 文号 in the township's series; "" where it has none, or prints none for want of a 版头.

    Townships that share a series get their numbers in the order of the workbook.
    """
    if not brief.setting(KIND).headed or not _code(brief, township):
        return ""
    given = [
        Given(_dated(brief.campaign, item), party=item.name)
        for item in brief.campaign.townships
        if _code(brief, item) == _code(brief, township)
    ]
    upto = next(index for index, item in enumerate(given, 1) if item.party == township.name)
    return brief.number(KIND, given[:upto], own=township.organ_code)


def _code(brief: Brief, township: Township) -> str:
    """The county's 代字 is no township's."""
    return brief.setting(KIND).organ_code or township.organ_code


def _dated(campaign: Campaign, township: Township) -> date:
    basics = campaign.basics
    return township.plan_date or basics.issue_date or basics.start_month


def _plan(brief: Brief, township: Township) -> Composed:
    own = share(brief.campaign, township)
    issue = _issue(brief, township, own)
    context: Plain = {
        **ground(brief.campaign),
        **form(issue),
        "县方案": plan_row(brief),
        "称谓": own_names(township),
        **_body(brief, township, own),
    }
    name = f"{township.name}{brief.campaign.basics.year}年{brief.campaign.basics.campaign}专项实施方案"
    return Composed(
        TEMPLATE, KIND, context, issue.issuer, issue.day or _dated(brief.campaign, township),
        stem=name, unit=township.name, number=issue.number,
    )  # fmt: skip


def _body(brief: Brief, township: Township, own: Campaign) -> Plain:
    campaign = brief.campaign
    tasks, where = work(own), places(own)
    (row,) = where["乡镇"]
    villages, known = village_rows(where["督战村"])
    targets = target_rows(campaign, township, tasks["目标任务"])
    return {
        "本乡镇": row,
        "督战村": villages,
        "督战村合计": where["督战村合计"],
        "未脱贫概况": known,
        "安置点": site_rows(where["安置点"]),
        "督战对象": supervised(villages, where["安置点"]),
        "目标任务": targets,
        "清零": _clearing(campaign, township),
        "督战内容": tasks["督战内容"],
        "工作阶段": [
            item | {"提前": milestones(campaign, township, phase, targets)}
            for phase, item in zip(campaign.phases, tasks["工作阶段"], strict=True)
        ],
        "乡镇职责": [line for item in tasks["督战方式"] if "乡镇" in item["层级"] for line in item["内容"].split("\n")],
    }


def _clearing(campaign: Campaign, township: Township) -> Plain:
    county = campaign.basics.clearing_deadline
    own = township.clearing_deadline or county
    return {"时限": by(own, campaign.basics.year), "提前": max((county - own).days, 0)}


def _issue(brief: Brief, township: Township, own: Campaign) -> Issue:
    setting, basics = brief.setting(KIND), brief.campaign.basics
    issuer = setting.issuer or organ(township, basics.county)
    kind = township.kind
    has = {Attachment.PAIRING: True, Attachment.TASKS: bool(own.targets), Attachment.VILLAGES: bool(own.villages)}
    return Issue(
        setting,
        issuer,
        number(brief, township),
        brief.day or township.plan_date or basics.issue_date,
        width(f"{township.name}{basics.year}{basics.campaign}") + _TITLE_REST,
        # Without a head nobody is addressed, as in the county's plan.
        addressees=(setting.addressees or f"各村（社区），{kind}直各单位") if setting.headed else "",
        copies=setting.copies or basics.office,
        printing_organ=issuer,
        attachments=tuple(str(item) for item in setting.attachments if has[item]),
    )
