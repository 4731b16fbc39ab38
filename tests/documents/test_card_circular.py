"""黄牌通报: one a month with cards, its table, the liftings, the interviews, the reports."""

from __future__ import annotations

from campaign_year import brief_of, campaign_year, changed, day
from letters import said

from docgen.documents.card_circular import compose
from docgen.model.campaign import Campaign
from docgen.model.settings import DocumentKind


def circular(campaign: Campaign, when: str) -> list[str]:
    (made,) = compose(brief_of(campaign, when))
    return said(made)


def between(lines: list[str], start: str, end: str) -> list[str]:
    return lines[lines.index(start) + 1 : lines.index(end)]


def test_the_months_with_cards_have_one_circular_each_and_numbers_in_their_order() -> None:
    months = [f"2024-{number:02}" for number in range(2, 9)]
    made = {when: list(compose(brief_of(campaign_year(), when))) for when in months}
    assert {when: [one.number for one in found] for when, found in made.items()} == {
        "2024-02": [],
        "2024-03": ["云督通〔2024〕1号"],
        "2024-04": ["云督通〔2024〕2号"],
        "2024-05": ["云督通〔2024〕3号"],
        "2024-06": ["云督通〔2024〕4号"],
        "2024-07": ["云督通〔2024〕5号"],
        "2024-08": [],
    }
    (april,) = made["2024-04"]
    assert (april.day, april.stem, april.unit) == (day("2024-04-30"), "2024年4月黄牌通报", "")


def test_it_goes_to_all_units_or_to_those_that_the_setting_says() -> None:
    assert circular(campaign_year(), "2024-04")[3] == "各乡镇人民政府、街道办事处，县直有关单位："
    own = changed(
        campaign_year(),
        "settings",
        lambda row: {"addressees": "各挂牌单位"} if row.document is DocumentKind.CARD_CIRCULAR else {},
    )
    assert circular(own, "2024-04")[3] == "各挂牌单位："


def test_the_cards_are_told_in_a_sentence_and_a_table() -> None:
    lines = circular(campaign_year(), "2024-04")
    assert "决定对青石镇、南岭街道、县住房和城乡建设局3个单位给予“黄牌”警告。" in lines[4]
    assert between(lines, "一、“黄牌”警告情况", "二、“黄牌”解除情况") == [
        "本月共有3个单位被“黄牌”警告，具体情况如下：",
        "序号｜单位｜评估\n等次｜累计\n次数｜连续\n次数｜主要问题｜涉及\n问题数｜整改期限",
        "1｜青石镇｜较差｜2｜2｜危房改造进度滞后，责任没有压实｜3｜2024年5月31日",
        "2｜南岭街道｜较差｜1｜1｜危房改造进度滞后，责任没有压实｜6｜2024年5月31日",
        "3｜县住房和城乡建设局｜较差｜1｜1｜危房改造进度滞后，责任没有压实｜0｜2024年5月31日",
    ]


def test_one_card_is_told_without_a_count_in_the_sentence() -> None:
    assert "决定对云河镇给予“黄牌”警告。" in circular(campaign_year(), "2024-07")[4]


def test_liftings_are_named_or_said_to_be_none() -> None:
    april, june = (circular(campaign_year(), when) for when in ("2024-04", "2024-06"))
    assert between(april, "二、“黄牌”解除情况", "三、约谈和追责问责情况") == [
        "白水乡在本月评估中未再被“黄牌”警告，此前的“黄牌”警告予以解除，连续次数重新计算。"
    ]
    assert between(june, "二、“黄牌”解除情况", "三、约谈和追责问责情况") == ["本月无解除“黄牌”警告的单位。"]


def test_interviews_and_reports_are_named_or_said_to_be_none() -> None:
    march, june = (circular(campaign_year(), when) for when in ("2024-03", "2024-06"))
    assert between(march, "三、约谈和追责问责情况", "四、工作要求") == ["本月无达到约谈条件的单位。"]
    rule = "按照《方案》第七部分第（三）项规定"
    assert between(june, "三、约谈和追责问责情况", "四、工作要求") == [
        f"白水乡连续2次被“黄牌”警告（2024年5月、6月），{rule}，由督战总指挥长、县委副书记江示例对其主要负责同志开展约谈。",
        f"云河镇连续2次被“黄牌”警告（2024年5月、6月），{rule}，由督战副总指挥长、县政府副县长何示例对其主要负责同志开展约谈。",
        f"青石镇被约谈后整改效果仍不明显，{rule}，报县精准扶贫工作领导小组，严肃追责问责。",
    ]


def test_it_is_not_issued_before_the_last_notice_that_it_tells_of() -> None:
    late = changed(
        campaign_year(), "assessments", lambda row: {"issued": day("2024-05-03")} if row.unit == "南岭街道" else {}
    )
    (made,) = compose(brief_of(late, "2024-04"))
    assert made.day == day("2024-05-03")
    (asked,) = compose(brief_of(late, "2024-04", day=day("2024-05-08")))
    assert (asked.day, asked.context["成文日期"]) == (day("2024-05-08"), "2024年5月8日")
