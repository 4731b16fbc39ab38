"""Places are known of every field, though they are made only when asked for; long tables repeat no work."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.diagnostics import Place
from docgen.errors import FileError
from docgen.intake import convert, sheetxml
from docgen.intake.grid import Grid
from docgen.intake.sheetxml import scan


def told(diagnostics) -> list[str]:
    return [f"{item.code} {item.place.section}{item.place.address} {item.found}" for item in diagnostics]


def test_a_record_knows_its_cells_its_row_and_where_a_missing_column_would_stand(loaded, sheets):
    village = loaded(sheets).campaign.villages[1]
    assert str(village.place("name")) == "督战数据.xlsx · 督战村 · B3（村名）"
    assert village.place() == Place("督战数据.xlsx", (9, 2, -1), "督战村", "第3行")
    assert str(village.place("first_secretary")) == "督战数据.xlsx · 督战村 · 第3行（第一书记）"
    assert village.place("no_such_field") == village.place()


def test_an_overruled_field_stands_elsewhere_and_the_others_where_they_stood(loaded, sheets):
    village = loaded(sheets).campaign.villages[0]
    moved = village.overruled("name", "石梁村", Place.of_option("--name"))
    assert (str(moved.place("name")), moved.place("township")) == ("命令行 · --name", village.place("township"))
    assert moved.place() == village.place()


def test_a_copy_stands_where_the_record_does_and_knows_of_its_own_which_fields_were_filled(loaded, sheets):
    first, second = loaded(sheets).campaign.villages
    assert first.model_fields_set is second.model_fields_set, "one set, however long the table"
    copy = first.model_copy(update={"first_secretary": "江示例"})
    assert copy.place("name") == first.place("name")
    assert copy.model_fields_set - first.model_fields_set == {"first_secretary"}


def test_the_same_file_read_twice_gives_equal_records(book, sheets):
    from docgen.intake.load import load

    path = book(sheets)
    assert list(load(path).campaign.records()) == list(load(path).campaign.records())


def long_table(sheets, rows: int = 300) -> None:
    sheets["督战村"] = [sheets["督战村"][0], *(["青石镇", f"村{n}", "难度较大", n, "2.3%"] for n in range(rows))]


def test_a_faultless_table_makes_no_places_for_its_rows(loaded, sheets, monkeypatch):
    long_table(sheets)
    made = []
    place = Grid.place
    monkeypatch.setattr(Grid, "place", lambda *args: made.append(args[1:]) or place(*args))
    campaign = loaded(sheets).campaign
    assert len(campaign.villages) == 300
    assert len(made) < 200, "headings, sheets and the form only"
    assert campaign.villages[299].place("name").address == "B301"


def test_what_a_repeated_value_means_is_found_once_and_told_at_every_place(loaded, sheets, monkeypatch):
    asked = []
    monkeypatch.setattr(convert, "closest", lambda text, known: asked.append(text))
    sheets["责任单位"] += [[f"县{n}局", f"甲{n}", "行业"] for n in range(50)]
    found = told(loaded(sheets).diagnostics)
    assert found == [f"DATA-023 责任单位C{n} 填的是“行业”" for n in range(4, 54)]
    assert asked == ["行业"]


def test_a_text_and_a_date_cell_that_mean_the_same_are_not_mixed_up(loaded, sheets):
    sheets["目标任务"] = [
        ["目标内容", "完成时限", "时限表述"],
        ["甲", "2024-06-30", None],
        ["乙", date(2024, 6, 30), None],
        ["丙", "2024-06-30", date(2024, 6, 30)],
        ["丁", "2024-06-30", "2024-06-30"],
    ]
    result = loaded(sheets)
    assert told(result.diagnostics) == ["DATA-030 目标任务C4 单元格里是日期“2024-06-30”"]
    assert {target.deadline for target in result.draft.targets} == {date(2024, 6, 30)}


def test_a_date_without_a_year_is_not_remembered_as_faulty(faults, sheets):
    sheets["基本信息"][2][1] = "今年"
    sheets["工作阶段"][1][:2] = ["3月5日", "3月5日"]
    sheets["工作阶段"][2][:2] = ["3月5日", "2024-03-05"]
    assert [item.code for item in faults(sheets)] == ["DATA-018"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2"><f>1+1</f></c>',
        '<c r="B2"><f t="shared" si="0"/></c>',
        '<c r="B2"><f/></c>',
        '<c r="B2"><f\nt="shared" si="0"></f><v></v></c>',
        '<x:c r="B2"><x:f>1+1</x:f></x:c>',
    ],
)
def test_a_formula_without_a_value_is_found_in_every_way_of_writing_it(cell):
    cells = '<c r="A2"><v>1</v></c>' + cell
    xml = f'<s xmlns:x="u"><sheetData><row r="2">{cells}</row></sheetData></s>'.encode()
    assert scan(xml, frozenset()).uncached == {(1, 1)}


@pytest.mark.parametrize("quote", ['"', "'"])
def test_errors_and_percent_styles_are_found_with_either_quote(quote):
    cells = "<c r='A1' t='e' s='7'><v>#N/A</v></c><c r='B1' s='7'><v>0.5</v></c><c r='C1' s='77'><v>1</v></c>"
    xml = f"<s><sheetData><row r='1'>{cells}</row></sheetData></s>"
    marks = scan(xml.replace("'", quote).encode(), frozenset([7]))
    assert (marks.errors, marks.percent) == ({(0, 0): "#N/A"}, {(0, 0), (0, 1)})


def test_of_a_long_sheet_only_the_cells_that_may_have_a_mark_are_walked(monkeypatch):
    walked = []
    cell = sheetxml._Walker._cell
    monkeypatch.setattr(sheetxml._Walker, "_cell", lambda self, given: walked.append(given["r"]) or cell(self, given))
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="3"><f>1</f><v>1</v></c></row>' for n in range(1, 300))
    odd = '<row r="300"><c r="A300"><v>1</v></c><c r="B300" s="7"><v>1</v></c><c r="C300"><f>1</f></c></row>'
    marks = scan(f"<s><sheetData>{rows}{odd}</sheetData></s>".encode(), frozenset([7]))
    assert (marks.percent, marks.uncached, walked) == ({(299, 1)}, {(299, 2)}, ["B300", "C300"])


CELL = '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>'
FORMULA = '<c r="B1"><f>1</f><v>1</v></c>'


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        (f'<s><row r="1">{CELL.replace("甲", "甲<乙")}{CELL}</row></s>', "内部的内容已损坏（第 1 行）"),
        (f'<s><row r="1">{CELL.replace("</t>", "", 1)}{CELL}</row></s>', "内部的内容已损坏（第 1 行）"),
        (f'<s><row r="1">{CELL}</row></s><s/>', "内部的内容已损坏（第 1 行）"),
        (f'<?xml version="1.0" encoding="GB2312"?><s>{CELL}</s>', "内部的内容已损坏，或编码不是 UTF-8"),
        (f'<s><row r="x">{FORMULA}</row></s>', "内部的内容已损坏，或编码不是 UTF-8"),
        (f'<s><row r="1"><c s="">{FORMULA}</c></row></s>', "内部的内容已损坏，或编码不是 UTF-8"),
    ],
)
def test_a_sheet_that_is_no_xml_is_told_before_text_of_it_is_passed_over(sheet, found):
    with pytest.raises(FileError) as caught:
        scan(sheet.encode(), frozenset(), "甲.xlsx")
    assert caught.value.message == f"甲.xlsx {found}"
