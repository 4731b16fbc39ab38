"""Organs: how a party is addressed in a document: a township by its government, a unit by its full name."""

from __future__ import annotations

from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.facts import Party
from docgen.model.places import Township, TownshipKind
from docgen.model.units import Unit

_SUBDISTRICT = "街道"
_COMPLETE = ("人民政府", "办事处")


def organ(party: Party, county: str = "", name: str = "") -> str:
    """青石镇人民政府, 南岭街道办事处, 县教育局; a township with `county` in front where it speaks for itself.

    `name` is the name that the party bore then, where it was another one: a 街道 may have been a 镇.
    """
    called = name or party.name
    return called if isinstance(party, Unit) else county + called + _body(called, party)


def _body(called: str, township: Township) -> str:
    if called.endswith(_COMPLETE):
        return ""
    if called.endswith(_SUBDISTRICT):
        return "办事处"
    # A 街道 whose name leaves the word out; under a former name it was something else.
    unsaid = township.kind is TownshipKind.SUBDISTRICT and called == township.name
    return f"{_SUBDISTRICT}办事处" if unsaid else "人民政府"


def name_in(campaign: Campaign, party: Party, month: date) -> str:
    """The name that a party bore in a month: its latest assessment by then uses it, else the first one after."""
    rows = sorted((row for row in campaign.assessments if campaign.party(row.unit) is party), key=lambda row: row.month)
    by_then = [row for row in rows if row.month <= month]
    row = by_then[-1] if by_then else next(iter(rows), None)
    return row.unit if row and row.unit in party.former_names else party.name


def known_names(party: Party) -> tuple[str, ...]:
    """Every name under which a party may be asked for."""
    short = (party.short_name,) if isinstance(party, Unit) else ()
    return (party.name, *short, *party.former_names)
