"""A small faultless guidance in records, each with the cells it would have in a workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.diagnostics import Diagnostic, Place
from docgen.model.fields import Record
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.model.guidance import SHEETS, Guidance
from docgen.model.listed import County, Tally
from docgen.model.opinion import Notice, Passage
from docgen.rules.guidance import inconsistencies

NOTICE = {
    "issuer": "云岭省领导小组",
    "organ_code": "云扶组",
    "serial": 2,
    "issue_date": date(2024, 1, 25),
    "title": "云岭省领导小组印发|关于挂牌督战的|指导意见的通知",
    "addressees": "各市县领导小组",
    "body": "现将《{意见标题}》印发你们。",
    "opinion_title": "关于挂牌督战的|指导意见",
    "county_count": 3,
    "village_count": 347,
    "populous_count": 14,
    "poor_count": 333,
}
PASSAGES = (
    "一、督战目的\n对县督战。",
    "二、督战范围\n{挂牌县数}个县（详见附件1），{挂牌村数}个村（详见附件2）。\n（一）教育情况。\n（二）医疗情况。",
)
COUNTIES = (("云江省", "青州市", "石桥县"), ("云江省", "青州市", "上河县"), ("东海省", "", "白水县"))
TALLIES = (("云江省", 48, 4, 44), ("东海省", 299, 10, 289))


def guidance(
    passages: tuple[str, ...] = PASSAGES,
    counties: tuple[tuple[str, str, str], ...] = COUNTIES,
    tallies: tuple[tuple[str, int | None, int, int], ...] = TALLIES,
    **notice: Any,
) -> Guidance:
    """The guidance with other texts, rows, or values of the notice."""
    return Guidance(
        placed(Notice(**{**NOTICE, **notice}), 1),
        tuple(placed(Passage(text=text), row) for row, text in enumerate(passages, 2)),
        tuple(placed(County(region=a, prefecture=b, name=c), row) for row, (a, b, c) in enumerate(counties, 2)),
        tuple(placed(Tally(region=a, total=b, populous=c, poor=d), row) for row, (a, b, c, d) in enumerate(tallies, 2)),
    )


def placed(record: Any, row: int) -> Any:
    names = list(type(record).model_fields)
    places = {name: _place(record, row, number) for number, name in enumerate(names)}
    return record.located({**places, "": Place("数据.xlsx", (_index(record), row), record.sheet, f"第{row}行")})


def _place(record: Record, row: int, number: int) -> Place:
    name = list(type(record).model_fields)[number]
    # A form has a line for each field, a table a column.
    address = f"B{number + 2}" if record.single else f"{'ABCDEFG'[number]}{row}"
    return Place("数据.xlsx", (_index(record), row, number), record.sheet, address, record.heading(name))


def _index(record: Record) -> int:
    return list(SHEETS.values()).index(type(record))


def told(found: Guidance, gaps: Gaps = NO_GAPS) -> list[str]:
    """The diagnostics, one line each: code, place, found, expected, remedy."""
    return [_line(item) for item in inconsistencies(found, gaps=gaps)]


def _line(item: Diagnostic) -> str:
    return (
        f"{item.code} {item.place.section} {item.place.address}（{item.place.heading}）：{item.found}，{item.expected}"
    )
