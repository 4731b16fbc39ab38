"""Rules about what is set once or from a month on: 督战规则, 简报设置."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.diagnostics import Diagnostic
from docgen.model.months import first_day
from docgen.model.supervision import Threshold, ThresholdKind
from docgen.rules.case import Case
from docgen.rules.codes import inside, report
from docgen.rules.schedule import boundary


def threshold_twice(case: Case) -> Iterator[Diagnostic]:
    """A rule has one number in a month."""
    first: dict[tuple[ThresholdKind, date], Threshold] = {}
    for row in case.campaign.thresholds:
        earlier = first.setdefault((row.item, first_day(row.since)), row)
        if earlier is not row:
            found = f"“{row.item}”从 {row.since:%Y-%m} 起已经有一行"
            yield report("RULE-090", row.place("since"), found, f"见 {inside(earlier.place('since'))}")


def threshold_outside(case: Case) -> Iterator[Diagnostic]:
    """A rule changes within the campaign's months."""
    for row in case.campaign.thresholds:
        if end := case.beyond(row.since):
            yield report("RULE-091", row.place("since"), f"生效月份是 {row.since:%Y-%m}", boundary(case, end))


def bulletin_twice(case: Case) -> Iterator[Diagnostic]:
    """The briefing has one head and foot."""
    rows = case.campaign.bulletins
    for row in rows[1:]:
        yield report("RULE-092", row.place(), "“简报设置”不止一行", f"用的是 {inside(rows[0].place())}")
