"""Clauses: which item of the plan's seventh part says something, found by the words it says it with."""

from __future__ import annotations

from docgen.model.campaign import Campaign
from docgen.wording.numerals import chinese

CARD = ("黄牌",)
INTERVIEW = ("约谈",)
ESCALATION = ("追责问责",)

_PART = "实施方案第七部分"
"""挂牌督战要求, the part of the plan that prints the rows of 工作要求."""


def clause(campaign: Campaign, words: tuple[str, ...]) -> str:
    """`实施方案第七部分第（三）项`: the first row of 工作要求 with all the words; the part alone when none has them."""
    for number, row in enumerate(campaign.requirements, 1):
        if all(word in row.title or word in row.content for word in words):
            return f"{_PART}第（{chinese(number)}）项"
    return _PART


def card_clause(campaign: Campaign) -> str:
    """Where the plan speaks of “黄牌” warnings."""
    return clause(campaign, CARD)


def interview_clause(campaign: Campaign) -> str:
    """Where the plan speaks of 约谈."""
    return clause(campaign, INTERVIEW)


def escalation_clause(campaign: Campaign) -> str:
    """Where the plan speaks of 追责问责."""
    return clause(campaign, ESCALATION)
