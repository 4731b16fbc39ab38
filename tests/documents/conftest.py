"""A small campaign in records, and the plan made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest

from docgen import assets
from docgen.documents.implementation_plan import compose
from docgen.model.basics import Basics, Rhythm
from docgen.model.campaign import Campaign
from docgen.model.places import Site, Township, TownshipKind, Village
from docgen.model.settings import DocumentKind, Setting
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Aspect, Duty, Method, Phase, Requirement, Target
from docgen.rules.counts import counts as derived
from docgen.word.template import CompiledTemplate, compile_template


@pytest.fixture
def campaign() -> Campaign:
    return Campaign(
        basics=Basics(
            county="云岭县",
            year=2024,
            theme="脱贫攻坚",
            campaign="脱贫攻坚挂牌督战",
            year_position="收官之年",
            listing_reasons=("任务较重", "难度较大"),
            leading_group="县领导小组",
            office="县领导小组办公室",
            commander_post="县委副书记",
            deputy_commander_post="副县长",
            inspection_team="督导组成员",
            start_month=date(2024, 2, 1),
            end_month=date(2024, 12, 1),
            rhythm=Rhythm.MONTHLY,
            report_day=28,
            card_threshold=2,
            clearing_deadline=date(2024, 6, 30),
            means=("实地了解", "明查暗访"),
        ),
        targets=(
            Target(content="问题清零", deadline=date(2024, 6, 30), lead_unit="发改", support_units=("教育", "卫健局")),
        ),
        phases=(
            Phase(start=date(2024, 2, 26), end=date(2024, 3, 5), task="动员。"),
            Phase(start=date(2024, 3, 6), end=date(2024, 12, 31), task="整改。"),
        ),
        duties=(
            Duty(short_name="责任", title="责任落实情况", inspected="履职情况"),
            Duty(short_name="保障", title="保障情况", premise="对照清单，"),
        ),
        aspects=(
            Aspect(duty="保障", name="饮水", inspected="达标情况"),
            Aspect(duty="保障", name="住房", inspected="改造情况"),
        ),
        units=(
            Unit(name="县发展和改革局", short_name="发改", kind=UnitKind.DEPARTMENT, duty="抓好安置点进度"),
            Unit(name="县教育局", short_name="教育", kind=UnitKind.DEPARTMENT),
            Unit(name="县卫生健康局", short_name="卫健", kind=UnitKind.DEPARTMENT),
            Unit(name="县委督查室", short_name="督查", kind=UnitKind.SUPERVISOR),
        ),
        methods=(
            Method(level="县级", content="每月{报送日}日向{办公室}报送。"),
            Method(level="部门", content="{部门分工}。"),
        ),
        requirements=(
            Requirement(title="加强领导", content="压实责任。\n一抓到底。"),
            Requirement(title="严明纪律", content="不走过场。"),
        ),
        townships=(
            Township(
                name="青石镇",
                kind=TownshipKind.TOWN,
                linking_leader="江示例",
                leader_post="县委副书记",
                supervising_unit="督查",
                secretary="乔示例",
                head="闻示例",
                team_leader="石示例",
                team_members=("甘示例", "路示例"),
                contact="柳示例",
                phone="13800000000",
            ),
        ),
        villages=(
            Village(
                township="青石镇", name="石桥村", reasons=("难度较大",), households=12, people=38, poverty_rate="2.30"
            ),
            Village(township="青石镇", name="上河村", reasons=("任务较重", "难度较大")),
        ),
        sites=(Site(township="青石镇", name="石桥安置点", households=120),),
    )


@pytest.fixture
def change(campaign: Campaign) -> Callable[..., Campaign]:
    """The campaign with other values: `change("phases", 1, start=…)`, `change("basics", county=…)`."""

    def apply(part: str, row: int = 0, **values: Any) -> Campaign:
        found = getattr(campaign, part)
        rows = [found] if part == "basics" else list(found)
        rows[row] = rows[row].model_copy(update=values)
        return replace(campaign, **{part: rows[0] if part == "basics" else tuple(rows)})

    return apply


@pytest.fixture(scope="session")
def template() -> CompiledTemplate:
    name = "implementation_plan.docx"
    return compile_template((assets.folder("templates") / name).read_bytes(), name)


@pytest.fixture
def plan(template: CompiledTemplate) -> Callable[..., list[str]]:
    """The paragraphs of the body of a campaign's plan, the empty ones left out, then the rows of its tables."""

    def said(campaign: Campaign, counts: dict[str, int | str] | None = None) -> list[str]:
        composed = compose(campaign, {**derived(campaign).values(), **(counts or {})})
        document = docx.Document(BytesIO(template.render(composed.context, day=composed.day).data))
        texts = [paragraph.text.replace("\n", "") for paragraph in document.paragraphs]
        rows = ["｜".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
        return [text for text in texts if text] + rows

    return said


@pytest.fixture
def with_setting(campaign: Campaign) -> Callable[..., Campaign]:
    """The campaign with a line in 文件设置, and other values in 基本信息."""

    def apply(basics: dict[str, Any] | None = None, **values: Any) -> Campaign:
        setting = Setting(document=DocumentKind.IMPLEMENTATION_PLAN, **values)
        return replace(campaign, settings=(setting,), basics=campaign.basics.model_copy(update=basics or {}))

    return apply
