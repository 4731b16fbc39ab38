"""Scope of a progress report: the county or one township, with its figures on the 报送日 and its visits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.documents.brief import Brief
from docgen.documents.narrowing import by_duty, places_of
from docgen.documents.phrases import division
from docgen.documents.township_names import own_names
from docgen.model.facts import MonthProgress, Party, Progress
from docgen.model.places import Township
from docgen.model.supervision import Visit


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about.

    `before` are the figures at the end of the month before, None in the first month; `areas` the parts by place,
    `duties` those by duty; `township` is None for the county.
    """

    name: str
    progress: Progress
    before: Progress | None
    duties: tuple[Progress, ...]
    areas: tuple[Progress, ...]
    township: Township | None = None

    def concerns(self, party: Party) -> bool:
        """Whether something about a party belongs into the report."""
        return self.township is None or party.name == self.township.name

    def visited(self, visits: Iterable[Visit]) -> list[Visit]:
        """The visits that went there, in the order of their days."""
        names = None if self.township is None else {self.township.name, *self.township.former_names}
        return sorted((item for item in visits if names is None or names & set(item.townships)), key=_day)


def _day(visit: Visit) -> tuple[int, ...]:
    return visit.day.timetuple()[:3]


def reported(brief: Brief) -> MonthProgress:
    """The figures of the wanted month as they stand on its 报送日."""
    assert brief.reporting is not None  # whoever wants a report derives them
    return brief.reporting.progress


def county_scope(brief: Brief) -> Scope:
    """The whole county, by duty and by township."""
    progress = reported(brief)
    return Scope(
        f"全{division(brief.campaign.basics.county)}",
        progress.county,
        progress.previous.county if progress.previous else None,
        tuple(progress.duties.values()),
        tuple(progress.townships.values()),
    )


def township_scope(brief: Brief, township: Township) -> Scope:
    """One township, by duty and by village."""
    progress = reported(brief)
    own = progress.townships[township.name]
    return Scope(
        own_names(township)["自称"],
        own,
        progress.previous.townships.get(township.name) if progress.previous else None,
        tuple(by_duty(own, progress.duties)),
        tuple(places_of(progress.villages, own, township.kind)),
        township,
    )
