"""Faulty cells: each gives exactly one diagnostic, and nothing follows from it."""

from __future__ import annotations

import pytest

from docgen.diagnostics import Diagnostic
from docgen.model.references import REFERENCES


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [
        f"{item.code} {item.place.section}{item.place.address} {item.found}，{item.expected}" for item in diagnostics
    ]


def basics_row(sheets, heading: str) -> int:
    return [row[0] for row in sheets["基本信息"]].index(heading)


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "fault"),
    [
        ("工作阶段", 1, 1, "四月底", "DATA-014 工作阶段B2 填的是“四月底”，应为日期"),
        ("工作阶段", 1, 1, "2024年2月30日", "DATA-015 工作阶段B2 填的是“2024年2月30日”，日历上没有这一天"),
        ("工作阶段", 1, 1, "24-3-5", "DATA-016 工作阶段B2 填的是“24-3-5”，年份应写四位"),
        ("工作阶段", 1, 1, "3/5/2024", "DATA-016 工作阶段B2 填的是“3/5/2024”，分不清哪个是月、哪个是日"),
        ("工作阶段", 1, 1, 12, "DATA-014 工作阶段B2 填的是“12”，应为日期"),
        ("督战村", 1, 3, "十二户", "DATA-018 督战村D2 填的是“十二户”，应为不带单位的非负整数"),
        ("督战村", 1, 3, -3, "DATA-018 督战村D2 填的是“-3”，应为不带单位的非负整数"),
        ("督战村", 1, 3, 12.5, "DATA-018 督战村D2 填的是“12.5”，应为不带单位的非负整数"),
        ("督战村", 1, 3, "1 2", "DATA-018 督战村D2 填的是“1 2”，应为不带单位的非负整数"),
        ("督战村", 1, 4, "很低", "DATA-020 督战村E2 填的是“很低”，应为百分数"),
        ("督战村", 1, 4, 1, "DATA-021 督战村E2 填的是“1”，看不出是 1% 还是 100%"),
        ("督战村", 1, 4, "123%", "DATA-032 督战村E2 填的是“123%”，应不大于 100"),
        ("乡镇", 1, 2, "1380000", "DATA-022 乡镇C2 填的是“1380000”，应为 11 位手机号，或区号-号码"),
        ("乡镇", 1, 1, "镇子", "DATA-023 乡镇B2 填的是“镇子”，应为以下之一：镇、乡、街道"),
        ("目标任务", 1, 4, "教育、教育", "DATA-024 目标任务E2 “教育”写了两次，每一项只写一次"),
        ("督战村", 1, 1, "石桥\n村", "DATA-027 督战村B2 内容分成了 2 行，应为一行"),
        ("督战方式", 1, 1, "在{年底}", "DATA-028 督战方式B2 引用了 {年底}，没有这个名称"),
        ("督战方式", 1, 1, "在{年度", "DATA-029 督战方式B2 “{年度”的花括号不成对，应为 {名称} 的样子"),
        ("乡镇", 1, 0, "{县名}镇", "DATA-029 乡镇A2 填的是“{县名}镇”，这一栏不能用花括号引用"),
        ("督战村", 1, 1, 1234567890123456, "DATA-031 督战村B2 填的是 1.23456789012346e+15，应不超过 15 位"),
        ("督战村", 2, 1, None, "DATA-010 督战村B3 “村名”没有填，是必填的"),
        ("乡镇", 2, 0, "青石镇", "DATA-034 乡镇A3 “青石镇”与 A2 重复，各行应不同"),
        ("目标任务", 1, 3, "发该", "DATA-035 目标任务D2 “责任单位”里没有“发该”，"),
        ("目标任务", 1, 4, "教育、县法院", "DATA-035 目标任务E2 “责任单位”里没有“县法院”，"),
    ],
)
def test_a_faulty_cell_gives_exactly_its_own_diagnostic(faults, sheets, sheet, row, column, value, fault):
    sheets[sheet][row][column] = value
    if (sheet, fault[:8]) == ("乡镇", "DATA-034"):
        sheets["督战村"][2][0] = "青石镇"
    assert told(faults(sheets)) == [fault]


