"""Cross-checks: one broken relation, exactly one diagnostic that names both places."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import docgen.rules
from docgen.diagnostics import Severity
from docgen.model.gaps import Gaps
from docgen.model.places import TownshipKind
from docgen.model.settings import Attachment, Direction, DocumentKind, Head, Setting, Signature
from docgen.rules.codes import CODES
from docgen.rules.consistency import inconsistencies


def test_a_faultless_campaign_has_nothing_to_tell(campaign, told):
    assert told(campaign) == []


def day(month: int, number: int, year: int = 2024) -> date:
    return date(year, month, number)


@pytest.mark.parametrize(
    ("part", "row", "values", "expected"),
    [
        (
            "phases",
            1,
            {"end": day(3, 1)},
            (
                "RULE-004 工作阶段 第3行（结束日期）："
                "结束日期 2024-03-01 早于开始日期，工作阶段 · 第3行（开始日期） 是 2024-03-06"
            ),
        ),
        (
            "phases",
            1,
            {"start": day(3, 5)},
            (
                "RULE-005 工作阶段 第3行（开始日期）："
                "开始日期是 2024-03-05，前一阶段到 2024-03-05 才结束（工作阶段 · 第2行（结束日期））"
            ),
        ),
        (
            "phases",
            1,
            {"start": day(3, 8)},
            (
                "RULE-006 工作阶段 第3行（开始日期）："
                "开始日期是 2024-03-08，之前空了 2 天，前一阶段 2024-03-05 结束（工作阶段 · 第2行（结束日期））"
            ),
        ),
        (
            "phases",
            2,
            {"end": day(1, 5, 2025)},
            (
                "RULE-007 工作阶段 第4行（结束日期）："
                "结束日期是 2025-01-05，督战到 2024-12 结束（基本信息 · 第2行（结束月份））"
            ),
        ),
        (
            "phases",
            0,
            {"start": day(1, 26)},
            (
                "RULE-007 工作阶段 第2行（开始日期）："
                "开始日期是 2024-01-26，督战从 2024-02 开始（基本信息 · 第2行（起始月份））"
            ),
        ),
        (
            "basics",
            0,
            {"end_month": day(1, 1)},
            (
                "RULE-008 基本信息 第2行（结束月份）："
                "结束月份 2024-01 早于起始月份，基本信息 · 第2行（起始月份） 是 2024-02"
            ),
        ),
        (
            "basics",
            0,
            {"clearing_deadline": day(6, 30, 2025)},
            (
                "RULE-009 基本信息 第2行（清零时限）："
                "清零时限是 2025-06-30，督战到 2024-12 结束（基本信息 · 第2行（结束月份））"
            ),
        ),
        (
            "basics",
            0,
            {"clearing_deadline": day(7, 31)},
            (
                "RULE-010 基本信息 第2行（清零时限）：清零时限是 2024-07-31，"
                "目标任务的完成时限都不是这一天，如 目标任务 · 第2行（完成时限） 的 2024-06-30"
            ),
        ),
        (
            "targets",
            0,
            {"deadline": day(6, 30, 2025)},
            (
                "RULE-011 目标任务 第2行（完成时限）："
                "完成时限是 2025-06-30，督战到 2024-12 结束（基本信息 · 第2行（结束月份））"
            ),
        ),
        (
            "targets",
            0,
            {"deadline_wording": "5月底前"},
            (
                "RULE-012 目标任务 第2行（时限表述）："
                "时限表述是“5月底前”，完成时限却是 2024-06-30（目标任务 · 第2行（完成时限））"
            ),
        ),
        (
            "basics",
            0,
            {"year": 2023},
            (
                "RULE-032 基本信息 第2行（年度）："
                "年度是 2023，督战时间是 2024-02 至 2024-12（基本信息 · 第2行（起始月份））"
            ),
        ),
        (
            "villages",
            1,
            {"township": "青石镇", "name": "石桥村"},
            "RULE-001 督战村 第3行（村名）：青石镇已经有“石桥村”，见 督战村 · 第2行（村名）",
        ),
        (
            "villages",
            1,
            {"reasons": ("任务较重", "路远")},
            (
                "RULE-002 督战村 第3行（挂牌原因）："
                "填的是“路远”，挂牌条件（基本信息 · 第2行（挂牌条件））里是“任务较重、难度较大”"
            ),
        ),
        (
            "sites",
            0,
            {"moved_in": 121},
            "RULE-003 安置点 第2行（已入住户数）：已入住户数是 121，户数只有 120（安置点 · 第2行（户数））",
        ),
        ("basics", 0, {"village_count": 3}, "RULE-013 基本信息 第2行（挂牌村数）：填的是 3，“督战村”里是 2 个"),
        (
            "basics",
            0,
            {"site_township_count": 2},
            "RULE-013 基本信息 第2行（安置点乡镇数）：填的是 2，“安置点”里是 1 个",
        ),
        ("basics", 0, {"site_count": "XX"}, "RULE-014 基本信息 第2行（安置点数）：填的是“XX”，“安置点”里是 1 个"),
        (
            "townships",
            1,
            {"kind": TownshipKind.SUBDISTRICT},
            "RULE-016 乡镇 第3行（名称）：名称是“白水乡”，类别是“街道”（乡镇 · 第3行（类别））",
        ),
        (
            "townships",
            1,
            {"organ_code": "青政发"},
            "RULE-028 乡镇 第3行（机关代字）：机关代字“青政发”，与 乡镇 · 第2行（机关代字） 相同",
        ),
        (
            "duties",
            0,
            {"inspected": ""},
            "RULE-017 督战内容 第2行（督查内容）：“责任”没有填督查内容，“督战方面”里也没有它的方面",
        ),
        (
            "duties",
            1,
            {"inspected": "饮水"},
            (
                "RULE-018 督战内容 第3行（督查内容）："
                "“保障”填了督查内容，“督战方面”里又分了方面（督战方面 · 第2行（督战事项））"
            ),
        ),
        (
            "targets",
            0,
            {"support_units": ("县发展和改革局",)},
            "RULE-027 目标任务 第2行（配合单位）：配合单位里有“发改”，它是牵头单位（目标任务 · 第2行（牵头单位））",
        ),
        (
            "duties",
            0,
            {"title": "责任落实情况。"},
            "RULE-030 督战内容 第2行（督战事项）：末尾是“。”，正文会自动加上需要的字和标点",
        ),
        (
            "basics",
            0,
            {"addressees": "各乡镇："},
            "RULE-030 基本信息 第2行（主送）：末尾是“：”，正文会自动加上需要的字和标点",
        ),
        (
            "targets",
            0,
            {"content": "确保问题清零"},
            "RULE-030 目标任务 第2行（目标内容）：开头是“确保”，正文会自动加上",
        ),
        ("phases", 0, {"task": "动员"}, "RULE-031 工作阶段 第2行（任务）：末尾是“员”，应为“。”"),
        (
            "requirements",
            0,
            {"title": "加强TODO"},
            "RULE-029 工作要求 第2行（标题）：“工作要求”有 1 格还有占位符：第2行，会照样印出来",
        ),
    ],
)
def test_one_broken_relation_gives_exactly_one_diagnostic(change, told, part, row, values, expected):
    assert told(change(part, row, **values)) == [expected]


SETTING = Setting(document=DocumentKind.IMPLEMENTATION_PLAN)
ISSUED = {
    "issuer": "云岭县领导小组",
    "organ_code": "云扶组",
    "serial": 3,
    "addressees": "各乡镇人民政府",
    "printing_organ": "云岭县领导小组办公室",
    "issue_date": day(2, 26),
}


def with_setting(change, basics: dict, **values):
    campaign = change("basics", **basics)
    return replace(campaign, settings=(SETTING.model_copy(update=values),))


def test_a_red_head_asks_for_each_of_its_elements(change, told):
    campaign = with_setting(change, {}, head=Head.RED, signature=Signature.SEALED)
    lines = told(campaign)
    assert [line[:8] for line in lines] == ["RULE-021"] * 6
    assert lines[0].startswith("RULE-021 基本信息 第2行（发文机关）：没有填发文机关，“实施方案”的版头是“红头”")
    assert told(with_setting(change, ISSUED, head=Head.RED, signature=Signature.SEALED)) == []


def test_preprinted_paper_asks_for_the_elements_too(change, told):
    without = {**ISSUED, "issue_date": None}
    campaign = with_setting(change, without, head=Head.PREPRINTED)
    assert [line.partition("，")[0] for line in told(campaign)] == [
        "RULE-021 基本信息 第2行（成文日期）：没有填成文日期"
    ]
    assert told(with_setting(change, ISSUED, head=Head.PREPRINTED)) == []


def test_a_signature_asks_for_organ_and_date(change, told):
    assert [line[:8] for line in told(with_setting(change, {}, signature=Signature.PLAIN))] == ["RULE-022"] * 2


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"direction": Direction.UP}, "RULE-020 没有填签发人"),
        ({"secrecy": "秘密★1年"}, "RULE-023 没有填份号"),
        ({"copy_number": "1"}, "RULE-024 填的是“1”"),
        ({"urgency": "急件"}, "RULE-025 填的是“急件”"),
        ({"secrecy": "内部", "copy_number": "000001"}, "RULE-026 填的是“内部”"),
    ],
)
def test_marks_of_a_document(change, values, found):
    items = inconsistencies(with_setting(change, ISSUED, head=Head.RED, **values))
    assert [f"{item.code} {item.found}" for item in items] == [found]


@pytest.mark.parametrize(
    ("values", "told_codes"),
    [
        ({"secrecy": "秘密★1年", "copy_number": "000001", "urgency": "特急"}, ["RULE-033"] * 3),
        ({"attachments": (Attachment.VILLAGES,)}, []),
    ],
)
def test_labels_without_a_head_would_not_be_printed(change, told, values, told_codes):
    lines = told(with_setting(change, ISSUED, head=Head.NONE, **values))
    assert [line[:8] for line in lines] == told_codes
    assert all("版头是“无版头”" in line for line in lines)


def test_an_attachment_without_rows_is_told(change, told):
    campaign = with_setting(change, {}, attachments=tuple(Attachment))
    assert told(campaign) == []
    lines = told(replace(campaign, townships=(), villages=(), sites=(), targets=()))
    assert [line.partition("：")[2] for line in lines if "RULE-034" in line] == [
        "选了“任务分解表”，“目标任务”表里一行也没有",
        "选了“包联安排表”，“乡镇”表里一行也没有",
        "选了“督战村名单”，“督战村”表里一行也没有",
    ]


def test_a_mark_that_cannot_be_read_is_told_and_only_where_it_is_printed(change, told):
    organ = {**ISSUED, "issuer": "云" * 34}
    line = "RULE-035 基本信息 第2行（发文机关）：发文机关有 34 字，版头里最多排 33 字"
    assert told(with_setting(change, organ, head=Head.RED)) == [line]
    assert told(with_setting(change, organ, head=Head.PREPRINTED)) == []
    assert told(with_setting(change, {**ISSUED, "issuer": "云" * 33}, head=Head.RED)) == []


def test_an_imprint_that_takes_most_of_a_page_is_told(change, told):
    lines = told(with_setting(change, {**ISSUED, "copies": "县" * (25 * 12 + 1)}, head=Head.RED))
    assert lines == ["RULE-037 基本信息 第2行（抄送）：在版记里要排 13 行，最多 12 行"]
    assert told(with_setting(change, {**ISSUED, "copies": "县" * (25 * 12)}, head=Head.RED)) == []


def test_a_title_word_longer_than_a_line_is_a_warning(change, told):
    assert told(change("basics", theme="脱贫攻坚", campaign="脱贫攻坚" + "挂" * 20)) == [
        "RULE-036 基本信息 第2行（工作名称）：标题里“" + "挂" * 20 + "”有 20 字，一行最多 19 字"
    ]
    assert told(change("basics", theme="脱贫攻坚", campaign="脱贫攻坚" + "挂" * 19)) == []


def test_a_county_of_no_known_kind_is_a_warning(change, told):
    assert told(change("basics", county="云岭新区管委会")) == [
        "RULE-038 基本信息 第2行（县名）：填的是“云岭新区管委会”，正文一律写成“县”，应以县、市、区或旗结尾"
    ]


def test_printing_before_issuing(change, told):
    campaign = change("basics", issue_date=day(2, 26), printing_date=day(2, 25))
    assert [line[:8] for line in told(campaign)] == ["RULE-019"]
    assert told(change("basics", issue_date=day(2, 20), printing_date=day(2, 25))) == []


def test_neither_list_nor_number_of_villages(campaign, change, told):
    assert told(replace(campaign, villages=())) == [
        "RULE-015 基本信息 第2行（挂牌村数）：没有填，“督战村”里也没有名单，至少应有一处"
    ]
    assert told(replace(campaign, sites=())) == []
    assert [line[:8] for line in told(replace(change("basics", village_count="XX"), villages=()))] == ["RULE-029"]
    assert told(replace(change("basics", village_count=40), villages=())) == []
    assert told(replace(change("basics", village_count=0), villages=())) == [
        "RULE-015 基本信息 第2行（挂牌村数）：填的是 0，“督战村”里也没有名单，至少应有一个村"
    ]


def test_placeholders_may_repeat_as_names_and_are_told_once_a_sheet(campaign, change, told):
    for row in range(2):
        change("villages", row, township="青石镇", name="XX村")
    assert told(change("basics", county="XX县", contact="×××")) == [
        "RULE-029 基本信息 第2行（县名）：“基本信息”有 2 格还有占位符：第2行、第2行，会照样印出来",
        "RULE-029 督战村 第2行（村名）：“督战村”有 2 格还有占位符：第2行、第3行，会照样印出来",
    ]


def test_warnings_are_warnings(change):
    warned = {
        item.code
        for part, values in [
            ("phases", {"row": 1, "start": day(3, 8)}),
            ("basics", {"clearing_deadline": day(7, 31), "site_count": "XX", "contact": "待定"}),
            ("townships", {"row": 1, "organ_code": "青政发"}),
            ("targets", {"support_units": ("发改",)}),
        ]
        for item in inconsistencies(change(part, **values))
        if item.severity is Severity.WARNING
    }
    assert warned == {"RULE-006", "RULE-010", "RULE-014", "RULE-027", "RULE-028", "RULE-029"}


@pytest.mark.parametrize("words", ["6月底前", "2024年6月30日前", "在上半年", "无", "", "6月"])
def test_wordings_that_agree_with_the_deadline(change, told, words):
    assert told(change("targets", deadline_wording=words)) == []


@pytest.mark.parametrize("words", ["2025年6月底前", "6月15日前", "在下半年", "年底前", "5月"])
def test_wordings_that_contradict_the_deadline(change, told, words):
    assert [line[:8] for line in told(change("targets", deadline_wording=words))] == ["RULE-012"]


def test_gaps_keep_rules_silent(campaign, change, told):
    lost = replace(change("basics", village_count=3), phases=(campaign.phases[0], campaign.phases[2]))
    assert [line[:8] for line in told(lost)] == ["RULE-013", "RULE-006"]
    assert told(lost, gaps=Gaps(sheets=frozenset(["villages", "phases"]))) == []
    empty = change("basics", village_count=None, start_month=day(5, 1))
    assert told(empty, gaps=Gaps(cells=frozenset([empty.basics.place("start_month")]))) == []


def test_every_code_is_used_and_every_used_code_is_explained():
    folder = Path(docgen.rules.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in folder.glob("*.py") if path.name != "codes.py"]
    used = {code for text in sources for code in re.findall(r'"(RULE-\d{3})"', text)}
    assert used == set(CODES)
    assert list(CODES) == [f"RULE-{number:03}" for number in range(1, len(CODES) + 1)]
    for code in CODES.values():
        assert all(text and not text.endswith("。") for text in (code.title, code.meaning, code.remedy))
