"""Rules about townships, listed villages, sites and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diagnostics import Diagnostic, Place
from docgen.model.places import Site, Village
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn
from docgen.rules.counts import townships_of
from docgen.rules.placeholders import has_placeholder


def same_name(case: Case) -> Iterator[Diagnostic]:
    """Villages and sites are unique within their township; placeholders (XX村) may repeat."""
    groups: tuple[Sequence[Village | Site], ...] = (case.campaign.villages, case.campaign.sites)
    for records in groups:
        first: dict[tuple[str, str], Place] = {}
        for record in records:
            key = (record.township, record.name)
            if key in first and not has_placeholder(record.name):
                found = f"{record.township}已经有“{record.name}”"
                yield report("RULE-001", record.place("name"), found, f"见 {inside(first[key])}")
            first.setdefault(key, record.place("name"))


def reason_unlisted(case: Case) -> Iterator[Diagnostic]:
    """挂牌原因 is one of the 挂牌条件."""
    basics = case.campaign.basics
    if not case.knows(basics, "listing_reasons"):
        return
    for village in case.campaign.villages:
        unknown = [reason for reason in village.reasons if reason not in basics.listing_reasons]
        if unknown:
            found = f"填的是“{'、'.join(unknown)}”"
            known = f"挂牌条件（{inside(basics.place('listing_reasons'))}）里是“{'、'.join(basics.listing_reasons)}”"
            yield report("RULE-002", village.place("reasons"), found, known)


def moved_in_too_many(case: Case) -> Iterator[Diagnostic]:
    """已入住户数 does not exceed 户数."""
    for site in case.campaign.sites:
        if site.moved_in is not None and site.households is not None and site.moved_in > site.households:
            households = f"户数只有 {site.households}（{inside(site.place('households'))}）"
            yield report("RULE-003", site.place("moved_in"), f"已入住户数是 {site.moved_in}", households)


def kind_mismatch(case: Case) -> Iterator[Diagnostic]:
    """A township's name ends with its kind."""
    for township in case.campaign.townships:
        if not township.name.endswith(township.kind):
            kind = f"类别是“{township.kind}”（{inside(township.place('kind'))}）"
            yield report("RULE-016", township.place("name"), f"名称是“{township.name}”", kind)


def same_organ_code(case: Case) -> Iterator[Diagnostic]:
    """Each township has its own 机关代字 (a warning)."""
    first: dict[str, Place] = {}
    for township in case.campaign.townships:
        code, place = township.organ_code, township.place("organ_code")
        if code and code in first and not has_placeholder(code):
            yield warn("RULE-028", place, f"机关代字“{code}”", f"与 {inside(first[code])} 相同")
        first.setdefault(code, place)


def stated_count(case: Case) -> Iterator[Diagnostic]:
    """A stated count equals the rows; a placeholder beside rows is a warning."""
    basics = case.campaign.basics
    for attribute, part, number in _counted(case):
        stated, place = getattr(basics, attribute), basics.place(attribute)
        if stated is None or not number:
            continue
        rows = f"“{_sheet(case, part)}”里是 {number} 个"
        if isinstance(stated, str):
            yield warn("RULE-014", place, f"填的是“{stated}”", rows)
        elif stated != number and case.whole(part):
            yield report("RULE-013", place, f"填的是 {stated}", rows)


def no_villages(case: Case) -> Iterator[Diagnostic]:
    """The listed villages are listed, or at least counted. Sites may be absent: then there are none."""
    basics = case.campaign.basics
    if case.campaign.villages or not case.whole("villages") or not case.knows(basics, "village_count"):
        return
    if basics.village_count is None:
        yield report("RULE-015", basics.place("village_count"), "没有填，“督战村”里也没有名单", "至少应有一处")
    elif basics.village_count == 0:
        yield report("RULE-015", basics.place("village_count"), "填的是 0，“督战村”里也没有名单", "至少应有一个村")


def _counted(case: Case) -> Iterator[tuple[str, str, int]]:
    campaign = case.campaign
    yield "village_count", "villages", len(campaign.villages)
    yield "site_count", "sites", len(campaign.sites)
    yield "site_township_count", "sites", len(townships_of(campaign.sites))


def _sheet(case: Case, part: str) -> str:
    """The Chinese name of a part that has rows."""
    return str(getattr(case.campaign, part)[0].sheet)
