"""Forms, receipts, landscape tables, 简报 and pictures as PDF: where things stand, and LibreOffice's count of pages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from typeset_documents import bulletin, ledger, pictured, receipt, record

from docgen.pdf.convert import convert

MM = 72 / 25.4
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "记录": lambda: record(30),
    "空白记录": lambda: record(0),
    "通知书": lambda: receipt(6),
    "署名在次页的通知书": lambda: receipt(16),
    "台账": lambda: ledger(60, "第x页共y页"),
    "照标准编页码的台账": lambda: ledger(40, "标准"),
    "简报": lambda: bulletin(3),
    "长简报": lambda: bulletin(16),
    "有图": lambda: pictured(6),
    "图在次页": lambda: pictured(14),
}


@cache
def document(name: str) -> bytes:
    return DOCUMENTS[name]()


@cache
def converted(name: str) -> bytes:
    made = convert(document(name))
    assert made.warnings == ()
    assert made.pdf is not None
    return made.pdf


@cache
def pages(name: str) -> list[pdfplumber.page.Page]:
    return list(pdfplumber.open(io.BytesIO(converted(name))).pages)


def lines(page: pdfplumber.page.Page) -> dict[str, dict[str, float]]:
    """Text without spaces → left, right, top, size of every line, in mm (size in points)."""
    found = {}
    for line in page.extract_text_lines(y_tolerance=1):
        chars = [char for char in line["chars"] if char["text"].strip()]
        found[re.sub(r"\s", "", line["text"])] = {
            "left": chars[0]["x0"] / MM,
            "right": chars[-1]["x1"] / MM,
            "top": line["top"] / MM,
            "size": chars[0]["size"],
        }
    return found


def texts(name: str) -> list[list[str]]:
    return [list(lines(page)) for page in pages(name)]


def line(page: pdfplumber.page.Page, start: str) -> dict[str, float]:
    (found,) = (where for said, where in lines(page).items() if said.startswith(start))
    return found


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_document_has_as_many_pages_as_in_libreoffice(tmp_path: Path) -> None:
    for name in DOCUMENTS:
        (tmp_path / f"{name}.docx").write_bytes(document(name))
    files = [str(tmp_path / f"{name}.docx") for name in DOCUMENTS]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    theirs = {}
    for name in DOCUMENTS:
        with pdfplumber.open(tmp_path / f"{name}.pdf") as opened:
            theirs[name] = len(opened.pages)
    assert {name: len(pages(name)) for name in DOCUMENTS} == theirs
    assert theirs["记录"] > 2


def test_a_long_answer_goes_on_on_the_next_pages_and_the_form_with_it() -> None:
    found = texts("记录")
    said = "".join("".join(page) for page in found)
    assert [said.count(f"第{number}段") for number in range(30)] == [1] * 30
    assert "第0段" in "".join(found[0])
    assert "第29段" not in "".join(found[0])
    for page in pages("记录"):
        upright = [rect for rect in page.rects if rect["height"] > 40 and rect["width"] < 2]
        assert len(upright) >= 3


def test_labels_joined_upward_stand_in_the_middle_of_their_rows_without_a_line_between() -> None:
    page = pages("记录")[0]
    label = next(char for char in page.chars if char["text"] == "约" and char["size"] < 15)
    first, second = (next(char for char in page.chars if char["text"] == name) for name in "王李")
    assert label["top"] == pytest.approx((first["top"] + second["top"]) / 2, abs=4)
    between = (first["bottom"] + second["top"]) / 2
    flat = [rect for rect in page.rects if rect["height"] < 2 and abs(rect["top"] - between) < 8]
    # The line between the two names and the one between their posts; none through the labels at their left.
    assert len(flat) == 2
    assert all(not rect["x0"] < (label["x0"] + label["x1"]) / 2 < rect["x1"] for rect in flat)


def test_an_empty_form_has_room_to_write_by_hand() -> None:
    found = {said: where["top"] for page in pages("空白记录")[:1] for said, where in lines(page).items()}
    rects = sorted({round(rect["top"] / MM, 1) for rect in pages("空白记录")[0].rects if rect["height"] < 2})
    gaps = [below - above for above, below in pairwise(rects)]
    assert max(gaps) == pytest.approx(60, abs=0.6)
    assert any(said.startswith("签名：") for said in found)


@pytest.mark.parametrize("name", ["记录", "台账"])
def test_every_page_says_its_number_and_how_many_there_are_in_the_middle(name: str) -> None:
    count = len(pages(name))
    for number, page in enumerate(pages(name), 1):
        where = lines(page)[f"第{number}页共{count}页"]
        left, right = (28, 26) if name == "记录" else (37, 35)  # turned clockwise, the top is at the left
        middle = (left + page.width / MM - right) / 2 if name == "记录" else page.width / MM / 2 + (35 - 37) / 2
        assert (where["left"] + where["right"]) / 2 == pytest.approx(middle, abs=2.5)
        below = 35 if name == "记录" else 26
        assert where["top"] == pytest.approx(page.height / MM - below + 7, abs=1.2)


def test_a_whole_document_lies_on_its_side_and_both_its_rows_of_heads_repeat() -> None:
    for page in pages("台账"):
        assert (page.width / MM, page.height / MM) == pytest.approx((297, 210), abs=0.1)
        text = "".join(lines(page))
        assert [text.count(word) for word in ("基本情况", "序号", "乡镇")] == [1, 1, 1]
    said = "".join("".join(page) for page in texts("台账"))
    assert [said.count(f"第{number}红石镇") for number in range(1, 61)] == [1] * 60


def test_a_receipt_stands_on_a_page_of_its_own() -> None:
    first, second = texts("通知书")
    assert first[0] == "警告通知书"
    assert second[0] == "送达回执"
    assert not any("红石镇" in said for said in second)


def test_the_note_below_the_date_begins_two_characters_in() -> None:
    page = pages("通知书")[0]
    note, day = line(page, "（联系人：张三"), line(page, "2024年4月3日")
    assert note["left"] - 28 == pytest.approx(2 * 16 / MM, abs=3)  # the bracket's ink begins inside its square
    assert note["top"] > day["top"]


def test_no_page_holds_the_signature_without_the_last_row_of_the_table() -> None:
    signed = next(page for page in texts("署名在次页的通知书") if any("云岭县督战办公室" in said for said in page))
    rows = [said for said in signed if said.startswith("红石镇")]
    assert rows[-1].startswith("红石镇16")
    assert texts("署名在次页的通知书").index(signed) == 1


def test_the_head_of_a_bulletin_is_red_large_and_ruled() -> None:
    page = pages("简报")[0]
    red = [char for char in page.chars if tuple(char["non_stroking_color"]) == (1, 0, 0)]
    assert "".join(char["text"] for char in red) == "督战工作简报"
    assert {round(char["size"]) for char in red} == {52}
    assert (red[0]["x0"] + red[-1]["x1"]) / 2 / MM == pytest.approx(28 + 78, abs=0.5)
    (rule,) = (rect for rect in page.rects if tuple(rect["non_stroking_color"]) == (1, 0, 0))
    assert (rule["x0"] / MM, rule["x1"] / MM) == pytest.approx((28, 184), abs=0.2)
    editors = line(page, "云岭县督战办公室")
    assert editors["left"] - 28 == pytest.approx(16 / MM, abs=0.5)
    assert 184 - editors["right"] == pytest.approx(16 / MM, abs=0.6)
    assert rule["top"] / MM - editors["top"] < 12
    number = line(page, "第4期（总第17期）")
    assert (number["left"] + number["right"]) / 2 == pytest.approx(28 + 78, abs=2)


@pytest.mark.parametrize("name", ["简报", "长简报"])
def test_the_foot_of_a_bulletin_ends_on_the_lower_edge_of_the_last_page(name: str) -> None:
    page = pages(name)[-1]
    rules = [rect for rect in page.rects if rect["height"] < 2 and rect["non_stroking_color"] in (0, (0, 0, 0))]
    assert max(rect["bottom"] for rect in rules) / MM == pytest.approx(297 - 35, abs=0.5)
    assert {round(rect["width"] / MM) for rect in rules} == {156}
    assert len(rules) == 3
    sent = line(page, "送：县委办公室")
    assert sent["left"] - 28 == pytest.approx(14 / MM, abs=0.5)
    assert 184 - line(page, "共印60份")["right"] == pytest.approx(14 / MM, abs=0.6)
    assert [sum(said.startswith("共印60份") for said in found) for found in texts(name)][:-1] == [0] * (
        len(pages(name)) - 1
    )


def test_a_picture_is_drawn_at_its_size_across_the_text_with_its_caption_below() -> None:
    (page,) = pages("有图")
    (image,) = page.images
    assert (image["x0"] / MM, image["x1"] / MM) == pytest.approx((28, 184), abs=0.1)
    assert (image["bottom"] - image["top"]) / MM == pytest.approx(70, abs=0.1)
    caption, before, after = line(page, "图1发现和销号"), line(page, "第5行"), line(page, "后文")
    assert before["top"] < image["top"] / MM < image["bottom"] / MM < caption["top"] < after["top"]
    assert (caption["left"] + caption["right"]) / 2 == pytest.approx(28 + 78, abs=0.5)
    assert caption["top"] - image["bottom"] / MM < 8


def test_a_picture_that_does_not_fit_goes_to_the_next_page_with_its_caption() -> None:
    first, second = pages("图在次页")
    assert [len(page.images) for page in (first, second)] == [0, 1]
    assert texts("图在次页")[1][:2] == ["图1发现和销号", "后文。"]
    assert second.images[0]["top"] / MM == pytest.approx(37, abs=0.3)  # spacing before does not count there


def test_without_a_picture_nothing_stands_in_its_place() -> None:
    made = convert(pictured(1, 图甲=""))
    assert made.pdf is not None
    with pdfplumber.open(io.BytesIO(made.pdf)) as opened:
        (page,) = opened.pages
        tops = [where["top"] for where in lines(page).values()]
        assert page.images == []
    assert tops[2] - tops[1] == pytest.approx(579 / 20 / MM, abs=1.5)
