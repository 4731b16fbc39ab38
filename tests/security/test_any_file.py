"""Any bytes behind any name end in data, faults or one FileError: never in a crash."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strange_files import book, word

from docgen.errors import FileError
from docgen.intake.books import RECORDS
from docgen.intake.csvtext import csv_grid
from docgen.intake.decoding import decoded
from docgen.intake.jsontext import parse_json
from docgen.intake.load import load
from docgen.intake.nodes import BrokenText, Node
from docgen.intake.tables import Tables
from docgen.intake.yamltext import parse_yaml
from docgen.opening.kinds import kind_of
from docgen.opening.office import open_word, open_workbook
from docgen.opening.prolog import fault


def outcome(call: Callable[..., Any], *given: object) -> Any:
    """What a call returns, or the error that is for users."""
    try:
        return call(*given)
    except (FileError, BrokenText) as error:
        return error


SOUND = (word(), book(), "县名: 云岭县\n".encode(), b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))


@st.composite
def spoiled(draw) -> bytes:
    """Any bytes, or a sound file with a piece of it changed."""
    data = draw(st.sampled_from(SOUND) | st.binary(max_size=400))
    start = draw(st.integers(0, len(data)))
    return data[:start] + draw(st.binary(max_size=20)) + data[start + draw(st.integers(0, 40)) :]


@given(spoiled())
def test_any_bytes_are_of_some_kind_and_pass_the_guard_or_not(data: bytes) -> None:
    assert kind_of(data)
    assert isinstance(fault(data), str)
    for open_file in (open_word, open_workbook):
        found = outcome(lambda: [opened.read(name) for opened in [open_file(data, "甲")] for name in opened])  # noqa: B023
        assert isinstance(found, list) or (found.message.startswith("甲 ") and found.remedy)


@given(spoiled() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_text_or_told(data: bytes) -> None:
    found = outcome(decoded, data, "甲.csv")
    assert isinstance(found, str) or (found.message.startswith("甲.csv ") and found.remedy)


SIGNS = st.text(
    st.sampled_from("甲乙:：-[]{},\"'&*!|>?# \n\t%@`~0.") | st.characters(exclude_categories=("Cs",)), max_size=80
)


@given(SIGNS)
def test_any_text_is_yaml_and_json_or_a_fault_with_its_line(text: str) -> None:
    for parse in (parse_yaml, parse_json):
        found = outcome(parse, text, "甲.yaml")
        assert isinstance(found, Node) or found.diagnostic.remedy


@given(st.text(st.sampled_from('甲乙,;\t"\n\r=0') | st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_text_is_a_csv_or_a_fault_with_its_row(text: str) -> None:
    tables = Tables("问题台账.csv")
    grid, _ = csv_grid(text, "问题台账.csv", RECORDS["problems"], 0, tables)
    assert len({len(row) for row in grid.values}) <= 1
    assert all(item.code in ("DATA-044", "DATA-045") for item in tables.diagnostics)


@given(spoiled(), st.sampled_from((".xlsx", ".yaml", ".json", ".csv", ".docx")))
def test_any_bytes_are_loaded_or_told(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"甲{suffix}"
        path.write_bytes(data)
        found = outcome(load, path)
        assert found.remedy if isinstance(found, FileError) else found.diagnostics
