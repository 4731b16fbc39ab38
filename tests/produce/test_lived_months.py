"""Which months a campaign has lived through: up to the last that its records speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from docgen import issue, produce
from docgen.model.campaign import Campaign


@pytest.fixture(scope="module")
def begun() -> Campaign:
    """The example as it stands in March: problems found by then, none closed, nobody assessed or visited later."""
    from pathlib import Path

    campaign = produce.checked(Path(__file__).resolve().parents[2] / "data" / "example").campaign
    problems = [row.model_copy(update={"closed": None}) for row in campaign.problems if row.found <= date(2024, 3, 31)]
    return replace(campaign, problems=tuple(problems), visits=(), assessments=(), interviews=campaign.interviews[:1])


def last_of(campaign: Campaign, **talk: Any) -> date:
    silent = {"held": False, "begins": None, "checked": None} | talk
    talks = tuple(row.model_copy(update=silent) for row in campaign.interviews)
    return issue.lived_months(replace(campaign, interviews=talks))[-1]


def test_a_closing_a_talk_and_a_check_are_lived_a_talk_to_come_is_not(begun: Campaign) -> None:
    first, *others = begun.problems
    closed = replace(begun, problems=(first.model_copy(update={"closed": date(2024, 5, 2)}), *others))
    assert last_of(begun) == date(2024, 3, 1)
    assert last_of(closed) == date(2024, 5, 1)
    assert last_of(begun, begins=datetime(2024, 6, 10, 15)) == date(2024, 3, 1)
    assert last_of(begun, begins=datetime(2024, 6, 10, 15), held=True) == date(2024, 6, 1)
    assert last_of(begun, checked=date(2024, 7, 1)) == date(2024, 7, 1)


def test_nothing_after_the_campaigns_end_adds_a_month(begun: Campaign) -> None:
    assert last_of(begun, checked=date(2025, 1, 20)) == date(2024, 12, 1)
