"""Unit letters: one to each 责任单位 that a month's figures concern, dated and numbered alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.composed import Composed
from docgen.documents.issuing import Letter, composed, number_of
from docgen.documents.organs import known_names, name_in, organ
from docgen.documents.plain import Plain
from docgen.model.facts import MonthFacts, Progress
from docgen.model.settings import DocumentKind


@dataclass(frozen=True, slots=True)
class UnitLetters:
    """A kind of such letters: which figures call for one, and the names of its template.

    `title` is the title's width in 字, about; `names` is given the letter's day.
    """

    template: str
    kind: DocumentKind
    title: float
    concerns: Callable[[Progress], bool]
    names: Callable[[Brief, Progress, date], Plain]

    def compose(self, brief: Brief) -> Iterator[Composed]:
        """The month's letters, in the order of the workbook's units, then townships."""
        for name, progress in brief.facts.progress.units.items():
            if self.concerns(progress) and _wanted(brief, name):
                yield self._letter(brief, name, progress)

    def number(self, brief: Brief, name: str, day: date | None = None) -> str:
        """The 编号 of the wanted month's letter to a unit; those of earlier months get theirs first."""
        given = [
            Given(facts.progress.as_of, facts.month, unit) for facts in brief.months for unit in self._concerned(facts)
        ]
        return number_of(brief, self.kind, given, Given(day or brief.facts.progress.as_of, brief.month, name))

    def _concerned(self, facts: MonthFacts) -> Iterator[str]:
        return (name for name, progress in facts.progress.units.items() if self.concerns(progress))

    def _letter(self, brief: Brief, name: str, progress: Progress) -> Composed:
        unit, addressees = _whom(brief, name)
        day = brief.day or brief.facts.progress.as_of
        letter = Letter(
            self.template,
            self.kind,
            self.number(brief, name, brief.day),
            brief.month,
            day,
            self.title,
            unit=unit,
            addressees=addressees,
        )
        return composed(brief, letter, self.names(brief, progress, day))


def _wanted(brief: Brief, name: str) -> bool:
    """Whether the documents of a 责任单位 are wanted, by whatever name it was asked for."""
    party = brief.campaign.party(name)
    return brief.wants(name, *(known_names(party) if party else ()))


def _whom(brief: Brief, name: str) -> tuple[str, str]:
    """A 责任单位 as it was called in the month, and its organ."""
    party = brief.campaign.party(name)
    if party is None:
        return name, name
    called = name_in(brief.campaign, party, brief.month)
    return called, organ(party, name=called)
