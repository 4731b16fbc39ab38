"""Sheets and headings: unknown, missing and repeated ones, each told once."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


def test_an_unknown_sheet_is_told_with_the_closest_name_and_not_a_second_time_as_missing(faults, sheets):
    sheets["工作要就"] = sheets.pop("工作要求")
    found = faults(sheets)
    assert told(found) == ["DATA-002 督战数据.xlsx · 工作要就 没有叫“工作要就”的工作表"]
    assert found[0].remedy == "改成“工作要求”，或删掉它"


def test_a_missing_sheet_is_told_only_where_the_plan_needs_it(faults, sheets):
    del sheets["工作要求"]
    del sheets["安置点"]
    assert told(faults(sheets)) == ["DATA-001 督战数据.xlsx 缺少工作表“工作要求”"]


def test_a_missing_sheet_that_others_refer_to_is_told_once(faults, sheets):
    del sheets["乡镇"]
    assert told(faults(sheets)) == ["DATA-001 督战数据.xlsx 缺少工作表“乡镇”"]


def test_an_empty_needed_sheet_is_told(faults, sheets):
    del sheets["工作要求"][1:]
    sheets["督战方式"] = []
    assert told(faults(sheets)) == [
        "DATA-009 督战数据.xlsx · 督战方式 “督战方式”里一行内容也没有",
        "DATA-009 督战数据.xlsx · 工作要求 · 第1行 “工作要求”里一行内容也没有",
    ]


def test_an_unknown_heading_is_told_with_the_closest_name_and_not_as_missing(faults, sheets):
    sheets["督战村"][0][1] = "村的名"
    found = faults(sheets)
    assert told(found) == ["DATA-004 督战数据.xlsx · 督战村 · B1 没有叫“村的名”的栏目"]
    assert found[0].remedy == "改成“村名”，或删掉它"


def test_a_missing_required_column_is_told_once_and_not_for_each_row(loaded, sheets):
    for row in sheets["督战村"]:
        del row[1]
    result = loaded(sheets)
    assert told(result.diagnostics) == ["DATA-006 督战数据.xlsx · 督战村 · 第1行 缺少必填的列“村名”"]
    assert (result.draft.villages, result.gaps.sheets) == ((), frozenset(["villages"]))


def test_a_missing_item_of_the_form_is_told(faults, sheets):
    del sheets["基本信息"][1]
    assert told(faults(sheets)) == ["DATA-006 督战数据.xlsx · 基本信息 缺少必填的项目“县名”"]


def test_repeated_headings_name_both_places(faults, sheets):
    for row in sheets["乡镇"]:
        row.append(row[0])
    sheets["基本信息"].append(["县名", "另一个县"])
    assert told(faults(sheets)) == [
        "DATA-005 督战数据.xlsx · 基本信息 · A21 “县名”与 A2 重复",
        "DATA-005 督战数据.xlsx · 乡镇 · D1 “名称”与 A1 重复",
    ]


def test_content_without_heading_is_not_lost_silently(faults, sheets):
    sheets["乡镇"][2] = ["白水乡", "乡", None, None, "备注"]
    assert told(faults(sheets)) == ["DATA-007 督战数据.xlsx · 乡镇 · E3 这一列有内容，列名却是空的"]


def test_a_sheet_without_any_known_heading_is_told_once(faults, sheets):
    sheets["安置点"] = [["甲", "乙"], ["一", "二"]]
    assert told(faults(sheets)) == ["DATA-008 督战数据.xlsx · 安置点 找不到列名"]


def test_empty_rows_are_skipped_and_a_totals_row_is_told(loaded, sheets):
    sheets["督战村"].insert(2, [None] * 5)
    sheets["督战村"].append(["合　计", None, None, 20])
    result = loaded(sheets)
    assert told(result.diagnostics) == ["DATA-036 督战数据.xlsx · 督战村 · A5 这一行是“合　计”"]
    assert len(result.draft.villages) == 2


def test_the_guide_is_not_data_and_english_names_are_known(loaded, sheets):
    sheets["填写说明"] = [["县名", "怎样填"]]
    sheets["乡镇"][0] = ["name", "kind", "phone"]
    result = loaded(sheets)
    assert result.diagnostics == ()
    assert result.campaign.townships[0].name == "青石镇"
