"""A small faultless campaign that has been through the whole chain: ledger, cards, interview, check, shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from located_campaign import located

from docgen.model.campaign import Campaign
from docgen.model.interviews import Demand, Effect, Interview
from docgen.model.ledger import Problem, Status
from docgen.model.settings import Bulletin
from docgen.model.supervision import Assessment, Grade, Threshold, ThresholdKind, Visit, Way
from docgen.model.work import Target, TownshipTarget


def day(month: int, number: int, year: int = 2024) -> date:
    return date(year, month, number)


def chained(base: Campaign) -> Campaign:
    """The faultless campaign `base` with everything that follows from its plan."""
    basics = base.basics.model_copy(update={"commander": "江示例", "issue_date": day(2, 26)})
    head, other = base.townships
    first, second = base.units
    return located(
        replace(
            base,
            basics=basics,
            townships=(
                head.model_copy(update={"secretary": "乔示例", "head": "闻示例"}),
                other.model_copy(update={"former_names": ("白水镇",)}),
            ),
            units=(first, second.model_copy(update={"leader": "申示例"})),
            targets=(
                base.targets[0].model_copy(update={"short_name": "清零", "value": "300户"}),
                Target(content="达标", short_name="达标率", value="95%"),
            ),
            township_targets=(
                TownshipTarget(township="青石镇", target="清零", value="200户", deadline=day(6, 30)),
                TownshipTarget(township="白水乡", target="清零", value="100户"),
                TownshipTarget(township="白水镇", target="达标率", value="95%"),
            ),
            bulletins=(Bulletin(masthead="督战简报", sent_to="县委办公室"),),
            thresholds=(
                Threshold(item=ThresholdKind.INTERVIEW, since=day(8, 1), value=3),
                Threshold(item=ThresholdKind.DUE_SOON, since=day(8, 1), value=15),
            ),
            problems=_problems(),
            visits=(
                Visit(
                    day=day(3, 12),
                    team="一组",
                    townships=("青石镇", "白水镇"),
                    places=("石桥村", "上河村"),
                    ways=(Way.ON_SITE,),
                    problems=("WT-2", "WT-4"),
                ),
            ),
            assessments=_assessments(),
            interviews=(_interview(),),
            demands=(Demand(unit="青石镇", month=day(4, 1), item="补课", deadline=day(5, 31), problem="WT-5"),),
        )
    )


def _problems() -> tuple[Problem, ...]:
    return (
        Problem(
            number="WT-1",
            found=day(3, 5),
            township="青石镇",
            place_name="石桥村",
            duty="责任",
            description="未开工",
            unit="青石镇",
            deadline=day(3, 31),
            status=Status.COMPLETED,
            completed=day(3, 20),
            checker="石示例",
            closed=day(3, 25),
        ),
        Problem(
            number="WT-2",
            found=day(3, 10),
            township="青石镇",
            place_name="石桥安置点",
            duty="责任",
            description="未入住",
            unit="青石镇",
            deadline=day(4, 30),
            status=Status.WORKING,
        ),
        Problem(
            number="WT-3",
            found=day(4, 10),
            township="青石镇",
            duty="保障",
            description="又停工",
            unit="教育",
            reopens="WT-1",
        ),
        Problem(
            number="WT-4",
            found=day(3, 12),
            township="白水镇",
            place_name="上河村",
            duty="保障",
            description="辍学",
            unit="县教育局",
            deadline=day(12, 31),
        ),
        Problem(number="WT-5", found=day(5, 10), township="青石镇", duty="保障", description="缺课", unit="青石镇"),
    )


def _assessments() -> tuple[Assessment, ...]:
    def card(unit: str, month: int, *problems: str) -> Assessment:
        values = {"month": day(month, 1), "grade": Grade.POOR, "reasons": "进度慢", "card": True}
        return Assessment(unit=unit, problems=problems, **values)

    return (
        card("青石镇", 3, "WT-2"),
        card("青石镇", 4, "WT-2", "WT-3"),
        Assessment(unit="青石镇", month=day(5, 1), grade=Grade.COMMON),
        card("教育", 3, "WT-4"),
        Assessment(unit="县教育局", month=day(4, 1), grade=Grade.FAIR),
    )


def _interview() -> Interview:
    return Interview(
        unit="青石镇",
        month=day(4, 1),
        person="乔示例",
        begins=datetime(2024, 5, 10, 15, 0),
        ends=datetime(2024, 5, 10, 16, 30),
        interviewer="江示例",
        held=True,
        explanation="力量不足。",
        commitment="限期改正。",
        effect=Effect.VISIBLE,
        checked=day(6, 10),
    )
