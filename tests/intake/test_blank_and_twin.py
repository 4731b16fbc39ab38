"""The blank workbook and its YAML twin: made from the model, filled, and read back equal."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from docgen.intake.blank import workbook
from docgen.intake.load import load
from docgen.intake.schema import NEEDED, slots
from docgen.intake.twin import yaml_text
from docgen.model.campaign import SHEETS
from docgen.model.fields import Kind


def dumped(campaign):
    return [record.model_dump() for record in campaign.records()]


@pytest.fixture
def campaign(loaded, sheets, supervision):
    """The sample with the records of the supervision and with what is hard to write."""
    sheets |= supervision
    sheets["工作要求"][1] = ["=1+1", "- 第一段：“甲”。\n# 第二段 {年度}。"]
    sheets["督战村"][1][1] = "null"
    sheets["督战村"][2][1] = "+上河村"
    sheets["基本信息"].append(["挂牌村数", "XX"])
    sheets["基本信息"].append(["成文日期", "2024-02-26"])
    sheets["乡镇"][0].append("督战队员")
    sheets["乡镇"][1].append("王　军、@李")

    def text(book):
        book["工作要求"]["A2"].data_type = "s"

    result = loaded(sheets, text)
    assert result.diagnostics == ()
    return result.campaign


def test_a_filled_workbook_reads_back_equal(campaign, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook(campaign))
    result = load(tmp_path / "a.xlsx")
    assert result.diagnostics == ()
    assert dumped(result.campaign) == dumped(campaign)


def test_a_filled_twin_reads_back_equal(campaign, tmp_path):
    (tmp_path / "a.yaml").write_text(yaml_text(campaign), encoding="utf-8")
    result = load(tmp_path / "a.yaml")
    assert result.diagnostics == ()
    assert dumped(result.campaign) == dumped(campaign)


def test_the_same_campaign_gives_the_same_bytes(campaign, monkeypatch):
    import openpyxl.writer.excel as writer

    first = workbook(campaign)

    class Later(writer.datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 5, 6)

    monkeypatch.setattr(writer.datetime, "datetime", Later)
    assert workbook(campaign) == first
    assert yaml_text(campaign) == yaml_text(campaign)


def test_text_that_looks_like_a_formula_stays_text(campaign):
    book = openpyxl.load_workbook(io.BytesIO(workbook(campaign)))
    cell = book["工作要求"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_an_empty_workbook_has_every_sheet_and_heading_with_its_explanation():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    assert book.sheetnames == ["填写说明", *(record.sheet for record in SHEETS.values())]
    for record in SHEETS.values():
        sheet = book[record.sheet]
        cells = sheet["A"][1:] if record.single else sheet[1]
        assert [cell.value for cell in cells] == [slot.heading for slot in slots(record).values()]
        for cell, slot in zip(cells, slots(record).values(), strict=True):
            need = "（必填）" if slot.required else "（可不填）"
            assert slot.description in cell.comment.text
            assert (f"\n例：{slot.example}\n" in cell.comment.text) == bool(slot.example)
            assert cell.comment.text.endswith(need)
        assert sheet.freeze_panes == "A2"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"


def test_choices_and_references_have_drop_downs():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    lists = {str(item.sqref): item for item in book["督战村"].data_validations.dataValidation}
    assert lists["A2:A5000"].formula1 == "OFFSET('乡镇'!$A$2,0,0,MAX(1,COUNTA('乡镇'!$A$2:$A$5000)),1)"
    assert not lists["A2:A5000"].showErrorMessage
    kinds = [item.formula1 for item in book["乡镇"].data_validations.dataValidation]
    assert kinds[0] == '"镇,乡,街道"'


def test_a_reference_to_two_sheets_lists_the_first_and_tells_of_the_second():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    ledger = {str(item.sqref): item for item in book["问题台账"].data_validations.dataValidation}
    unit = ledger["K2:K5000"]
    assert unit.formula1 == "OFFSET('乡镇'!$A$2,0,0,MAX(1,COUNTA('乡镇'!$A$2:$A$5000)),1)"
    assert (unit.showErrorMessage, unit.showInputMessage) == (False, True)
    assert (unit.promptTitle, unit.prompt) == ("责任单位", "列表之外，也可以写“责任单位”表里的名称")
    assert "问题台账" in ledger["S2:S5000"].formula1, "a reopened problem names a row of its own sheet"


def test_a_list_of_names_that_may_be_empty_keeps_its_gaps():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    lists = {str(item.sqref): item for item in book["乡镇任务"].data_validations.dataValidation}
    assert lists["B2:B5000"].formula1 == "'目标任务'!$J$2:$J$5000"


def test_the_guide_tells_of_files_beside_the_workbook():
    rows = {row[0].value: row[1] for row in openpyxl.load_workbook(io.BytesIO(workbook()))["填写说明"].iter_rows()}
    assert "如 问题台账-3月.csv、月度评估2024.xlsx：" in rows["分开存放"].value
    assert rows["分开存放"].value.endswith("命令后面写文件夹，才会一起读；写明一个文件，就只读这一个。")
    assert rows["问题台账"].value.endswith("（督战中随时增加，蓝色标签）")


def test_tabs_tell_what_must_be_filled_and_what_grows():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    colours = {sheet.title: sheet.sheet_properties.tabColor for sheet in book}
    found = {title: colour.rgb[2:] if colour else None for title, colour in colours.items()}
    assert {title for title, colour in found.items() if colour == "F4B183"} == {SHEETS[part].sheet for part in NEEDED}
    assert [title for title, colour in found.items() if colour == "9DC3E6"] == [
        "问题台账", "督战记录", "月度评估", "约谈", "约谈要求",
    ]  # fmt: skip


def test_columns_have_the_format_of_their_kind():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    village = book["督战村"].column_dimensions
    assert (village["B"].number_format, village["D"].number_format) == ("@", "0")
    assert village["F"].number_format == "0.0###%"
    assert book["工作阶段"].column_dimensions["A"].number_format == 'yyyy"年"m"月"d"日"'
    assert book["约谈"].column_dimensions["F"].number_format == 'yyyy"年"m"月"d"日" h:mm'
    assert book["问题台账"].column_dimensions["B"].number_format == 'yyyy"年"m"月"d"日"'
    form = {row[0].value: row[1].number_format for row in book["基本信息"].iter_rows()}
    assert form["起始月份"] == 'yyyy"年"m"月"'


def test_the_examples_of_the_model_can_be_read(loaded, sheets):
    """A writer who types what a comment shows is not refused."""
    known = {"扶贫": "发改", "教育、住建": "教育", "三保障和饮水安全": "责任", "责任落实": "责任", "WT-101": "WT-001"}
    for part, record in SHEETS.items():
        if not record.single and part not in ("duties", "aspects"):
            known = {
                "扶贫": "发改",
                "教育、住建": "教育",
                "三保障和饮水安全": "责任",
                "责任落实": "责任",
                "WT-101": "WT-001",
            }
            examples = [known.get(slot.example, slot.example) for slot in slots(record).values()]
            sheets[record.sheet] = [[slot.heading for slot in slots(record).values()], examples]
    sheets["责任单位"].append(["县教育局", "教育", "行业部门"])
    assert loaded(sheets).diagnostics == ()


def test_the_empty_ones_ask_for_what_is_required_and_nothing_else(tmp_path):
    required = sum(slot.required for slot in slots(SHEETS["basics"]).values())
    (tmp_path / "a.xlsx").write_bytes(workbook())
    (tmp_path / "b.yaml").write_text(yaml_text(), encoding="utf-8")
    for name in ("a.xlsx", "b.yaml"):
        codes = [item.code for item in load(tmp_path / name).diagnostics]
        assert (codes.count("DATA-010"), codes.count("DATA-009")) == (required, len(NEEDED) - 1)
        assert len(codes) == required + len(NEEDED) - 1


def test_the_twin_explains_every_field():
    text = yaml_text()
    for record in SHEETS.values():
        assert f"{record.sheet}:" in text
        for slot in slots(record).values():
            assert slot.description in text


def test_a_day_of_issue_from_outside_takes_the_place_of_the_data_s(campaign, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook(campaign))
    basics = load(tmp_path / "a.xlsx", issue_date=date(2024, 3, 1)).campaign.basics
    assert (basics.issue_date, str(basics.place("issue_date"))) == (date(2024, 3, 1), "命令行 · --date")


def test_a_day_of_printing_before_the_day_asked_for_moves_with_it(campaign, tmp_path):
    for printed, told in ((date(2024, 2, 26), date(2024, 3, 1)), (date(2024, 3, 5), date(2024, 3, 5))):
        basics = campaign.basics.model_copy(update={"printing_date": printed})
        (tmp_path / "a.xlsx").write_bytes(workbook(replace(campaign, basics=basics)))
        assert load(tmp_path / "a.xlsx", issue_date=date(2024, 3, 1)).campaign.basics.printing_date == told
        assert load(tmp_path / "a.xlsx").campaign.basics.printing_date == printed


def test_every_kind_of_column_has_a_format():
    from docgen.intake.blank_styles import FORMATS

    assert set(FORMATS) == set(Kind)
