"""A small faultless campaign as sheets, and the way from sheets to a workbook and its faults."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.diagnostics import Diagnostic
from docgen.intake.load import Loaded, load

Sheets = dict[str, list[list[Any]]]

SAMPLE: Sheets = {
    "基本信息": [
        ["项目", "内容", "说明"],
        ["县名", "云岭县"],
        ["年度", 2024],
        ["工作主题", "脱贫攻坚"],
        ["工作名称", "脱贫攻坚挂牌督战"],
        ["年度定位", "脱贫攻坚收官之年"],
        ["挂牌条件", "任务较重、难度较大"],
        ["领导小组", "县领导小组"],
        ["办公室", "县领导小组办公室"],
        ["总指挥长职务", "县委副书记"],
        ["副总指挥长职务", "副县长"],
        ["督战队伍", "督导组成员"],
        ["起始月份", "2024-02"],
        ["结束月份", "2024-12"],
        ["督战频次", "每月"],
        ["报送日", 28],
        ["约谈门槛", 2],
        ["清零时限", "2024-06-30"],
        ["督战手段", "实地了解、明查暗访"],
        ["联系电话", "0000-1234567"],
    ],
    "目标任务": [
        ["目标内容", "完成时限", "时限表述", "牵头单位", "配合单位"],
        ["问题清零", "2024-06-30", None, "发改", "教育"],
    ],
    "工作阶段": [
        ["开始日期", "结束日期", "任务"],
        ["2024-02-26", "2024-03-05", "动员。"],
        ["2024-03-06", "2024-12-31", "整改。"],
    ],
    "督战内容": [["简称", "督战事项", "督查内容"], ["责任", "责任落实情况", "履职情况"], ["保障", "保障情况", None]],
    "督战方面": [["督战事项", "方面", "督查内容"], ["保障", "饮水", "达标情况"]],
    "责任单位": [
        ["单位名称", "简称", "类别"],
        ["县发展和改革局", "发改", "行业部门"],
        ["县教育局", "教育", "行业部门"],
    ],
    "督战方式": [["层级", "内容"], ["县级", "统筹{年度}年资源。"]],
    "工作要求": [["标题", "内容"], ["加强领导", "压实责任。"]],
    "乡镇": [["名称", "类别", "联系电话"], ["青石镇", "镇", "13800000000"], ["白水乡", "乡", None]],
    "督战村": [
        ["乡镇", "村名", "挂牌原因", "未脱贫户数", "贫困发生率"],
        ["青石镇", "石桥村", "难度较大", 12, "2.3%"],
        ["白水乡", "上河村", "任务较重", 8, "1.9%"],
    ],
    "安置点": [["乡镇", "名称", "户数", "已入住户数"], ["青石镇", "石桥村安置点", 120, 118]],
}

SUPERVISION: Sheets = {
    "简报设置": [["刊名", "总期数起点"], ["督战简报", 13]],
    "督战规则": [["规则", "生效月份", "数值"], ["约谈门槛", "2024-07", 3]],
    "问题台账": [
        ["问题编号", "发现日期", "乡镇", "问题类别", "问题描述", "责任单位", "销号日期", "原问题编号"],
        ["WT-001", "2024-03-12", "青石镇", "责任", "未开工", "青石镇", "2024-04-25", None],
        ["WT-002", "2024-05-06", "白水乡", "保障", "又停工", "县教育局", None, "WT-001"],
    ],
    "督战记录": [
        ["日期", "督战队", "乡镇", "方式", "问题编号"],
        ["2024-03-12", "一组", "青石镇、白水乡", "实地、暗访", "WT-001、WT-002"],
    ],
    "月度评估": [
        ["月份", "单位", "等次", "黄牌", "问题编号"],
        ["2024-03", "青石镇", "较差", "是", "WT-001"],
        ["2024-04", "青石镇", "一般", "是", None],
        ["2024-04", "教育", "好", "否", None],
    ],
    "约谈": [
        ["单位", "月份", "约谈时间", "结束时间", "已约谈", "表态", "复查结果"],
        ["青石镇", "2024-04", "2024-05-10 15:00", "2024年5月10日16时30分", "是", "认识到位。\n限期整改。", "明显"],
    ],
    "约谈要求": [["单位", "月份", "要求", "问题编号"], ["青石镇", "2024-04", "完成改造", "WT-002"]],
}
"""Sheets that a campaign has once its supervision runs."""


@pytest.fixture
def supervision() -> Sheets:
    """A copy of them to change."""
    return copy.deepcopy(SUPERVISION)


@pytest.fixture
def sheets() -> Sheets:
    """A copy to change."""
    return copy.deepcopy(SAMPLE)


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets as 督战数据.xlsx; `edit` changes the openpyxl workbook before it is saved."""

    def write(sheets: Sheets, edit: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.worksheets[0])
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        if edit:
            edit(workbook)
        path = tmp_path / "督战数据.xlsx"
        workbook.save(path)
        return path

    return write


@pytest.fixture
def loaded(book: Callable[..., Path]) -> Callable[..., Loaded]:
    """Write sheets and load them."""
    return lambda sheets, edit=None: load(book(sheets, edit))


@pytest.fixture
def faults(loaded: Callable[..., Loaded]) -> Callable[..., list[Diagnostic]]:
    """The diagnostics of sheets."""
    return lambda sheets, edit=None: list(loaded(sheets, edit).diagnostics)


@pytest.fixture
def text_faults(tmp_path: Path) -> Callable[[str, str], list[Diagnostic]]:
    """The diagnostics of a text file."""

    def write(text: str, name: str = "督战数据.yaml") -> list[Diagnostic]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return list(load(path).diagnostics)

    return write
