"""The year of a campaign with what plans, reports and ledgers need beside it: leaders, shares, visits, settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
from campaign_year import brief_of, campaign_year, day

from docgen import assets
from docgen.documents.brief import Brief
from docgen.documents.composed import Composed
from docgen.model.campaign import Campaign
from docgen.model.months import last_day
from docgen.model.numbers import Numbers
from docgen.model.places import Site, Township, Village
from docgen.model.settings import Attachment, DocumentKind, Head, Setting, Signature
from docgen.model.supervision import Visit, Way
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Method, Phase, Target, TownshipTarget
from docgen.rules.counts import counts
from docgen.rules.months import month_facts
from docgen.word.template import CompiledTemplate, compile_template

ATTACHED = (Attachment.PAIRING, Attachment.TASKS, Attachment.VILLAGES)
PLAN_TITLE = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"


def plan_year() -> Campaign:
    """青石镇 has two villages, a site and its own deadlines; 白水乡 a village; 云河镇 and 南岭街道 nothing."""
    year = campaign_year()
    plain = [DocumentKind.TOWNSHIP_PLAN, DocumentKind.COVERING_NOTICE, DocumentKind.PROGRESS_REPORT]
    made = tuple(Setting(document=kind, head=Head.RED, signature=Signature.SEALED) for kind in plain)
    plan = Setting(document=DocumentKind.IMPLEMENTATION_PLAN, head=Head.RED, attachments=ATTACHED)
    others = tuple(item for item in year.settings if item.document is not DocumentKind.IMPLEMENTATION_PLAN)
    return replace(
        year,
        settings=(plan, *others, *made),
        units=(*year.units, Unit(name="县委督查室", short_name="督查", kind=UnitKind.SUPERVISOR)),
        townships=tuple(map(_township, year.townships)),
        villages=_villages(),
        sites=(Site(township="青石镇", name="石桥安置点", households=120, people=486, moved_in=118),),
        targets=_targets(),
        township_targets=_shares(),
        phases=_phases(),
        methods=(
            Method(level="县级", content="统筹力量。"),
            Method(level="乡镇（街道）村", content="抓好落实。\n选派驻村干部。"),
        ),
        visits=_visits(),
    )


def set_for(campaign: Campaign, kind: DocumentKind, **values: Any) -> Campaign:
    """The campaign with other values in the line of one kind in 文件设置."""
    rows = (item.model_copy(update=values) if item.document is kind else item for item in campaign.settings)
    return replace(campaign, settings=tuple(rows))


def with_township(campaign: Campaign, name: str, **values: Any) -> Campaign:
    """The campaign with other values in the row of one township."""
    rows = (item.model_copy(update=values) if item.name == name else item for item in campaign.townships)
    return replace(campaign, townships=tuple(rows))


def plan_brief(campaign: Campaign, **wishes: Any) -> Brief:
    """The brief of what the campaign issues once."""
    numbers = wishes.pop("numbers", None) or Numbers()
    return Brief(campaign, numbers, counts=counts(campaign).values(), **wishes)


def report_brief(campaign: Campaign, wanted: str, **wishes: Any) -> Brief:
    """The brief of a month with the facts of its 报送日."""
    made = brief_of(campaign, wanted, **wishes)
    last = last_day(made.month)
    as_of = made.month.replace(day=min(campaign.basics.report_day, last.day))
    return replace(made, reporting=month_facts(campaign, made.month, as_of))


def template_of(name: str) -> CompiledTemplate:
    """A template as it stands in the templates folder."""
    path = assets.folder("templates") / f"{name}.docx"
    return compile_template(path.read_bytes(), path.name)


def word_of(composed: Composed) -> Any:
    """The rendered Word file, opened."""
    data = template_of(composed.template).render(composed.context, day=composed.day).data
    return docx.Document(BytesIO(data))


def said(composed: Composed) -> list[str]:
    """The paragraphs outside of tables, empty ones left out; a title's lines joined."""
    found = [paragraph.text.replace("\n", "") for paragraph in word_of(composed).paragraphs]
    return [text for text in found if text]


