"""Hindsight: what a row of the ledger says now but could not say on the day that a document speaks of."""

from __future__ import annotations

from datetime import date

from docgen.documents.figures import problem_row
from docgen.documents.plain import Plain
from docgen.model.campaign import Campaign
from docgen.model.ledger import Problem


def row_then(campaign: Campaign, problem: Problem, as_of: date) -> Plain:
    """A row of the ledger as of a day: 进展 has no date, but of work finished later it tells the later end."""
    said = problem_row(campaign, problem, as_of)
    ended = min((day for day in (problem.completed, problem.closed) if day), default=None)
    return said | {"进展": ""} if ended and ended > as_of else said
