"""The months of a campaign, each known by its first day."""

from __future__ import annotations

from datetime import date

from docgen.model.campaign import Campaign
from docgen.model.months import between, first_day, month_after, month_before


def months(campaign: Campaign) -> tuple[date, ...]:
    """Every month of the campaign, from 起始月份 to 结束月份; none when they are reversed."""
    start, end = first_day(campaign.basics.start_month), first_day(campaign.basics.end_month)
    return () if end < start else between(month_before(start), month_after(end))
