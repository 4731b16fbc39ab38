"""Cards, interviews and notices as pages: receipts apart, forms with room to write, signatures below what they sign."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from accept_build import EXAMPLE
from accept_pages import sheets
from accept_set import MonthSet, month_set

from docgen.cli.main import main


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MonthSet:
    return month_set(tmp_path_factory)


def pages(path: Path) -> list[str]:
    """What each page says, without white space."""
    with pdfplumber.open(path) as pdf:
        return [re.sub(r"\s", "", page.extract_text() or "") for page in pdf.pages]


@pytest.mark.parametrize("kind", ["黄牌警告通知书", "整改通知"])
def test_the_receipt_stands_alone_on_the_last_page(kind: str, made: MonthSet) -> None:
    words = made.words(kind)
    assert words
    for word in words:
        *before, last = pages(word.with_suffix(".pdf"))
        assert last.startswith("送达回执送达文件")
        assert all(label in last for label in ("文件编号", "受送达单位", "签收人", "签收时间", "送达人", "备注"))
        assert not any("送达回执" in page for page in before)
        # The signature is on the page before.
        assert "（联系人：" in before[-1]


def test_the_record_signs_below_what_was_said(made: MonthSet) -> None:
    said = pages(made.word("约谈记录").with_suffix(".pdf"))
    (last,) = [page for page in said if "核对意见" in page]
    assert last == said[-1]
    assert last.index("表态") < last.index("核对意见") < last.index("日期") < last.rindex("日期")
    assert all(f"第{number}页共{len(said)}页" in page for number, page in enumerate(said, 1))


def test_a_talk_still_to_come_is_a_form_with_room_to_write(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "督战数据.xlsx", tmp_path)
    assert main(["interview", str(tmp_path), "--month", "2024-12", "--only", "水利", "-o", str(tmp_path / "out")]) == 0
    (form,) = (tmp_path / "out").rglob("*约谈记录*.pdf")
    first, second = sheets(form)
    # From each line across the form to the next: the heights of its rows, in millimetres.
    heights = {name: tallest(sheet) for name, sheet in (("指出问题", first), ("情况说明", second))}
    assert heights["指出问题"] > 60
    assert heights["情况说明"] > 50
    assert first.has("约谈依据")
    assert second.line("核对意见").said == "核对意见以上记录本人已阅，与约谈情况相符，无误。"
    assert sum("签字" in line.said for line in second.lines) == 3


def tallest(sheet) -> float:
    edges = sorted({round(bar.top, 1) for bar in sheet.bars if bar.length > 50})
    return max(after - before for before, after in pairwise(edges))
