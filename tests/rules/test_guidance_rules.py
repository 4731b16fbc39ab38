"""What else is checked of a guidance: its lists, its texts, how it is issued."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from listed_guidance import COUNTIES, PASSAGES, TALLIES, guidance, told

import docgen.rules
from docgen.diagnostics import Severity
from docgen.model.gaps import Gaps
from docgen.model.opinion import Marks
from docgen.model.settings import Head, Signature
from docgen.rules.guidance import inconsistencies
from docgen.rules.guidance_codes import CODES


def test_a_stated_number_of_counties_that_the_rows_do_not_have_is_told() -> None:
    assert told(guidance(county_count=4)) == ["RULE-013 印发通知 B16（挂牌县数）：填的是 4，“挂牌县”里是 3 个"]
    assert told(guidance(county_count=4), Gaps(sheets=frozenset(("counties",)))) == []


def test_a_county_twice_in_its_prefecture_is_told_one_of_another_prefecture_is_not() -> None:
    again = (*COUNTIES, ("云江省", "青州市", "石桥县"), ("东海省", "白州", "石桥县"))
    assert told(guidance(counties=again, county_count=5)) == [
        "GUIDE-003 挂牌县 C5（县名）：青州市已经有“石桥县”，见 挂牌县 · C2（县名）"
    ]


def test_a_province_spelled_in_two_ways_is_a_warning() -> None:
    rows = (("云江", 48, 4, 44), TALLIES[1])
    assert told(guidance(tallies=rows)) == [
        "GUIDE-004 挂牌村数量 A2（省份）：填的是“云江”，“挂牌县”里是“云江省”（挂牌县 · A2（省份））"
    ]
    assert told(guidance(tallies=(("南山省", 48, 4, 44), TALLIES[1]))) == []


def test_half_width_marks_are_counted_sheet_by_sheet_with_the_first_places() -> None:
    texts = ("(一)教育,医疗:都查。", "二、好", "督战;整改!", "落实?", "“督”,(战)")
    found = [line for line in told(guidance(passages=texts, addressees="各市,各县")) if "GUIDE-005" in line]
    assert found == [
        "GUIDE-005 印发通知 B8（主送）：“印发通知”有 1 格共 1 处半角标点：B8“各市,各县”，汉字旁边应为全角",
        (
            "GUIDE-005 意见正文 A2（文字）：“意见正文”有 4 格共 10 处半角标点："
            "A2“(一)教”、A4“督战;整改!”、A5“落实?” 等，汉字旁边应为全角"
        ),
    ]


@pytest.mark.parametrize("text", ["时间10:30，（全角）；ABC, (GDP)", "1,113.5", "“督”，更要“战”。"])
def test_half_width_marks_away_from_chinese_characters_are_right(text: str) -> None:
    assert told(guidance(passages=(text,))) == []


def test_half_width_marks_chosen_for_the_attachments_are_a_warning() -> None:
    assert told(guidance(marks=Marks.HALF)) == [
        "GUIDE-005 印发通知 B15（附件标点）：附件里的括号、逗号和冒号选的是半角，汉字旁边应为全角"
    ]


def test_numbers_that_do_not_follow_each_other_are_warnings() -> None:
    texts = ("一、甲\n（一）子。\n（三）丑。", "三、乙\n（一）寅。\n（1）卯。\n（3）辰。\n（二）巳。")
    assert told(guidance(passages=texts)) == [
        "GUIDE-006 意见正文 A2（文字）：“（三）丑。”的序数是“（三）”，应为“（二）”",
        "GUIDE-006 意见正文 A3（文字）：“三、乙”的序数是“三、”，应为“二、”",
        "GUIDE-006 意见正文 A3（文字）：“（3）辰。”的序数是“（3）”，应为“（2）”",
    ]
    assert told(guidance(passages=texts), Gaps(sheets=frozenset(("passages",)))) == []


def test_an_attachment_that_is_not_there_is_told() -> None:
    assert told(guidance(passages=(*PASSAGES, "见附件 3、附件2。"))) == [
        "GUIDE-007 意见正文 A4（文字）：提到附件3，只有 2 件附件"
    ]
    only_counties = guidance(tallies=(), village_count=None, populous_count=None, poor_count=None)
    assert [line[:9] for line in told(only_counties)] == ["GUIDE-007"]


def test_a_notice_names_what_it_issues() -> None:
    assert told(guidance(body="现将意见印发你们。")) == [
        "GUIDE-008 印发通知 B9（通知正文）：没有提到“关于挂牌督战的指导意见”，应写明印发的是什么"
    ]
    assert told(guidance(body="现将《关于挂牌督战的指导意见》印发你们。")) == []


def test_a_date_without_the_organ_above_it_is_a_warning() -> None:
    assert told(guidance(signed=False)) == [
        "GUIDE-009 印发通知 B11（印机关名）：不印发文机关署名，成文日期之上应有署名"
    ]
    assert told(guidance(signed=False, signature=Signature.NONE)) == []


def test_a_head_needs_its_number_and_addressees() -> None:
    assert told(guidance(organ_code="", serial=None, addressees="")) == [
        "RULE-021 印发通知 B4（机关代字）：没有填机关代字，版头是“红头”（印发通知 · B3（版头））",
        "RULE-021 印发通知 B5（发文顺序号）：没有填发文顺序号，版头是“红头”（印发通知 · B3（版头））",
        "RULE-021 印发通知 B8（主送）：没有填主送，版头是“红头”（印发通知 · B3（版头））",
    ]
    assert told(guidance(organ_code="", serial=None, addressees="", head=Head.NONE)) == []


def test_a_mark_too_long_a_title_word_too_long_and_a_day_of_printing_too_early_are_told() -> None:
    printed = {"printing_organ": "办公室", "printing_date": date(2024, 1, 24)}
    long = guidance(issuer="机" * 34, title="关" * 20 + "|通知", **printed)
    assert told(long) == [
        "RULE-035 印发通知 B2（发文机关）：发文机关有 34 字，版头里最多排 33 字",
        f"RULE-036 印发通知 B7（标题）：标题里“{'关' * 20}”有 20 字，一行最多 19 字",
        "RULE-019 印发通知 B22（印发日期）：印发日期是 2024-01-24，成文日期是 2024-01-25（印发通知 · B6（成文日期））",
    ]


def test_what_only_an_imprint_prints_needs_one() -> None:
    lost = {"copies": "省委办公厅", "printing_date": date(2024, 1, 26)}
    assert told(guidance(**lost)) == [
        "GUIDE-010 印发通知 B20（抄送）：填的是“省委办公厅”，没有填印发机关（印发通知 · B21（印发机关））",
        "GUIDE-010 印发通知 B22（印发日期）：填的是“2024-01-26”，没有填印发机关（印发通知 · B21（印发机关））",
    ]
    assert told(guidance(**lost, printing_organ="办公室")) == []
    assert told(guidance(copies="省委办公厅", printing_organ="办公室", head=Head.NONE)) == [
        "GUIDE-010 印发通知 B20（抄送）：填的是“省委办公厅”，版头是“无版头”（印发通知 · B3（版头））"
    ]


def test_placeholders_are_told_sheet_by_sheet() -> None:
    assert told(guidance(passages=("对XX县督战。", "待定。"))) == [
        "RULE-029 意见正文 A2（文字）：“意见正文”有 2 格还有占位符：A2、A3，会照样印出来"
    ]


def test_what_the_source_may_keep_is_a_warning_and_what_contradicts_an_error() -> None:
    kept = guidance(marks=Marks.HALF, signed=False, passages=("二、督战,整改",))
    assert {item.severity for item in inconsistencies(kept)} == {Severity.WARNING}
    contradicting = guidance(county_count=4, village_count=1)
    assert {item.severity for item in inconsistencies(contradicting)} == {Severity.ERROR}


def test_every_code_is_used_and_explained() -> None:
    folder = Path(docgen.rules.__file__).parent
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "guidance_codes.py"]
    assert {code for text in texts for code in re.findall(r'"(GUIDE-\d{3})"', text)} == set(CODES)
    assert list(CODES) == [f"GUIDE-{number:03}" for number in range(1, len(CODES) + 1)]
    for code in CODES.values():
        assert all(text and not text.endswith("。") for text in (code.title, code.meaning, code.remedy))
