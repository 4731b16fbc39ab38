"""Issuing: what the documents that the county's office sends out have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.documents.brief import Brief, Given
from docgen.documents.citations import plan_names
from docgen.documents.composed import Composed
from docgen.documents.form import Issue, form
from docgen.documents.ground import ground
from docgen.documents.plain import Plain
from docgen.model.settings import DocumentKind
from docgen.wording.dates import month_name


@dataclass(frozen=True, slots=True)
class Letter:
    """One document of a month: its template and kind, its number, its day, whom it is for.

    `unit` is the party's name for the list of files, "" where the document is for all; `title` the title's width in
    字, about; `dated` is False where the day is left to be written by hand.
    """

    template: str
    kind: DocumentKind
    number: str
    month: date
    day: date
    title: float
    unit: str = ""
    addressees: str = ""
    issuer: str = ""
    dated: bool = True


def issue_of(brief: Brief, letter: Letter) -> Issue:
    """How a letter is issued: by its kind's own organ, else the campaign's, with the contact as 附注."""
    setting, basics = brief.setting(letter.kind), brief.campaign.basics
    return Issue(
        setting,
        letter.issuer or setting.issuer or basics.issuer,
        letter.number,
        letter.day if letter.dated else None,
        letter.title,
        addressees=letter.addressees,
        # Without a 版记 only those are told to whom this kind of document goes by itself.
        copies=setting.copies or (basics.copies if setting.headed else ""),
        signers=basics.signers,
        printing_organ=basics.printing_organ,
        note=brief.contact(),
    )


def composed(brief: Brief, letter: Letter, names: Plain, issue: Issue | None = None) -> Composed:
    """The letter with its own names beside those that every document has."""
    made = issue or issue_of(brief, letter)
    context = {**ground(brief.campaign), **plan_names(brief), **form(made), **names}
    whose = f"（{letter.unit}）" if letter.unit else ""
    return Composed(
        letter.template, letter.kind, context, made.issuer, letter.day,
        stem=f"{month_name(letter.month)}{letter.kind}{whose}",
        month=letter.month, unit=letter.unit, number=letter.number,
    )  # fmt: skip


def number_of(brief: Brief, kind: DocumentKind, all_given: Sequence[Given], wanted: Given) -> str:
    """The number of `wanted`, which stands among `all_given` in their order; the earlier ones get theirs first.

    Its month and party say which one it is; its own day may be another one, as the command line wishes.
    """
    keys = [(item.month, item.party) for item in all_given]
    before = all_given[: keys.index((wanted.month, wanted.party))]
    return brief.number(kind, [*before, wanted])
