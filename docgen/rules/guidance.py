"""Guidance → its inconsistencies. One small function a rule; each lives with its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.diagnostics import Diagnostic, Diagnostics
from docgen.model.gaps import NO_GAPS, Gaps
from docgen.model.guidance import Guidance
from docgen.rules import guidance_issuing, guidance_lists, guidance_texts, tallies
from docgen.rules.guidance_case import GuidanceCase

Rule = Callable[[GuidanceCase], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    guidance_issuing.head_lacks,
    guidance_issuing.mark_too_long,
    guidance_issuing.imprint_lacks,
    guidance_issuing.printed_too_early,
    guidance_issuing.unsigned,
    guidance_issuing.title_word_too_long,
    guidance_lists.stated_counties,
    guidance_lists.same_county,
    guidance_lists.region_spelled,
    tallies.add_up,
    guidance_texts.opinion_named,
    guidance_texts.attachments_mentioned,
    guidance_texts.numbering,
    guidance_texts.half_width,
    guidance_texts.half_width_attachments,
    guidance_texts.placeholders,
)


def inconsistencies(guidance: Guidance, *, gaps: Gaps = NO_GAPS) -> list[Diagnostic]:
    """Every contradiction in the data of a 指导意见, in reading order.

    `gaps` tells what a faulty cell left out (`Loaded.gaps`).
    """
    case = GuidanceCase(guidance, gaps)
    return Diagnostics([item for rule in RULES for item in rule(case)]).sorted()
