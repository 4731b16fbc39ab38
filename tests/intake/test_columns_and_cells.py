"""A column at a time or cell by cell: the same records, the same faults at the same places."""

from __future__ import annotations

import copy
import random
from decimal import Decimal

import pytest

from docgen.intake import drafts

SHEETS = ("督战村", "安置点", "工作阶段", "目标任务", "问题台账", "乡镇", "责任单位", "督战方式")
ODD = [
    "",
    " ",
    None,
    0,
    1,
    1.0,
    True,
    3.5,
    -2,
    "1",
    "１２",
    "2.3%",
    "是",
    "2024-03-05",
    "3月5日",
    "三月底",
    "二〇二四年三月五日",
    "青石镇",
    "白水乡",
    "没有的乡",
    "甲、乙、甲",
    "a\nb",
    "{年度}",
    "{没有}",
    "#REF!",
    "责任",
    "行业",
    "x" * 300,
    "13800000000",
    "\u200b甲",
]


def mutated(sheets, seed: int):
    chance = random.Random(seed)
    changed = copy.deepcopy(sheets)
    for name in SHEETS:
        rows = changed.get(name, [])
        for _ in range(chance.randrange(1, 4)):
            if len(rows) > 1:
                row = chance.randrange(1, len(rows))
                rows.insert(row, list(rows[row]))
                rows[row][chance.randrange(len(rows[row]))] = chance.choice(ODD)
    return changed


@pytest.mark.parametrize("seed", range(40))
def test_both_ways_of_reading_a_table_find_the_same(seed, loaded, sheets, monkeypatch):
    odd = mutated(sheets, seed)
    by_column = loaded(odd)
    monkeypatch.setattr(drafts, "ordinary_columns", lambda rows: {})
    by_cell = loaded(odd)
    assert by_column.diagnostics == by_cell.diagnostics
    assert by_column.gaps == by_cell.gaps
    assert by_column.draft == by_cell.draft
    assert by_column.draft is not None
    assert places(by_column.draft) == places(by_cell.draft)


def places(campaign):
    return [record.place(name) for record in campaign.records() for name in type(record).model_fields]


def looked_at(monkeypatch):
    """The cells of tables that are looked at one by one from now on."""
    cells = []
    fill = drafts.Drafter._fill

    def watched(self, draft, slot, cell):
        if not self.record.single and cell:
            cells.append(cell.place.address)
        return fill(self, draft, slot, cell)

    monkeypatch.setattr(drafts.Drafter, "_fill", watched)
    return cells


def test_numbers_are_read_a_column_at_a_time_and_not_mixed_up_with_what_equals_them(loaded, sheets, monkeypatch):
    sheets["安置点"] += [
        ["青石镇", 1, 3, 1],
        ["青石镇", 1.5, 1, 1.0],
        ["青石镇", "1.25", "1", "1"],
        ["青石镇", "甲", True, 1],
    ]
    cells = looked_at(monkeypatch)
    result = loaded(sheets)
    assert [(item.code, item.place.address) for item in result.diagnostics] == [("DATA-018", "C6")]
    found = [(site.name, site.households) for site in result.draft.sites][1:]
    assert found == [("1", 3), ("1.5", 1), ("1.25", 1), ("甲", None)]
    assert cells == ["C6"]


def test_a_fault_leaves_no_gap_in_the_rows_below_it(loaded, sheets):
    sheets["督战村"].insert(1, ["青石镇", "河湾村", "难度较大", "十二", "2.3%"])
    assert {place.address for place in loaded(sheets).gaps.cells} == {"D2"}


def test_a_marked_cell_is_looked_at_and_no_other_of_its_row(loaded, sheets, monkeypatch):
    def percent(workbook):
        workbook["督战村"]["E3"].value, workbook["督战村"]["E3"].number_format = 0.019, "0.0%"

    cells = looked_at(monkeypatch)
    villages = loaded(sheets, percent).campaign.villages
    assert [village.poverty_rate for village in villages] == [Decimal("2.3"), Decimal("1.9")]
    assert cells == ["E3"]


def test_a_table_of_plain_cells_is_read_a_column_at_a_time(loaded, sheets, monkeypatch):
    seen = []
    columns = drafts.ordinary_columns
    monkeypatch.setattr(drafts, "ordinary_columns", lambda rows: seen.append(columns(rows)) or seen[-1])
    loaded(sheets)
    assert any(found.get("name") == ["石桥村", "上河村"] for found in seen)
