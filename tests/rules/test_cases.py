"""The cases of cases/*.yaml: a small campaign in the office's terms, and the facts that follow from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from case_campaign import campaign_of
from case_facts import FACTS

_TOLD = {
    "督战时间",
    "约谈门槛",
    "督战规则",
    "曾用名",
    "工作要求",
    "问题台账",
    "月度评估",
    "约谈",
    "约谈要求",
    "应得",
}


def _cases() -> list[Any]:
    found = []
    for path in sorted(Path(__file__).with_name("cases").glob("*.yaml")):
        # As text: a month is no number and 是 no truth value.
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [pytest.param(case, id=f"{path.stem}: {sentence}") for sentence, case in told.items()]
    return found


@pytest.mark.parametrize("case", _cases())
def test_facts_follow_from_the_rows(case: dict[str, Any]) -> None:
    assert set(case) <= _TOLD
    assert case["应得"]
    campaign = campaign_of(case)
    for name, expected in case["应得"].items():
        assert FACTS[name](campaign, expected) == expected, name
