"""The campaign's work: targets, phases, duties, ways and demands."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from docgen.model.fields import Kind, Record, column


def _lead_unit(example: str) -> Any:
    """牵头单位, of a target, a duty or an aspect alike."""
    named = "“责任单位”表里的单位或简称"
    return column("牵头单位", named, Kind.TEXT, example=example, default="", refers_to="责任单位")


def _support_units() -> Any:
    """配合单位, of a target or a duty alike."""
    named, units = "“责任单位”表里的单位或简称", "责任单位"
    return column("配合单位", named, Kind.NAMES, example="教育、住建", default=(), refers_to=units, width=30)


class Target(Record):
    """目标任务: what the campaign makes sure of, by when, measured how, led by whom."""

    sheet: ClassVar[str] = "目标任务"
    purpose: ClassVar[str] = "一行一个目标，正文写成“确保……”，并进任务分解表"

    content: str = column(
        "目标内容", "“确保”和时限之后的话，末尾不写标点", Kind.PROSE, example="脱贫攻坚工作各项问题清零", width=50
    )
    deadline: date | None = column("完成时限", "任务分解表里的时限", Kind.DAY, example="2024-06-30", default=None)
    deadline_wording: str = column(
        "时限表述",
        "正文里怎样说时限：不填就由完成时限写成“6月底前”；填“无”就不说；也可写“在下半年”",
        Kind.TEXT,
        example="在下半年",
        default="",
    )
    category: str = column("类别", "任务分解表的类别", Kind.TEXT, example="问题整改", default="")
    indicator: str = column("指标", "用什么衡量", Kind.TEXT, example="问题销号率", default="", width=20)
    value: str = column("目标值", "要达到多少", Kind.TEXT, example="100%", default="")
    leader: str = column("牵头领导", "牵头的县级领导", Kind.TEXT, example="江示例", default="")
    lead_unit: str = _lead_unit("扶贫")
    support_units: tuple[str, ...] = _support_units()
    short_name: str = column(
        "简称", "“乡镇任务”表里用它指这个目标", Kind.TEXT, example="问题清零", default="", unique=True
    )


class TownshipTarget(Record):
    """乡镇任务: a township's share of one of the county's targets."""

    sheet: ClassVar[str] = "乡镇任务"
    purpose: ClassVar[str] = "一行一个乡镇在一个目标里的份额；不写的乡镇照县里的目标"

    township: str = column("乡镇", "“乡镇”表里的名称", Kind.TEXT, example="青石镇", refers_to="乡镇")
    target: str = column("目标", "“目标任务”表里的简称", Kind.TEXT, example="问题清零", refers_to="目标任务", width=18)
    value: str = column("目标值", "本乡镇要达到多少；各乡镇相加应等于县里的数", Kind.TEXT, example="120", default="")
    deadline: date | None = column(
        "完成时限", "不晚于县里的；不填就按县里的", Kind.DAY, example="2024-06-20", default=None
    )


class Phase(Record):
    """工作阶段: one step of the campaign, from a day to a day."""

    sheet: ClassVar[str] = "工作阶段"
    purpose: ClassVar[str] = "一行一个阶段，按先后排；阶段之间不重叠"

    start: date = column("开始日期", "阶段的第一天", Kind.DAY, example="2024-02-26")
    end: date = column("结束日期", "阶段的最后一天", Kind.DAY, example="2024-03-05")
    task: str = column(
        "任务", "这一阶段做什么，末尾写句号", Kind.PROSE, example="制定工作方案，细化工作计划，组织动员部署。", width=70
    )


class Duty(Record):
    """督战内容: one of the things that are supervised."""

    sheet: ClassVar[str] = "督战内容"
    purpose: ClassVar[str] = "一行一项督战内容；分几个方面督查的，方面写在“督战方面”表"

    short_name: str = column("简称", "问题台账的“问题类别”用它", Kind.TEXT, example="责任落实", unique=True)
    title: str = column(
        "督战事项",
        "一项内容的标题，末尾不写句号",
        Kind.PROSE,
        example="扶贫资金管理使用、扶贫项目实施管理等情况",
        width=50,
    )
    premise: str = column(
        "前提", "“重点督查”之前的话，末尾写逗号", Kind.PROSE, example="对照发现问题清单，", default="", width=30
    )
    inspected: str = column(
        "督查内容", "“重点督查”之后的话，末尾不写句号", Kind.PROSE, example="搬迁实际入住情况", default="", width=70
    )
    lead_unit: str = _lead_unit("扶贫")
    support_units: tuple[str, ...] = _support_units()


class Aspect(Record):
    """督战方面: one aspect of a duty, inspected on its own."""

    sheet: ClassVar[str] = "督战方面"
    purpose: ClassVar[str] = "督战内容分几个方面督查的，一行一个方面，正文写成“……方面，重点督查……”"

    duty: str = column(
        "督战事项", "“督战内容”表里的简称", Kind.TEXT, example="三保障和饮水安全", refers_to="督战内容", width=20
    )
    name: str = column("方面", "“方面”二字之前的话", Kind.TEXT, example="饮水安全保障", width=20)
    inspected: str = column(
        "督查内容", "“重点督查”之后的话，末尾不写句号", Kind.PROSE, example="饮水安全达标情况", width=70
    )
    lead_unit: str = _lead_unit("水利")


class Method(Record):
    """督战方式: what one level of government does in the campaign."""

    sheet: ClassVar[str] = "督战方式"
    purpose: ClassVar[str] = "县级、乡镇（街道）村、行业部门各一行"

    level: str = column("层级", "冒号之前的话", Kind.TEXT, example="县级", unique=True, width=18)
    content: str = column("内容", "这一层级做什么", Kind.PROSE, example="集中优势兵力，统筹整合资源。", width=80)


class Requirement(Record):
    """工作要求: one demand on how the campaign is carried out."""

    sheet: ClassVar[str] = "工作要求"
    purpose: ClassVar[str] = "一行一条要求"

    title: str = column("标题", "末尾不写句号", Kind.PROSE, example="加强组织领导，确保认识到位", width=30)
    content: str = column("内容", "可以分段", Kind.PROSE, example="各乡镇（街道）各部门要切实压实责任。", width=80)
