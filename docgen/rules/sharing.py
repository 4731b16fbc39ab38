"""Rules about the townships' shares: a township's plan does not contradict the county's (all but one are warnings)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.diagnostics import Diagnostic
from docgen.model.work import Target, TownshipTarget
from docgen.rules.case import Case
from docgen.rules.codes import inside, report, warn


@dataclass(frozen=True, slots=True)
class _Amount:
    """A plain number and its unit."""

    number: Decimal
    unit: str


_PERCENT = ("%", "％")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([^\d\s.．,，]*)")


def _amount(text: str) -> _Amount | None:
    """`120户` → 120 and 户; None where the text is not a number with at most a unit behind it."""
    match = _AMOUNT.fullmatch(text.strip())
    return _Amount(Decimal(match[1]), match[2]) if match else None


def target_later(case: Case) -> Iterator[Diagnostic]:
    """A township is not given longer than the county."""
    targets = _targets(case)
    for row in case.campaign.township_targets:
        target = targets.get(row.target)
        if target and target.deadline and row.deadline and row.deadline > target.deadline:
            county = f"县里的是 {target.deadline}（{inside(target.place('deadline'))}）"
            yield warn("RULE-084", row.place("deadline"), f"完成时限是 {row.deadline}", county)


def clearing_later(case: Case) -> Iterator[Diagnostic]:
    """A township's 清零时限 is not later than the county's."""
    basics = case.campaign.basics
    for township in case.campaign.townships if case.knows(basics, "clearing_deadline") else ():
        if township.clearing_deadline and township.clearing_deadline > basics.clearing_deadline:
            county = f"县里的是 {basics.clearing_deadline}（{inside(basics.place('clearing_deadline'))}）"
            found = f"{township.name}的清零时限是 {township.clearing_deadline}"
            yield warn("RULE-085", township.place("clearing_deadline"), found, county)


def plan_earlier(case: Case) -> Iterator[Diagnostic]:
    """A township's plan is not dated before the county's, which it carries out."""
    basics = case.campaign.basics
    for township in case.campaign.townships:
        if township.plan_date and basics.issue_date and township.plan_date < basics.issue_date:
            county = f"县方案的成文日期是 {basics.issue_date}（{inside(basics.place('issue_date'))}）"
            found = f"{township.name}的方案日期是 {township.plan_date}"
            yield warn("RULE-086", township.place("plan_date"), found, county)


def share_twice(case: Case) -> Iterator[Diagnostic]:
    """A township has one share of a target."""
    first: dict[tuple[str, str], TownshipTarget] = {}
    for row in case.campaign.township_targets:
        earlier = first.setdefault((case.names.get(row.township, row.township), row.target), row)
        if earlier is not row:
            found = f"{row.township}的“{row.target}”已经有一行"
            yield report("RULE-087", row.place("target"), found, f"见 {inside(earlier.place('target'))}")


def shares_add_up(case: Case) -> Iterator[Diagnostic]:
    """Where county and townships have plain numbers of one unit, the townships' add up to the county's."""
    if not case.whole("township_targets") or any(share_twice(case)):
        return
    for target in case.campaign.targets:
        whole, rows = _amount(target.value), [row for row in _shares(case, target) if row.value]
        amounts = [amount for row in rows if (amount := _amount(row.value)) and whole and amount.unit == whole.unit]
        if whole is None or whole.unit in _PERCENT or not rows or len(amounts) < len(rows):
            continue
        total = sum(amount.number for amount in amounts)
        if total != whole.number:
            found = f"“{target.short_name}”县里的目标值是 {target.value}"
            yield warn("RULE-088", target.place("value"), found, _sum(case, rows, f"{total}{whole.unit}"))


def _sum(case: Case, rows: list[TownshipTarget], total: str) -> str:
    written = {case.names.get(row.township) for row in rows}
    missing = [township.name for township in case.campaign.townships if township.name not in written]
    lacking = f"，没有写的有{'、'.join(missing)}" if missing else ""
    return f"各乡镇相加是 {total}（{inside(rows[0].place('value'))}起 {len(rows)} 行）{lacking}"


def share_lower(case: Case) -> Iterator[Diagnostic]:
    """A township's percentage is not below the county's."""
    targets = _targets(case)
    for row in case.campaign.township_targets:
        target = targets.get(row.target)
        own, whole = _amount(row.value), _amount(target.value) if target else None
        if target and own and whole and {own.unit, whole.unit} <= set(_PERCENT) and own.number < whole.number:
            county = f"县里的是 {target.value}（{inside(target.place('value'))}）"
            yield warn("RULE-089", row.place("value"), f"{row.township}的目标值是 {row.value}", county)


def _targets(case: Case) -> Mapping[str, Target]:
    return {target.short_name: target for target in case.campaign.targets if target.short_name}


def _shares(case: Case, target: Target) -> list[TownshipTarget]:
    """The rows of a target, if every one of them is known."""
    rows = [row for row in case.campaign.township_targets if row.target == target.short_name]
    return rows if all(case.knows(row, "value") for row in rows) else []
