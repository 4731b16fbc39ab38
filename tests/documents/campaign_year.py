"""A year of a campaign in records: problems, assessments, cards, interviews; and the brief of one of its months."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from docgen.documents.brief import Brief
from docgen.model.basics import Basics, Rhythm
from docgen.model.campaign import Campaign
from docgen.model.interviews import Demand, Effect, Interview
from docgen.model.ledger import Problem, Status
from docgen.model.numbers import Numbers
from docgen.model.places import Township, TownshipKind, Village
from docgen.model.settings import DocumentKind, Head, Setting, Signature
from docgen.model.supervision import Assessment, Grade
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Duty, Requirement
from docgen.rules.months import month_facts
from docgen.rules.span import months

CODES = {
    DocumentKind.IMPLEMENTATION_PLAN: "云扶组",
    DocumentKind.YELLOW_CARD_NOTICE: "云督黄",
    DocumentKind.CARD_CIRCULAR: "云督通",
    DocumentKind.INTERVIEW_NOTICE: "云督约",
    DocumentKind.INTERVIEW_RECORD: "云督约记",
    DocumentKind.ESCALATION_REPORT: "云扶办",
    DocumentKind.RECTIFICATION_NOTICE: "云督改",
    DocumentKind.CLOSING_CONFIRMATION: "云督销",
}


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def day(text: str) -> date:
    return date.fromisoformat(text)


def campaign_year(head: Head = Head.RED) -> Campaign:
    """青石镇: cards in March and April, a talk in May, a check in June that finds no effect.

    白水乡: a card in March, none in April (lifted), cards again in May and June, the talk still to come.
    云河镇: cards in May and June, a talk in July, a card again in July.
    南岭街道: a card in April for six problems. 住建: a card in April with no problem of the ledger behind it.
    """
    return Campaign(
        basics=_basics(),
        settings=tuple(
            Setting(document=kind, head=head, signature=Signature.SEALED, organ_code=code)
            for kind, code in CODES.items()
        ),
        duties=tuple(Duty(short_name=name, title=name, inspected=name) for name in ("责任落实", "住房安全")),
        units=(
            Unit(name="县住房和城乡建设局", short_name="住建", kind=UnitKind.DEPARTMENT, leader="申示例", post="局长"),
            Unit(name="县教育局", short_name="教育", kind=UnitKind.DEPARTMENT),
        ),
        requirements=_requirements(),
        townships=_townships(),
        villages=(Village(township="青石镇", name="石桥村"), Village(township="白水乡", name="上河村")),
        problems=(*_problems(), *many_problems(6, unit="南岭街道", found=day("2024-04-02"))),
        assessments=tuple(_assessments()),
        interviews=_interviews(),
        demands=_demands(),
    )


def brief_of(campaign: Campaign, wanted: str, **wishes: Any) -> Brief:
    """The brief of a month: the facts of every month up to it."""
    upto = [item for item in months(campaign) if item <= month(wanted)]
    numbers = wishes.pop("numbers", None) or Numbers()
    return Brief(campaign, numbers, tuple(month_facts(campaign, item) for item in upto), **wishes)


def many_problems(count: int, unit: str, found: date, **values: Any) -> tuple[Problem, ...]:
    """Problems of one unit, `DL-001` and on, due thirty days after they were found."""
    town = unit if unit.endswith(("镇", "乡", "街道")) else "青石镇"
    return tuple(
        Problem(
            number=f"DL-{index:03}",
            found=found,
            township=town,
            place_name=values.get("place_name", ""),
            duty=("责任落实", "住房安全")[index % 2],
            description=f"第{index}户危房改造没有按期开工，施工队伍没有落实，群众反映较多",
            measures="逐户落实施工队伍，明确开工和竣工时间",
            unit=unit,
            person="闻示例",
            deadline=found + timedelta(days=30),
            status=Status.WORKING,
        )
        for index in range(1, count + 1)
    )


def changed(campaign: Campaign, part: str, change: Callable[[Any], dict[str, Any]]) -> Campaign:
    """The campaign with the rows of a sheet changed, each by what `change` says of it."""
    rows: Iterable[Any] = getattr(campaign, part)
    return replace(campaign, **{part: tuple(row.model_copy(update=change(row)) for row in rows)})


def _basics() -> Basics:
    return Basics(
        county="云岭县",
        year=2024,
        theme="脱贫攻坚",
        campaign="脱贫攻坚挂牌督战",
        year_position="收官之年",
        listing_reasons=("任务较重",),
        leading_group="县精准扶贫工作领导小组",
        office="县精准扶贫工作领导小组办公室",
        commander_post="县委副书记",
        commander="江示例",
        deputy_commander_post="县政府副县长",
        deputy_commander="何示例",
        inspection_team="督导组成员",
        start_month=month("2024-02"),
        end_month=month("2024-12"),
        rhythm=Rhythm.MONTHLY,
        report_day=28,
        card_threshold=2,
        clearing_deadline=day("2024-06-30"),
        means=("实地了解",),
        issuer="云岭县精准扶贫工作领导小组",
        organ_code="云扶组",
        serial=3,
        signers=("江示例",),
        addressees="各乡镇人民政府、街道办事处，县直有关单位",
        copies="县委办公室，县政府办公室",
        printing_organ="云岭县精准扶贫工作领导小组办公室",
        issue_date=day("2024-02-26"),
        contact="文示例",
        phone="0000-6600100",
    )


def _requirements() -> tuple[Requirement, ...]:
    feedback = "督战发现的问题及时反馈，并督促相关单位进行整改，每月{报送日}日向{办公室}报送工作进度。"
    card = "凡因工作开展不力造成突出问题或重大涉贫舆情的，要“黄牌”警告，并进行通报。"
    talk = (
        "对于被连续{约谈门槛}次“黄牌”警告的单位主要负责同志，由督战总指挥长开展约谈，约谈后整改效果仍不明显的，"
        "报{领导小组}，严肃追责问责。"
    )
    return (
        Requirement(title="加强组织领导，确保认识到位", content="层层压实责任。"),
        Requirement(title="紧扣短板问题，确保清零到位", content=f"逐一对账销号。{feedback}"),
        Requirement(title="强化作风建设，确保成效到位", content=f"进行定性评估。{card}{talk}"),
    )


def _townships() -> tuple[Township, ...]:
    kinds = {"青石镇": "TOWN", "白水乡": "TOWNSHIP", "云河镇": "TOWN", "南岭街道": "SUBDISTRICT"}
    return tuple(
        Township(name=name, kind=TownshipKind[kind], secretary=f"{name[0]}示例") for name, kind in kinds.items()
    )


def _problems() -> tuple[Problem, ...]:
    qingshi: dict[str, Any] = {"township": "青石镇", "unit": "青石镇", "duty": "住房安全", "person": "闻示例"}
    return (
        Problem(
            number="WT-001", found=day("2024-03-05"), place_name="石桥村", description="2户危房改造没有开工",
            measures="落实施工队伍", deadline=day("2024-04-20"), status=Status.WORKING, **qingshi,
        ),
        Problem(
            number="WT-002", found=day("2024-03-05"), description="驻村工作队没有到位", deadline=day("2024-05-31"),
            completed=day("2024-04-20"), checker="石示例", closed=day("2024-04-25"), **qingshi | {"duty": "责任落实"},
        ),
        Problem(number="WT-003", found=day("2024-04-08"), description="帮扶措施没有更新", **qingshi),
        Problem(
            number="WT-004", found=day("2024-03-08"), township="白水乡", place_name="上河村", duty="住房安全",
            description="安全饮水工程停工", unit="住建", deadline=day("2024-04-10"), completed=day("2024-04-12"),
            checker="石示例", closed=day("2024-04-15"),
        ),
    )  # fmt: skip


def _assessments() -> Iterable[Assessment]:
    cards = {
        "青石镇": {"2024-03": ("WT-001", "WT-002"), "2024-04": ("WT-001", "WT-002", "WT-003")},
        "白水乡": {"2024-03": ("WT-004",), "2024-04": None, "2024-05": (), "2024-06": ()},
        "云河镇": {"2024-05": (), "2024-06": (), "2024-07": ()},
        "南岭街道": {"2024-04": tuple(f"DL-{index:03}" for index in range(1, 7))},
        "住建": {"2024-04": ()},
    }
    for unit, months_of in cards.items():
        for when, numbers in months_of.items():
            yield Assessment(
                month=month(when),
                unit=unit,
                grade=Grade.FAIR if numbers is None else Grade.POOR,
                reasons="" if numbers is None else "危房改造进度滞后，责任没有压实",
                card=numbers is not None,
                problems=numbers or (),
            )


def _interviews() -> tuple[Interview, ...]:
    return (
        Interview(
            unit="青石镇", month=month("2024-04"), person="青示例", post="党委书记", notified=day("2024-05-06"),
            begins=datetime(2024, 5, 10, 15, 5), ends=datetime(2024, 5, 10, 16, 30), place_name="县委二号会议室",
            recorder="文示例", attendants=("何示例", "申示例"), materials="问题整改台账", held=True,
            problems="危房改造滞后。\n责任没有压实。", explanation="施工力量不足。", commitment="限期整改到位。",
            effect=Effect.NOT_VISIBLE, checked=day("2024-06-10"), check_note="1户危房仍没有开工。",
        ),
        Interview(
            unit="云河镇", month=month("2024-06"), begins=datetime(2024, 7, 10, 9), place_name="县委二号会议室",
            interviewer="何示例", held=True,
        ),
    )  # fmt: skip


def _demands() -> tuple[Demand, ...]:
    return (
        Demand(unit="青石镇", month=month("2024-04"), item="完成危房改造", person="闻示例", deadline=day("2024-05-31")),
        Demand(unit="青石镇", month=month("2024-04"), item="每周报告整改进展"),
    )
