"""References between rows: of one sheet, of several, to former names, and to the sheet itself."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from docgen.diagnostics import Diagnostic
from docgen.intake.names import Known


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


@pytest.fixture
def sheets(sheets, supervision):
    return sheets | supervision


def test_the_records_of_the_supervision_are_read(loaded, sheets):
    result = loaded(sheets)
    assert result.diagnostics == ()
    campaign = result.campaign
    assert [(row.number, row.found, row.unit, row.reopens) for row in campaign.problems] == [
        ("WT-001", date(2024, 3, 12), "青石镇", ""),
        ("WT-002", date(2024, 5, 6), "县教育局", "WT-001"),
    ]
    assert campaign.visits[0].problems == ("WT-001", "WT-002")
    assert [row.card for row in campaign.assessments] == [True, True, False]
    talk = campaign.interviews[0]
    assert (talk.begins, talk.ends) == (datetime(2024, 5, 10, 15, 0), datetime(2024, 5, 10, 16, 30))
    assert (campaign.bulletin.first_total, campaign.thresholds[0].value) == (13, 3)
    assert campaign.demands[0].problem == "WT-002"


def test_none_of_these_sheets_is_needed(loaded, sheets, supervision):
    for name in supervision:
        del sheets[name]
    assert loaded(sheets).diagnostics == ()


@pytest.mark.parametrize("name", ["青石镇", "白水乡", "县教育局", "教育"])
def test_a_party_is_a_township_or_a_unit_by_either_of_its_names(faults, sheets, name):
    sheets["月度评估"][3][1] = name
    assert faults(sheets) == []


def test_a_name_in_none_of_several_sheets_is_told_with_all_of_them(faults, sheets):
    sheets["月度评估"][3][1] = "教玉"
    sheets["问题台账"][2][5] = "北山林场"
    found = faults(sheets)
    assert told(found) == [
        "DATA-035 督战数据.xlsx · 问题台账 · F3（责任单位） “乡镇”和“责任单位”里没有“北山林场”",
        "DATA-035 督战数据.xlsx · 月度评估 · B4（单位） “乡镇”和“责任单位”里没有“教玉”",
    ]
    assert [item.remedy for item in found] == [
        "改成“乡镇”或“责任单位”里有的名称，或在那里补上一行",
        "改成“教育”，或在“乡镇”或“责任单位”里补上一行",
    ]


def test_one_of_several_sheets_may_be_missing(faults, sheets):
    """No township is named here, so nobody misses the sheet."""
    for name in ("乡镇", "督战村", "安置点", "问题台账", "督战记录", "约谈", "约谈要求"):
        del sheets[name]
    sheets["月度评估"] = [["月份", "单位", "等次"], ["2024-03", "教育", "好"]]
    assert faults(sheets) == []
    sheets["月度评估"].append(["2024-03", "青石镇", "好"])
    assert told(faults(sheets)) == ["DATA-035 督战数据.xlsx · 月度评估 · B3（单位） “乡镇”和“责任单位”里没有“青石镇”"]


def test_where_one_of_several_sheets_is_misnamed_its_names_are_not_missed(faults, sheets):
    sheets["乡镇表"] = sheets.pop("乡镇")
    assert told(faults(sheets)) == ["DATA-002 督战数据.xlsx · 乡镇表 没有叫“乡镇表”的工作表"]


def test_where_a_name_of_several_sheets_is_faulty_none_is_missed(faults, sheets):
    sheets["乡镇"][1][0] = "青石_x000B_镇"
    assert [item.code for item in faults(sheets)] == ["DATA-026"]


def test_a_problem_may_name_another_one_of_its_own_sheet_and_only_such_a_one(faults, sheets):
    sheets["问题台账"][2][7] = "WT-009"
    found = faults(sheets)
    assert told(found) == ["DATA-035 督战数据.xlsx · 问题台账 · H3（原问题编号） “问题台账”里没有“WT-009”"]
    assert found[0].remedy == "改成“WT-001”，或在“问题台账”里补上一行"


def test_every_unknown_name_of_a_list_is_told(faults, sheets):
    sheets["督战记录"][1][4] = "WT-001、WT-7、WT-8"
    assert told(faults(sheets)) == ["DATA-035 督战数据.xlsx · 督战记录 · E2（问题编号） “问题台账”里没有“WT-7”、“WT-8”"]


def test_numbers_of_problems_do_not_repeat(faults, sheets):
    sheets["问题台账"].append(sheets["问题台账"][1])
    assert told(faults(sheets)) == ["DATA-034 督战数据.xlsx · 问题台账 · A4（问题编号） “WT-001”与 A2 重复"]


def test_a_sheet_that_rows_refer_to_is_missed(faults, sheets):
    del sheets["问题台账"]
    found = faults(sheets)
    assert told(found) == ["DATA-001 督战数据.xlsx 缺少工作表“问题台账”"]
    assert found[0].expected == "“督战记录”引用了它"


def test_targets_without_a_short_name_do_not_repeat_one_another(loaded, sheets):
    sheets["目标任务"] = [["目标内容", "简称"], ["甲", None], ["乙", "清零"], ["丙", ""]]
    sheets["乡镇任务"] = [["乡镇", "目标", "目标值"], ["青石镇", "清零", "120"]]
    assert loaded(sheets).diagnostics == ()
    sheets["乡镇任务"][1][1] = "丙"
    assert told(loaded(sheets).diagnostics) == ["DATA-035 督战数据.xlsx · 乡镇任务 · B2（目标） “目标任务”里没有“丙”"]


def former(sheets, township="青石乡", unit="县教委") -> None:
    for name, value in (("乡镇", township), ("责任单位", unit)):
        sheets[name] = [row[:2] + row[2:3] for row in sheets[name]]
        sheets[name][0].append("曾用名")
        sheets[name][2].append(value)


def test_a_former_name_is_as_good_as_the_present_one(loaded, sheets):
    former(sheets, "白水镇、白水公社")
    sheets["问题台账"][2][2] = "白水公社"
    sheets["问题台账"][2][5] = "县教委"
    sheets["月度评估"][3][1] = "白水镇"
    result = loaded(sheets)
    assert result.diagnostics == ()
    assert result.campaign.party("白水公社").name == "白水乡"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([None, "青石镇"], "D3（曾用名） 曾用名“青石镇”与 A2 重复"),
        (["白水乡", "白水镇"], "D2（曾用名） 曾用名“白水乡”与 A3 重复"),
        (["北山乡", "白水镇、北山乡"], "D3（曾用名） 曾用名“北山乡”与 D2 重复"),
    ],
)
def test_a_former_name_that_another_row_has_is_a_fault(faults, sheets, rows, fault):
    sheets["乡镇"][0].append("曾用名")
    for row, value in zip(sheets["乡镇"][1:], rows, strict=True):
        row.append(value)
    assert told(faults(sheets)) == [f"DATA-043 督战数据.xlsx · 乡镇 · {fault}"]


def test_a_former_name_that_is_the_row_s_own_does_no_harm(faults, sheets):
    former(sheets, "白水乡", "教育")
    assert faults(sheets) == []


def test_among_very_many_names_none_is_proposed():
    """Something near is found for anything then, and looking takes long."""
    assert Known(dict.fromkeys(f"WT-{n:04}" for n in range(1000))).closest("WT-00001") == "WT-0000"
    assert Known(dict.fromkeys(f"WT-{n:04}" for n in range(1001))).closest("WT-00001") is None


def test_a_name_that_is_missed_often_is_looked_for_once(monkeypatch):
    asked = []
    monkeypatch.setattr("docgen.intake.names.closest", lambda name, known: asked.append(name))
    known = Known({"青石镇": None})
    for _ in range(3):
        assert known.closest("青石") is None
    assert asked == ["青石"]
    for number in range(300):
        known.closest(f"镇{number}")
    assert len(asked) == 200
