"""黄牌警告通知书: whom it goes to, its number, its facts, what follows, the receipt."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from campaign_year import brief_of, campaign_year, changed, day, many_problems, month
from letters import said, template

from docgen.documents.composed import Composed
from docgen.documents.yellow_card_notice import compose, number
from docgen.model.campaign import Campaign
from docgen.model.numbers import Numbers
from docgen.model.settings import Head
from docgen.model.supervision import Assessment, Grade, Threshold, ThresholdKind

TITLE = "脱贫攻坚挂牌督战“黄牌”警告通知书"
NEXT_TIME = "连续2次被“黄牌”警告的，由督战总指挥长对单位主要负责同志开展约谈"


def notice(campaign: Campaign, when: str, unit: str, **wishes: object) -> list[str]:
    (made,) = compose(brief_of(campaign, when, only=(unit,), **wishes))
    return said(made)


def line(lines: list[str], start: str) -> str:
    (found,) = (text for text in lines if text.startswith(start))
    return found


def test_every_carded_party_of_the_month_gets_its_notice_in_the_order_of_the_workbook() -> None:
    made = list(compose(brief_of(campaign_year(), "2024-04")))
    assert [(one.unit, one.number, one.day, one.stem) for one in made] == [
        ("青石镇", "云督黄〔2024〕3号", day("2024-04-30"), "2024年4月黄牌警告通知书（青石镇）"),
        ("南岭街道", "云督黄〔2024〕4号", day("2024-04-30"), "2024年4月黄牌警告通知书（南岭街道）"),
        ("县住房和城乡建设局", "云督黄〔2024〕5号", day("2024-04-30"), "2024年4月黄牌警告通知书（县住房和城乡建设局）"),
    ]
    assert {one.month for one in made} == {month("2024-04")}


def test_a_number_is_the_same_whichever_month_is_printed_first() -> None:
    def numbers(*months: str) -> dict[str, str]:
        shared = Numbers()
        made: list[Composed] = []
        for when in months:
            made += compose(brief_of(campaign_year(), when, numbers=shared))
        return {one.stem: one.number for one in made}

    assert numbers("2024-03", "2024-04", "2024-05") == numbers("2024-05", "2024-04", "2024-03")


@pytest.mark.parametrize("wish", ["住建", "县住房和城乡建设局"])
def test_a_unit_may_be_asked_for_by_its_short_name(wish: str) -> None:
    assert [one.unit for one in compose(brief_of(campaign_year(), "2024-04", only=(wish,)))] == ["县住房和城乡建设局"]


def test_the_day_that_is_asked_for_dates_and_numbers_the_notice_and_others_cite_that_number() -> None:
    shared = Numbers()
    (made,) = compose(brief_of(campaign_year(), "2024-07", day=day("2025-01-03"), numbers=shared))
    assert (made.day, made.context["成文日期"]) == (day("2025-01-03"), "2025年1月3日")
    assert made.number == "云督黄〔2025〕1号"
    later = brief_of(campaign_year(), "2024-08", numbers=shared)
    assert number(later, later.months[-2].cards[0]) == "云督黄〔2025〕1号"


def test_the_notice_says_to_whom_on_what_basis_and_which_card_it_is() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    assert lines[:4] == ["云岭县精准扶贫工作领导小组文件", "云督黄〔2024〕3号", TITLE, "青石镇人民政府："]
    assert lines[4] == (
        "按照《云岭县2024年脱贫攻坚挂牌督战工作实施方案》（云扶组〔2024〕3号，以下简称《方案》）要求，经对你单位2024年4月"
        "脱贫攻坚工作开展情况进行定性评估，评估等次为“较差”，决定对你单位给予“黄牌”警告。这是你单位第2次被“黄牌”警告，"
        "也是连续第2次。现将有关事项通知如下："
    )
    assert lines[6:8] == [
        "《方案》第七部分第（三）项规定：“凡因工作开展不力造成突出问题或重大涉贫舆情的，要‘黄牌’警告，并进行通报。”",
        "评估指出：危房改造进度滞后，责任没有压实。",
    ]


@pytest.mark.parametrize(
    ("when", "unit", "told"),
    [
        ("2024-03", "青石镇", "这是你单位首次被“黄牌”警告。"),
        ("2024-05", "白水乡", "这是你单位第2次被“黄牌”警告，此前的“黄牌”警告已解除。"),
        ("2024-06", "白水乡", "这是你单位第3次被“黄牌”警告，也是连续第2次。"),
    ],
)
def test_which_card_it_is_is_told_in_words(when: str, unit: str, told: str) -> None:
    assert told in notice(campaign_year(), when, unit)[4]


def test_months_without_assessment_within_a_chain_are_named() -> None:
    card = Assessment(month=month("2024-07"), unit="青石镇", grade=Grade.POOR, card=True)
    campaign = campaign_year()
    campaign = replace(campaign, assessments=(*campaign.assessments, card))
    assert "也是连续第3次（2024年5月、2024年6月未进行评估，不影响连续计算）" in notice(campaign, "2024-07", "青石镇")[4]


def test_up_to_five_problems_are_paragraphs_with_their_state_on_the_last_day() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    at = lines.index("二、存在的主要问题")
    assert lines[at + 1 : at + 6] == [
        "本次“黄牌”警告涉及问题台账中的问题3个，截至2024年4月30日的整改情况如下：",
        "（一）WT-001号问题（青石镇石桥村，住房安全）。2户危房改造没有开工。整改时限为2024年4月20日，已逾期10天。",
        "（二）WT-002号问题（青石镇，责任落实）。驻村工作队没有到位。整改时限为2024年5月31日，已于2024年4月25日销号。",
        "（三）WT-003号问题（青石镇，住房安全）。帮扶措施没有更新。尚未启动整改。",
        "三、整改要求",
    ]


@pytest.mark.parametrize(("count", "tabled"), [(5, False), (6, True), (60, True)])
def test_more_than_five_problems_are_a_table_with_every_one_of_them(count: int, tabled: bool) -> None:
    problems = many_problems(count, unit="南岭街道", found=day("2024-03-12"))
    campaign = changed(
        replace(campaign_year(), problems=problems),
        "assessments",
        lambda row: {"problems": tuple(item.number for item in problems) if row.unit == "南岭街道" else ()},
    )
    lines = notice(campaign, "2024-04", "南岭街道")
    rows = [text for text in lines if "DL-" in text]
    assert f"涉及问题台账中的问题{count}个" in line(lines, "本次“黄牌”警告涉及")
    assert [problem.number for problem in problems] == [text[text.index("DL-") :][:6] for text in rows]
    assert all(("｜2024年4月11日｜逾期19天" in text) is tabled for text in rows)
    assert all(("整改时限为2024年4月11日，已逾期19天。" in text) is not tabled for text in rows)


def test_a_card_without_problems_of_the_ledger_says_so() -> None:
    lines = notice(campaign_year(), "2024-04", "住建")
    at = lines.index("二、存在的主要问题")
    assert lines[at + 1 : at + 3] == [
        "本次“黄牌”警告未列明台账问题，你单位要对照评估指出的问题逐项检查整改。",
        "三、整改要求",
    ]


def test_a_notice_tells_no_state_of_a_day_after_its_own() -> None:
    campaign = changed(campaign_year(), "assessments", lambda row: {"issued": day("2024-04-22")} if row.card else {})
    lines = notice(campaign, "2024-04", "青石镇")
    assert "截至2024年4月22日的整改情况如下：" in line(lines, "本次“黄牌”警告涉及")
    assert "已逾期2天" in line(lines, "（一）WT-001")
    assert "已完成整改，尚待验收销号" in line(lines, "（二）WT-002")


def test_rectification_is_due_by_the_cards_deadline_and_reported_to_the_office() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    assert "上述问题须于2024年5月31日前整改到位" in line(lines, "（二）限期整改到位。")
    assert "报县精准扶贫工作领导小组办公室。" in line(lines, "（三）按时报送情况。")


@pytest.mark.parametrize(
    ("when", "unit", "told"),
    [
        ("2024-03", "青石镇", NEXT_TIME),
        (
            "2024-04",
            "青石镇",
            "你单位已连续2次被“黄牌”警告，按照《方案》第七部分第（三）项规定，由督战总指挥长对你单位",
        ),
        (
            "2024-07",
            "云河镇",
            "你单位被约谈后整改效果仍不明显，按照《方案》第七部分第（三）项规定，报县精准扶贫工作领导小组",
        ),
    ],
)
def test_what_follows_from_the_card_depends_on_the_chain(when: str, unit: str, told: str) -> None:
    assert told in line(notice(campaign_year(), when, unit), "（一）约谈和追责问责。")


def test_the_threshold_in_force_is_the_one_that_is_told() -> None:
    row = Threshold(item=ThresholdKind.INTERVIEW, since=month("2024-04"), value=3, basis="领导小组第3次会议纪要")
    campaign = replace(campaign_year(), thresholds=(row,))
    told = line(notice(campaign, "2024-04", "青石镇"), "（一）约谈和追责问责。")
    assert "按照领导小组第3次会议纪要规定，连续3次被“黄牌”警告的" in told


def test_the_card_is_lifted_by_the_next_assessment_without_one() -> None:
    told = line(notice(campaign_year(), "2024-04", "青石镇"), "（二）警告解除。")
    assert "首次月度评估中未再被“黄牌”警告的，本次警告即行解除" in told


def test_signature_contact_copies_and_receipt_stand_at_the_end() -> None:
    lines = notice(campaign_year(), "2024-04", "青石镇")
    at = lines.index("云岭县精准扶贫工作领导小组")
    assert lines[at:] == [
        "云岭县精准扶贫工作领导小组",
        "2024年4月30日",
        "（联系人：文示例，联系电话：0000-6600100）",
        "抄送：县委办公室，县政府办公室。",
        "云岭县精准扶贫工作领导小组办公室\t2024年4月30日印发",
        "送达回执",
        f"送达文件｜《{TITLE}》",
        "文件编号｜云督黄〔2024〕3号｜成文日期｜2024年4月30日",
        "受送达单位｜青石镇人民政府",
        "签收人\n（签字）｜｜职务｜",
        "签收时间｜年　　月　　日　　时　　分",
        "送达人\n（签字）｜｜联系电话｜0000-6600100",
        "备注｜",
        "注：请受送达单位签收后，将本回执退回县精准扶贫工作领导小组办公室。",
    ]


def test_without_a_head_the_number_stands_above_the_title_and_only_own_copies_are_told() -> None:
    campaign = campaign_year(Head.NONE)
    lines = notice(campaign, "2024-04", "青石镇")
    assert lines[:2] == ["编号：云督黄〔2024〕3号", TITLE]
    assert not any(text.startswith("抄送") or text.endswith("印发") for text in lines)
    campaign = changed(campaign, "settings", lambda row: {"copies": "县纪委监委机关"})
    assert "抄送：县纪委监委机关。" in notice(campaign, "2024-04", "青石镇")


def test_a_reason_of_several_paragraphs_is_one_sentence() -> None:
    campaign = changed(campaign_year(), "assessments", lambda row: {"reasons": "进度滞后。\n责任不实；"})
    assert "评估指出：进度滞后；责任不实。" in notice(campaign, "2024-04", "青石镇")


def test_copies_below_the_signature_stay_on_its_page() -> None:
    campaign = changed(campaign_year(Head.NONE), "settings", lambda row: {"copies": "县纪委监委机关"})
    (made,) = compose(brief_of(campaign, "2024-04", only=("青石镇",)))
    data = template(made.template).render(made.context, author="", day=made.day).data
    paragraphs = list(docx.Document(BytesIO(data)).paragraphs)
    at = next(index for index, one in enumerate(paragraphs) if one.text == "抄送：县纪委监委机关。")
    # Blank line, 附注, date, organ, two blank lines, the last paragraph of the text: none may end the page.
    assert [one.paragraph_format.keep_with_next or one.style.paragraph_format.keep_with_next for one in
            paragraphs[at - 7 : at]] == [True] * 7  # fmt: skip
