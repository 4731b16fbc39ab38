"""What each kind of document needs of 基本信息 for its head and its signature."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from located_campaign import located

from docgen.model.campaign import Campaign
from docgen.model.gaps import Gaps
from docgen.model.settings import Direction, DocumentKind, Head, Setting, Signature

ORGAN = {"issuer": "云岭县领导小组", "organ_code": "云扶组", "printing_organ": "云岭县领导小组办公室"}
HEADED = {"head": Head.RED, "signature": Signature.NONE}
Told = Callable[..., list[str]]


def having(campaign: Campaign, *settings: Setting, **basics: object) -> Campaign:
    return located(replace(campaign, basics=campaign.basics.model_copy(update=basics), settings=settings))


def found(lines: list[str]) -> list[str]:
    """Code, cell and what was found."""
    return [line.partition("，")[0] for line in lines]


@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.YELLOW_CARD_NOTICE,
        DocumentKind.INTERVIEW_NOTICE,
        DocumentKind.INTERVIEW_RECORD,
        DocumentKind.RECTIFICATION_NOTICE,
        DocumentKind.CLOSING_CONFIRMATION,
    ],
)
def test_a_notice_to_one_unit_needs_neither_number_nor_day_nor_addressees(campaign, told: Told, kind):
    setting = Setting(document=kind, **HEADED)
    assert told(having(campaign, setting, **ORGAN)) == []
    assert found(told(having(campaign, setting))) == [
        "RULE-021 基本信息 第2行（发文机关）：没有填发文机关",
        "RULE-021 基本信息 第2行（机关代字）：没有填机关代字",
        "RULE-021 基本信息 第2行（印发机关）：没有填印发机关",
    ]


@pytest.mark.parametrize("kind", [DocumentKind.CARD_CIRCULAR, DocumentKind.COVERING_NOTICE])
def test_what_goes_to_all_needs_addressees_too(campaign, told: Told, kind):
    lines = told(having(campaign, Setting(document=kind, **HEADED), **ORGAN))
    assert lines == [f"RULE-021 基本信息 第2行（主送）：没有填主送，“{kind}”的版头是“红头”（文件设置 · 第2行（版头））"]
    own = Setting(document=kind, addressees="各乡镇", **HEADED)
    assert told(having(campaign, own, **ORGAN)) == []
    assert told(having(campaign, Setting(document=kind, **HEADED), **ORGAN, addressees="各乡镇")) == []


def test_a_document_may_have_its_own_organ_and_code(campaign, told: Told):
    own = Setting(document=DocumentKind.YELLOW_CARD_NOTICE, issuer="督战办", organ_code="云督黄", **HEADED)
    assert told(having(campaign, own, printing_organ="督战办")) == []
    assert found(told(having(campaign, own))) == ["RULE-021 基本信息 第2行（印发机关）：没有填印发机关"]


@pytest.mark.parametrize("kind", [DocumentKind.MONTHLY_BRIEFING, DocumentKind.LEDGER])
def test_a_briefing_and_a_ledger_have_heads_of_their_own_kind(campaign, told: Told, kind):
    assert told(having(campaign, Setting(document=kind, **HEADED))) == []


def test_of_several_documents_the_first_that_needs_it_is_named_once(campaign, told: Told):
    settings = (
        Setting(document=DocumentKind.MONTHLY_BRIEFING, **HEADED),
        Setting(document=DocumentKind.INTERVIEW_NOTICE, **HEADED),
        Setting(document=DocumentKind.CARD_CIRCULAR, **HEADED),
    )
    lines = told(having(campaign, *settings))
    assert [line.split("“")[1].partition("”")[0] for line in lines] == [
        "约谈通知书",
        "约谈通知书",
        "黄牌通报",
        "约谈通知书",
    ]


def test_a_signature_needs_the_organ_and_only_the_plan_needs_the_day(campaign, told: Told):
    notice = Setting(document=DocumentKind.YELLOW_CARD_NOTICE, signature=Signature.SEALED)
    assert found(told(having(campaign, notice))) == ["RULE-022 基本信息 第2行（发文机关）：没有填发文机关"]
    assert told(having(campaign, notice, issuer="云岭县领导小组")) == []
    own = Setting(document=DocumentKind.YELLOW_CARD_NOTICE, signature=Signature.SEALED, issuer="督战办")
    assert told(having(campaign, own)) == []
    plan = Setting(document=DocumentKind.IMPLEMENTATION_PLAN, signature=Signature.SEALED)
    assert found(told(having(campaign, notice, plan, issuer="云岭县领导小组"))) == [
        "RULE-022 基本信息 第2行（成文日期）：没有填成文日期"
    ]


def test_what_a_head_asks_for_a_signature_does_not_ask_again(campaign, told: Told):
    settings = (
        Setting(document=DocumentKind.YELLOW_CARD_NOTICE, signature=Signature.SEALED),
        Setting(document=DocumentKind.INTERVIEW_NOTICE, **HEADED),
    )
    lines = told(having(campaign, *settings, organ_code="云扶组", printing_organ="办"))
    assert found(lines) == ["RULE-021 基本信息 第2行（发文机关）：没有填发文机关"]


def plans(campaign: Campaign, setting: dict[str, object], **values: object) -> Campaign:
    townships = tuple(township.model_copy(update=values) for township in campaign.townships)
    chosen = Setting(document=DocumentKind.TOWNSHIP_PLAN, **{**HEADED, **setting})
    return having(replace(campaign, townships=townships), chosen)


def test_a_headed_township_plan_needs_the_code_of_every_township_or_one_for_all(campaign, told: Told):
    dated = {"plan_date": date(2024, 3, 5)}
    assert told(plans(campaign, {}, **dated)) == []
    why = "“专项实施方案”的版头是“红头”（文件设置 · 第2行（版头））"
    assert told(plans(campaign, {}, organ_code="", **dated)) == [
        f"RULE-021 乡镇 第2行（机关代字）：青石镇没有填机关代字，{why}",
        f"RULE-021 乡镇 第3行（机关代字）：白水乡没有填机关代字，{why}",
    ]
    assert told(plans(campaign, {"organ_code": "云督方"}, organ_code="", **dated)) == []
    assert told(plans(campaign, {"head": Head.NONE}, organ_code="", **dated)) == []


def test_an_unreadable_code_is_no_missing_one(campaign, told: Told):
    without = plans(campaign, {}, organ_code="", plan_date=date(2024, 3, 5))
    unread = without.townships[0].place("organ_code")
    lines = told(without, gaps=Gaps(cells=frozenset([unread])))
    assert found(lines) == ["RULE-021 乡镇 第3行（机关代字）：白水乡没有填机关代字"]
    own = without.settings[0].place("organ_code")
    assert told(without, gaps=Gaps(cells=frozenset([own]))) == []


@pytest.mark.parametrize(
    ("setting", "code"),
    [(HEADED, "RULE-021"), ({"head": Head.NONE, "signature": Signature.PLAIN}, "RULE-022")],
)
def test_a_township_plan_without_a_day_takes_the_county_plans(campaign, told: Told, setting, code):
    assert found(told(plans(campaign, setting))) == [f"{code} 基本信息 第2行（成文日期）：没有填成文日期"]
    assert told(plans(campaign, setting, plan_date=date(2024, 3, 5))) == []
    undated = plans(campaign, setting)
    unread = frozenset(township.place("plan_date") for township in undated.townships)
    assert told(undated, gaps=Gaps(cells=unread)) == []


@pytest.mark.parametrize("kind", [DocumentKind.ESCALATION_REPORT, DocumentKind.PROGRESS_REPORT])
def test_a_headed_report_to_the_leading_group_is_upward_without_being_said_to_be(campaign, told: Told, kind):
    lines = told(having(campaign, Setting(document=kind, **HEADED), **ORGAN))
    assert lines == [f"RULE-020 基本信息 第2行（签发人）：没有填签发人，“{kind}”是上行文（文件设置 · 第2行（文件））"]
    assert told(having(campaign, Setting(document=kind, **HEADED), **ORGAN, signers=("江示例",))) == []
    unsigned = having(campaign, Setting(document=kind, **HEADED), **ORGAN)
    assert told(unsigned, gaps=Gaps(cells=frozenset([unsigned.basics.place("signers")]))) == []
    assert told(having(campaign, Setting(document=kind), **ORGAN)) == []


def test_a_document_said_to_be_upward_needs_its_signer_also_without_a_head(campaign, told: Told):
    upward = Setting(document=DocumentKind.CARD_CIRCULAR, direction=Direction.UP)
    assert told(having(campaign, upward)) == [
        "RULE-020 基本信息 第2行（签发人）：没有填签发人，“黄牌通报”是上行文（文件设置 · 第2行（行文方向））"
    ]


def test_long_names_of_a_document_itself_are_told_at_its_own_cell(campaign, told: Told):
    kind = DocumentKind.CARD_CIRCULAR
    long = Setting(document=kind, issuer="云" * 34, addressees="县" * (25 * 12 + 1), copies="办", **HEADED)
    assert told(having(campaign, long, **ORGAN)) == [
        "RULE-035 文件设置 第2行（发文机关）：发文机关有 34 字，版头里最多排 33 字",
        "RULE-037 文件设置 第2行（主送）：在版记里要排 13 行，最多 12 行",
    ]
    fitting = Setting(document=kind, issuer="云" * 33, addressees="县" * (25 * 12), copies="办", **HEADED)
    assert told(having(campaign, fitting, **{**ORGAN, "issuer": "云" * 34, "copies": "县" * 999})) == []


@pytest.mark.parametrize("attribute", ["addressees", "copies"])
def test_a_document_s_own_addressees_carry_no_stop(campaign, told: Told, attribute):
    setting = Setting(document=DocumentKind.CARD_CIRCULAR, **{attribute: "各乡镇。"})
    heading = Setting.heading(attribute)
    assert told(having(campaign, setting, **ORGAN)) == [
        f"RULE-030 文件设置 第2行（{heading}）：末尾是“。”，正文会自动加上需要的字和标点"
    ]


def test_an_unreadable_organ_is_no_missing_one_wherever_it_stands(campaign, told: Told):
    notice = Setting(document=DocumentKind.YELLOW_CARD_NOTICE, **HEADED)
    without = having(campaign, notice, **{**ORGAN, "issuer": ""})
    assert found(told(without)) == ["RULE-021 基本信息 第2行（发文机关）：没有填发文机关"]
    for record in (without.basics, without.settings[0]):
        assert told(without, gaps=Gaps(cells=frozenset([record.place("issuer")]))) == []
