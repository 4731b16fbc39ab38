"""约谈: the talk with a unit's head after consecutive cards, and what was demanded there."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column
from docgen.model.supervision import PARTIES


class Effect(Choice):
    """复查结果: whether the rectification after an interview shows."""

    VISIBLE = "明显"
    NOT_VISIBLE = "不明显"


class Interview(Record):
    """约谈: one interview. It is known by its unit and the month whose card made it due."""

    sheet: ClassVar[str] = "约谈"
    purpose: ClassVar[str] = "每次约谈一行；还没有谈的，先填时间地点，“已约谈”填“否”"

    unit: str = column(
        "单位",
        "“乡镇”表里的名称，或“责任单位”表里的单位或简称",
        Kind.TEXT,
        example="青石镇",
        refers_to=PARTIES,
        width=18,
    )
    month: date = column("月份", "由哪个月的黄牌引起，即达到约谈门槛的那个月", Kind.MONTH, example="2024-04")
    person: str = column("被约谈人", "单位主要负责同志的姓名", Kind.TEXT, example="乔示例", default="")
    post: str = column("职务", "被约谈人的职务", Kind.TEXT, example="党委书记", default="", width=20)
    notified: date | None = column(
        "通知日期", "约谈通知书的日期；不填就是月份的下月5日", Kind.DAY, example="2024-05-05", default=None
    )
    begins: datetime | None = column(
        "约谈时间", "哪天几点几分", Kind.MOMENT, example="2024-05-10 15:00", default=None, width=18
    )
    ends: datetime | None = column(
        "结束时间", "谈完的时间", Kind.MOMENT, example="2024-05-10 16:30", default=None, width=18
    )
    place_name: str = column("地点", "在哪里谈", Kind.TEXT, example="县委二号会议室", default="", width=20)
    interviewer: str = column("约谈人", "不填就是督战总指挥长", Kind.TEXT, example="江示例", default="")
    interviewer_post: str = column("约谈人职务", "不填就是总指挥长职务", Kind.TEXT, example="县委副书记", default="")
    recorder: str = column("记录人", "谁记录", Kind.TEXT, example="文示例", default="")
    attendants: tuple[str, ...] = column(
        "参加人员", "其他在场的人", Kind.NAMES, example="何示例、申示例", default=(), width=24
    )
    materials: str = column(
        "携带材料", "要带什么材料，末尾不写句号", Kind.PROSE, example="问题整改台账和整改方案", default="", width=30
    )
    held: bool = column("已约谈", "谈过了没有；没有谈的，记录印成手填的表", Kind.YES_NO, example="否", default=False)
    problems: str = column(
        "指出的问题", "约谈人指出的问题，可分段", Kind.PROSE, example="危房改造滞后。", default="", width=50
    )
    explanation: str = column(
        "情况说明", "被约谈人的说明，可分段", Kind.PROSE, example="前期施工力量不足。", default="", width=50
    )
    commitment: str = column(
        "表态", "被约谈人的表态，可分段", Kind.PROSE, example="限期整改到位。", default="", width=50
    )
    effect: Effect | None = column(
        "复查结果", "约谈后整改效果：明显或不明显", Kind.CHOICE, example="明显", default=None
    )
    checked: date | None = column("复查日期", "哪天复查的", Kind.DAY, example="2024-06-10", default=None)
    check_note: str = column("复查情况", "复查看到的情况", Kind.PROSE, example="问题已全部销号。", default="", width=40)


class Demand(Record):
    """约谈要求: one thing demanded in an interview."""

    sheet: ClassVar[str] = "约谈要求"
    purpose: ClassVar[str] = "约谈中提出的整改要求，一行一条，用单位和月份对应“约谈”的行"

    unit: str = column("单位", "与“约谈”的单位相同", Kind.TEXT, example="青石镇", refers_to=PARTIES, width=18)
    month: date = column("月份", "与“约谈”的月份相同", Kind.MONTH, example="2024-04")
    item: str = column("要求", "要做到什么，末尾不写句号", Kind.PROSE, example="5月底前完成危房改造", width=50)
    person: str = column("责任人", "谁负责", Kind.TEXT, example="闻示例", default="")
    deadline: date | None = column("完成时限", "哪天以前做到", Kind.DAY, example="2024-05-31", default=None)
    problem: str = column(
        "问题编号", "为这条要求新列入台账的问题", Kind.TEXT, example="WT-101", default="", refers_to="问题台账"
    )
