"""The traps of real workbooks, each tried on a file."""

from __future__ import annotations

import re
import time
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl.styles import Font

from docgen.diagnostics import Diagnostic
from docgen.intake.load import load


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{item.code} {item.place} {item.found}" for item in diagnostics]


def rewrite(path: Path, member: str, change) -> None:
    """Change one member of the archive, as another program might have written it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def member_of(path: Path, sheet: str) -> str:
    names = re.findall(r'<sheet [^>]*name="([^"]+)"', _workbook_xml(path))
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def _workbook_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/workbook.xml").decode()


def test_the_sample_has_no_faults(loaded, sheets):
    result = loaded(sheets)
    assert result.diagnostics == ()
    assert result.campaign is not None
    assert result.campaign is result.draft
    assert [village.name for village in result.campaign.villages] == ["石桥村", "上河村"]


def test_a_table_may_start_at_c3_and_its_addresses_are_right(loaded, sheets):
    rows = sheets.pop("乡镇")

    def at_c3(book):
        sheet = book.create_sheet("乡镇")
        sheet["C2"] = "全县乡镇名单"
        for row, values in enumerate(rows, 3):
            for column, value in enumerate(values, 3):
                sheet.cell(row, column, value)
        sheet["D5"] = "县"

    result = loaded(sheets, at_c3)
    assert told(result.diagnostics) == ["DATA-023 督战数据.xlsx · 乡镇 · D5（类别） 填的是“县”"]
    assert result.draft.townships[0].place("name").address == "C4"


def test_a_formula_without_cached_value_is_told_and_not_taken_as_empty(faults, sheets):
    sheets["督战村"][1][3] = "=6+6"
    assert told(faults(sheets)) == ["DATA-011 督战数据.xlsx · 督战村 · D2（未脱贫户数） 公式没有缓存值，读不到结果"]


def test_a_formula_with_cached_value_is_read(book, sheets):
    sheets["督战村"][1][3] = "=6+6"
    path = book(sheets)
    rewrite(
        path, member_of(path, "督战村"), lambda xml: re.sub(rb"<f>6\+6</f><v ?/?>(</v>)?", b"<f>6+6</f><v>12</v>", xml)
    )
    result = load(path)
    assert result.diagnostics == ()
    assert result.campaign.villages[0].households == 12


def test_an_error_value_is_told_with_its_name(faults, sheets):
    def spoil(book):
        book["督战村"]["B2"] = "#REF!"
        book["督战村"]["B2"].data_type = "e"

    assert told(faults(sheets, spoil)) == ["DATA-012 督战数据.xlsx · 督战村 · B2（村名） 公式结果是错误值 #REF!"]


def test_a_merged_range_in_the_data_is_told_once(faults, sheets):
    sheets["督战村"][2][0] = None
    result = faults(sheets, lambda book: book["督战村"].merge_cells("A2:A3"))
    assert told(result) == ["DATA-013 督战数据.xlsx · 督战村 · A2 A2:A3 是合并单元格，只有左上角有内容"]
    assert result[0].remedy == "取消合并并逐行填写"


def test_a_merged_title_above_the_headings_is_fine(loaded, sheets):
    sheets["乡镇"].insert(0, ["乡镇名单"])
    result = loaded(sheets, lambda book: book["乡镇"].merge_cells("A1:C1"))
    assert result.diagnostics == ()
    assert len(result.campaign.townships) == 2


def test_full_width_figures_are_numbers_but_prose_is_never_normalised(loaded, sheets):
    sheets["督战村"][1][3:5] = ["１２", "２.３％"]
    sheets["工作要求"][1] = ["加强领导（甲）：①", "１２项。"]
    campaign = loaded(sheets).campaign
    assert (campaign.villages[0].households, campaign.villages[0].poverty_rate) == (12, Decimal("2.3"))
    assert (campaign.requirements[0].title, campaign.requirements[0].content) == ("加强领导（甲）：①", "１２项。")


def test_dates_are_read_in_all_their_forms(loaded, sheets):
    forms = ["2024年3月5日", "2024.3.5", "2024-03-05", "2024/3/5", "3月5日", "二〇二四年三月五日", "２０２４年３月５日"]
    for form in [*forms, date(2024, 3, 5), datetime(2024, 3, 5, 8, 30), 45356, "2024-3-5 00:00:00"]:
        sheets["工作阶段"][1][1] = form
        result = loaded(sheets)
        assert result.diagnostics == (), form
        assert result.campaign.phases[0].end == date(2024, 3, 5), form


def test_numbers_typed_as_telephone_numbers_are_text(loaded, sheets):
    sheets["乡镇"][1][2] = 13800000000.0
    assert loaded(sheets).campaign.townships[0].phone == "13800000000"


def test_control_characters_are_refused_with_the_address(faults, sheets):
    sheets["督战村"][1][1] = "石桥_x000B_村"
    sheets["督战村"][2][1] = "上河\u200b村"
    assert told(faults(sheets)) == [
        "DATA-026 督战数据.xlsx · 督战村 · B2（村名） 在“石桥”之后有看不见的控制字符 U+000B",
        "DATA-026 督战数据.xlsx · 督战村 · B3（村名） 在“上河”之后有看不见的控制字符 U+200B",
    ]


def test_carriage_returns_are_newlines(loaded, sheets):
    sheets["工作要求"][1][1] = "　　第一段。_x000D_\n\n　　第二段。"
    assert loaded(sheets).campaign.requirements[0].content == "第一段。\n第二段。"


def test_a_lying_dimension_hides_no_rows(book, sheets):
    path = book(sheets)
    rewrite(
        path, member_of(path, "督战村"), lambda xml: re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', xml)
    )
    assert len(load(path).campaign.villages) == 2


def test_a_formatted_cell_in_the_last_row_costs_nothing(book, sheets):
    def far(workbook):
        workbook["督战村"].cell(1_048_576, 5).font = Font(bold=True)

    path = book(sheets, far)
    begun = time.process_time()
    result = load(path)
    assert time.process_time() - begun < 1
    assert result.diagnostics == ()
    assert len(result.campaign.villages) == 2


def test_a_percentage_is_never_wrong_by_a_hundred(loaded, faults, sheets):
    sheets["督战村"][1][4] = 0.023
    shown_as_percent = loaded(sheets, lambda book: setattr(book["督战村"]["E2"], "number_format", "0.0%"))
    assert shown_as_percent.campaign.villages[0].poverty_rate == Decimal("2.3")
    assert told(faults(sheets)) == ["DATA-021 督战数据.xlsx · 督战村 · E2（贫困发生率） 填的是“0.023”"]
    sheets["督战村"][1][4] = 2.3
    assert loaded(sheets).campaign.villages[0].poverty_rate == Decimal("2.3")
    sheets["督战村"][1][4] = 2.3
    literal = loaded(sheets, lambda book: setattr(book["督战村"]["E2"], "number_format", '0.0"%"'))
    assert literal.campaign.villages[0].poverty_rate == Decimal("2.3")


def test_numbers_in_text_columns_print_as_the_writer_sees_them(loaded, sheets):
    sheets["目标任务"][0].append("目标值")
    sheets["目标任务"][1].append(1)
    campaign = loaded(sheets, lambda book: setattr(book["目标任务"]["F2"], "number_format", "0%")).campaign
    assert campaign.targets[0].value == "100%"
    sheets["基本信息"][5] = ["年度定位", 2024.0]
    assert loaded(sheets).campaign.basics.year_position == "2024"


def test_a_date_in_a_text_column_is_refused(faults, sheets):
    sheets["目标任务"][1][2] = date(2024, 6, 30)
    assert told(faults(sheets)) == ["DATA-030 督战数据.xlsx · 目标任务 · C2（时限表述） 单元格里是日期“2024-06-30”"]


def test_a_program_s_own_sheet_is_ignored_and_a_hidden_one_is_told(faults, sheets):
    sheets["WpsReserved"] = [["x"]]
    sheets["草稿本"] = [["x"]]

    def hide(book):
        book["WpsReserved"].sheet_state = "veryHidden"
        book["草稿本"].sheet_state = "hidden"

    assert told(faults(sheets, hide)) == ["DATA-002 督战数据.xlsx · 草稿本 没有叫“草稿本”的工作表（它是隐藏的）"]
