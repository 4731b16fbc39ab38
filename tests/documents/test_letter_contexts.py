"""The names of the letters: the model's, the ground's, the form's, the plan's, their own; none missing, none dead."""

from __future__ import annotations

import re
from datetime import date
from types import ModuleType

import pytest
from campaign_year import brief_of, campaign_year
from letters import template

from docgen import assets
from docgen.documents import (
    card_circular,
    closing_confirmation,
    escalation_report,
    interview_notice,
    interview_record,
    rectification_notice,
    yellow_card_notice,
)
from docgen.documents.citations import PLAN
from docgen.documents.composed import Composed
from docgen.documents.form import FORM
from docgen.documents.ground import GROUND
from docgen.model.basics import Basics

LETTERS = {
    yellow_card_notice: "2024-04",
    card_circular: "2024-04",
    interview_notice: "2024-04",
    interview_record: "2024-04",
    escalation_report: "2024-07",
    rectification_notice: "2024-04",
    closing_confirmation: "2024-04",
}
MODEL = {Basics.heading(name) for name in Basics.model_fields}
SHARED = MODEL | set(GROUND) | set(FORM) | set(PLAN)

letters = pytest.mark.parametrize("letter", LETTERS, ids=lambda module: module.__name__.rpartition(".")[2])


def composed(letter: ModuleType, when: str = "") -> list[Composed]:
    return list(letter.compose(brief_of(campaign_year(), when or LETTERS[letter])))


@letters
def test_the_names_are_the_shared_and_the_declared_ones(letter: ModuleType) -> None:
    made = composed(letter)
    assert made
    for one in made:
        assert set(one.context) == SHARED | set(letter.DERIVED)
    assert all(letter.DERIVED.values())


@letters
def test_every_name_of_the_template_is_there_and_every_own_name_is_used(letter: ModuleType) -> None:
    names = template(letter.TEMPLATE).names
    assert names - SHARED - set(letter.DERIVED) == set()
    assert set(letter.DERIVED) - names == set()


@letters
def test_the_context_is_plain_data(letter: ModuleType) -> None:
    def kinds(value: object) -> set[type]:
        if isinstance(value, dict):
            return set().union(*map(kinds, value.values()))
        return set().union(*map(kinds, value)) if isinstance(value, list) else {type(value)}

    for one in composed(letter):
        assert kinds(one.context) <= {str, int, float, bool, date}


@letters
def test_composing_twice_gives_the_same(letter: ModuleType) -> None:
    assert composed(letter) == composed(letter)


@letters
def test_a_month_without_anything_to_say_has_no_letter(letter: ModuleType) -> None:
    assert composed(letter, "2024-02") == []


@letters
def test_the_source_is_written_with_full_width_marks(letter: ModuleType) -> None:
    source = (assets.folder("templates") / "source" / f"{letter.TEMPLATE}.md").read_text("utf-8")
    wording = re.sub(r"\{[{%:].*?[}%]?\}|\{行高=.*?\}|^\S+: .*$|<[a-z]+>|^[|:\-]+$", "", source, flags=re.MULTILINE)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|[\"']", wording) == []
