"""印发通知: the notice bears the plan's number and carries the very plan, with its attachments, behind itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from campaign_year import day
from plan_year import PLAN_TITLE, plan_brief, plan_year, said, set_for, tables_of, template_of

from docgen.documents import implementation_plan
from docgen.documents.composed import Composed
from docgen.documents.covering_notice import KIND, TEMPLATE, compose
from docgen.model.campaign import Campaign
from docgen.model.numbers import Numbers, Occasion
from docgen.model.settings import Attachment, DocumentKind, Head
from docgen.rules.counts import counts

TITLE = f"关于印发《{PLAN_TITLE}》的通知"


@pytest.fixture
def campaign() -> Campaign:
    return plan_year()


def notice(campaign: Campaign, **wishes: object) -> Composed:
    (found,) = compose(plan_brief(campaign, **wishes))
    return found


def basics(campaign: Campaign, **values: object) -> Campaign:
    return replace(campaign, basics=campaign.basics.model_copy(update=values))


def test_the_notice_says_what_it_issues_and_is_signed_before_the_plan_begins(campaign: Campaign) -> None:
    texts = said(notice(campaign))
    begin = texts.index(TITLE)
    assert texts[:begin] == ["云岭县精准扶贫工作领导小组文件", "云扶组〔2024〕3号"]
    assert texts[begin + 1 : begin + 7] == [
        "各乡镇人民政府、街道办事处，县直有关单位：",
        f"现将《{PLAN_TITLE}》印发给你们，请结合实际，认真贯彻执行。",
        "云岭县精准扶贫工作领导小组",
        "2024年2月26日",
        "（联系人：文示例，联系电话：0000-6600100）",
        PLAN_TITLE,
    ]


def test_the_enclosed_text_and_tables_are_those_of_the_plan_itself(campaign: Campaign) -> None:
    bare = set_for(campaign, DocumentKind.IMPLEMENTATION_PLAN, head=Head.NONE)
    plan = implementation_plan.compose(bare, counts(bare).values())
    enclosed, own = said(notice(campaign)), said(plan)
    assert own[0] == PLAN_TITLE
    assert enclosed[enclosed.index(PLAN_TITLE) :] == own
    assert tables_of(notice(campaign))[: len(tables_of(plan))] == tables_of(plan)
    assert len(tables_of(plan)) == 3


def test_the_attachments_belong_to_the_plan_unless_the_notice_names_its_own(campaign: Campaign) -> None:
    assert [item["名称"] for item in notice(campaign).context["附件"]] == ["包联安排表", "任务分解表", "督战村名单"]
    own = set_for(campaign, KIND, attachments=(Attachment.TASKS,))
    assert [item["名称"] for item in notice(own).context["附件"]] == ["任务分解表"]


def test_without_attachments_nothing_is_noted(campaign: Campaign) -> None:
    bare = set_for(campaign, DocumentKind.IMPLEMENTATION_PLAN, attachments=())
    assert not any("附件" in text for text in said(notice(bare)))


def test_the_stated_number_is_the_notices_and_takes_no_other(campaign: Campaign) -> None:
    numbers = Numbers()
    assert notice(campaign, numbers=numbers).number == "云扶组〔2024〕3号"
    assert list(numbers) == []


def test_without_stated_number_the_register_gives_the_plans(campaign: Campaign) -> None:
    numbers = Numbers()
    unnumbered = basics(campaign, serial=None)
    assert notice(unnumbered, numbers=numbers).number == "云扶组〔2024〕1号"
    assert [item.occasion for item in numbers] == [Occasion.of(DocumentKind.IMPLEMENTATION_PLAN)]
    assert notice(unnumbered, numbers=numbers).number == "云扶组〔2024〕1号"


def test_a_series_of_its_own_goes_before_the_stated_number(campaign: Campaign) -> None:
    assert notice(set_for(campaign, KIND, organ_code="云扶发")).number == "云扶发〔2024〕1号"


def test_without_code_there_is_no_number(campaign: Campaign) -> None:
    numbers = Numbers()
    assert notice(basics(campaign, organ_code=""), numbers=numbers).number == ""
    assert list(numbers) == []


def test_printed_on_the_stated_day_but_not_before_it_is_signed(campaign: Campaign) -> None:
    stated = basics(campaign, printing_date=day("2024-02-28"))
    assert notice(stated).context["印发日期"] == "2024年2月28日"
    later = notice(stated, day=day("2024-03-01"))
    assert (later.context["成文日期"], later.context["印发日期"]) == ("2024年3月1日", "2024年3月1日")
    assert notice(campaign).context["印发日期"] == "2024年2月26日"


def test_without_day_of_issue_no_day_is_made_up(campaign: Campaign) -> None:
    undated = notice(basics(campaign, issue_date=None))
    assert (undated.context["成文日期"], undated.context["印发日期"], undated.day) == ("", "", day("2024-02-01"))


def test_every_name_of_the_template_is_in_the_context(campaign: Campaign) -> None:
    template = template_of(TEMPLATE)
    assert template.names - set(notice(campaign).context) == set()
    assert len(template.names) > 30
