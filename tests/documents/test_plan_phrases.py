"""Every phrase of the plan that depends on data follows the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from docgen.documents.phrases import deadline_phrase, division, division_of_labour, officer, reference_value
from docgen.model.basics import Rhythm
from docgen.model.campaign import Campaign
from docgen.model.references import REFERENCES
from docgen.model.units import Unit, UnitKind
from docgen.model.work import Target

Plan = Callable[..., list[str]]
Change = Callable[..., Campaign]


def line(said: list[str], beginning: str) -> str:
    found = [text for text in said if text.startswith(beginning)]
    assert len(found) == 1, said
    return found[0]


def test_the_whole_plan_of_a_small_campaign(campaign: Campaign, plan: Plan) -> None:
    assert plan(campaign) == [
        "云岭县2024年脱贫攻坚挂牌督战工作实施方案",
        (
            "2024年是收官之年。为深入贯彻习近平总书记关于扶贫工作的重要论述，全面攻克脱贫攻坚最后堡垒，根据中央、省、市脱贫攻坚工作安排部署，"
            "结合我县实际，制定本工作方案。"
        ),
        "一、挂牌督战目的",
        (
            "聚焦任务较重、难度较大的村和所有易地扶贫搬迁集中安置点进行挂牌督战。及时掌握各乡镇（街道）工作推进进展，研判形势，"
            "协调相关行业部门加大工作指导力度和政策支持，督促各乡镇（街道）狠抓责任、政策、工作三个落实，及时解决制约完成脱贫攻坚任务的突出问题，"
            "持续巩固提升脱贫攻坚成果，确保6月底前问题清零。"
        ),
        "二、挂牌督战范围",
        "（一）任务较重、难度较大的村，共2个。",
        "（二）1个乡镇（街道）的易地扶贫搬迁集中安置点，共1个：青石镇石桥安置点。",
        "三、挂牌督战内容",
        (
            "紧紧围绕“两不愁三保障”“责任落实、政策落实、工作落实”“精准识别、精准帮扶、精准退出”和“责任、政策、帮扶、监管四个不摘”等要求，"
            "重点督战以下内容："
        ),
        "（一）责任落实情况。",
        "重点督查履职情况。",
        "（二）保障情况。",
        "对照清单，饮水方面，重点督查达标情况。住房方面，重点督查改造情况。",
        "四、挂牌督战方式",
        "坚持“县级主导、部门推动、乡镇（街道）村抓落实”的工作机制，明确责任、分级负责。",
        "县级：每月28日向县领导小组办公室报送。",
        "部门：发改部门抓好安置点进度；教育、卫健等部门立足部门职责落实挂牌督战任务。",
        "五、挂牌督战组织",
        (
            "挂牌督战由县领导小组负责组织，由县委副书记任督战总指挥长，副县长任副总指挥长，联乡包村牵头县级领导要落实所联系乡镇（街道）的督战责任，"
            "县脱贫攻坚挂牌督战队伍由督导组成员组成。各乡镇（街道）要根据实际成立脱贫攻坚挂牌督战队伍，并制定专项实施方案。"
            "挂牌督战时间为2024年2月至12月，每月对督战对象开展一次的督导。"
        ),
        "六、挂牌督战步骤",
        "分为2个阶段：",
        "第一阶段（2月26日至3月5日）：动员。",
        "第二阶段（3月6日至12月31日）：整改。",
        "七、挂牌督战要求",
        "（一）加强领导。",
        "压实责任。",
        "一抓到底。",
        "（二）严明纪律。",
        "不走过场。",
    ]


def test_another_county_year_theme_and_rhythm_are_said_everywhere(change: Change, plan: Plan) -> None:
    other = change(
        "basics", county="南山区", year=2025, theme="乡村振兴", campaign="乡村振兴专项督战", rhythm=Rhythm.WEEKLY
    )
    whole = "".join(plan(other))
    assert [whole.count(word) for word in ("云岭", "脱贫攻坚", "2024年是", "我县", "县级主导", "每月对")] == [0] * 6
    assert [
        whole.count(word)
        for word in (
            "南山区2025年乡村振兴专项督战工作实施方案",
            "结合我区实际",
            "“区级主导",
            "区乡村振兴专项督战队伍由",
            "每周对督战对象",
        )
    ] == [1] * 5


@pytest.mark.parametrize(
    ("county", "said"),
    [
        ("云岭县", "县"),
        ("南山区", "区"),
        ("义乌市", "市"),
        ("鄂温克旗", "旗"),
        ("神农架林区", "区"),
        ("XX", "县"),
        ("", "县"),
    ],
)
def test_what_the_county_is_follows_its_name(county: str, said: str) -> None:
    assert division(county) == said


def test_months_across_years_say_both_years(change: Change, plan: Plan) -> None:
    said = plan(change("basics", start_month=date(2024, 11, 1), end_month=date(2025, 3, 1)))
    assert "挂牌督战时间为2024年11月至2025年3月，" in line(said, "挂牌督战由")


def test_phases_outside_the_year_say_their_years(change: Change, plan: Plan) -> None:
    said = plan(change("phases", 1, end=date(2025, 1, 31)))
    assert line(said, "第二阶段") == "第二阶段（2024年3月6日至2025年1月31日）：整改。"


def test_one_phase_one_duty_one_demand_are_counted_and_numbered(campaign: Campaign, plan: Plan) -> None:
    said = plan(
        replace(
            campaign, phases=campaign.phases[:1], duties=campaign.duties[:1], requirements=campaign.requirements[1:]
        )
    )
    assert line(said, "分为") == "分为1个阶段："
    assert [text for text in said if text.startswith(("第二阶段", "（二）"))] == [
        "（二）1个乡镇（街道）的易地扶贫搬迁集中安置点，共1个：青石镇石桥安置点。"
    ]
    assert line(said, "（一）严明纪律") == "（一）严明纪律。"


def test_many_phases_are_numbered_in_chinese(campaign: Campaign, plan: Plan) -> None:
    said = plan(replace(campaign, phases=campaign.phases[:1] * 21))
    assert line(said, "分为") == "分为21个阶段："
    assert line(said, "第二十一阶段").startswith("第二十一阶段（2月26日")


def test_without_sites_nothing_is_said_of_them_and_the_numbering_goes(campaign: Campaign, plan: Plan) -> None:
    said = plan(replace(campaign, sites=()), {"安置点数": 0, "安置点乡镇数": 0})
    assert "安置点" not in "".join(text for text in said if not text.startswith("部门："))
    assert line(said, "任务较重") == "任务较重、难度较大的村，共2个。"


def test_sites_that_are_only_counted_are_not_listed(campaign: Campaign, plan: Plan) -> None:
    said = plan(replace(campaign, sites=()), {"安置点数": "XX", "安置点乡镇数": "X", "挂牌村数": "XXX"})
    assert line(said, "（一）任务") == "（一）任务较重、难度较大的村，共XXX个。"
    assert line(said, "（二）X个") == "（二）X个乡镇（街道）的易地扶贫搬迁集中安置点，共XX个。"


def test_a_site_is_called_as_stated(change: Change, plan: Plan) -> None:
    assert line(plan(change("sites", wording="城郊安置点")), "（二）1个").endswith("共1个：城郊安置点。")


def test_officers_with_names_are_comrades(change: Change, plan: Plan) -> None:
    said = plan(change("basics", commander="江一鸣", deputy_commander="何二响"))
    assert "由县委副书记江一鸣同志任督战总指挥长，副县长何二响同志任副总指挥长，" in line(said, "挂牌督战由")
    assert officer("县长", "") == "县长"


@pytest.mark.parametrize(
    ("deadline", "wording", "said"),
    [
        (date(2024, 6, 30), "", "6月底前"),
        (date(2024, 6, 15), "", "6月15日前"),
        (date(2025, 6, 30), "", "2025年6月底前"),
        (date(2024, 6, 30), "在上半年", "在上半年"),
        (date(2024, 6, 30), "无", ""),
        (None, "", ""),
        (None, "年内", "年内"),
    ],
)
def test_a_deadline_is_said_as_stated_or_from_its_date(deadline: date | None, wording: str, said: str) -> None:
    assert deadline_phrase(Target(content="清零", deadline=deadline, deadline_wording=wording), 2024) == said


def test_several_targets_are_joined(campaign: Campaign, plan: Plan) -> None:
    targets = (*campaign.targets, Target(content="成果巩固", deadline_wording="在下半年"), Target(content="不返贫"))
    said = line(plan(replace(campaign, targets=targets)), "聚焦")
    assert said.endswith("成果，确保6月底前问题清零；确保在下半年成果巩固；确保不返贫。")


@pytest.mark.parametrize(
    ("departments", "said"),
    [
        ([("发改", "")], "发改部门立足部门职责落实挂牌督战任务"),
        ([("发改", "管进度")], "发改部门管进度"),
        ([("发改", "管进度"), ("教育", "")], "发改部门管进度；教育部门立足部门职责落实挂牌督战任务"),
        ([("发改", ""), ("教育", "")], "发改、教育等部门立足部门职责落实挂牌督战任务"),
        ([], ""),
    ],
)
def test_the_departments_are_told_by_what_they_do(departments: list[tuple[str, str]], said: str) -> None:
    units = tuple(Unit(name=name, short_name=name, kind=UnitKind.DEPARTMENT, duty=duty) for name, duty in departments)
    other = Unit(name="督查室", short_name="督查", kind=UnitKind.SUPERVISOR, duty="督查")
    assert division_of_labour((*units, other)) == said


def test_every_reference_that_a_text_may_use_has_a_value(campaign: Campaign) -> None:
    assert {name: reference_value(campaign, name) for name in REFERENCES} == {
        "县名": "云岭县",
        "区划": "县",
        "年度": "2024",
        "工作主题": "脱贫攻坚",
        "工作名称": "脱贫攻坚挂牌督战",
        "年度定位": "收官之年",
        "领导小组": "县领导小组",
        "办公室": "县领导小组办公室",
        "督战频次": "每月",
        "报送日": "28",
        "约谈门槛": "2",
        "清零时限": "2024年6月底",
        "督战手段": "实地了解、明查暗访",
        "部门分工": "发改部门抓好安置点进度；教育、卫健等部门立足部门职责落实挂牌督战任务",
    }
    with pytest.raises(KeyError):
        reference_value(campaign, "没有这个")


def test_braces_and_markup_typed_by_a_writer_stand_in_the_plan(change: Change, plan: Plan) -> None:
    said = plan(change("sites", wording="A & B <点>{{ 县名 }}|{% if %}"))
    assert line(said, "（二）1个").endswith("共1个：A & B <点>{{ 县名 }}|{% if %}。")
    said = plan(change("basics", county="云|岭 & <县>"))
    assert said[0] == "云|岭 & <县>2024年脱贫攻坚挂牌督战工作实施方案"