def tables_of(composed: Composed) -> list[list[list[str]]]:
    """The tables as rows of cells; of a cell's paragraphs and lines one text with `/` between."""
    return [
        [[cell.text.replace("\n", "/") for cell in row.cells] for row in table.rows]
        for table in word_of(composed).tables
    ]


def starting(texts: Sequence[str], start: str) -> str:
    """The one paragraph that begins so."""
    (found,) = [text for text in texts if text.startswith(start)]
    return found


def _township(township: Township) -> Township:
    codes = {"青石镇": "青政发", "白水乡": "白政发", "云河镇": "云河政发", "南岭街道": "南办发"}
    values: dict[str, Any] = {"organ_code": codes[township.name], "head": f"{township.name[1]}示例"}
    if township.name == "青石镇":
        values |= {
            "linking_leader": "江示例", "leader_post": "县委副书记", "supervising_unit": "督查",
            "team_leader": "甘示例", "team_members": ("路示例", "申示例"), "contact": "柳示例", "phone": "0000-6601101",
            "former_names": ("青石乡",), "plan_date": day("2024-03-04"), "clearing_deadline": day("2024-06-20"),
        }  # fmt: skip
    return township.model_copy(update=values)


def _villages() -> tuple[Village, ...]:
    return (
        Village(
            township="青石乡", name="石桥村", reasons=("任务较重",), households=12, people=38, first_secretary="岑示例"
        ),
        Village(township="青石镇", name="上坝村", households=5, people=16),
        Village(township="白水乡", name="上河村", households=7),
    )


def _targets() -> tuple[Target, ...]:
    def target(name: str, content: str, end: date | None, **values: Any) -> Target:
        return Target(short_name=name, content=content, deadline=end, **values)

    return (
        target("问题清零", "各项问题清零", day("2024-06-30"), indicator="销号率", value="100%"),
        target("脱贫达标", "未脱贫人口全部达标", day("2024-06-30"), indicator="达标人数", value="54人"),
        target("搬迁入住", "搬迁群众全部入住", day("2024-05-31"), indicator="入住率", value="100%"),
        target("总体", "我{区划}打赢脱贫攻坚战", day("2024-12-31"), deadline_wording="在下半年"),
    )


def _shares() -> tuple[TownshipTarget, ...]:
    return (
        TownshipTarget(township="青石镇", target="脱贫达标", value="54人"),
        TownshipTarget(township="青石镇", target="搬迁入住", deadline=day("2024-05-20")),
        TownshipTarget(township="青石镇", target="总体", deadline=day("2024-12-31")),
    )


def _phases() -> tuple[Phase, ...]:
    return (
        Phase(start=day("2024-02-26"), end=day("2024-03-20"), task="动员排查。"),
        Phase(start=day("2024-03-21"), end=day("2024-06-30"), task="集中整改。"),
        Phase(start=day("2024-07-01"), end=day("2024-12-31"), task="巩固提升。"),
    )


def _visits() -> tuple[Visit, ...]:
    def visit(when: str, towns: tuple[str, ...], places: tuple[str, ...], *ways: Way, **values: Any) -> Visit:
        return Visit(day=day(when), team="县督战一组", townships=towns, places=places, ways=ways, **values)

    return (
        visit("2024-04-12", ("青石乡",), ("石桥村", "上坝村"), Way.ON_SITE, Way.UNANNOUNCED, findings="进度偏慢。"),
        visit("2024-04-08", ("青石镇", "白水乡"), ("石桥村", "上河村"), Way.ON_SITE, leader="江示例"),
        visit("2024-04-29", ("白水乡",), ("上河村",), Way.VIDEO),
        visit("2024-03-30", ("青石镇",), ("石桥安置点",), Way.INCOGNITO),
    )
