"""The names of the plan: the model's, the sheets', the derived ones; none is missing and none is dead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from docgen import assets
from docgen.documents.form import FORM
from docgen.documents.ground import GROUND
from docgen.documents.implementation_plan import DERIVED, DERIVED_IN_ROWS, TEMPLATE, compose
from docgen.documents.plain import percent, plain
from docgen.model.basics import Basics
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.places import TownshipKind
from docgen.word.template import CompiledTemplate

COUNTS: dict[str, int | str] = {"挂牌村数": 2, "安置点数": 1, "安置点乡镇数": 1, "阶段数": 2}
MODEL = {Basics.heading(name) for name in Basics.model_fields}


def test_the_names_are_those_of_the_model_the_sheets_and_the_derived_ones(campaign: Campaign) -> None:
    context = compose(campaign, COUNTS).context
    sheets = {record.sheet for record in SHEETS.values()}
    assert set(context) - MODEL - sheets == (set(DERIVED) | set(FORM) | set(GROUND)) - MODEL
    assert set(context) >= MODEL
    # 基本信息 lies open, 文件设置 became the form of the document, 督战方面 stands inside its 督战内容.
    # The sheets of the campaign's later life belong to other documents.
    later = {"乡镇任务", "简报设置", "督战规则", "问题台账", "督战记录", "月度评估", "约谈", "约谈要求"}
    assert sheets - set(context) == {"基本信息", "文件设置", "督战方面"} | later


def test_every_derived_name_is_in_the_context_and_explained(campaign: Campaign) -> None:
    context = compose(campaign, COUNTS).context
    assert set(DERIVED) <= set(context)
    assert all(DERIVED.values())


def test_the_records_have_the_names_of_the_model_and_the_derived_ones(campaign: Campaign) -> None:
    context = compose(campaign, COUNTS).context
    for record in SHEETS.values():
        rows = context.get(record.sheet, [])
        model = {record.heading(name) for name in record.model_fields}
        assert all(set(row) - model == set(DERIVED_IN_ROWS.get(record.sheet, {})) for row in rows), record.sheet
    assert all(context[sheet] for sheet in DERIVED_IN_ROWS)


def test_every_name_that_the_template_uses_is_in_the_context(campaign: Campaign, template: CompiledTemplate) -> None:
    assert template.names - set(compose(campaign, COUNTS).context) == set()
    assert len(template.names) > 30


def test_every_derived_name_is_used_by_the_template(template: CompiledTemplate) -> None:
    assert set(DERIVED) - template.names == set()


def test_every_derived_field_of_a_record_is_used_by_the_source(campaign: Campaign) -> None:
    source = (assets.folder("templates") / "source" / f"{TEMPLATE}.md").read_text("utf-8")
    context = compose(campaign, COUNTS).context
    for record in SHEETS.values():
        rows = context.get(record.sheet)
        if isinstance(rows, list):
            derived = set(rows[0]) - {record.heading(name) for name in record.model_fields}
            assert [name for name in derived if not re.search(rf"\.{name}\b|\"{name}\"", source)] == []


def test_the_context_is_plain_data_without_a_missing_value(campaign: Campaign) -> None:
    def kinds(value: object) -> set[type]:
        if isinstance(value, dict):
            return set().union(*map(kinds, value.values()))
        if isinstance(value, list):
            return set().union(*map(kinds, value))
        return {type(value)}

    assert kinds(compose(campaign, COUNTS).context) <= {str, int, float, bool, date}


def test_composing_twice_gives_the_same(campaign: Campaign) -> None:
    assert compose(campaign, COUNTS) == compose(campaign, COUNTS)


def test_aspects_stand_with_their_duty(campaign: Campaign) -> None:
    duties = compose(campaign, COUNTS).context["督战内容"]
    assert [[aspect["方面"] for aspect in duty["方面"]] for duty in duties] == [[], ["饮水", "住房"]]


def test_a_total_counts_the_rows_that_state_a_number_and_is_empty_when_none_does(campaign: Campaign) -> None:
    assert compose(campaign, COUNTS).context["督战村合计"] == {"未脱贫户数": 12, "未脱贫人数": 38}
    unknown = Campaign(basics=campaign.basics, villages=campaign.villages[1:])
    assert compose(unknown, COUNTS).context["督战村合计"] == {"未脱贫户数": "", "未脱贫人数": ""}


def test_a_record_is_plain_under_its_chinese_names(campaign: Campaign) -> None:
    town = plain(campaign.townships[0], str, campaign)
    assert (town["名称"], town["类别"], town["督战单位"], town["督战队员"], town["机关代字"]) == (
        "青石镇",
        "镇",
        "县委督查室",
        ["甘示例", "路示例"],
        "",
    )
    assert type(town["类别"]) is str
    assert town["类别"] == TownshipKind.TOWN


@pytest.mark.parametrize(
    ("value", "text"), [("2.30", "2.3%"), ("0", "0%"), ("100", "100%"), ("0.05", "0.05%"), ("1E+1", "10%")]
)
def test_a_percentage_has_no_idle_zeros_and_no_exponent(value: str, text: str) -> None:
    assert percent(Decimal(value)) == text


def test_a_target_without_date_says_in_the_table_what_the_text_says(
    change: Callable[..., Campaign],
) -> None:
    for wording, told in (("在下半年", "在下半年"), ("无", ""), ("", "")):
        changed = change("targets", deadline=None, deadline_wording=wording)
        assert compose(changed, COUNTS).context["目标任务"][0]["期限"] == told
