"""督战: the visits, what each month's assessment said of the units, and the thresholds with their dates."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column

PARTIES = "乡镇、责任单位"
"""Whom an assessment, a card or an interview can be about: a row of either sheet."""


class Way(Choice):
    """方式: how a visit was made."""

    ON_SITE = "实地"
    INCOGNITO = "暗访"
    VIDEO = "视频"
    UNANNOUNCED = "四不两直"


class Visit(Record):
    """督战记录: one visit of a supervision team."""

    sheet: ClassVar[str] = "督战记录"
    purpose: ClassVar[str] = "每次督战一行：哪天、哪支队伍、去了哪里、看到什么"

    day: date = column("日期", "督战的日期", Kind.DAY, example="2024-03-12")
    team: str = column("督战队", "哪支督战队", Kind.TEXT, example="县督战一组", width=18)
    leader: str = column("带队领导", "带队的领导", Kind.TEXT, example="江示例", default="")
    townships: tuple[str, ...] = column(
        "乡镇", "“乡镇”表里的名称，可写几个", Kind.NAMES, example="青石镇", refers_to="乡镇", width=20
    )
    places: tuple[str, ...] = column(
        "村和安置点", "“督战村”或“安置点”表里的名称，可写几个", Kind.NAMES, example="石桥村", default=(), width=24
    )
    ways: tuple[Way, ...] = column(
        "方式", "实地、暗访、视频、四不两直，可写几种", Kind.CHOICES, example="实地、四不两直", width=18
    )
    findings: str = column("发现情况", "看到的情况", Kind.PROSE, example="危房改造进度偏慢。", default="", width=50)
    problems: tuple[str, ...] = column(
        "问题编号", "列入台账的问题", Kind.NAMES, example="WT-001", default=(), refers_to="问题台账", width=24
    )


class Grade(Choice):
    """等次: the qualitative grade of a month's assessment."""

    GOOD = "好"
    FAIR = "较好"
    COMMON = "一般"
    POOR = "较差"


class Assessment(Record):
    """月度评估: what the supervisors found of a unit's work in one month, and whether it gets a 黄牌."""

    sheet: ClassVar[str] = "月度评估"
    purpose: ClassVar[str] = "每月每个挂牌单位一行；没有评估的月份不写，既不算黄牌，也不中断连续"

    month: date = column("月份", "评估的是哪个月", Kind.MONTH, example="2024-03")
    unit: str = column(
        "单位",
        "“乡镇”表里的名称，或“责任单位”表里的单位或简称",
        Kind.TEXT,
        example="青石镇",
        refers_to=PARTIES,
        width=18,
    )
    grade: Grade = column("等次", "好、较好、一般或较差", Kind.CHOICE, example="较好", width=8)
    reasons: str = column(
        "评估理由", "为什么是这个等次，末尾不写句号", Kind.PROSE, example="问题整改进度滞后", default="", width=50
    )
    card: bool = column("黄牌", "是否给予“黄牌”警告", Kind.YES_NO, example="否", default=False, width=8)
    problems: tuple[str, ...] = column(
        "问题编号", "给黄牌所依据的台账问题", Kind.NAMES, example="WT-001", default=(), refers_to="问题台账", width=24
    )
    issued: date | None = column(
        "通知日期", "黄牌警告通知书的日期；不填就是当月最后一天", Kind.DAY, example="2024-03-31", default=None
    )
    deadline: date | None = column(
        "整改期限", "黄牌警告要求的整改期限；不填就是下月最后一天", Kind.DAY, example="2024-04-30", default=None
    )


class ThresholdKind(Choice):
    """规则: which number of the campaign's rules a row sets."""

    INTERVIEW = "约谈门槛"
    DUE_SOON = "临期天数"


class Threshold(Record):
    """督战规则: a threshold from a month on. Without rows 约谈门槛 is that of 基本信息."""

    sheet: ClassVar[str] = "督战规则"
    purpose: ClassVar[str] = "督战中途改了规则才填：从哪个月起，数是多少，依据什么；没有行就按基本信息"

    item: ThresholdKind = column(
        "规则", "约谈门槛（连续几次黄牌后约谈）或临期天数（时限前几天算临期）", Kind.CHOICE, example="约谈门槛"
    )
    since: date = column("生效月份", "从哪个月起", Kind.MONTH, example="2024-07")
    value: int = column("数值", "次数或天数", Kind.COUNT, example="2", ge=1, le=365)
    basis: str = column("依据", "哪份文件、哪一条", Kind.TEXT, example="实施方案七（三）", default="", width=30)
