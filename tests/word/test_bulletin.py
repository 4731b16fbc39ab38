"""报头 and 报尾 of a 简报."""

from __future__ import annotations

from typing import Any

import pytest
from schema_order import W
from small_source import document, properties, styles_of, texts, value

MARK = {"文字": "督战工作简报", "字号": 52, "缩放": 95, "行距": 67.8}
FULL: dict[str, Any] = {
    "密级提示": "内部资料　注意保存",
    "刊名标志": MARK,
    "期号": 4,
    "总期号": 17,
    "编印单位": "云岭县督战办公室",
    "成文日期": "2024年4月30日",
    "报": "市督战办公室",
    "送": "县委办公室",
    "发": "各乡镇、街道",
    "印数": 60,
}
FRONT = ("报头: 是", "报尾: 是")


def test_the_head_says_notice_masthead_number_editors_and_date_above_the_rule() -> None:
    root = document("# 题\n正文", FULL, *FRONT)
    assert texts(root)[:6] == [
        "内部资料　注意保存",
        "督战工作简报",
        "第4期（总第17期）",
        "云岭县督战办公室\t2024年4月30日",
        "题",
        "正文",
    ]
    assert styles_of(root)[:9] == [
        "Notice",
        "Masthead",
        "Normal",
        "IssueNumber",
        "Normal",
        "Editors",
        "RedRule",
        "Normal",
        "Title",
    ]


def test_the_masthead_is_as_large_as_the_data_say() -> None:
    root = document("# 题", FULL, *FRONT)
    (masthead,) = (item for item in root.iter(f"{W}p") if "督战工作简报" in "".join(map(str, item.itertext())))
    run = masthead.find(f"{W}r/{W}rPr")
    assert run is not None
    assert [value(run.find(f"{W}{name}")) for name in ("w", "sz")] == ["95", "104"]
    assert value(properties(root, "督战工作简报").find(f"{W}spacing"), "line") == "1356"


def test_without_notice_its_line_stays_and_without_total_only_the_year_s_number_is_said() -> None:
    root = document("# 题", {**FULL, "密级提示": "", "总期号": ""}, *FRONT)
    assert texts(root)[:2] == ["督战工作简报", "第4期"]
    assert styles_of(root)[:2] == ["Normal", "Masthead"]


def test_the_head_stands_before_an_editor_s_note_too() -> None:
    assert texts(document("编者按\n# 题", FULL, *FRONT))[3:6] == ["云岭县督战办公室\t2024年4月30日", "编者按", "题"]


@pytest.mark.parametrize(
    ("gone", "rows"),
    [
        ((), [["报：市督战办公室。", "送：县委办公室。", "发：各乡镇、街道。"], ["共印60份"]]),
        (("报", "印数"), [["送：县委办公室。", "发：各乡镇、街道。"]]),
        (("报", "送", "发"), [["共印60份"]]),
    ],
)
def test_the_foot_floats_on_the_lower_edge_and_says_what_is_filled_in(
    gone: tuple[str, ...], rows: list[list[str]]
) -> None:
    root = document("# 题\n正文", {**FULL, **dict.fromkeys(gone, "")}, *FRONT)
    (table,) = root.iter(f"{W}tbl")
    place = table.find(f"{W}tblPr/{W}tblpPr")
    assert [value(place, name) for name in ("vertAnchor", "tblpYSpec", "horzAnchor", "tblpX")] == [
        "margin",
        "bottom",
        "page",
        "1587",
    ]
    assert [texts(row) for row in table.iter(f"{W}tr")] == rows
    assert set(styles_of(table)) <= {"Routing", "PrintCount"}


def test_a_foot_with_nothing_in_it_is_not_there() -> None:
    root = document("# 题\n正文", {**FULL, **dict.fromkeys(("报", "送", "发", "印数"), "")}, *FRONT)
    assert root.find(f".//{W}tbl") is None
    assert styles_of(root)[-1] == "BodyText"
