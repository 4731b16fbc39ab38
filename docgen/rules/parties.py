"""Parties: whom assessments, cards and interviews are about, whatever name a row uses for them."""

from __future__ import annotations

from docgen.model.campaign import Campaign
from docgen.model.facts import Party
from docgen.model.units import Unit


def parties(campaign: Campaign) -> tuple[Party, ...]:
    """Every party in the order of the workbook: townships, then units."""
    return (*campaign.townships, *campaign.units)


def order(campaign: Campaign) -> dict[str, int]:
    """Present name → place in the order of the workbook."""
    return {party.name: number for number, party in enumerate(parties(campaign))}


def called(party: Party, name: str) -> str:
    """The full name that a row means: a short name is written out, a former name stays."""
    return party.name if isinstance(party, Unit) and name == party.short_name else name


def present_names(campaign: Campaign) -> dict[str, str]:
    """Every name that `Campaign.party` knows → the party's present full name."""
    names: dict[str, str] = {}
    for party in parties(campaign):
        short = (party.short_name,) if isinstance(party, Unit) else ()
        for name in (party.name, *short, *party.former_names):
            names.setdefault(name, party.name)
    return names
