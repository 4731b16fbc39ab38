"""Which documents a campaign issues, and their composing: facts of the months, numbers, one list of documents.

`produce` makes a single one of them; this knows which there are.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.errors import DataError
from docgen.model.settings import DocumentKind

if TYPE_CHECKING:
    from docgen.documents.brief import Brief
    from docgen.documents.composed import Composed
    from docgen.model.campaign import Campaign
    from docgen.model.facts import MonthFacts
    from docgen.model.numbers import Numbers

CAMPAIGN_KINDS: dict[DocumentKind, str] = {
    DocumentKind.COVERING_NOTICE: "covering_notice",
    DocumentKind.TOWNSHIP_PLAN: "township_plan",
}
"""Documents that the campaign issues once → the module that composes them."""

MONTHLY_KINDS: dict[DocumentKind, str] = {
    DocumentKind.MONTHLY_BRIEFING: "monthly_briefing",
    DocumentKind.PROGRESS_REPORT: "progress_report",
    DocumentKind.YELLOW_CARD_NOTICE: "yellow_card_notice",
    DocumentKind.CARD_CIRCULAR: "card_circular",
    DocumentKind.INTERVIEW_NOTICE: "interview_notice",
    DocumentKind.INTERVIEW_RECORD: "interview_record",
    DocumentKind.ESCALATION_REPORT: "escalation_report",
    DocumentKind.RECTIFICATION_NOTICE: "rectification_notice",
    DocumentKind.CLOSING_CONFIRMATION: "closing_confirmation",
    DocumentKind.LEDGER: "ledger",
}
"""Documents of every month, in the order in which their numbers are given."""

DOCUMENTS = CAMPAIGN_KINDS | MONTHLY_KINDS


@dataclass(slots=True)
class Facts:
    """The facts of a campaign's months, each derived once."""

    campaign: Campaign
    _known: dict[tuple[date, date | None], MonthFacts] = field(default_factory=dict)

    def of(self, month: date, as_of: date | None = None) -> MonthFacts:
        """The facts of a month, at its end or on the day `as_of`."""
        from docgen.rules.months import month_facts

        key = (month, as_of)
        if key not in self._known:
            self._known[key] = month_facts(self.campaign, month, as_of)
        return self._known[key]

    def upto(self, month: date) -> tuple[MonthFacts, ...]:
        """The facts of every month of the campaign up to this one."""
        from docgen.rules.span import months

        return tuple(self.of(item) for item in months(self.campaign) if item <= month)

    def on_report_day(self, month: date) -> MonthFacts:
        """The facts of a month as they stand on its 报送日."""
        from docgen.documents.report_period import reporting_day

        return self.of(month, reporting_day(self.campaign.basics, month))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks of a run: which parties (none: all), another day, one briefing a township."""

    only: tuple[str, ...] = ()
    day: date | None = None
    by_township: bool = False


def lived_months(campaign: Campaign) -> tuple[date, ...]:
    """The months of the campaign up to the last that the ledger, a visit, an assessment or an interview speaks of."""
    from docgen.rules.span import months

    spoken = [problem.found for problem in campaign.problems] + [visit.day for visit in campaign.visits]
    spoken += [problem.closed for problem in campaign.problems if problem.closed]
    spoken += [assessment.month for assessment in campaign.assessments]
    spoken += [talk.begins.date() for talk in campaign.interviews if talk.held and talk.begins]
    spoken += [talk.checked for talk in campaign.interviews if talk.checked]
    last = max(spoken, default=None)
    return tuple(month for month in months(campaign) if last is not None and month <= last)


def compose(
    facts: Facts, numbers: Numbers, kinds: Iterable[DocumentKind], months: Iterable[date], wish: Wish
) -> Iterator[Composed]:
    """The documents of these kinds: month by month, kind by kind. Numbers are taken from `numbers` on the way."""
    _reserve_plan(facts.campaign, numbers)
    wanted = list(kinds)
    once = [kind for kind in wanted if kind in CAMPAIGN_KINDS]
    monthly = [kind for kind in wanted if kind in MONTHLY_KINDS]
    briefs = [(once, _brief(facts, numbers, None, wish))]
    briefs += [(monthly, _brief(facts, numbers, month, wish)) for month in months]
    for kinds, brief in briefs:
        for kind in kinds:
            yield from _composed(kind, brief)


def _composed(kind: DocumentKind, brief: Brief) -> Iterator[Composed]:
    module: Any = importlib.import_module(f"docgen.documents.{DOCUMENTS[kind]}")
    yield from module.compose(brief)


def _brief(facts: Facts, numbers: Numbers, month: date | None, wish: Wish) -> Brief:
    from docgen.documents.brief import Brief
    from docgen.rules.counts import counts

    return Brief(
        facts.campaign,
        numbers,
        months=facts.upto(month) if month else (),
        reporting=facts.on_report_day(month) if month else None,
        counts=counts(facts.campaign).values(),
        day=wish.day,
        only=wish.only,
        by_township=wish.by_township,
    )


def _reserve_plan(campaign: Campaign, numbers: Numbers) -> None:
    """The plan's own number, which 基本信息 states, is nobody else's. Raises DataError when somebody has it."""
    from docgen.documents.plan_reference import stated_number
    from docgen.output.register import contradicted

    stated = stated_number(campaign)
    if stated and (other := numbers.reserve(stated)):
        fault = contradicted(stated, other, campaign.basics.place("serial"))
        raise DataError("发文顺序号已经给了别的文件，没有生成文件", "按上面的改法改好再运行", [fault])


def plan(campaign: Campaign) -> Composed:
    """The county's implementation plan."""
    from docgen.documents.implementation_plan import compose as plan_of
    from docgen.rules.counts import counts

    return plan_of(campaign, counts(campaign).values())


def ledger_workbook(facts: Facts, month: date) -> tuple[str, bytes]:
    """The ledger of a month as a workbook, with its title."""
    from docgen.documents.phrases import reference_value
    from docgen.model.supervision import ThresholdKind
    from docgen.rules.thresholds import threshold
    from docgen.workbooks import ledger

    campaign, progress = facts.campaign, facts.of(month).progress
    book = ledger.ledger_workbook(
        campaign,
        progress,
        due_soon_days=threshold(campaign, ThresholdKind.DUE_SOON, month).value,
        value_of=lambda name: reference_value(campaign, name),
    )
    return ledger.ledger_title(campaign, progress), book


def scopes(campaign: Campaign, only: Sequence[str]) -> Iterator[tuple[str, Campaign]]:
    """The campaign, whole under the name "", or as far as each of the townships named in `only` is concerned.

    A township's part has its own problems and its own name.
    """
    basics = campaign.basics
    if not only or basics.county in only:
        yield "", campaign
    for township in campaign.townships if only else ():
        if {township.name, *township.former_names} & set(only):
            own = tuple(item for item in campaign.problems if campaign.party(item.township) is township)
            named = basics.model_copy(update={"county": basics.county + township.name})
            yield township.name, replace(campaign, basics=named, townships=(township,), problems=own)


def data_folder(path: Path) -> Path:
    """Where the register of a data file is kept: beside it."""
    return path.resolve().parent
