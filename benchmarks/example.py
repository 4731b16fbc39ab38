"""The documents of data/example, composed once for all benchmarks."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from docgen import assets, filling, issue, produce
from docgen.documents.composed import Composed
from docgen.output.register import register


@cache
def example_documents() -> tuple[Composed, ...]:
    """Every document of the example campaign, with its charts drawn; the example's own register stays as it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        shutil.copytree(assets.folder("data") / "example", folder)
        campaign = produce.checked(folder).campaign
        facts = issue.Facts(campaign)
        with register(folder) as numbers:
            made = issue.compose(facts, numbers, list(issue.DOCUMENTS), issue.lived_months(campaign), issue.Wish())
    return tuple(_drawn(item) for item in (issue.plan(campaign), *made))


@cache
def example_kinds() -> dict[str, Composed]:
    """Template → the last document of the example made by it: the months grow, and their documents with them."""
    return {item.template: item for item in example_documents()}


def example_plan() -> Composed:
    """The implementation plan."""
    return example_kinds()["implementation_plan"]


def _drawn(composed: Composed) -> Composed:
    return replace(composed, context=filling.with_charts_drawn(composed.context)[0])
