"""A small faultless campaign in records, and the diagnostics after a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from located_campaign import located

from docgen.diagnostics import Diagnostic
from docgen.model.basics import Basics, Rhythm
from docgen.model.campaign import Campaign
from docgen.model.places import Site, Township, TownshipKind, Village
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Aspect, Duty, Method, Phase, Requirement, Target
from docgen.rules.consistency import inconsistencies


@pytest.fixture
def campaign() -> Campaign:
    return located(
        Campaign(
            basics=Basics(
                county="云岭县",
                year=2024,
                theme="脱贫攻坚",
                campaign="脱贫攻坚挂牌督战",
                year_position="收官之年",
                listing_reasons=("任务较重", "难度较大"),
                leading_group="县领导小组",
                office="办公室",
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
            ),
            targets=(
                Target(content="问题清零", deadline=date(2024, 6, 30), lead_unit="发改", support_units=("教育",)),
            ),
            phases=(
                Phase(start=date(2024, 2, 26), end=date(2024, 3, 5), task="动员。"),
                Phase(start=date(2024, 3, 6), end=date(2024, 3, 20), task="排查。"),
                Phase(start=date(2024, 3, 21), end=date(2024, 12, 31), task="整改。"),
            ),
            duties=(
                Duty(short_name="责任", title="责任落实情况", inspected="履职情况"),
                Duty(short_name="保障", title="保障情况"),
            ),
            aspects=(Aspect(duty="保障", name="饮水", inspected="达标情况"),),
            units=(
                Unit(name="县发展和改革局", short_name="发改", kind=UnitKind.DEPARTMENT),
                Unit(name="县教育局", short_name="教育", kind=UnitKind.DEPARTMENT),
            ),
            methods=(Method(level="县级", content="统筹。"),),
            requirements=(Requirement(title="加强领导", content="压实责任。"),),
            townships=(
                Township(name="青石镇", kind=TownshipKind.TOWN, organ_code="青政发"),
                Township(name="白水乡", kind=TownshipKind.TOWNSHIP, organ_code="白政发"),
            ),
            villages=(
                Village(township="青石镇", name="石桥村", reasons=("难度较大",)),
                Village(township="白水乡", name="上河村", reasons=("任务较重",)),
            ),
            sites=(Site(township="青石镇", name="石桥安置点", households=120, moved_in=118),),
        )
    )


@pytest.fixture
def change(campaign: Campaign) -> Callable[..., Campaign]:
    """The campaign with other values: `change("phases", 1, start=…)`, `change("basics", year=…)`; several in a row."""
    state = [campaign]

    def apply(part: str, row: int = 0, **values: Any) -> Campaign:
        found = getattr(state[0], part)
        rows = [found] if part == "basics" else list(found)
        rows[row] = rows[row].model_copy(update=values)
        state[0] = located(replace(state[0], **{part: rows[0] if part == "basics" else tuple(rows)}))
        return state[0]

    return apply


@pytest.fixture
def told() -> Callable[..., list[str]]:
    """The diagnostics of a campaign, one line each: code, place, found, expected."""

    def lines(campaign: Campaign, **options: Any) -> list[str]:
        found: list[Diagnostic] = inconsistencies(campaign, **options)
        return [
            f"{i.code} {i.place.section} {i.place.address}（{i.place.heading}）：{i.found}，{i.expected}" for i in found
        ]

    return lines
