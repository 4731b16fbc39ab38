"""Interviews: when a chain of cards makes an interview due, and what the workbook says of it.

The plan: “对于被连续2次‘黄牌’警告的单位主要负责同志，由督战总指挥长开展约谈”. Cards are counted since the chain was
last broken or since they last made an interview due: with a threshold of 2, the 2nd, the 4th … card of a chain. The
threshold is the one in force in the card's month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.facts import Card, InterviewDue, Reason, Rows, ThresholdValue
from docgen.model.interviews import Demand, Interview
from docgen.model.months import first_day
from docgen.model.supervision import ThresholdKind
from docgen.rules.cards import cards
from docgen.rules.clauses import interview_clause
from docgen.rules.parties import order
from docgen.rules.thresholds import threshold

Known = tuple[str, date]
"""Present name of the party and month: what an interview and its demands are known by."""


def interviews(campaign: Campaign) -> tuple[InterviewDue, ...]:
    """Every interview that is due, by month, within a month in the order of the workbook."""
    said, places = _Said.of(campaign), order(campaign)
    chains: dict[str, list[Card]] = {}
    for card in cards(campaign):
        chains.setdefault(card.party.name, []).append(card)
    found = [due for chain in chains.values() for due in _due(campaign, chain, said)]
    return tuple(sorted(found, key=lambda due: (due.month, places[due.party.name])))


@dataclass(frozen=True, slots=True)
class _Said:
    """What the sheets 约谈 and 约谈要求 say."""

    interviews: Mapping[Known, Interview]
    demands: Mapping[Known, tuple[Demand, ...]]

    @classmethod
    def of(cls, campaign: Campaign) -> _Said:
        """By party and month; of two rows for one interview the first is taken."""
        talks: dict[Known, Interview] = {}
        demands: dict[Known, list[Demand]] = {}
        for talk in campaign.interviews:
            talks.setdefault(known(campaign, talk), talk)
        for demand in campaign.demands:
            demands.setdefault(known(campaign, demand), []).append(demand)
        return cls(talks, {key: tuple(rows) for key, rows in demands.items()})


def known(campaign: Campaign, row: Interview | Demand) -> Known:
    """What a row of 约谈 or 约谈要求 is known by, whatever name it uses for the unit."""
    party = campaign.party(row.unit)
    return party.name if party else row.unit, first_day(row.month)


def _due(campaign: Campaign, chain: list[Card], said: _Said) -> Iterator[InterviewDue]:
    counted: list[Card] = []
    for card in chain:
        if card.consecutive == 1:
            counted = []
        counted.append(card)
        value = threshold(campaign, ThresholdKind.INTERVIEW, card.month)
        if len(counted) >= value.value:
            yield _interview(campaign, tuple(counted[-value.value :]), value, said)
            counted = []


def _interview(campaign: Campaign, given: tuple[Card, ...], value: ThresholdValue, said: _Said) -> InterviewDue:
    last = given[-1]
    key = last.party.name, last.month
    talk = said.interviews.get(key)
    places = (*(card.assessment.place("card") for card in given), value.place)
    return InterviewDue(
        party=last.party,
        name=last.name,
        month=last.month,
        cards=given,
        threshold=value,
        interview=talk,
        demands=said.demands.get(key, ()),
        reason=Reason(interview_clause(campaign), tuple(card.month for card in given), places, _behind(given)),
    )


def _behind(given: tuple[Card, ...]) -> Rows:
    """The ledger rows behind the cards, each once."""
    return tuple({row.number: row for card in given for row in card.problems}.values())
