"""What a document of the campaign is composed from: the campaign, the facts of its months, the numbers, the wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.documents.phrases import contact_note
from docgen.model.campaign import Campaign
from docgen.model.facts import MonthFacts
from docgen.model.numbers import Number, Numbers, Occasion
from docgen.model.settings import DocumentKind, Setting
from docgen.wording.numerals import document_number


@dataclass(frozen=True, slots=True)
class Given:
    """A document that gets a number: its day, its month (None: it belongs to none), its party ("": to none)."""

    day: date
    month: date | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that the documents of one run are made from.

    `months` are the facts of every month of the campaign up to the wanted one, in order; empty for documents that
    belong to no month. `reporting` are the facts of the wanted month as they stand on its 报送日. `day` takes the place
    of the documents' own day, `only` keeps the documents of these parties (none: all).
    """

    campaign: Campaign
    numbers: Numbers
    months: tuple[MonthFacts, ...] = ()
    reporting: MonthFacts | None = None
    counts: dict[str, int | str] | None = None
    day: date | None = None
    only: tuple[str, ...] = ()
    by_township: bool = False

    @property
    def facts(self) -> MonthFacts:
        """The facts of the wanted month."""
        return self.months[-1]

    @property
    def month(self) -> date:
        """The wanted month."""
        return self.facts.month

    def wants(self, *names: str) -> bool:
        """Whether the documents of a party, known by any of these names, are wanted."""
        return not self.only or any(name in self.only for name in names)

    def setting(self, kind: DocumentKind) -> Setting:
        """The form of a kind of document."""
        return self.campaign.setting(kind)

    def contact(self) -> str:
        """附注 that says whom to call: 联系人：文心远，联系电话：0000-6600100."""
        basics = self.campaign.basics
        return contact_note(basics.contact, basics.phone)

    def plan_title(self) -> str:
        """The title of the county's plan, as other documents cite it between 《 and 》."""
        basics = self.campaign.basics
        return f"{basics.county}{basics.year}年{basics.campaign}工作实施方案"

    def code(self, kind: DocumentKind, own: str = "") -> str:
        """The 代字 of a kind: its own, the township's (`own`), the campaign's."""
        return self.setting(kind).organ_code or own or self.campaign.basics.organ_code

    def number(self, kind: DocumentKind, given: Sequence[Given], own: str = "") -> str:
        """The 文号 (云扶组〔2024〕4号) of the last of `given`; the earlier ones get theirs first, in this order.

        So the numbers follow the months, whichever month is printed first. `own` is the issuing township's 代字. ""
        when there is no 代字.
        """
        code = self.code(kind, own)
        if not code:
            return ""
        occasions = ((item.day.year, Occasion.of(kind, item.month, item.party)) for item in given)
        return numbered(self.numbers.in_turn(code, occasions))


def numbered(number: Number) -> str:
    """A number as 文号."""
    return document_number(number.series, number.year, number.serial)
