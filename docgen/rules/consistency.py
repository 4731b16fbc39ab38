"""Consistency: campaign → its inconsistencies. One small function a rule; each lives with its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.diagnostics import Diagnostic, Diagnostics
from docgen.model.campaign import Campaign
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.rules import (
    amendments,
    assessing,
    carding,
    elements,
    interviewing,
    issuing,
    ledger,
    listing,
    outcomes,
    placeholders,
    schedule,
    sharing,
    visiting,
    writing,
)
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
    writing.own_duty_unprinted,
    issuing.printed_too_early,
    elements.no_signer,
    elements.head_lacks,
    elements.township_code_lacks,
    elements.signature_lacks,
    issuing.no_copy_number,
    issuing.copy_number_form,
    issuing.urgency_form,
    issuing.secrecy_form,
    issuing.labels_without_head,
    issuing.attachment_empty,
    issuing.mark_too_long,
    issuing.imprint_too_tall,
    ledger.place_unlisted,
    ledger.found_outside,
    ledger.due_before_found,
    ledger.due_after_end,
    ledger.completed_before_found,
    ledger.closed_too_early,
    ledger.closed_unproved,
    ledger.status_contradicts,
    ledger.reopened_wrongly,
    assessing.month_outside,
    assessing.assessed_twice,
    assessing.month_missing,
    assessing.good_with_card,
    assessing.poor_without_card,
    assessing.details_without_card,
    carding.without_reasons,
    carding.without_rows,
    carding.of_others,
    carding.found_later,
    carding.closed_before,
    carding.issued_too_early,
    carding.due_before_issued,
    carding.due_after_end,
    interviewing.not_due,
    interviewing.not_entered,
    interviewing.entered_twice,
    interviewing.notified_too_early,
    interviewing.talked_too_early,
    interviewing.ends_too_early,
    interviewing.nobody,
    interviewing.not_the_head,
    interviewing.not_the_commander,
    outcomes.record_lacks,
    outcomes.result_without_talk,
    outcomes.effect_undated,
    outcomes.checked_too_early,
    outcomes.effect_doubtful,
    outcomes.demand_of_no_talk,
    outcomes.demand_due_too_early,
    outcomes.demand_due_after_end,
    outcomes.demand_found_too_early,
    visiting.outside,
    visiting.place_unknown,
    visiting.problem_elsewhere,
    visiting.problem_later,
    sharing.target_later,
    sharing.clearing_later,
    sharing.plan_earlier,
    sharing.share_twice,
    sharing.shares_add_up,
    sharing.share_lower,
    amendments.threshold_twice,
    amendments.threshold_outside,
    amendments.bulletin_twice,
    placeholders.left,
)


def inconsistencies(campaign: Campaign, *, gaps: Gaps = NO_GAPS) -> list[Diagnostic]:
    """Every contradiction between records, in reading order.

    `gaps` tells what a faulty cell left out (`Loaded.gaps`).
    """
    case = Case(campaign, gaps)
    return Diagnostics([item for rule in RULES for item in rule(case)]).sorted()
