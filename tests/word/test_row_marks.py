"""Marks behind the last `|` of a row: its height, that it stays with the row below, that it does not split."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.word.blocks import Row
from docgen.word.ooxml import NAMESPACES
from docgen.word.package import read_parts
from docgen.word.source import parse
from docgen.word.typeset import typeset

W = "{" + NAMESPACES["w"] + "}"
FRONT = "---\n文件: 记录\n---\n|:--:|:---|\n"


def row(line: str) -> Row:
    (table,) = parse(FRONT + line, "记录.md").blocks
    (found,) = table.rows
    return found


@pytest.mark.parametrize(
    ("marks", "height", "keeps_next", "whole"),
    [
        ("", 0, False, False),
        (" {行高=15}", 15, False, False),
        (" {连下行}", 0, True, False),
        (" {不拆行}", 0, False, True),
        (" {连下行}{不拆行}{行高=15}", 15, True, True),
        (" {行高=15} {不拆行} {连下行}", 15, True, True),
    ],
)
def test_marks_may_stand_in_any_order(marks: str, height: int, keeps_next: bool, whole: bool) -> None:
    found = row(f"| # 签字 | {{{{ 名 }}}} |{marks}")
    assert (found.height, found.keeps_next, found.whole) == (height, keeps_next, whole)
    assert len(found.cells) == 2


def word_row(line: str) -> etree._Element:
    made = typeset(parse(FRONT + line, "记录.md"))
    (found,) = etree.fromstring(read_parts(made, "记录.docx")["word/document.xml"]).iter(f"{W}tr")
    return found


def test_a_row_that_stays_with_the_next_keeps_every_paragraph_of_it() -> None:
    kept, free = (word_row(f"| # 签字 | |{mark}") for mark in (" {连下行}", ""))
    for found, count in ((kept, 2), (free, 0)):
        assert len(list(found.iter(f"{W}p"))) == 2
        assert len(list(found.iter(f"{W}keepNext"))) == count


def test_a_forms_row_splits_unless_it_is_marked_whole() -> None:
    whole, free = (word_row(f"| # 签字 | |{mark}") for mark in (" {不拆行}", ""))
    assert [found.find(f"{W}trPr/{W}cantSplit") is not None for found in (whole, free)] == [True, False]
