"""Places: townships, the listed villages and the resettlement sites."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column


class TownshipKind(Choice):
    """类别: what a township-level unit is."""

    TOWN = "镇"
    TOWNSHIP = "乡"
    SUBDISTRICT = "街道"


class Township(Record):
    """乡镇: a township with its leaders and its supervision team."""

    sheet: ClassVar[str] = "乡镇"
    purpose: ClassVar[str] = "全县每个乡镇（街道）一行"

    name: str = column("名称", "乡镇（街道）名称", Kind.TEXT, example="青石镇", unique=True)
    kind: TownshipKind = column("类别", "镇、乡或街道", Kind.CHOICE, example="镇", width=8)
    linking_leader: str = column("联系县级领导", "联乡包村的县级领导", Kind.TEXT, example="江示例", default="")
    leader_post: str = column("县级领导职务", "联系领导的职务", Kind.TEXT, example="县委副书记", default="", width=20)
    supervising_unit: str = column(
        "督战单位", "“责任单位”表里的单位或简称", Kind.TEXT, example="发改", default="", refers_to="责任单位"
    )
    secretary: str = column("党委书记", "乡镇党委（街道党工委）书记", Kind.TEXT, example="乔示例", default="")
    head: str = column("乡镇长", "乡镇长（街道办事处主任）", Kind.TEXT, example="闻示例", default="")
    team_leader: str = column("督战队长", "乡镇督战队队长", Kind.TEXT, example="石示例", default="")
    team_members: tuple[str, ...] = column(
        "督战队员", "督战队其他成员", Kind.NAMES, example="甘示例、路示例", default=(), width=30
    )
    organ_code: str = column("机关代字", "乡镇发文字号里的代字", Kind.TEXT, example="青政发", default="")
    contact: str = column("联系人", "乡镇联系人", Kind.TEXT, example="柳示例", default="")
    phone: str = column("联系电话", "联系人的电话", Kind.PHONE, example="13800000000", default="", width=18)
    former_names: tuple[str, ...] = column(
        "曾用名", "督战期间改过名的写原来的名称", Kind.NAMES, example="青石乡", default=()
    )
    plan_date: date | None = column(
        "方案日期", "专项实施方案的成文日期；不填就是县方案的成文日期", Kind.DAY, example="2024-03-05", default=None
    )
    clearing_deadline: date | None = column(
        "清零时限", "本乡镇的清零时限，不晚于县里的；不填就按县里的", Kind.DAY, example="2024-06-20", default=None
    )


class Village(Record):
    """督战村: a listed village."""

    sheet: ClassVar[str] = "督战村"
    purpose: ClassVar[str] = "每个挂牌督战的村一行"

    township: str = column("乡镇", "“乡镇”表里的名称", Kind.TEXT, example="青石镇", refers_to="乡镇")
    name: str = column("村名", "村的名称", Kind.TEXT, example="石桥村")
    reasons: tuple[str, ...] = column(
        "挂牌原因", "从基本信息的“挂牌条件”里选，可选几条", Kind.NAMES, example="脱贫难度较大", default=(), width=40
    )
    households: int | None = column("未脱贫户数", "户", Kind.COUNT, example="12", default=None)
    people: int | None = column("未脱贫人数", "人", Kind.COUNT, example="38", default=None)
    poverty_rate: Decimal | None = column(
        "贫困发生率", "百分数", Kind.PERCENT, example="2.3%", default=None, ge=0, le=100
    )
    first_secretary: str = column("第一书记", "驻村第一书记", Kind.TEXT, example="岑示例", default="")


class Site(Record):
    """安置点: a place that people were resettled to."""

    sheet: ClassVar[str] = "安置点"
    purpose: ClassVar[str] = "每个易地扶贫搬迁集中安置点一行"

    township: str = column("乡镇", "“乡镇”表里的名称", Kind.TEXT, example="青石镇", refers_to="乡镇")
    name: str = column("名称", "安置点名称", Kind.TEXT, example="石桥村安置点", width=24)
    wording: str = column(
        "正文称谓", "正文里怎样称呼；不填就是乡镇＋名称", Kind.TEXT, example="青石镇石桥村安置点", default="", width=28
    )
    households: int | None = column("户数", "安置户数", Kind.COUNT, example="120", default=None)
    people: int | None = column("人数", "安置人数", Kind.COUNT, example="486", default=None)
    moved_in: int | None = column("已入住户数", "实际入住户数，不多于安置户数", Kind.COUNT, example="118", default=None)
