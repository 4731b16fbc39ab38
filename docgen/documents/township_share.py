"""Township share: the part of a campaign that is one township's own, as a campaign that its plan is composed from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.places import Township
from docgen.model.work import Target, TownshipTarget

_COUNTABLE = re.compile(r"\d[\d,.]*\s*(?![\d,.%％‰])\D{0,4}$")
"""A value that is counted out among the townships (120, 43户), unlike a share that all have to reach (100%)."""


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """A target as it holds for a township: with its own deadline and value where it has them.

    `valued` tells that the value is the township's own, `earlier` that its deadline goes before the county's.
    """

    target: Target
    valued: bool = False
    earlier: bool = False


def share(campaign: Campaign, township: Township) -> Campaign:
    """The campaign with this township alone: its row, its villages, its sites, its targets."""
    names = (township.name, *township.former_names)
    return replace(
        campaign,
        townships=(township,),
        villages=tuple(village for village in campaign.villages if village.township in names),
        sites=tuple(site for site in campaign.sites if site.township in names),
        targets=tuple(own.target for own in own_targets(campaign, township)),
    )


def own_targets(campaign: Campaign, township: Township) -> list[OwnTarget]:
    """The county's targets as they hold for the township, in the county's order.

    A township without a row follows the county. Where the county's value is counted out among others, it has no part
    in the target: the sum of the shares is the whole.
    """
    found: list[OwnTarget] = []
    for target in campaign.targets:
        rows = [row for row in campaign.township_targets if target.short_name and row.target == target.short_name]
        own = next((row for row in rows if row.township in (township.name, *township.former_names)), None)
        if own:
            found.append(_own(target, own))
        elif not (_COUNTABLE.match(target.value) and any(row.value for row in rows)):
            found.append(OwnTarget(target))
    return found


def _own(target: Target, row: TownshipTarget) -> OwnTarget:
    values: dict[str, str | date | None] = {"value": row.value or target.value}
    if row.deadline and row.deadline != target.deadline:
        # How the county words its own deadline does not fit another one.
        values |= {"deadline": row.deadline, "deadline_wording": ""}
    earlier = bool(row.deadline and target.deadline and row.deadline < target.deadline)
    return OwnTarget(target.model_copy(update=values), bool(row.value), earlier)