@pytest.mark.parametrize(
    ("heading", "value", "fault"),
    [
        ("起始月份", "二月份", "DATA-017 基本信息B13 填的是“二月份”，应为月份"),
        ("起始月份", 2024.1, "DATA-017 基本信息B13 填的是数字 2024.1，分不清是几月，应为月份"),
        ("报送日", 32, "DATA-032 基本信息B16 填的是“32”，应不大于 31"),
        ("约谈门槛", 0, "DATA-032 基本信息B17 填的是“0”，应不小于 1"),
        (
            "督战频次",
            "每周一次",
            "DATA-023 基本信息B15 填的是“每周一次”，应为以下之一：每月、每半月、每旬、每周、每季度",
        ),
        ("年度", "2024年", "DATA-018 基本信息B3 填的是“2024年”，应为不带单位的非负整数"),
    ],
)
def test_a_faulty_item_of_the_form_gives_exactly_its_own_diagnostic(loaded, sheets, heading, value, fault):
    sheets["基本信息"][basics_row(sheets, heading)][1] = value
    result = loaded(sheets)
    assert told(result.diagnostics) == [fault]
    assert result.campaign is None
    assert len(result.gaps.cells) == 1


def test_a_choice_is_answered_with_the_closest(faults, sheets):
    sheets["责任单位"][1][2] = "部门"
    assert [item.remedy for item in faults(sheets)] == ["改成“行业部门”"]


def test_dates_without_a_year_are_not_told_when_the_year_itself_is_faulty(faults, sheets):
    sheets["基本信息"][2][1] = "今年"
    sheets["工作阶段"][1][1] = "3月5日"
    assert [item.code for item in faults(sheets)] == ["DATA-018"]


def test_references_to_a_sheet_with_a_faulty_name_are_not_told(faults, sheets):
    sheets["乡镇"][1][0] = "青石_x000B_镇"
    assert [item.code for item in faults(sheets)] == ["DATA-026"]


def test_a_row_that_falls_out_still_lends_its_name(faults, sheets):
    sheets["督战内容"][2][1] = None
    assert [item.code for item in faults(sheets)] == ["DATA-010"]


def test_a_faulty_optional_cell_leaves_the_row_and_is_a_gap(loaded, sheets):
    sheets["督战村"][1][3] = "多"
    result = loaded(sheets)
    village = result.draft.villages[0]
    assert (village.name, village.households) == ("石桥村", None)
    assert result.gaps.lacks(village, "households")
    assert not result.gaps.lacks(village, "name")
    assert result.gaps.sheets == frozenset()


def test_all_faults_of_a_form_are_told_at_once(loaded, sheets):
    sheets["基本信息"][basics_row(sheets, "约谈门槛")][1] = 0
    sheets["基本信息"][basics_row(sheets, "县名")][1] = None
    result = loaded(sheets)
    assert [item.code for item in result.diagnostics] == ["DATA-010", "DATA-032"]
    assert result.draft.basics.county == "云岭县"
    assert result.gaps.lacks(result.draft.basics, "county")


def test_a_name_that_repeats_is_told_once_and_no_reference_to_the_overwritten_one(faults, sheets):
    sheets["责任单位"][2][1] = "发改"
    assert told(faults(sheets)) == ["DATA-034 责任单位B3 “发改”与 B2 重复，各行应不同"]


def test_references_to_a_sheet_without_repetitions_are_still_told_beside_one_with(faults, sheets):
    sheets["责任单位"][2][1] = "发改"
    sheets["督战村"][1][0] = "赤土镇"
    assert [item.code for item in faults(sheets)] == ["DATA-034", "DATA-035"]


def test_every_fault_of_braces_in_a_cell_is_told(faults, sheets):
    sheets["督战方式"][1][1] = "在{年底}与{天气}，{{ 年度 }}年｛｛县明｝｝，{办公室}与}旁{年度"
    assert [(item.code, item.found, item.remedy) for item in faults(sheets)] == [
        ("DATA-028", "引用了 {天气}", "可引用的名称：" + "、".join(REFERENCES)),
        ("DATA-028", "引用了 {年底}", "改成 {年度}"),
        ("DATA-029", "“{年度”的花括号不成对", "花括号只用来在成段文字里引用，如 {年度}"),
        ("DATA-029", "“}旁”的花括号不成对", "花括号只用来在成段文字里引用，如 {年度}"),
        ("DATA-029", "写的是 {{ 年度 }}", "只写一层花括号：{年度}"),
        ("DATA-029", "写的是 ｛｛县明｝｝", "改成 {县名}"),
    ]


def test_a_column_that_is_like_no_other_may_be_deleted(faults, sheets):
    for row in sheets["乡镇"]:
        row.insert(0, "备注")
    remedies = [item.remedy for item in faults(sheets)]
    assert len(remedies) == 1
    assert remedies[0].startswith("可用的栏目：名称、")
    assert remedies[0].endswith("，或删掉这一栏")
