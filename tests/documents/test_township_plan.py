"""专项实施方案: each township's own villages, numbers and deadlines under the county's plan, in its own words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from campaign_year import changed, day
from plan_year import (
    ATTACHED,
    PLAN_TITLE,
    plan_brief,
    plan_year,
    said,
    set_for,
    starting,
    tables_of,
    template_of,
    with_township,
)

from docgen.documents.composed import Composed
from docgen.documents.form import FORM
from docgen.documents.ground import GROUND
from docgen.documents.township_names import NAMES
from docgen.documents.township_plan import DERIVED, KIND, TEMPLATE, compose, number
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.numbers import Number, Numbers, Occasion
from docgen.model.settings import DocumentKind, Head


@pytest.fixture
def campaign() -> Campaign:
    return set_for(plan_year(), KIND, attachments=ATTACHED)


def plan(campaign: Campaign, name: str, **wishes: object) -> Composed:
    (found,) = compose(plan_brief(campaign, only=(name,), **wishes))
    return found


def test_every_township_has_a_plan_in_the_order_of_the_workbook(campaign: Campaign) -> None:
    made = list(compose(plan_brief(campaign)))
    assert [(item.unit, item.number, item.day.isoformat()) for item in made] == [
        ("青石镇", "青政发〔2024〕1号", "2024-03-04"),
        ("白水乡", "白政发〔2024〕1号", "2024-02-26"),
        ("云河镇", "云河政发〔2024〕1号", "2024-02-26"),
        ("南岭街道", "南办发〔2024〕1号", "2024-02-26"),
    ]
    assert made[0].stem == "青石镇2024年脱贫攻坚挂牌督战专项实施方案"
    assert [item.author for item in made[::3]] == ["云岭县青石镇人民政府", "云岭县南岭街道办事处"]


def test_a_township_is_found_by_its_former_name(campaign: Campaign) -> None:
    assert [item.unit for item in compose(plan_brief(campaign, only=("青石乡", "南岭街道")))] == ["青石镇", "南岭街道"]


def test_title_and_opening_name_the_township_and_cite_the_countys_plan(campaign: Campaign) -> None:
    texts = said(plan(campaign, "青石镇"))
    assert "青石镇2024年脱贫攻坚挂牌督战专项实施方案" in texts
    assert starting(texts, "为贯彻落实") == (
        f"为贯彻落实《{PLAN_TITLE}》（云扶组〔2024〕3号，以下简称《县方案》），扎实做好我镇脱贫攻坚挂牌督战工作，"
        "确保按期完成各项任务，结合我镇实际，制定本方案。"
    )


def test_a_county_plan_without_number_is_cited_by_its_title(campaign: Campaign) -> None:
    unnumbered = replace(campaign, basics=campaign.basics.model_copy(update={"serial": None}))
    assert f"《{PLAN_TITLE}》（以下简称《县方案》）" in starting(said(plan(unnumbered, "青石镇")), "为贯彻落实")


def test_a_number_that_the_register_gave_the_plan_is_cited(campaign: Campaign) -> None:
    unnumbered = replace(campaign, basics=campaign.basics.model_copy(update={"serial": None}))
    given = Numbers([Number("云扶组", 2024, 7, Occasion.of(DocumentKind.IMPLEMENTATION_PLAN))])
    composed = plan(unnumbered, "青石镇", numbers=given)
    assert composed.context["县方案"] == {"标题": PLAN_TITLE, "文号": "云扶组〔2024〕7号"}


def test_goals_have_the_townships_own_deadlines_and_its_share(campaign: Campaign) -> None:
    text = starting(said(plan(campaign, "青石镇")), "全面落实县委、县政府关于脱贫攻坚挂牌督战的工作部署")
    assert "聚焦我镇2个挂牌督战的村和1个易地扶贫搬迁集中安置点，" in text
    assert text.endswith(
        "确保6月底前各项问题清零；确保6月底前未脱贫人口全部达标（达标人数：54人）；确保5月20日前搬迁群众全部入住；"
        "确保在下半年我镇打赢脱贫攻坚战；确保督战发现的问题6月20日前全部整改到位、验收销号，比全县时限提前10天。"
    )


def test_a_township_without_share_of_a_counted_target_does_not_promise_it(campaign: Campaign) -> None:
    text = starting(said(plan(campaign, "白水乡")), "全面落实县委、县政府")
    assert "达标" not in text
    assert "确保5月底前搬迁群众全部入住；确保在下半年我乡打赢脱贫攻坚战；" in text
    assert text.endswith("确保督战发现的问题6月底前全部整改到位、验收销号。")


def test_a_deadline_later_than_the_countys_is_no_lead(campaign: Campaign) -> None:
    late = with_township(campaign, "青石镇", clearing_deadline=day("2024-07-10"))
    assert starting(said(plan(late, "青石镇")), "全面落实").endswith(
        "确保督战发现的问题7月10日前全部整改到位、验收销号。"
    )


def test_the_scope_lists_own_villages_and_sites_with_what_is_known(campaign: Campaign) -> None:
    texts = said(plan(campaign, "青石镇"))
    assert "（一）挂牌督战的村，共2个，未脱贫17户54人：石桥村（12户38人）、上坝村（5户16人）。" in texts
    assert "（二）易地扶贫搬迁集中安置点，共1个：石桥安置点（安置120户486人，已入住118户）。" in texts
    assert not any("上河村" in text for text in texts)


def test_a_sum_is_told_only_when_every_village_states_its_number(campaign: Campaign) -> None:
    assert "挂牌督战的村，共1个，未脱贫7户：上河村（7户）。" in said(plan(campaign, "白水乡"))
    unknown = changed(campaign, "villages", lambda row: {"people": None} if row.name == "上坝村" else {})
    assert "（一）挂牌督战的村，共2个，未脱贫17户：石桥村（12户38人）、上坝村（5户）。" in said(plan(unknown, "青石镇"))
    none = changed(campaign, "villages", lambda row: {"households": None, "people": None})
    assert "（一）挂牌督战的村，共2个：石桥村、上坝村。" in said(plan(none, "青石镇"))
    done = changed(campaign, "villages", lambda row: {"households": 0, "people": 0})
    assert "（一）挂牌督战的村，共2个，已全部脱贫：石桥村（已全部脱贫）、上坝村（已全部脱贫）。" in said(
        plan(done, "青石镇")
    )


def test_a_township_without_villages_and_sites_goes_on_watching(campaign: Campaign) -> None:
    texts = said(plan(campaign, "南岭街道"))
    assert "聚焦辖区内各村（社区）和已脱贫户，压紧压实责任" in starting(texts, "全面落实")
    assert (
        "我街道没有列入全县挂牌督战范围的村和易地扶贫搬迁集中安置点。督战以辖区内各村（社区）为对象，重点关注已脱贫户、"
        "脱贫不稳定户和边缘户，开展常态化督导，防止出现返贫和新的问题。"
    ) in texts
    assert not any("对其他村" in text or "（一）挂牌督战的村" in text for text in texts)


def test_a_subdistrict_speaks_of_its_own_organs(campaign: Campaign) -> None:
    text = "".join(said(plan(campaign, "南岭街道")))
    assert "街道党工委书记南示例同志、街道办事处主任岭示例同志是我街道挂牌督战工作第一责任人" in text
    assert "街道党工委、街道办事处定期研究挂牌督战工作" in text
    assert "我镇" not in text
    assert "镇党委" not in text


def test_the_organisation_names_leader_unit_heads_and_team(campaign: Campaign) -> None:
    texts = said(plan(campaign, "青石镇"))
    assert starting(texts, "我镇挂牌督战工作在") == (
        "我镇挂牌督战工作在县精准扶贫工作领导小组领导下开展，由县委副书记江示例同志联系并牵头督战，县委督查室为督战单位。"
        "镇党委书记青示例同志、镇长石示例同志是我镇挂牌督战工作第一责任人，对辖区内督战任务负总责。"
    )
    assert starting(texts, "成立青石镇") == (
        "成立青石镇脱贫攻坚挂牌督战队伍，由甘示例同志任队长，路示例、申示例同志为队员，负责问题排查、台账管理、"
        "督促整改和情况报送。日常联络由柳示例同志负责，联系电话：0000-6601101。"
    )


def test_an_unknown_team_and_unknown_heads_are_told_in_general(campaign: Campaign) -> None:
    nobody = with_township(campaign, "云河镇", secretary="", head="")
    texts = said(plan(nobody, "云河镇"))
    assert starting(texts, "我镇挂牌督战工作在") == (
        "我镇挂牌督战工作在县精准扶贫工作领导小组领导下开展。镇党委、镇政府主要负责同志是我镇挂牌督战工作第一责任人，"
        "对辖区内督战任务负总责。"
    )
    assert starting(texts, "成立云河镇").startswith(
        "成立云河镇脱贫攻坚挂牌督战队伍，由镇党委从班子成员和驻村干部中选派人员组成，负责"
    )


def test_the_steps_are_the_countys_with_what_is_done_earlier(campaign: Campaign) -> None:
    texts = said(plan(campaign, "青石镇"))
    assert starting(texts, "第二阶段") == (
        "第二阶段（3月21日至6月30日）：集中整改。其中，我镇5月20日前搬迁群众全部入住，6月20日前督战问题全部销号。"
    )
    assert starting(texts, "第三阶段") == "第三阶段（7月1日至12月31日）：巩固提升。"
    assert starting(said(plan(campaign, "白水乡")), "第二阶段") == "第二阶段（3月21日至6月30日）：集中整改。"


def test_ways_are_those_that_the_county_plan_asks_of_townships(campaign: Campaign) -> None:
    texts = said(plan(campaign, "青石镇"))
    assert texts[texts.index("抓好落实。") + 1] == "选派驻村干部。"
    assert "统筹力量。" not in texts


def test_the_rules_of_reporting_cards_and_interviews_are_the_campaigns(campaign: Campaign) -> None:
    text = "".join(said(plan(campaign, "青石镇")))
    assert "每月28日向县精准扶贫工作领导小组办公室报送工作进度" in text
    assert "被连续2次“黄牌”警告的，由督战总指挥长约谈主要负责同志" in text


def test_attachments_hold_the_townships_own_rows(campaign: Campaign) -> None:
    composed = plan(campaign, "青石镇")
    pairing, tasks, villages, _imprint = tables_of(composed)
    assert [row[1] for row in pairing[1:]] == ["石桥村", "上坝村", "石桥安置点"]
    assert pairing[1][2:] == [
        "江示例", "县委副书记", "县委督查室", "青示例/石示例", "甘示例、路示例、申示例", "岑示例", "柳示例",
        "0000-6601101",
    ]  # fmt: skip
    assert [row[4] for row in tasks[1:]] == ["100%", "54人", "100%", ""]
    assert [row[8] for row in tasks[1:]] == ["2024年6月30日", "2024年6月30日", "2024年5月20日", "2024年12月31日"]
    assert villages[-1] == ["合计", "2个村", "", "17", "54", "", ""]
    assert [text for text in said(composed) if text.startswith(("附件", "1.", "2.", "3."))][:3] == [
        "附件：1.\t青石镇脱贫攻坚包联安排表", "2.\t青石镇脱贫攻坚任务分解表", "3.\t青石镇脱贫攻坚督战村名单",
    ]  # fmt: skip


def test_a_list_of_villages_is_not_attached_where_there_are_none(campaign: Campaign) -> None:
    composed = plan(campaign, "云河镇")
    assert [item["名称"] for item in composed.context["附件"]] == ["包联安排表", "任务分解表"]
    assert [row[1] for row in tables_of(composed)[0][1:]] == ["辖区各村（社区）"]


def test_head_and_foot_are_the_townships(campaign: Campaign) -> None:
    context = plan(campaign, "青石镇").context
    assert context["标志"]["文字"] == "云岭县青石镇人民政府文件"
    assert (context["发文机关"], context["成文日期"]) == ("云岭县青石镇人民政府", "2024年3月4日")
    assert (context["主送"], context["抄送"]) == ("各村（社区），镇直各单位", "县精准扶贫工作领导小组办公室")
    assert (context["版记"], context["印发机关"], context["印发日期"]) == (True, "云岭县青石镇人民政府", "2024年3月4日")


def test_without_head_nobody_is_addressed_and_no_number_is_taken(campaign: Campaign) -> None:
    numbers = Numbers()
    composed = plan(set_for(campaign, KIND, head=Head.NONE), "青石镇", numbers=numbers)
    assert (composed.number, composed.context["主送"], list(numbers)) == ("", "", [])


def test_the_countys_code_is_no_townships(campaign: Campaign) -> None:
    numbers = Numbers()
    brief = plan_brief(with_township(campaign, "云河镇", organ_code=""), numbers=numbers)
    assert number(brief, brief.campaign.townships[2]) == ""
    assert list(numbers) == []


def test_the_number_is_of_the_year_of_the_plans_day(campaign: Campaign) -> None:
    later = with_township(campaign, "白水乡", plan_date=day("2025-01-06"))
    assert plan(later, "白水乡").number == "白政发〔2025〕1号"


def test_townships_that_share_a_series_are_numbered_in_their_order(campaign: Campaign) -> None:
    shared = set_for(campaign, KIND, organ_code="云镇发")
    numbers = Numbers()
    assert plan(shared, "云河镇", numbers=numbers).number == "云镇发〔2024〕3号"
    assert [item.number for item in compose(plan_brief(shared, numbers=numbers))] == [
        f"云镇发〔2024〕{serial}号" for serial in (1, 2, 3, 4)
    ]


def test_another_day_is_the_day_of_the_document(campaign: Campaign) -> None:
    composed = plan(campaign, "青石镇", day=day("2024-03-08"))
    assert (composed.day, composed.context["成文日期"]) == (day("2024-03-08"), "2024年3月8日")


def test_names_are_known_and_derived_ones_are_used(campaign: Campaign) -> None:
    context, template = plan(campaign, "青石镇").context, template_of(TEMPLATE)
    model = {Basics.heading(name) for name in Basics.model_fields}
    assert set(context) - model == (set(DERIVED) | set(FORM) | set(GROUND)) - model
    assert template.names - set(context) == set()
    assert set(DERIVED) - template.names == set()
    assert set(context["称谓"]) == set(NAMES)


def test_the_text_has_no_half_width_marks(campaign: Campaign) -> None:
    for composed in compose(plan_brief(campaign)):
        texts = [*said(composed), *(cell for table in tables_of(composed) for row in table for cell in row)]
        assert len(texts) > 60
        assert [text for text in texts if re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", text)] == []
