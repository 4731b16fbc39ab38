"""Counts: the numbers in the text, each with its reason: the rows of a list, or the cell that states it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.model.basics import Basics
from docgen.model.campaign import Campaign
from docgen.model.fields import Record
from docgen.model.places import Site
from docgen.rules.codes import inside


@dataclass(frozen=True, slots=True)
class Count:
    """A number, or the placeholder (XX) of one that is not known yet, and where it comes from."""

    value: int | str
    reason: str
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """挂牌村数, 安置点数, 安置点乡镇数, 阶段数."""

    village_count: Count
    site_count: Count
    site_township_count: Count
    phase_count: Count

    def by_name(self) -> dict[str, Count]:
        """The counts under the names that templates and messages use."""
        stated = ("village_count", "site_count", "site_township_count")
        return {Basics.heading(name): getattr(self, name) for name in stated} | {"阶段数": self.phase_count}

    def values(self) -> dict[str, int | str]:
        """The same without their reasons, as a document prints them."""
        return {name: count.value for name, count in self.by_name().items()}


def counts(campaign: Campaign) -> Counts:
    """The counts of a campaign. A stated number comes first: where it differs from the rows, `consistency` tells."""
    return Counts(
        _count(campaign, "village_count", campaign.villages, len(campaign.villages)),
        _count(campaign, "site_count", campaign.sites, len(campaign.sites)),
        _count(campaign, "site_township_count", campaign.sites, len(townships_of(campaign.sites))),
        Count(len(campaign.phases), f"“工作阶段”的 {len(campaign.phases)} 行"),
    )


def townships_of(sites: tuple[Site, ...]) -> set[str]:
    """The townships that have a site."""
    return {site.township for site in sites}


def _count(campaign: Campaign, attribute: str, rows: tuple[Record, ...], number: int) -> Count:
    stated: int | str | None = getattr(campaign.basics, attribute)
    if stated is not None:
        return Count(stated, inside(campaign.basics.place(attribute)), stated=True)
    if not rows:
        return Count(0, "没有名单，也没有写数")
    return Count(number, f"“{rows[0].sheet}”的 {len(rows)} 行")
