"""The canonical form of data: equal for equal data, in any process; different for any difference."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path

import pytest

from docgen.batch.canonical import canonical, digest
from docgen.model.charts import RateChart
from docgen.model.settings import DocumentKind


@dataclass(frozen=True)
class Village:
    name: str
    people: int


class Colour(Enum):
    RED = 1
    GREEN = 2


VALUES = [
    None, True, False, 0, 1, 1.0, "", "1", "一", "二", [], [1], [1, 2], [2, 1], {}, {"甲": 1}, {"乙": 1}, {"甲": "1"},
    date(2024, 1, 1), datetime(2024, 1, 1), "2024-01-01", Decimal("1.0"), Decimal("1.00"), Fraction(1, 3), "1/3",
    Village("上村", 3), Village("上村", 4), {"name": "上村", "people": 3}, Colour.RED, Colour.GREEN,
    RateChart(("甲",), (Fraction(1, 2),)), RateChart(("甲",), (None,)), b"1", frozenset({1}), frozenset({1, 2}),
]  # fmt: skip


def test_whatever_differs_differs_in_its_digest() -> None:
    assert len({digest(value) for value in VALUES}) == len(VALUES)


def test_order_counts_in_lists_and_mappings_and_not_in_sets() -> None:
    assert canonical({"甲": 1, "乙": 2}) != canonical({"乙": 2, "甲": 1})
    assert canonical({3, 1, 2}) == canonical({2, 3, 1})


def test_the_office_word_for_a_kind_is_its_text() -> None:
    assert canonical(DocumentKind.LEDGER) == canonical("问题台账")


def test_an_object_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="no canonical form for object"):
        canonical({"甲": [object()]})


def test_another_process_with_another_hash_seed_finds_the_same(tmp_path: Path) -> None:
    code = (
        "from datetime import date; from fractions import Fraction; from docgen.batch.canonical import digest;"
        "print(digest({'甲': [date(2024, 1, 1), Fraction(1, 3)], '乙': {'c', 'a', 'b'}}))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.strip()
        for seed in ("1", "4242")
    }
    assert said == {digest({"甲": [date(2024, 1, 1), Fraction(1, 3)], "乙": {"c", "a", "b"}})}


def test_every_document_of_the_example_has_a_canonical_form() -> None:
    from docgen import assets, issue, produce
    from docgen.cli.order import Order, wanted_documents
    from docgen.model.numbers import Numbers

    campaign = produce.checked(assets.folder("data") / "example").campaign
    months = issue.lived_months(campaign)[-1:]
    composed = issue.compose(issue.Facts(campaign), Numbers(), issue.DOCUMENTS, months, issue.Wish())
    found = wanted_documents([issue.plan(campaign), *composed], Order(Path("out")))
    assert all(item.inputs for item in found)
    assert len({item.inputs for item in found}) == len({item.key for item in found}) == len(found)
