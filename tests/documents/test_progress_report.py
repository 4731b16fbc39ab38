"""工作进度报告: figures of the 报送日, nothing lost between two reports, problems named, upward and signed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from campaign_year import changed, day, many_problems
from plan_year import (
    PLAN_TITLE,
    plan_year,
    report_brief,
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
from docgen.documents.progress_report import DERIVED, KIND, TEMPLATE, compose
from docgen.documents.report_period import reporting_day
from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.ledger import Degree
from docgen.model.numbers import Numbers
from docgen.model.settings import Direction, DocumentKind, Head

COUNTY = "云岭县"


@pytest.fixture
def campaign() -> Campaign:
    return plan_year()


def report(campaign: Campaign, month: str, party: str = COUNTY, **wishes: object) -> Composed:
    (found,) = compose(report_brief(campaign, month, only=(party,), **wishes))
    return found


def basics(campaign: Campaign, **values: object) -> Campaign:
    return replace(campaign, basics=campaign.basics.model_copy(update=values))


@pytest.mark.parametrize(
    ("stated", "month", "due"),
    [(28, "2024-04-01", "2024-04-28"), (31, "2024-04-01", "2024-04-30"), (30, "2024-02-01", "2024-02-29")],
)
def test_a_month_without_the_day_reports_on_its_last(campaign: Campaign, stated: int, month: str, due: str) -> None:
    assert reporting_day(basics(campaign, report_day=stated).basics, day(month)) == day(due)


def test_the_county_and_every_township_report(campaign: Campaign) -> None:
    made = list(compose(report_brief(campaign, "2024-04")))
    assert [item.stem for item in made] == [
        f"2024年4月工作进度报告（{name}）" for name in (COUNTY, "青石镇", "白水乡", "云河镇", "南岭街道")
    ]
    assert {item.day for item in made} == {day("2024-04-28")}
    assert [item.author for item in made[:2]] == ["云岭县脱贫攻坚挂牌督战队", "云岭县青石镇人民政府"]


def test_title_addressee_opening_and_end(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-04"))
    begin = texts.index("云岭县脱贫攻坚挂牌督战队关于2024年4月挂牌督战工作进度的报告")
    assert texts[begin + 1] == "县精准扶贫工作领导小组办公室："
    assert texts[begin + 2] == (
        f"根据《{PLAN_TITLE}》（云扶组〔2024〕3号）关于每月28日报送工作进度的要求，"
        "现将2024年4月脱贫攻坚挂牌督战工作进度报告如下。"
    )
    end = texts.index("特此报告。")
    assert texts[end + 1 :][:3] == [
        "云岭县脱贫攻坚挂牌督战队", "2024年4月28日", "（联系人：文示例，联系电话：0000-6600100）",
    ]  # fmt: skip


def test_reports_go_upward_with_signer_whatever_the_setting_says(campaign: Campaign) -> None:
    down = set_for(campaign, KIND, direction=Direction.DOWN)
    assert report(down, "2024-04").context["签发人"] == ["江示例"]
    assert report(down, "2024-04", "青石镇").context["签发人"] == ["石示例"]
    unsigned = basics(campaign, signers=(), commander="何示例")
    assert report(unsigned, "2024-04").context["签发人"] == ["何示例"]
    assert report(with_township(campaign, "青石镇", head=""), "2024-04", "青石镇").context["签发人"] == []


def test_settings_of_the_kind_are_the_countys_and_not_the_townships(campaign: Campaign) -> None:
    own = set_for(campaign, KIND, issuer="云岭县督战办公室", organ_code="云督报", copies="县纪委监委")
    county, township = report(own, "2024-04"), report(own, "2024-04", "青石镇")
    assert (county.author, county.number, county.context["抄送"]) == (
        "云岭县督战办公室", "云督报〔2024〕3号", "县纪委监委",
    )  # fmt: skip
    assert (township.author, township.number, township.context["抄送"]) == (
        "云岭县青石镇人民政府", "青政发〔2024〕4号", "",
    )  # fmt: skip


def test_numbers_follow_the_months_and_a_townships_plan_comes_first(campaign: Campaign) -> None:
    numbers = Numbers()
    assert report(campaign, "2024-04", "青石镇", numbers=numbers).number == "青政发〔2024〕4号"
    assert [(item.occasion.kind, item.occasion.month) for item in numbers if item.series == "青政发"] == [
        ("专项实施方案", ""), ("工作进度报告", "2024-02"), ("工作进度报告", "2024-03"), ("工作进度报告", "2024-04"),
    ]  # fmt: skip
    assert report(campaign, "2024-03", "青石镇", numbers=numbers).number == "青政发〔2024〕3号"


def test_without_code_or_head_no_number_is_taken(campaign: Campaign) -> None:
    numbers = Numbers()
    assert report(with_township(campaign, "青石镇", organ_code=""), "2024-04", "青石镇", numbers=numbers).number == ""
    assert report(set_for(campaign, KIND, head=Head.NONE), "2024-04", numbers=numbers).number == ""
    assert list(numbers) == []


def test_the_figures_are_those_of_the_report_day(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-04"))
    assert starting(texts, "截至4月28日，全县督战") == (
        "截至4月28日，全县督战以来累计发现问题10个，累计销号2个（其中按时销号1个），销号率20%；未销号8个，其中逾期1个、"
        "临近时限6个。与上月末相比，未销号问题增加5个，逾期问题增加1个，销号率提高20个百分点。"
    )
    assert starting(texts, "4月新发现") == "4月新发现问题7个，销号2个（其中按时销号1个）。"


def test_what_happened_after_the_report_day_waits_for_the_next_report(campaign: Campaign) -> None:
    later = changed(campaign, "problems", lambda row: {"closed": day("2024-04-29")} if row.number == "WT-002" else {})
    assert "累计销号1个（均超过时限）" in starting(said(report(later, "2024-04")), "截至4月28日，全县督战")
    assert starting(said(report(later, "2024-05")), "上月报送后") == (
        "上月报送后（4月29日至4月30日），另开展督战1次，销号1个，一并报告，问题数已计入累计。"
    )


def test_a_visit_after_the_last_report_is_told_in_the_next(campaign: Campaign) -> None:
    assert starting(said(report(campaign, "2024-04")), "上月报送后") == (
        "上月报送后（3月29日至3月31日），另开展督战1次，一并报告。"
    )
    assert not any(text.startswith("上月报送后") for text in said(report(campaign, "2024-04", "白水乡")))
    monthly = basics(campaign, report_day=31)
    assert not any(text.startswith("上月报送后") for text in said(report(monthly, "2024-04")))


def test_the_first_month_has_nothing_to_compare(campaign: Campaign) -> None:
    assert report(campaign, "2024-02").context["增减"] == []
    assert report(campaign, "2024-03").context["增减"] == ["未销号问题增加3个"]


def test_a_month_without_any_problem_reads_well(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-02"))
    assert texts[texts.index("一、总体进展") + 1 : texts.index("特此报告。")] == [
        "截至2月28日，全县督战以来尚未发现列入台账的问题，2月没有新发现问题。",
        "二、分项进展",
        "尚无列入台账的问题，各项督战内容按方案正常推进。",
        "三、工作开展情况",
        "2月没有开展督战。",
        "四、存在的突出问题",
        "截至2月28日，全县没有未销号的问题。",
        "五、“黄牌”警告和约谈情况",
        "全县没有尚未解除的“黄牌”警告。",
        "六、下一步工作",
        "（一）抓好问题排查。",
        "对照督战内容全面筛查排查，发现问题及时列入台账，逐项明确措施、责任和时限。",
        "（二）落实阶段任务。",
        "第一阶段（2月26日至3月20日）：动员排查。",
        "第二阶段（3月21日至6月30日）：集中整改。",
        "（三）做好督战和报送。",
        "每月对督战对象开展一次督导，按时报送工作进度。",
    ]


def test_a_month_without_change_says_so(campaign: Campaign) -> None:
    assert "8月没有新发现问题，也没有问题销号。" in said(report(campaign, "2024-08"))
    closed = replace(campaign, problems=campaign.problems[1:2])
    text = starting(said(report(closed, "2024-06", "青石镇")), "截至6月28日，我镇督战")
    assert text == (
        "截至6月28日，我镇督战以来累计发现问题1个，已全部销号（均按时销号），销号率100%。"
        "与上月末相比，未销号问题持平，销号率持平。"
    )


def test_tables_by_duty_and_by_place_add_up_to_the_scope(campaign: Campaign) -> None:
    for party, first in ((COUNTY, "青石镇"), ("青石镇", "石桥村"), ("南岭街道", "全街道性问题")):
        duties, places = tables_of(report(campaign, "2024-04", party))[:2]
        assert [row[0] for row in duties[1:]] == ["责任落实", "住房安全", "合计"]
        assert places[1][0] == first
        assert duties[-1] == places[-1]
        assert int(duties[-1][3]) > 0
        for table in (duties, places):
            for column in range(1, 8):
                assert sum(int(row[column]) for row in table[1:-1]) == int(table[-1][column])


def test_a_place_where_nothing_was_found_has_no_rate(campaign: Campaign) -> None:
    places = tables_of(report(campaign, "2024-04", "青石镇"))[1]
    assert {row[0]: row[8] for row in places[1:]} == {
        "石桥村": "0%", "上坝村": "—", "石桥安置点": "—", "全镇性问题": "50%", "合计": "33.3%",
    }  # fmt: skip


def test_where_most_problems_are_open_is_named(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-04"))
    assert [text for text in texts if text.startswith("未销号问题较多的是")] == [
        "未销号问题较多的是住房安全（5个）、责任落实（3个）。", "未销号问题较多的是南岭街道（6个）、青石镇（2个）。",
    ]  # fmt: skip


def test_visits_are_counted_and_listed_by_day(campaign: Campaign) -> None:
    composed = report(campaign, "2024-04")
    assert starting(said(composed), "4月共开展督战") == (
        "4月共开展督战2次，覆盖2个乡镇（街道）、3个村（安置点）。其中，县督战一组2次；"
        "采取实地方式2次、“四不两直”方式1次。"
    )
    assert tables_of(composed)[2][1:] == [
        ["4月8日", "县督战一组", "江示例", "青石镇石桥村；白水乡上河村", "实地", ""],
        ["4月12日", "县督战一组", "", "青石镇石桥村、上坝村", "实地/四不两直", "进度偏慢。"],
    ]


def test_a_townships_report_has_its_own_visits_and_villages(campaign: Campaign) -> None:
    composed = report(campaign, "2024-04", "青石镇")
    assert starting(said(composed), "4月，督战队伍").startswith("4月，督战队伍到我镇开展督战2次，覆盖2个村（安置点）。")
    assert [row[3] for row in tables_of(composed)[2][1:]] == ["石桥村", "石桥村、上坝村"]
    assert "4月，督战队伍没有到我镇开展督战。" in said(report(campaign, "2024-04", "云河镇"))


def test_the_county_names_overdue_and_grave_problems(campaign: Campaign) -> None:
    assert [row[1] for row in tables_of(report(campaign, "2024-04"))[3][1:]] == ["WT-001"]
    grave = changed(campaign, "problems", lambda row: {"degree": Degree.GRAVE} if row.number == "DL-002" else {})
    composed = report(grave, "2024-04")
    assert "逾期未销号的问题1个，未到时限的严重问题1个，具体如下：" in said(composed)
    assert tables_of(composed)[3][1:] == [
        ["1", "WT-001", "青石镇/石桥村", "2户危房改造没有开工", "青石镇", "4月20日/逾期8天", "落实施工队伍"],
        [
            "2", "DL-002", "南岭街道", "第2户危房改造没有按期开工，施工队伍没有落实，群众反映较多", "南岭街道",
            "5月2日/整改中", "逐户落实施工队伍，明确开工和竣工时间",
        ],
    ]  # fmt: skip


def test_a_township_names_all_that_is_open_the_longest_overdue_first(campaign: Campaign) -> None:
    composed = report(campaign, "2024-04", "青石镇")
    assert "我镇未销号的问题2个，其中逾期1个，具体如下：" in said(composed)
    assert [row[1:3] for row in tables_of(composed)[3][1:]] == [["WT-001", "石桥村"], ["WT-003", "全镇"]]
    assert "截至3月28日，没有逾期未销号的问题和未销号的严重问题。" in said(report(campaign, "2024-03"))


def test_sixty_problems_of_one_township_are_all_named(campaign: Campaign) -> None:
    many = replace(campaign, problems=many_problems(60, unit="南岭街道", found=day("2024-03-04")))
    table = tables_of(report(many, "2024-04", "南岭街道"))[2]
    assert [row[0] for row in table[1:]] == [str(number) for number in range(1, 61)]


def test_cards_in_force_are_told_with_the_state_of_what_they_rest_on(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-04"))
    assert "尚未解除的“黄牌”警告2个，整改情况如下：" in texts
    assert starting(texts, "1. ") == (
        "1. 青石镇于2024年3月被“黄牌”警告（第1次），整改期限为2024年4月30日；"
        "所依据的2个问题已销号1个，还有1个正在整改。"
    )
    assert starting(texts, "2. ") == (
        "2. 白水乡于2024年3月被“黄牌”警告（第1次），整改期限为2024年4月30日；所依据的1个问题已全部销号。"
    )


def test_a_card_of_the_month_itself_is_not_known_before_it_is_issued(campaign: Campaign) -> None:
    assert report(campaign, "2024-03").context["黄牌"] == []
    early = changed(campaign, "assessments", lambda row: {"issued": day("2024-03-25")} if row.card else {})
    assert [row["单位"] for row in report(early, "2024-03").context["黄牌"]] == ["青石镇", "白水乡"]


def test_a_lifted_card_is_told_once_and_gone(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-05"))
    assert "白水乡经上月评估，“黄牌”警告已经解除。" in texts
    assert not any("白水乡于" in text for text in texts)
    assert "我乡经上月评估，“黄牌”警告已经解除。" in said(report(campaign, "2024-05", "白水乡"))
    assert report(campaign, "2024-07").context["解除"] == []


def test_an_expired_card_and_consecutive_ones_are_told(campaign: Campaign) -> None:
    text = starting(said(report(campaign, "2024-06", "青石镇")), "我镇于2024年4月")
    assert text == (
        "我镇于2024年4月被“黄牌”警告（第2次，连续第2次），整改期限为2024年5月31日；"
        "所依据的3个问题已销号1个，还有2个超过期限没有整改到位。"
    )


def test_interviews_since_the_last_report_are_told(campaign: Campaign) -> None:
    told = "2024年5月10日，督战总指挥长、县委副书记江示例对青石镇主要负责同志进行了约谈。"
    assert told in said(report(campaign, "2024-05"))
    assert "2024年5月10日，督战总指挥长、县委副书记江示例对我镇主要负责同志进行了约谈。" in said(
        report(campaign, "2024-05", "青石镇")
    )
    assert report(campaign, "2024-06").context["约谈"] == []


def test_next_month_names_what_falls_due_and_its_phase(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-04"))
    assert starting(texts, "5月到期的问题") == (
        "5月到期的问题有6个（南岭街道6个）。对到期问题逐一落实责任和措施，确保按时销号；"
        "对逾期的1个问题重点督办，尽快整改到位。"
    )
    assert "第二阶段（3月21日至6月30日）：集中整改。" in texts
    assert "每月对督战对象开展一次督导，加大对逾期问题和被“黄牌”警告单位的督战力度，按时报送工作进度。" in texts


def test_what_is_still_due_this_month_comes_first(campaign: Campaign) -> None:
    soon = changed(campaign, "problems", lambda row: {"deadline": day("2024-04-28")} if row.number == "WT-003" else {})
    assert starting(said(report(soon, "2024-04", "青石镇")), "本月内到期") == (
        "本月内到期的问题还有1个，5月没有到期的问题。对到期问题逐一落实责任和措施，确保按时销号；"
        "对逾期的1个问题重点督办，尽快整改到位。"
    )


def test_the_last_month_looks_back(campaign: Campaign) -> None:
    texts = said(report(campaign, "2024-12"))
    assert texts[texts.index("六、下一步工作") + 1] == (
        "做好挂牌督战总结，巩固整改成果，防止问题反弹；对未销号的8个问题跟踪督办，直至全部销号。"
    )


def test_names_are_known_and_derived_ones_are_used(campaign: Campaign) -> None:
    context, template = report(campaign, "2024-04").context, template_of(TEMPLATE)
    model = {Basics.heading(name) for name in Basics.model_fields}
    assert set(context) - model == (set(DERIVED) | set(FORM) | set(GROUND)) - model
    assert template.names - set(context) == set()
    assert set(DERIVED) - template.names == set()


@pytest.mark.parametrize("month", ["2024-02", "2024-04", "2024-08", "2024-12"])
def test_the_text_has_no_half_width_marks_and_no_doubled_ones(campaign: Campaign, month: str) -> None:
    for composed in compose(report_brief(campaign, month)):
        texts = [*said(composed), *(cell for table in tables_of(composed) for row in table for cell in row)]
        assert len(texts) > 20
        assert [text for text in texts if re.search(r"[\u4e00-\u9fff][,;:?!()]|[，。；：、]{2}|（）|，。", text)] == []


def test_the_register_is_not_touched_by_the_countys_other_papers(campaign: Campaign) -> None:
    numbers = Numbers()
    report(campaign, "2024-02", numbers=numbers)
    assert [str(item.occasion) for item in numbers] == [f"{DocumentKind.PROGRESS_REPORT}，2024-02"]
