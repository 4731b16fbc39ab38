"""The data of a 指导意见: known by its sheets, read with the same diagnostics as a campaign's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from docgen.diagnostics import Diagnostic
from docgen.intake.books import BOOKS, CAMPAIGN, GUIDANCE, RECORDS
from docgen.intake.load import Loaded, load
from docgen.intake.schema import book_of
from docgen.model.opinion import Level, Marks

TEXT = """\
印发通知:
  发文机关: 云岭省领导小组
  机关代字: 云扶组
  发文顺序号: 2
  成文日期: 2024-01-25
  标题: 云岭省领导小组印发|指导意见的通知
  主送: 各市县领导小组
  通知正文: 现将《{意见标题}》印发你们。
  意见标题: 关于挂牌督战的|指导意见
意见正文:
  - 文字: |-
      一、督战目的
      对{挂牌县数}个县督战。
  - 文字: 附则
    层次: 一级标题
挂牌县:
  - {省份: 云江省, 市州: 青州市, 县名: 石桥县}
挂牌村数量:
  - {省份: 云江省, 合计: 48, 贫困人口超过1千人的村: 4, 贫困发生率超过10%的村: 44}
"""


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., Loaded]:
    """The text with one part replaced by another, loaded."""

    def write(old: str = "", new: str = "", **options: date) -> Loaded:
        assert old in TEXT
        path = tmp_path / "督战数据.yaml"
        path.write_text(TEXT.replace(old, new) if old else TEXT, encoding="utf-8")
        return load(path, **options)

    return write


def lines(found: tuple[Diagnostic, ...]) -> list[str]:
    return [
        f"{i.code} {i.place.section} {i.place.address}（{i.place.heading}）：{i.found}，{i.expected}；{i.remedy}"
        for i in found
    ]


def test_the_sheets_make_it_a_guidance(loaded: Callable[..., Loaded]) -> None:
    found = loaded()
    assert found.diagnostics == ()
    assert (found.book, found.campaign, found.draft) == (GUIDANCE, None, None)
    guidance = found.guidance
    assert guidance is not None
    assert guidance is found.guidance_draft
    assert guidance.notice.issue_date == date(2024, 1, 25)
    assert guidance.notice.marks is Marks.FULL
    assert [passage.level for passage in guidance.passages] == [Level.NUMBERED, Level.FIRST]
    assert guidance.passages[0].text == "一、督战目的\n对{挂牌县数}个县督战。"
    assert (guidance.counties[0].prefecture, guidance.tallies[0].poor) == ("青州市", 44)


def test_a_workbook_of_these_sheets_is_one_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in {
        "印发通知": [
            ["项目", "内容"],
            ["发文机关", "云岭省领导小组"],
            ["成文日期", date(2024, 1, 25)],
            ["标题", "通知"],
            ["通知正文", "印发。"],
            ["意见标题", "意见"],
            ["印机关名", "否"],
        ],
        "意见正文": [["文字"], ["一、督战目的\n对县督战。"]],
        "挂牌村数量": [
            ["省份", "合计", "贫困人口超过1千人的村", "贫困发生率超过10%的村"],
            ["云江省", 48, 4, 44],
            ["合计", 48, 4, 44],
        ],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "督战数据.xlsx"
    book.save(path)
    found = load(path)
    assert lines(found.diagnostics) == ["DATA-036 挂牌村数量 A3（）：这一行是“合计”，应为一条记录；删掉合计行"]
    assert (found.book, found.guidance) == (GUIDANCE, None)
    assert found.guidance_draft is not None
    assert found.guidance_draft.notice.signed is False
    assert [str(tally.place("poor")) for tally in found.guidance_draft.tallies] == [
        "督战数据.xlsx · 挂牌村数量 · D2（贫困发生率超过10%的村）"
    ]


def test_a_sheet_of_a_campaign_is_unknown_beside_them(loaded: Callable[..., Loaded]) -> None:
    found = loaded("挂牌县:\n", "督战村:\n")
    (told,) = found.diagnostics
    assert (told.code, told.found) == ("DATA-002", "没有叫“督战村”的工作表")
    assert told.remedy == "可用的名称：印发通知、意见正文、挂牌县、挂牌村数量，或删掉这张表"


def test_its_texts_refer_to_its_own_names(loaded: Callable[..., Loaded]) -> None:
    assert lines(loaded("{挂牌县数}", "{年度}").diagnostics) == [
        (
            "DATA-028 意见正文 第11行（文字）：引用了 {年度}，没有这个名称；"
            "可引用的名称：意见标题、挂牌县数、挂牌村数、贫困人口村数、贫困发生率村数"
        )
    ]
    assert lines(loaded("{挂牌县数}", "{挂牌的县数}").diagnostics)[0].endswith("；改成 {挂牌县数}")


def test_a_date_without_year_is_a_fault_as_no_other_cell_says_the_year(loaded: Callable[..., Loaded]) -> None:
    assert lines(loaded("2024-01-25", "1月25日").diagnostics) == [
        "DATA-016 印发通知 第5行（成文日期）：填的是“1月25日”，没有写年份，应写明年份；年份写四位，按年、月、日的次序写"
    ]


def test_what_is_needed_is_missed(loaded: Callable[..., Loaded]) -> None:
    found = loaded("  意见标题: 关于挂牌督战的|指导意见\n", "")
    assert [line.partition("；")[0] for line in lines(found.diagnostics)] == [
        "DATA-006 印发通知 第2行（）：缺少必填的项目“意见标题”，"
    ]
    assert found.guidance is None
    assert found.guidance_draft is not None
    assert found.gaps.lacks(found.guidance_draft.notice, "opinion_title")
    without = loaded(TEXT[TEXT.index("意见正文") : TEXT.index("挂牌县:")], "")
    assert [line.partition("，")[0] for line in lines(without.diagnostics)] == ["DATA-001  （）：缺少工作表“意见正文”"]


def test_a_province_has_one_row(loaded: Callable[..., Loaded]) -> None:
    row = TEXT[TEXT.rindex("  - {省份") :]
    assert [line.partition("；")[0] for line in lines(loaded(row, row * 2).diagnostics)] == [
        "DATA-034 挂牌村数量 第20行（省份）：“云江省”与 第19行 重复，各行应不同"
    ]


def test_a_day_of_issue_from_outside_takes_the_place_of_the_data_s(loaded: Callable[..., Loaded]) -> None:
    found = loaded("  主送", "  印发日期: 2024-01-26\n  主送", issue_date=date(2024, 3, 1)).guidance
    assert found is not None
    assert (found.notice.issue_date, found.notice.printing_date) == (date(2024, 3, 1), date(2024, 3, 1))
    assert str(found.notice.place("issue_date")) == "命令行 · --date"


def test_parts_and_sheets_of_the_books_do_not_collide() -> None:
    names = [name for book in BOOKS for part, record in book.sheets.items() for name in (part, record.sheet)]
    assert len(names) == len(set(names))
    assert len(RECORDS) == sum(len(book.sheets) for book in BOOKS)


@pytest.mark.parametrize(
    ("names", "book"),
    [
        ([], CAMPAIGN),
        (["别的"], CAMPAIGN),
        (["基本信息", "印发通知"], CAMPAIGN),
        (["印发通知"], GUIDANCE),
        (["notice", "passages", "督战村"], GUIDANCE),
    ],
)
def test_most_of_the_sheets_tell_the_kind_of_data(names: list[str], book: object) -> None:
    assert book_of(names) is book
