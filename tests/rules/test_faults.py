"""The cases of faults/*.yaml: a faultless campaign, what is changed in its cells, and exactly what is told of it.

`改` fills in cells, `空` empties sheets, `重` repeats rows; `缺` and `缺表` are cells and sheets with faults that are
reported elsewhere.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from chain_campaign import chained
from located_campaign import located

from docgen.diagnostics import Place, Severity
from docgen.intake.cells import Cell
from docgen.intake.convert import convert
from docgen.intake.schema import slots
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.fields import Record
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.rules.consistency import inconsistencies

PARTS = {record.sheet: part for part, record in SHEETS.items()}


def _cases() -> list[Any]:
    found = []
    for path in sorted(Path(__file__).with_name("faults").glob("*.yaml")):
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [pytest.param(case, id=f"{path.stem}: {sentence}") for sentence, case in told.items()]
    return found


@pytest.mark.parametrize("case", _cases())
def test_a_change_is_told_exactly(campaign: Campaign, case: dict[str, Any]) -> None:
    assert set(case) <= {"改", "空", "重", "缺", "缺表", "报"}
    changed = _changed(chained(campaign), case)
    assert _lines(changed, _gaps(changed, case)) == case["报"]


@pytest.mark.parametrize("case", [case for case in _cases() if {"缺", "缺表"} & set(case.values[0])])
def test_only_the_faulty_cell_keeps_the_rules_silent(campaign: Campaign, case: dict[str, Any]) -> None:
    assert _lines(_changed(chained(campaign), case), NO_GAPS) != []


def test_the_campaign_is_faultless_before_it_is_changed(campaign: Campaign) -> None:
    assert inconsistencies(chained(campaign)) == []


def test_every_rule_of_the_chain_has_its_case() -> None:
    told = {line[:8] for case in _cases() for line in case.values[0]["报"]}
    assert {f"RULE-{number:03}" for number in range(39, 93)} <= told


@pytest.mark.parametrize(
    ("cells", "remedy"),
    [
        ({"问题台账 第2行": {"村或安置点": "石桥"}}, "改成“石桥村”，或在“督战村”或“安置点”里补上一行"),
        ({"督战记录 第2行": {"村和安置点": "上和村"}}, "改成“上河村”，或补上它的乡镇"),
        ({"约谈 第2行": {"被约谈人": ""}}, "填“乔示例”"),
    ],
)
def test_a_remedy_names_what_was_probably_meant(campaign: Campaign, cells: dict[str, Any], remedy: str) -> None:
    (item,) = inconsistencies(_changed(chained(campaign), {"改": cells}))
    assert item.remedy == remedy


def _changed(campaign: Campaign, case: dict[str, Any]) -> Campaign:
    rows = {part: _rows(campaign, part) for part in SHEETS}
    for sheet in case.get("空", ()):
        rows[PARTS[sheet]] = []
    for address in case.get("重", ()):
        part, index = _address(address)
        rows[part].append(rows[part][index].model_copy())
    for address, cells in case.get("改", {}).items():
        part, index = _address(address)
        rows[part][index] = _filled(rows[part][index], cells)
    parts = {part: found[0] if SHEETS[part].single else tuple(found) for part, found in rows.items()}
    return located(replace(campaign, **parts))


def _rows(campaign: Campaign, part: str) -> list[Record]:
    found = getattr(campaign, part)
    return [found] if SHEETS[part].single else list(found)


def _address(text: str) -> tuple[str, int]:
    """`问题台账 第2行` → part and index: the first row stands under the headings."""
    sheet, row = text.split(" ", 1)
    return PARTS[sheet], int(row.removeprefix("第").removesuffix("行")) - 2


def _filled(record: Record, cells: dict[str, str]) -> Record:
    """The record with cells typed anew; an empty one has the field's default."""
    by_heading = {slot.heading: slot for slot in slots(type(record)).values()}
    values = {}
    for heading, text in cells.items():
        slot = by_heading[heading]
        default = type(record).model_fields[slot.attribute].default
        values[slot.attribute] = convert(Cell(text, Place()), slot, None) if text else default
    return record.model_copy(update=values)


def _gaps(campaign: Campaign, case: dict[str, Any]) -> Gaps:
    cells = set()
    for text in case.get("缺", ()):
        address, _, heading = text.rpartition(" ")
        part, index = _address(address)
        record = _rows(campaign, part)[index]
        cells.add(record.place(next(name for name in type(record).model_fields if record.heading(name) == heading)))
    return Gaps(frozenset(PARTS[sheet] for sheet in case.get("缺表", ())), frozenset(cells))


def _lines(campaign: Campaign, gaps: Gaps) -> list[str]:
    found = []
    for item in inconsistencies(campaign, gaps=gaps):
        mark = "" if item.severity is Severity.ERROR else "（提醒）"
        where = f"{item.place.section} {item.place.address}（{item.place.heading}）"
        found.append(f"{item.code}{mark} {where}：{item.found}，{item.expected}")
    return found
