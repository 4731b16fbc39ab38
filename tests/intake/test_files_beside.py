"""Files beside the main one: which are read, in what order, and how messages name them."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from docgen.diagnostics import Diagnostic, Severity
from docgen.errors import FileError
from docgen.intake.load import find, load

LEDGER = ["问题编号", "发现日期", "乡镇", "问题类别", "问题描述", "责任单位"]


def problem(number: str, township: str = "青石镇") -> list[str]:
    return [number, "2024-03-12", township, "责任", "未开工", "教育"]


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


@pytest.fixture
def main(book, sheets):
    """Write the main workbook, with more sheets if wanted."""
    return lambda more=None: book(sheets | (more or {}))


@pytest.fixture
def beside(tmp_path: Path):
    """Write a CSV or a workbook beside it."""

    def write(name: str, rows: list[list[str]], title: str = "问题台账", **others: list[list[str]]) -> Path:
        path = tmp_path / name
        if path.suffix.lower() == ".csv":
            with path.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows(rows)
            return path
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.worksheets[0])
        for sheet_name, content in {title: rows, **others}.items():
            sheet = workbook.create_sheet(sheet_name)
            for row in content:
                sheet.append(row)
        workbook.save(path)
        return path

    return write


def numbers(folder: Path) -> list[str]:
    result = load(folder)
    assert result.diagnostics == ()
    return [row.number for row in result.campaign.problems]


def test_rows_are_added_main_file_first_then_by_name(main, beside, tmp_path):
    main({"问题台账": [LEDGER, problem("总-1")]})
    beside("问题台账-3月.csv", [LEDGER, problem("三-1")])
    beside("问题台账.xlsx", [LEDGER, problem("全-1")])
    beside("问题台账-2月.csv", [LEDGER, problem("二-1"), problem("二-2")])
    beside("月度评估2024.csv", [["月份", "单位", "等次"], ["2024-03", "青石镇", "好"]])
    assert numbers(tmp_path) == ["总-1", "二-1", "二-2", "三-1", "全-1"]
    result = load(tmp_path)
    assert [path.name for path in result.files] == [
        "督战数据.xlsx", "月度评估2024.csv", "问题台账-2月.csv", "问题台账-3月.csv", "问题台账.xlsx",
    ]  # fmt: skip
    assert result.path == tmp_path / "督战数据.xlsx"
    assert str(result.campaign.problems[1].place("township")) == "问题台账-2月.csv · 问题台账 · C2（乡镇）"


def test_the_main_file_may_be_text_and_headings_may_stand_in_another_order(tmp_path, main, beside):
    from docgen.intake.twin import yaml_text

    campaign = load(main()).campaign
    (tmp_path / "督战数据.xlsx").unlink()
    (tmp_path / "督战数据.yaml").write_text(yaml_text(campaign), encoding="utf-8")
    beside("问题台账.csv", [LEDGER[::-1], problem("一")[::-1]])
    assert numbers(tmp_path) == ["一"]


def test_a_single_file_is_read_alone(main, beside, tmp_path):
    path = main()
    beside("问题台账.csv", [LEDGER, problem("一")])
    result = load(path)
    assert (result.campaign.problems, result.files) == ((), (path,))


def test_every_workbook_beside_is_read_by_the_names_of_its_sheets(main, beside, tmp_path):
    main()
    visits = [["日期", "督战队", "乡镇", "方式"], ["2024-03-12", "一组", "青石镇", "实地"]]
    beside("问题台账.xlsx", [LEDGER, problem("一")], 督战记录=visits, 填写说明=[["怎样填"]])
    result = load(tmp_path)
    assert result.diagnostics == ()
    assert (len(result.campaign.problems), len(result.campaign.visits)) == (1, 1)


def test_a_sheet_that_is_alone_and_has_a_program_s_name_is_what_the_file_says(main, beside, tmp_path):
    main()
    beside("问题台账（终稿）.xlsx", [LEDGER, problem("一", "赤土镇")], title="Sheet1", Sheet2=[], Sheet3=[["  "]])
    assert told(load(tmp_path).diagnostics) == [
        "DATA-035 问题台账（终稿）.xlsx · Sheet1 · C2（乡镇） “乡镇”里没有“赤土镇”"
    ]


def test_of_several_sheets_the_unknown_ones_are_told(main, beside, tmp_path):
    main()
    beside("问题台账.xlsx", [LEDGER, problem("一")], 草稿=[["甲"]])
    result = load(tmp_path)
    assert told(result.diagnostics) == ["DATA-002 问题台账.xlsx · 草稿 没有叫“草稿”的工作表"]
    assert len(result.draft.problems) == 1


def test_a_second_form_is_refused(main, beside, tmp_path, sheets):
    main()
    beside("问题台账.xlsx", [LEDGER], 基本信息=sheets["基本信息"])
    assert told(load(tmp_path).diagnostics) == ["DATA-003 问题台账.xlsx · 基本信息 “基本信息”已经有了"]


def test_a_needed_sheet_may_stand_beside(main, beside, tmp_path, sheets):
    units = sheets.pop("责任单位")
    main()
    beside("责任单位.csv", units)
    assert load(tmp_path).diagnostics == ()


@pytest.mark.parametrize(
    ("name", "title"), [("约谈要求.csv", "约谈要求"), ("乡镇任务 2024.csv", "乡镇任务"), ("约谈2024.csv", "约谈")]
)
def test_the_longest_name_of_a_sheet_counts(main, beside, tmp_path, name, title):
    main()
    beside(name, [["没有这一栏"]])
    assert told(load(tmp_path).diagnostics) == [f"DATA-008 {name} · {title} 找不到列名"]


def test_numbers_that_repeat_across_files_name_the_other_file(main, beside, tmp_path):
    main({"问题台账": [LEDGER, problem("一")]})
    beside("问题台账-3月.csv", [LEDGER, problem("二"), problem("一")])
    beside("问题台账-4月.csv", [LEDGER, problem("二"), problem("三"), problem("三")])
    assert told(load(tmp_path).diagnostics) == [
        "DATA-034 问题台账-3月.csv · 问题台账 · A3（问题编号） “一”与 督战数据.xlsx · 问题台账 · A2 重复",
        "DATA-034 问题台账-4月.csv · 问题台账 · A2（问题编号） “二”与 问题台账-3月.csv · 问题台账 · A2 重复",
        "DATA-034 问题台账-4月.csv · 问题台账 · A4（问题编号） “三”与 A3 重复",
    ]


def test_a_former_name_that_repeats_across_files_names_the_other_file(main, beside, tmp_path):
    main()
    beside("乡镇.csv", [["名称", "类别", "曾用名"], ["北山镇", "镇", "青石镇"]])
    assert told(load(tmp_path).diagnostics) == [
        "DATA-043 乡镇.csv · 乡镇 · C2（曾用名） 曾用名“青石镇”与 督战数据.xlsx · 乡镇 · A2 重复"
    ]


def test_references_reach_into_other_files(main, beside, tmp_path):
    main({"问题台账": [[*LEDGER, "原问题编号"], [*problem("一"), "三"], [*problem("二"), "九"]]})
    beside("问题台账-3月.csv", [LEDGER, problem("三", "北山镇")])
    beside("乡镇.csv", [["名称", "类别"], ["北山镇", "镇"]])
    assert told(load(tmp_path).diagnostics) == [
        "DATA-035 督战数据.xlsx · 问题台账 · G3（原问题编号） “问题台账”里没有“九”"
    ]


def test_the_main_file_s_faults_come_first_whatever_the_names(book, beside, tmp_path, sheets):
    sheets["安置点"][1][2] = "很多"
    book(sheets).rename(tmp_path / "龙虎山.xlsx")
    beside("乡镇.csv", [["名称", "类别"], ["北山镇", "大镇"]])
    beside("督战村.csv", [["乡镇", "村名"], ["北山镇", ""]])
    assert told(load(tmp_path).diagnostics) == [
        "DATA-018 龙虎山.xlsx · 安置点 · C2（户数） 填的是“很多”",
        "DATA-023 乡镇.csv · 乡镇 · B2（类别） 填的是“大镇”",
        "DATA-010 督战村.csv · 督战村 · B2（村名） “村名”没有填",
    ]


def test_dates_without_a_year_take_that_of_the_main_file(main, beside, tmp_path):
    main()
    beside("问题台账.csv", [LEDGER, ["一", "3月12日", "青石镇", "责任", "未开工", "教育"]])
    assert load(tmp_path).campaign.problems[0].found.isoformat() == "2024-03-12"


def test_what_the_program_keeps_itself_and_what_is_hidden_is_no_data(main, beside, tmp_path):
    main()
    for name in ("文号登记.csv", "~$问题台账.xlsx", ".问题台账.csv", "说明.txt", ".docgen.json"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "原件").mkdir()
    (tmp_path / "原件" / "问题台账.csv").write_bytes(b"x")
    result = load(tmp_path)
    assert (result.diagnostics, len(result.files)) == ((), 1)


def test_files_that_look_like_data_and_are_not_read_are_told(main, beside, tmp_path):
    main()
    for name in ("问题台帐3月.csv", "名单.csv", "月度评估.xls", "挂牌县.csv", "旧数据.xls"):
        (tmp_path / name).write_bytes(b"x")
    result = load(tmp_path)
    assert result.campaign is not None
    assert {item.severity for item in result.diagnostics} == {Severity.WARNING}
    assert [str(item) for item in result.diagnostics] == [
        (
            "DATA-046（提醒）  名单.csv\n"
            "          这个文件没有读，名称不是以工作表名开头\n"
            "          改法：要读它，名称以工作表名开头，如 问题台账.csv；不用的话移到别的文件夹"
        ),
        (
            "DATA-046（提醒）  挂牌县.csv\n"
            "          这个文件没有读，名称不是以工作表名开头\n"
            "          改法：要读它，名称以工作表名开头，如 问题台账.csv；不用的话移到别的文件夹"
        ),
        (
            "DATA-046（提醒）  月度评估.xls\n"
            "          这个文件没有读，格式不是 .xlsx 或 .csv\n"
            "          改法：用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”；不用的话移到别的文件夹"
        ),
        (
            "DATA-046（提醒）  问题台帐3月.csv\n"
            "          这个文件没有读，名称不是以工作表名开头\n"
            "          改法：要读它，名称以工作表名开头，如 问题台账.csv；不用的话移到别的文件夹"
        ),
    ]


def test_a_workbook_that_is_alone_may_have_any_name(main, tmp_path, beside):
    main().rename(tmp_path / "乡镇督战数据.xlsx")
    beside("问题台账.csv", [LEDGER, problem("一")])
    assert find(tmp_path).name == "乡镇督战数据.xlsx"
    assert numbers(tmp_path) == ["一"]


def test_without_a_main_file_the_others_are_named(tmp_path):
    for name in ("问题台账.xlsx", "乡镇数据.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(FileError) as caught:
        load(tmp_path)
    assert caught.value.message == "文件夹里没有主数据文件，只有按工作表名命名的：乡镇数据.xlsx、问题台账.xlsx"
    assert caught.value.remedy == "把有“基本信息”的那个改名，如 督战数据.xlsx"


def test_two_main_files_are_told_how_a_file_beside_is_named(tmp_path):
    for name in ("问题台帐.xlsx", "督战数据.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(FileError) as caught:
        load(tmp_path)
    assert caught.value.message == "文件夹里有 2 个数据文件：督战数据.xlsx、问题台帐.xlsx"
    assert caught.value.remedy.endswith("单独成册的表，名称以工作表名开头，如 问题台账.xlsx")


def test_a_csv_given_alone_is_told_where_it_belongs(tmp_path):
    (tmp_path / "问题台账.csv").write_bytes(b"x")
    with pytest.raises(FileError) as caught:
        load(tmp_path / "问题台账.csv")
    assert caught.value.message == "不认识的数据文件：问题台账.csv"
    assert caught.value.remedy == "把它和主数据文件（.xlsx）放进一个文件夹，命令里写这个文件夹"


def test_where_the_main_file_is_broken_the_others_are_not_read(tmp_path, beside):
    (tmp_path / "督战数据.yaml").write_text("- 甲\n", encoding="utf-8")
    beside("问题台账.csv", [["甲"]])
    result = load(tmp_path)
    assert [item.code for item in result.diagnostics] == ["DATA-038"]
    assert [path.name for path in result.files] == ["督战数据.yaml"]


def test_a_broken_workbook_beside_is_named(main, tmp_path):
    main()
    (tmp_path / "问题台账.xlsx").write_bytes(b"x")
    with pytest.raises(FileError, match=r"问题台账.xlsx 不是完整的 \.xlsx 文件"):
        load(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n", b",,,\r\n,,,\r\n"])
def test_a_csv_that_has_lost_its_content_is_told(main, tmp_path, content):
    main()
    (tmp_path / "问题台账.csv").write_bytes(content)
    with pytest.raises(FileError, match=r"^问题台账\.csv 是空文件$") as caught:
        load(tmp_path)
    assert caught.value.remedy == "重新取得这个文件；不用的话移到别的文件夹"


def test_a_workbook_beside_that_has_lost_its_content_is_told(main, beside, tmp_path):
    main()
    beside("问题台账.xlsx", [])
    with pytest.raises(FileError, match=r"^问题台账\.xlsx 是空文件$"):
        load(tmp_path)
    beside("问题台账.xlsx", [LEDGER])
    assert load(tmp_path).diagnostics == ()
