"""Cards: every 黄牌 with its count, and what ends a chain of them.

The plan: “对于被连续2次‘黄牌’警告的单位……”. What 连续 means is decided here, once:

- The assessments of a party are taken in the order of their months; each is one 次.
- A card lengthens the chain; an assessment without a card breaks it.
- A month without an assessment is no 次: it neither counts nor breaks; the card names it in `skipped`.
- A party that was renamed (曾用名) stays the same party: the chain goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.facts import Card, Lifting, Party, Reason, Rows
from docgen.model.ledger import Problem
from docgen.model.months import between, first_day, last_day, month_after
from docgen.model.supervision import Assessment
from docgen.rules.clauses import card_clause
from docgen.rules.parties import called, order


def cards(campaign: Campaign) -> tuple[Card, ...]:
    """Every card, by month, within a month in the order of the workbook's townships and units."""
    by_number = {row.number: row for row in campaign.problems}
    clause, places = card_clause(campaign), order(campaign)
    found = [card for history in histories(campaign) for card in _cards(history, by_number, clause)]
    return tuple(sorted(found, key=lambda card: (card.month, places[card.party.name])))


def liftings(campaign: Campaign) -> tuple[Lifting, ...]:
    """Every first assessment without a card after cards, by month and in the order of the workbook."""
    given = {(card.party.name, card.month): card for card in cards(campaign)}
    clause, places = card_clause(campaign), order(campaign)
    found = [lifting for history in histories(campaign) for lifting in _liftings(history, given, clause)]
    return tuple(sorted(found, key=lambda lifting: (lifting.month, places[lifting.party.name])))


@dataclass(frozen=True, slots=True)
class History:
    """The assessments of one party in the order of their months, one a month."""

    party: Party
    assessments: tuple[Assessment, ...]


def histories(campaign: Campaign) -> tuple[History, ...]:
    """One history for each party that was assessed; of two rows for one month the first is taken."""
    taken: dict[str, dict[date, Assessment]] = {}
    who: dict[str, Party] = {}
    for row in campaign.assessments:
        if party := campaign.party(row.unit):
            who[party.name] = party
            taken.setdefault(party.name, {}).setdefault(first_day(row.month), row)
    return tuple(History(who[name], tuple(rows[month] for month in sorted(rows))) for name, rows in taken.items())


@dataclass(slots=True)
class _Chain:
    """The unbroken cards so far, and the months without assessment among them."""

    rows: list[Assessment] = field(default_factory=list)
    skipped: list[date] = field(default_factory=list)

    def add(self, row: Assessment) -> None:
        if self.rows:
            self.skipped += between(self.rows[-1].month, row.month)
        self.rows.append(row)


def _cards(history: History, by_number: Mapping[str, Problem], clause: str) -> Iterator[Card]:
    chain, nth = _Chain(), 0
    for row in history.assessments:
        if not row.card:
            chain = _Chain()
            continue
        nth += 1
        chain.add(row)
        behind = tuple(by_number[number] for number in row.problems if number in by_number)
        yield _card(history.party, chain, nth, behind, clause)


def _card(party: Party, chain: _Chain, nth: int, behind: Rows, clause: str) -> Card:
    row = chain.rows[-1]
    months = tuple(first_day(item.month) for item in chain.rows)
    return Card(
        party=party,
        name=called(party, row.unit),
        month=months[-1],
        assessment=row,
        nth=nth,
        consecutive=len(chain.rows),
        problems=behind,
        skipped=tuple(chain.skipped),
        issued=row.issued or last_day(row.month),
        deadline=row.deadline or last_day(month_after(row.month)),
        reason=Reason(clause, months, tuple(item.place("card") for item in chain.rows), behind),
    )


def _liftings(history: History, given: Mapping[tuple[str, date], Card], clause: str) -> Iterator[Lifting]:
    card: Card | None = None
    for row in history.assessments:
        month = first_day(row.month)
        if card and not row.card:
            places = (card.assessment.place("card"), row.place("card"))
            reason = Reason(clause, (card.month, month), places, card.problems)
            yield Lifting(history.party, called(history.party, row.unit), month, card, row, reason)
        card = given[history.party.name, month] if row.card else None
