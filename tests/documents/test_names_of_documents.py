"""Every document: the names that its template gets are the explained ones, and none that it explains is missing."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from docgen import issue, produce
from docgen.documents import implementation_plan
from docgen.documents.citations import PLAN
from docgen.documents.composed import Composed
from docgen.documents.form import FORM
from docgen.documents.ground import GROUND
from docgen.model.basics import Basics
from docgen.model.campaign import SHEETS
from docgen.model.numbers import Numbers
from docgen.model.settings import DocumentKind
from docgen.output.register import checked
from docgen.word.template import compile_template

ROOT = Path(__file__).resolve().parents[2]
MODEL = {Basics.heading(name) for name in Basics.model_fields}
PLANS = (DocumentKind.COVERING_NOTICE, DocumentKind.TOWNSHIP_PLAN)
"""Documents that say what the county's plan says."""
KINDS = list(map(str, issue.DOCUMENTS))
MODULES: dict[DocumentKind, Any] = {
    kind: importlib.import_module(f"docgen.documents.{name}") for kind, name in issue.DOCUMENTS.items()
}


EXAMPLE = ROOT / "data" / "example"


@pytest.fixture(scope="module")
def numbers() -> Numbers:
    """The numbers of the example's life, given for the first time."""
    return Numbers()


@pytest.fixture(scope="module")
def composed(numbers: Numbers) -> dict[str, list[Composed]]:
    """Every document of the example's life, by kind."""
    campaign = produce.checked(EXAMPLE).campaign
    made = issue.compose(
        issue.Facts(campaign), numbers, list(issue.DOCUMENTS), issue.lived_months(campaign), issue.Wish()
    )
    by_kind: dict[str, list[Composed]] = {}
    for item in made:
        by_kind.setdefault(str(item.name), []).append(item)
    return by_kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_made_in_the_life_of_the_example(kind: str, composed: dict[str, list[Composed]]) -> None:
    assert composed[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_the_grounds_the_forms_or_explained_by_its_own_module(
    kind: str, composed: dict[str, list[Composed]]
) -> None:
    explained = MODEL | set(GROUND) | set(FORM) | set(PLAN) | set(MODULES[DocumentKind(kind)].DERIVED)
    if kind in PLANS:
        explained |= {record.sheet for record in SHEETS.values()} | set(implementation_plan.DERIVED)
    for item in composed[kind]:
        assert set(item.context) - explained == set(), item.stem
        assert set(MODULES[DocumentKind(kind)].DERIVED) - set(item.context) == set(), item.stem


@pytest.mark.parametrize("kind", KINDS)
def test_the_template_uses_its_own_names_and_no_unknown_one(kind: str, composed: dict[str, list[Composed]]) -> None:
    module = MODULES[DocumentKind(kind)]
    path = ROOT / "templates" / f"{module.TEMPLATE}.docx"
    names = compile_template(path.read_bytes(), path.name).names
    assert names <= set(composed[kind][0].context)


def test_no_two_documents_have_one_file_name(composed: dict[str, list[Composed]]) -> None:
    stems = [item.stem for items in composed.values() for item in items if item.stem]
    assert len(stems) > 500
    assert len(stems) == len(set(stems))


def test_no_number_is_given_twice_in_the_whole_life(composed: dict[str, list[Composed]]) -> None:
    numbers = [item.number for items in composed.values() for item in items if "〔" in item.number]
    assert len(numbers) > 300
    assert len(numbers) == len(set(numbers))


def test_the_examples_register_holds_what_a_first_run_gives(
    composed: dict[str, list[Composed]], numbers: Numbers
) -> None:
    assert composed
    assert sorted(checked(EXAMPLE)) == sorted(numbers)
