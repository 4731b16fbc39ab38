"""Facts: what `rules` derive from a campaign. Every document of a month quotes these same objects.

Figures are kept as the ledger rows that make them up, so that a number can always be traced to its cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from docgen.diagnostics import Place
from docgen.model.interviews import Demand, Interview
from docgen.model.ledger import Problem
from docgen.model.months import month_after
from docgen.model.places import Township
from docgen.model.supervision import Assessment
from docgen.model.units import Unit

Party = Township | Unit
"""Whom a card or an interview is about."""

Rows = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of one scope (the county, a township, a village, a duty, a unit) in one month.

    `found`, `closed`, `closed_in_time`, `reopened` are of the month up to `as_of`; the `all_` ones since the campaign
    began; `open`, `overdue` and `due_soon` as things stand at the end of `as_of`. Closed is 销号; in time is 销号 not
    after 整改时限 (a problem without 整改时限 is always in time); overdue is open when `as_of` is later than 整改时限.
    """

    scope: str
    found: Rows = ()
    closed: Rows = ()
    closed_in_time: Rows = ()
    reopened: Rows = ()
    all_found: Rows = ()
    all_closed: Rows = ()
    all_closed_in_time: Rows = ()
    open: Rows = ()
    overdue: Rows = ()
    due_soon: Rows = ()

    @property
    def rate(self) -> Fraction | None:
        """销号率: closed of all found so far; None when nothing was found."""
        return Fraction(len(self.all_closed), len(self.all_found)) if self.all_found else None


@dataclass(frozen=True, slots=True)
class MonthProgress:
    """Progress of a month in every scope, in the order of the workbook; `previous` is the month before (None: none).

    Every township, duty and unit that the workbook lists has its Progress, also where nothing was found. `villages`
    are keyed by (township, village or site) and hold the listed villages and sites, then others that the ledger names.
    """

    month: date
    as_of: date
    county: Progress
    townships: Mapping[str, Progress]
    villages: Mapping[tuple[str, str], Progress]
    duties: Mapping[str, Progress]
    units: Mapping[str, Progress]
    previous: MonthProgress | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A township's place in the ranking by 销号率. Equal rates share a rank, the next rank is left out (1, 2, 2, 4).

    `rank` is None where nothing was found yet. `rise` is how many ranks it went up since last month (negative: down);
    None when it had no rank then.
    """

    progress: Progress
    rank: int | None
    last_rank: int | None

    @property
    def rise(self) -> int | None:
        """Ranks gained since last month."""
        return None if self.rank is None or self.last_rank is None else self.last_rank - self.rank


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a conclusion holds: the clause of the plan, the months, the cells of the workbook, the ledger rows."""

    clause: str
    months: tuple[date, ...]
    places: tuple[Place, ...]
    problems: Rows = ()


@dataclass(frozen=True, slots=True)
class ThresholdValue:
    """A threshold in force in a month: its number, from when, on what basis, where it stands."""

    value: int
    since: date
    basis: str
    place: Place


@dataclass(frozen=True, slots=True)
class Card:
    """黄牌: a warning given to a party for one month.

    `name` is the party's full name as that month's row says it (a former name stays). `nth` counts all its cards,
    `consecutive` those of the unbroken chain that this one ends. `skipped` are months of the chain without assessment.
    """

    party: Party
    name: str
    month: date
    assessment: Assessment
    nth: int
    consecutive: int
    problems: Rows
    skipped: tuple[date, ...]
    issued: date
    deadline: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Lifting:
    """黄牌解除: the first later assessment without a card ends the chain of cards."""

    party: Party
    name: str
    month: date
    card: Card
    assessment: Assessment
    reason: Reason


_NOTICE_DAY = 5


@dataclass(frozen=True, slots=True)
class InterviewDue:
    """An interview that the chain of `cards` (the last ones, as many as the threshold) makes due in `month`.

    `interview` and `demands` are what the workbook says of it, None and () when it says nothing yet.
    """

    party: Party
    name: str
    month: date
    cards: tuple[Card, ...]
    threshold: ThresholdValue
    interview: Interview | None
    demands: tuple[Demand, ...]
    reason: Reason

    @property
    def notified(self) -> date:
        """The day of the 约谈通知书: as recorded, or the 5th of the month after the one that makes it due."""
        recorded = self.interview.notified if self.interview else None
        return recorded or month_after(self.month).replace(day=_NOTICE_DAY)

    @property
    def talked(self) -> date | None:
        """The day on which the talk was held; None while it was not, or while no time is recorded."""
        talk = self.interview
        return talk.begins.date() if talk and talk.held and talk.begins else None


class Cause(StrEnum):
    """What shows that an interview had no visible effect."""

    CHECKED = "复查结果不明显"
    CARDED_AGAIN = "约谈后首次评估仍被“黄牌”警告"


@dataclass(frozen=True, slots=True)
class Escalation:
    """提请追责问责: an interview without visible effect, to be reported to the leading group in `month`.

    `assessment` is the one that carded the party again, None where the check itself says so.
    """

    party: Party
    name: str
    month: date
    due: InterviewDue
    cause: Cause
    assessment: Assessment | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """Everything derived for one month.

    `interviews` are those that this month's cards make due; `talks` those that were held on a day of this month.
    `threshold` is the 约谈门槛 in force in the month. `late_escalations` belong to months after the campaign's end; its
    last month has them, since there is no other to issue them with.
    """

    month: date
    progress: MonthProgress
    standings: tuple[Standing, ...]
    cards: tuple[Card, ...]
    liftings: tuple[Lifting, ...]
    interviews: tuple[InterviewDue, ...]
    escalations: tuple[Escalation, ...]
    threshold: ThresholdValue
    talks: tuple[InterviewDue, ...] = ()
    late_escalations: tuple[Escalation, ...] = ()
