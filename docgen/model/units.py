"""责任单位: the departments that answer for the campaign's duties."""

from __future__ import annotations

from typing import ClassVar

from docgen.model.fields import Choice, Kind, Record, column


class UnitKind(Choice):
    """类别: what a unit is to the campaign."""

    DEPARTMENT = "行业部门"
    SUPERVISOR = "督战单位"
    OTHER = "其他"


class Unit(Record):
    """责任单位: a unit with its short name, its leader and its own duty."""

    sheet: ClassVar[str] = "责任单位"
    purpose: ClassVar[str] = "一行一个单位，按正文里的先后排"

    name: str = column("单位名称", "单位全称", Kind.TEXT, example="县发展和改革局", unique=True, width=24)
    short_name: str = column("简称", "正文里“部门”之前的称呼", Kind.TEXT, example="发改", unique=True)
    kind: UnitKind = column("类别", "行业部门写进正文的部门名单", Kind.CHOICE, example="行业部门")
    leader: str = column("负责人", "主要负责同志", Kind.TEXT, example="申示例", default="")
    post: str = column("职务", "负责人的职务", Kind.TEXT, example="局长", default="")
    duty: str = column(
        "专项职责", "有专门分工的部门填：正文写成“某某部门＋专项职责”，末尾不写标点", Kind.PROSE,
        example="着力抓好挂牌督战易地扶贫搬迁安置点工作进度", default="", width=50,
    )  # fmt: skip
    former_names: tuple[str, ...] = column(
        "曾用名", "督战期间改过名的写原来的全称", Kind.NAMES, example="县扶贫开发办公室", default=(), width=24
    )
