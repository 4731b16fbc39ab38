"""Township plans, the covering notice, progress reports and the ledger of data/example, looked at page by page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from accept_build import EXAMPLE_YAML, Built
from accept_libreoffice import SOFFICE, followed_counts
from accept_pages import Line, Sheet, sheets

from docgen import issue, produce
from docgen.intake.load import load
from docgen.model.numbers import Numbers
from docgen.model.settings import DocumentKind

RED = (1.0, 0.0, 0.0)
PLAN = "云岭县2024年脱贫攻坚挂牌督战工作实施方案"
NOTICE, REPORT, LEDGER = "印发通知", "2024年8月工作进度报告", "2024年8月问题台账"
MADE = (NOTICE, "青石镇", "城关街道", f"{REPORT}（云岭县）", f"{REPORT}（高峰岭乡）", f"{LEDGER}（高峰岭乡）")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The documents by name: the notice, two township plans, two reports, one ledger."""
    folder, found = tmp_path_factory.mktemp("plans"), load(EXAMPLE_YAML)
    assert found.campaign is not None, found.diagnostics
    facts, numbers, month = issue.Facts(found.campaign), Numbers(), [date(2024, 8, 1)]
    wanted = [
        *issue.compose(facts, numbers, [DocumentKind.COVERING_NOTICE], [], issue.Wish()),
        *issue.compose(facts, numbers, [DocumentKind.TOWNSHIP_PLAN], [], issue.Wish(("青石镇", "城关街道"))),
        *issue.compose(facts, numbers, [DocumentKind.PROGRESS_REPORT], month, issue.Wish(("云岭县", "高峰岭乡"))),
        *issue.compose(facts, numbers, [DocumentKind.LEDGER], month, issue.Wish(("高峰岭乡",))),
    ]
    out: dict[str, Built] = {}
    for index, (name, composed) in enumerate(zip(MADE, wanted, strict=True)):
        document = produce.produce(composed)
        out[name] = Built(folder / f"{index}.docx", folder / f"{index}.pdf")
        out[name].word.write_bytes(document.word)
        assert document.pdf is not None
        out[name].pdf.write_bytes(document.pdf)
        assert document.warnings == ()
    return out


@pytest.fixture
def pages(made: dict[str, Built], request: pytest.FixtureRequest) -> tuple[Sheet, ...]:
    """The pages of the document that the test is about."""
    return sheets(made[request.param].pdf)


def about(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("pages", names, indirect=True)


def lines(pages: tuple[Sheet, ...], start: str) -> list[tuple[int, Line]]:
    """Every line that begins so, with the number of its page."""
    return [(number, line) for number, page in enumerate(pages, 1) for line in page.body if line.said.startswith(start)]


@about(NOTICE)
def test_the_notice_stands_on_page_one_and_the_plan_begins_page_two(pages: tuple[Sheet, ...]) -> None:
    said = [line.said for line in pages[0].body]
    assert said[0] == "云岭县精准扶贫工作领导小组文件"
    assert said[1] == "云扶组〔2024〕3号"
    assert "".join(said[2:4]) == f"关于印发《{PLAN}》的通知"
    assert said[-3:] == ["云岭县精准扶贫工作领导小组", "2024年2月26日", "（联系人：文心远，联系电话：0000-6600100）"]
    assert "".join(line.said for line in pages[1].body[:2]) == PLAN
    assert [bar for page in pages[1:] for bar in page.bars if bar.color == RED] == []


@about(NOTICE)
def test_the_attachments_of_the_plan_are_told_behind_it_and_the_imprint_stands_last(pages: tuple[Sheet, ...]) -> None:
    ((told, _),) = lines(pages, "附件：1.")
    begun = [number for number, line in lines(pages, "附件") if re.fullmatch(r"附件\d", line.said)]
    assert len(begun) == 3
    assert told == begun[0] - 1
    assert [number for number, _ in lines(pages, "抄送：")] == [len(pages)]


@about("青石镇", "城关街道")
def test_a_township_plan_has_its_own_head_and_number(pages: tuple[Sheet, ...]) -> None:
    head, number = pages[0].body[:2]
    assert re.fullmatch(r"云岭县(青石镇人民政府|城关街道办事处)文件", head.said)
    assert head.colors == (RED,)
    assert re.fullmatch(r"(青政发|城办发)〔2024〕1号", number.said)
    assert lines(pages, "为贯彻落实《云岭县2024年")[0][0] == 1
    assert [number for number, _ in lines(pages, "抄送：")] == [len(pages)]


@about("青石镇", "城关街道", f"{REPORT}（云岭县）", f"{REPORT}（高峰岭乡）")
def test_a_signature_has_body_text_above_it_on_its_page(pages: tuple[Sheet, ...]) -> None:
    (signed,) = [page for page in pages if any(re.fullmatch(r"2024年\d+月\d+日", line.said) for line in page.body)]
    dates = [index for index, line in enumerate(signed.body) if re.fullmatch(r"2024年\d+月\d+日", line.said)]
    assert len(dates) == 1
    above = [line.said for line in signed.body[: dates[0] - 1]]
    assert any(len(text) > 3 and not text.startswith("附件") for text in above), above


@about(f"{REPORT}（云岭县）", f"{REPORT}（高峰岭乡）")
def test_a_report_shows_number_and_signer_on_one_line(pages: tuple[Sheet, ...]) -> None:
    line = pages[0].body[1].said
    assert re.fullmatch(r"(云扶组|高政发)〔2024〕\d+号签发人：[\u4e00-\u9fff]{3}", line)
    ((page, _),) = lines(pages, "特此报告。")
    ((dated, _),) = lines(pages, "2024年8月28日")[:1]
    assert page == dated


@about(f"{REPORT}（云岭县）", f"{REPORT}（高峰岭乡）", f"{LEDGER}（高峰岭乡）")
def test_numbers_of_problems_are_never_broken(pages: tuple[Sheet, ...]) -> None:
    text = "\n".join(line.text for page in pages for line in page.body)
    assert len(re.findall(r"WT-2024-\d{3}", text)) > 10
    assert re.findall(r"WT-(?!2024-\d{3})|WT-2024-(?!\d{3})", text) == []


@about(f"{LEDGER}（高峰岭乡）")
def test_the_ledger_lies_on_its_side_and_repeats_its_head(pages: tuple[Sheet, ...]) -> None:
    assert len(pages) > 2
    assert all(page.landscape for page in pages)
    assert pages[0].body[0].said == "高峰岭乡脱贫攻坚挂牌督战问题台账（2024年8月）"
    rows = [page for page in pages if re.search(r"WT-2024-\d{3}", "".join(line.text for line in page.body))]
    assert len(rows) > 1
    assert all("问题描述" in "".join(line.said for line in page.body) for page in rows)
    assert [page.turned.replace(" ", "") for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed on this machine")
def test_libreoffice_comes_to_the_same_number_of_pages(made: dict[str, Built], tmp_path: Path) -> None:
    counts = followed_counts({name: built.word for name, built in made.items()}, tmp_path)
    assert {name: pair for name, pair in counts.items() if pair[0] != pair[1]} == {}
    assert len(counts) == len(MADE)


@about("青石镇", "城关街道")
def test_a_heading_of_two_lines_stands_on_one_page(pages: tuple[Sheet, ...]) -> None:
    """（一）…帮扶责任等落实情况 takes two lines: the first one alone at the foot of a page says nothing."""
    ((_, first),) = lines(pages, "（一）脱贫攻坚政治责任")
    (page,) = (page for page in pages if first in page.body)
    assert page.body[page.body.index(first) + 1].said == "等落实情况。"
