"""The example plan, composed once for all benchmarks."""

from __future__ import annotations

from functools import cache

from docgen import assets, produce
from docgen.documents.composed import Composed
from docgen.documents.implementation_plan import compose
from docgen.rules.counts import counts


@cache
def example_plan() -> Composed:
    """The implementation plan of data/example."""
    campaign = produce.checked(assets.folder("data") / "example").campaign
    return compose(campaign, counts(campaign).values())
