"""Thresholds: the numbers of the campaign's rules, as they are in force in a month."""

from __future__ import annotations

from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.facts import ThresholdValue
from docgen.model.months import first_day
from docgen.model.supervision import ThresholdKind
from docgen.rules.clauses import interview_clause

_DUE_SOON_DAYS = 30
"""Practice: the plan does not say when a problem comes near its limit."""
_PRACTICE = "惯例"


def threshold(campaign: Campaign, item: ThresholdKind, month: date) -> ThresholdValue:
    """The latest row of 督战规则 that is in force in the month; without one, what the campaign began with."""
    began = _at_the_start(campaign, item)
    rows = [row for row in campaign.thresholds if row.item is item and first_day(row.since) <= first_day(month)]
    if not rows:
        return began
    row = max(rows, key=lambda row: row.since)
    return ThresholdValue(row.value, first_day(row.since), row.basis or began.basis, row.place("value"))


def _at_the_start(campaign: Campaign, item: ThresholdKind) -> ThresholdValue:
    basics = campaign.basics
    since = first_day(basics.start_month)
    if item is ThresholdKind.INTERVIEW:
        place = basics.place("card_threshold")
        return ThresholdValue(basics.card_threshold, since, interview_clause(campaign), place)
    return ThresholdValue(_DUE_SOON_DAYS, since, _PRACTICE, basics.place())
