"""Visits in a progress report: how often, by whom, where, how, and what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.documents.brief import Brief
from docgen.documents.ground import row
from docgen.documents.plain import Plain
from docgen.documents.report_period import Period
from docgen.documents.report_scope import Scope
from docgen.model.campaign import Campaign
from docgen.model.places import Site, Village
from docgen.model.supervision import Visit
from docgen.wording.dates import day_range


def visits_part(brief: Brief, scope: Scope, span: Period) -> Plain:
    """The visits of this month's part of the period."""
    campaign = brief.campaign
    visits = [visit for visit in scope.visited(campaign.visits) if span.has(visit.day)]
    own = scope.township.name if scope.township else ""
    places = {place for visit in visits for place in visited_places(campaign, visit, own)}
    return {
        "次数": len(visits),
        "乡镇数": len({present_name(campaign, name) for visit in visits for name in visit.townships}),
        "村数": len(places),
        "队伍": _counted(visit.team for visit in visits),
        "方式": _counted(str(way) for visit in visits for way in visit.ways),
        "记录": [_row(campaign, visit, own) for visit in visits],
    }


def _row(campaign: Campaign, visit: Visit, own: str) -> Plain:
    return {
        **row(campaign, visit),
        "日期": day_range(visit.day, visit.day, visit.day.year),
        "地点": _where(campaign, visit, own),
    }


def _where(campaign: Campaign, visit: Visit, own: str) -> str:
    """青石镇石桥村、上坝村；白水乡; within one township's report its villages alone."""
    found = list(visited_places(campaign, visit, own))
    if own:
        return "、".join(place for _, place in found) or own
    towns = [present_name(campaign, name) for name in visit.townships]
    return "；".join(town + "、".join(place for owner, place in found if owner == town) for town in towns)


def visited_places(campaign: Campaign, visit: Visit, own: str) -> Iterator[tuple[str, str]]:
    """The villages and sites of a visit, each with the township among the visited ones that has it."""
    towns = [present_name(campaign, name) for name in visit.townships]
    for place in visit.places:
        owner = next((town for town in towns if _has(campaign, town, place)), towns[0])
        if own in ("", owner):
            yield owner, place


def _has(campaign: Campaign, township: str, place: str) -> bool:
    listed: tuple[Village | Site, ...] = (*campaign.villages, *campaign.sites)
    return any(item.name == place and present_name(campaign, item.township) == township for item in listed)


def present_name(campaign: Campaign, name: str) -> str:
    """The township's present name."""
    party = campaign.party(name)
    return party.name if party else name


def _counted(names: Iterable[str]) -> list[Plain]:
    """Each name with how often it occurs, in the order of the first time."""
    found = list(names)
    return [{"名称": name, "次数": found.count(name)} for name in dict.fromkeys(found)]
