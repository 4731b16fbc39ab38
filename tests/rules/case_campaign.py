"""A case of cases/*.yaml → the small campaign it tells of, in the office's own terms."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from located_campaign import located

from docgen.model.basics import Basics, Rhythm
from docgen.model.campaign import Campaign
from docgen.model.interviews import Demand, Effect, Interview
from docgen.model.ledger import Problem
from docgen.model.places import Site, Township, TownshipKind, Village
from docgen.model.supervision import Assessment, Grade, Threshold, ThresholdKind
from docgen.model.units import Unit
from docgen.model.work import Duty, Requirement

Told = dict[str, Any]

REQUIREMENTS = {
    "加强组织领导": "所有挂牌单位问题全部销号。",
    "紧扣短板问题": "督战发现的问题及时反馈，并督促相关单位进行整改，每月{报送日}日报送工作进度。",
    "强化作风建设": "要“黄牌”警告。连续{约谈门槛}次的开展约谈，效果仍不明显的，严肃追责问责。",
}


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def campaign_of(case: Told) -> Campaign:
    """Two towns, a township and a subdistrict; two units; two duties; what else the case tells."""
    former = case.get("曾用名", {})
    return located(
        Campaign(
            basics=_basics(case),
            duties=tuple(Duty(short_name=name, title=name, inspected=name) for name in ("责任", "保障")),
            units=(
                Unit(
                    name="县乡村振兴局", short_name="振兴", kind="行业部门", former_names=_names(former, "县乡村振兴局")
                ),
                Unit(name="县教育局", short_name="教育", kind="行业部门"),
            ),
            requirements=tuple(
                Requirement(title=title, content=text) for title, text in case.get("工作要求", REQUIREMENTS).items()
            ),
            townships=tuple(
                Township(name=name, kind=kind, former_names=_names(former, name))
                for name, kind in (
                    ("青石镇", TownshipKind.TOWN),
                    ("白水乡", TownshipKind.TOWNSHIP),
                    ("云河镇", TownshipKind.TOWN),
                    ("南岭街道", TownshipKind.SUBDISTRICT),
                )
            ),
            villages=(Village(township="青石镇", name="石桥村"), Village(township="白水乡", name="上河村")),
            sites=(Site(township="青石镇", name="石桥村安置点"),),
            thresholds=tuple(_threshold(line) for line in case.get("督战规则", ())),
            problems=tuple(_problem(number, row) for number, row in case.get("问题台账", {}).items()),
            assessments=tuple(_assessments(case.get("月度评估", {}))),
            interviews=tuple(_interview(key, row) for key, row in case.get("约谈", {}).items()),
            demands=tuple(
                Demand(unit=_unit(key), month=_month(key), item=item)
                for key, items in case.get("约谈要求", {}).items()
                for item in items
            ),
        )
    )


def _basics(case: Told) -> Basics:
    start, _, end = case.get("督战时间", "2024-02 至 2024-12").partition(" 至 ")
    return Basics(
        county="云岭县",
        year=2024,
        theme="脱贫攻坚",
        campaign="脱贫攻坚挂牌督战",
        year_position="收官之年",
        listing_reasons=("任务较重",),
        leading_group="县领导小组",
        office="办公室",
        commander_post="县委副书记",
        deputy_commander_post="副县长",
        inspection_team="督导组",
        start_month=month(start),
        end_month=month(end),
        rhythm=Rhythm.MONTHLY,
        report_day=28,
        card_threshold=int(case.get("约谈门槛", 2)),
        clearing_deadline=date(2024, 6, 30),
        means=("实地了解",),
    )


def _names(former: Told, name: str) -> tuple[str, ...]:
    return tuple(former[name].split("、")) if name in former else ()


def _threshold(line: str) -> Threshold:
    """`约谈门槛 2024-07 3 依据`; the basis may lack."""
    item, since, value, *basis = line.split()
    return Threshold(item=ThresholdKind(item), since=month(since), value=int(value), basis="".join(basis))


def _problem(number: str, row: Told) -> Problem:
    township = row.get("乡镇", "青石镇")
    return Problem(
        number=number,
        found=day(row["发现"]),
        township=township,
        place_name=row.get("村", ""),
        duty=row.get("类别", "责任"),
        description="问题",
        unit=row.get("责任单位", township),
        deadline=day(row.get("时限")),
        completed=day(row.get("完成")),
        closed=day(row.get("销号")),
        reopens=row.get("原编号", ""),
    )


def _assessments(told: Told) -> list[Assessment]:
    """`青石镇: {2024-03: 黄牌 WT-1, 2024-04: 无}`; a month that is not written was not assessed."""
    rows = []
    for unit, months in told.items():
        for when, said in months.items():
            card, *numbers = said.split()
            assert card in ("黄牌", "无"), said
            grade = Grade.POOR if card == "黄牌" else Grade.COMMON
            rows.append(
                Assessment(
                    month=month(when),
                    unit=unit,
                    grade=grade,
                    card=card == "黄牌",
                    problems=tuple(numbers),
                    reasons="慢",
                )
            )
    return rows


def _unit(key: str) -> str:
    return key.split()[0]


def _month(key: str) -> date:
    return month(key.split()[1])


def _interview(key: str, row: Told) -> Interview:
    """`青石镇 2024-04: {已约谈: 是, 时间: 2024-05-10 15:00, 复查结果: 明显}`."""
    return Interview(
        unit=_unit(key),
        month=_month(key),
        held=row.get("已约谈") == "是",
        begins=datetime.fromisoformat(row["时间"]) if "时间" in row else None,
        effect=Effect(row["复查结果"]) if "复查结果" in row else None,
        checked=day(row.get("复查日期")),
    )
