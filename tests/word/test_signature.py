"""署名, 附注 below it, and what stays on its page (GB/T 9704-2012, 7.3.5, 7.3.6)."""

from __future__ import annotations

from typing import Any

import pytest
from schema_order import W
from small_source import SIGNED, document, properties, texts

NOTE = {**SIGNED, "附注": "联系人：张三，联系电话：0812-1234567"}
FRONT = ("落款: 是", "附注: 是")
SAID = "（联系人：张三，联系电话：0812-1234567）"


@pytest.mark.parametrize(
    ("way", "lines"),
    [
        ("盖章", ["正文", "云岭县人民政府", "2024年4月3日", SAID]),
        ("不盖章", ["正文", "云岭县人民政府", "2024年4月3日", SAID]),
        ("不署名", ["正文", SAID]),
    ],
)
def test_the_note_stands_in_brackets_below_the_date_two_characters_in(way: str, lines: list[str]) -> None:
    root = document("正文\n::: 落款", {**NOTE, "署名方式": way}, *FRONT)
    assert texts(root) == lines
    style = properties(root, SAID).find(f"{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == "Note"


@pytest.mark.parametrize(("note", "kept"), [("联系人：张三", True), ("", False)])
@pytest.mark.parametrize("way", ["盖章", "不盖章"])
def test_the_date_stays_with_a_note_and_only_then(way: str, note: str, kept: bool) -> None:
    root = document("正文\n::: 落款", {**NOTE, "署名方式": way, "附注": note}, *FRONT)
    assert (properties(root, "2024年4月3日").find(f"{W}keepNext") is not None) is kept
    assert texts(root)[-1] == (f"（{note}）" if note else "2024年4月3日")


def test_a_document_that_carries_no_note_needs_none_in_its_data() -> None:
    assert texts(document("正文\n::: 落款", SIGNED, "落款: 是"))[-1] == "2024年4月3日"


def test_the_last_paragraph_before_the_signature_stays_on_its_page_whatever_its_style() -> None:
    root = document("甲\n乙\n::: 落款", SIGNED, "落款: 是")
    assert [properties(root, name).find(f"{W}keepNext") is not None for name in ("甲", "乙")] == [False, True]


def test_a_paragraph_whose_style_keeps_it_is_left_as_it_is() -> None:
    root = document("甲\n{: 正文末段 }乙\n::: 落款", SIGNED, "落款: 是")
    assert properties(root, "乙").find(f"{W}keepNext") is None


def test_the_last_row_of_a_table_before_the_signature_stays_on_its_page() -> None:
    source = "| 甲 | 乙 |\n|--|--|\n{% for 行 in 行们 %}\n| {{ 行 }} | 二 |\n{% endfor %}\n::: 落款"
    root = document(source, {**SIGNED, "行们": [1, 2, 3]}, "落款: 是")
    (table,) = root.iter(f"{W}tbl")
    assert [len(list(row.iter(f"{W}keepNext"))) for row in table.iter(f"{W}tr")] == [0, 0, 0, 2]


@pytest.mark.parametrize("attachments", [["名单"], ["甲", "乙"]])
def test_so_does_what_stands_before_the_list_of_attachments(attachments: list[str]) -> None:
    data: dict[str, Any] = {**SIGNED, "附件": [{"名称": name} for name in attachments]}
    root = document("甲\n::: 落款", data, "落款: 是")
    assert properties(root, "甲").find(f"{W}keepNext") is not None


def test_a_document_without_signature_keeps_nothing() -> None:
    root = document("甲\n乙\n::: 落款", {**SIGNED, "署名方式": "不署名"}, "落款: 是")
    assert root.find(f".//{W}keepNext") is None
