"""问题台账: the problems that the supervision has found, one life a row: found, rectified, closed (销号)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column


class Origin(Choice):
    """来源: how a problem came to light."""

    SUPERVISION = "督战发现"
    INCOGNITO = "暗访发现"
    EVALUATION = "考核反馈"
    AUDIT = "巡视审计"
    PETITION = "信访舆情"
    SELF_CHECK = "自查发现"


class Degree(Choice):
    """程度: how grave a problem is."""

    COMMON = "一般"
    SERIOUS = "较重"
    GRAVE = "严重"


class Status(Choice):
    """状态: what the writer last knew of a problem. Figures are derived from the dates, never from this."""

    WAITING = "未启动"
    WORKING = "整改中"
    COMPLETED = "已完成"
    OVERDUE = "逾期"


class State(Choice):
    """月末状态: where a problem stands at the end of a day, as its dates say."""

    WAITING = "未启动"
    WORKING = "整改中"
    COMPLETED = "已完成待验收"
    OVERDUE = "逾期"
    CLOSED = "已销号"


class Problem(Record):
    """问题台账: one problem. A problem that comes back after 销号 is a new row that names the old one."""

    sheet: ClassVar[str] = "问题台账"
    purpose: ClassVar[str] = "一行一个问题；销号后又反弹的另起一行，在“原问题编号”里写原来的编号"

    number: str = column("问题编号", "每个问题一个编号，不重复", Kind.TEXT, example="WT-001", unique=True)
    found: date = column("发现日期", "哪一天发现的", Kind.DAY, example="2024-03-12")
    origin: Origin = column("来源", "怎样发现的", Kind.CHOICE, example="督战发现", default=Origin.SUPERVISION)
    township: str = column("乡镇", "“乡镇”表里的名称", Kind.TEXT, example="青石镇", refers_to="乡镇")
    place_name: str = column(
        "村或安置点", "“督战村”或“安置点”表里的名称；全乡镇的问题不填", Kind.TEXT, example="石桥村", default=""
    )
    duty: str = column(
        "问题类别", "“督战内容”表里的简称", Kind.TEXT, example="责任落实", refers_to="督战内容", width=18
    )
    description: str = column("问题描述", "问题是什么，末尾不写句号", Kind.PROSE, example="2户危房改造未开工", width=50)
    degree: Degree = column("程度", "一般、较重或严重", Kind.CHOICE, example="一般", default=Degree.COMMON, width=8)
    measures: str = column(
        "整改措施", "怎样整改，末尾不写句号", Kind.PROSE, example="落实施工队伍，逐户明确工期", default="", width=40
    )
    leader: str = column("牵头领导", "牵头整改的领导", Kind.TEXT, example="江示例", default="")
    unit: str = column(
        "责任单位",
        "“乡镇”表里的名称，或“责任单位”表里的单位或简称",
        Kind.TEXT,
        example="青石镇",
        refers_to="乡镇、责任单位",
        width=18,
    )
    person: str = column("责任人", "负责整改的人", Kind.TEXT, example="闻示例", default="")
    deadline: date | None = column(
        "整改时限", "哪一天以前销号；过了这一天没有销号就是逾期", Kind.DAY, example="2024-04-30", default=None
    )
    progress: str = column("进展", "整改到了哪一步", Kind.PROSE, example="已开工1户", default="", width=40)
    status: Status = column("状态", "现在的状态", Kind.CHOICE, example="整改中", default=Status.WAITING)
    completed: date | None = column("完成日期", "责任单位整改完成的日期", Kind.DAY, example="2024-04-20", default=None)
    checker: str = column("验收人", "谁验收的", Kind.TEXT, example="石示例", default="")
    closed: date | None = column("销号日期", "验收合格、从台账销号的日期", Kind.DAY, example="2024-04-25", default=None)
    reopens: str = column(
        "原问题编号", "反弹的问题写原来的编号", Kind.TEXT, example="WT-001", default="", refers_to="问题台账"
    )
    remark: str = column("备注", "要说明的事", Kind.TEXT, example="", default="", width=20)

    def closed_by(self, day: date) -> bool:
        """Whether the problem was closed (销号) by the end of the day."""
        return self.closed is not None and self.closed <= day

    def overdue_days(self, day: date) -> int:
        """逾期天数: days past 整改时限 at the end of the day; 0 on the limit itself, without one, and once closed."""
        if self.deadline is None or self.closed_by(day):
            return 0
        return max(0, (day - self.deadline).days)

    def state_on(self, day: date) -> State:
        """Where the problem stands at the end of a day that is not before `found`.

        Overdue goes before 已完成待验收: only 销号 ends a delay. No date tells when work began, so 未启动 and 整改中,
        which no figure depends on, are told apart by 状态, unless a later 完成日期 or 销号日期 shows that it has begun.
        """
        if self.closed_by(day):
            return State.CLOSED
        if self.overdue_days(day):
            return State.OVERDUE
        if self.completed is not None and self.completed <= day:
            return State.COMPLETED
        untouched = self.status is Status.WAITING and self.completed is None and self.closed is None
        return State.WAITING if untouched else State.WORKING
