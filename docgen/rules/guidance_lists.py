"""Rules about the list of 挂牌县: its number, its rows, and the provinces that both attachments name."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, Place
from docgen.model.listed import County
from docgen.rules.codes import inside
from docgen.rules.codes import report as report_rule
from docgen.rules.guidance_case import GuidanceCase
from docgen.rules.guidance_codes import report, warn


def stated_counties(case: GuidanceCase) -> Iterator[Diagnostic]:
    """挂牌县数 equals the rows."""
    notice, rows = case.guidance.notice, len(case.guidance.counties)
    stated = notice.county_count
    if stated is not None and rows and stated != rows and case.whole("counties"):
        place = notice.place("county_count")
        yield report_rule("RULE-013", place, f"填的是 {stated}", f"“{County.sheet}”里是 {rows} 个")


def same_county(case: GuidanceCase) -> Iterator[Diagnostic]:
    """No county stands twice in its prefecture."""
    first: dict[tuple[str, str, str], Place] = {}
    for county in case.guidance.counties:
        key = (county.region, county.prefecture, county.name)
        place = county.place("name")
        if key in first:
            where = county.prefecture or county.region
            yield report("GUIDE-003", place, f"{where}已经有“{county.name}”", f"见 {inside(first[key])}")
        first.setdefault(key, place)


def region_spelled(case: GuidanceCase) -> Iterator[Diagnostic]:
    """A province has one spelling in both attachments (a warning): 四川 beside 四川省 is no other province."""
    first: dict[str, Place] = {}
    for county in case.guidance.counties:
        first.setdefault(county.region, county.place("region"))
    for tally in case.guidance.tallies:
        near = [name for name in first if name != tally.region and (name in tally.region or tally.region in name)]
        if tally.region not in first and near:
            other = f"“{County.sheet}”里是“{near[0]}”（{inside(first[near[0]])}）"
            yield warn("GUIDE-004", tally.place("region"), f"填的是“{tally.region}”", other)
