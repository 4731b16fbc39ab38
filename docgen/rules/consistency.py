"""Consistency: campaign → its inconsistencies. One small function a rule; each lives with its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.diagnostics import Diagnostic, Diagnostics
from docgen.model.campaign import Campaign
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.rules import issuing, listing, placeholders, schedule, writing
from docgen.rules.case import Case

Rule = Callable[[Case], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    schedule.months_reversed,
    schedule.year_outside,
    schedule.phase_reversed,
    schedule.phases_overlap,
    schedule.phases_gap,
    schedule.phase_outside,
    schedule.clearing_outside,
    schedule.clearing_unmatched,
    schedule.target_outside,
    schedule.wording_contradicts,
    listing.same_name,
    listing.reason_unlisted,
    listing.moved_in_too_many,
    listing.kind_mismatch,
    listing.same_organ_code,
    listing.stated_count,
    listing.no_villages,
    writing.duty_empty,
    writing.duty_twice,
    writing.lead_supports,
    writing.edges,
    writing.title_word_too_long,
    writing.division_unknown,
    issuing.printed_too_early,
    issuing.no_signer,
    issuing.head_lacks,
    issuing.signature_lacks,
    issuing.no_copy_number,
    issuing.copy_number_form,
    issuing.urgency_form,
    issuing.secrecy_form,
    issuing.labels_without_head,
    issuing.attachment_empty,
    issuing.mark_too_long,
    issuing.imprint_too_tall,
    placeholders.left,
)


def inconsistencies(campaign: Campaign, *, gaps: Gaps = NO_GAPS) -> list[Diagnostic]:
    """Every contradiction between records, in reading order.

    `gaps` tells what a faulty cell left out (`Loaded.gaps`).
    """
    case = Case(campaign, gaps)
    return Diagnostics([item for rule in RULES for item in rule(case)]).sorted()
