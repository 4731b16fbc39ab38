from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.corpus import cases
from benchmarks.fidelity_apart import REASONS, reason_apart
from benchmarks.fidelity_cases import _evenly
from benchmarks.fidelity_refused import refusals

CASES = cases()


def test_the_corpus_has_the_files_it_promises_and_names_each_once():
    assert len(CASES) >= 120
    assert all(make.__doc__ and make.__doc__.strip() for make in CASES.values())


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_sound_xml_and_the_same_bytes_each_time(name):
    made = CASES[name]()
    assert made == CASES[name]()
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        parts = opened.namelist()
        for part in parts:
            if part.endswith((".xml", ".rels")):
                etree.fromstring(opened.read(part))
    assert {"[Content_Types].xml", "word/document.xml", "word/styles.xml"} <= set(parts)


def test_every_reason_apart_belongs_to_a_file():
    assert set(REASONS) <= set(CASES)
    assert reason_apart("段落-字符网格").startswith("docGrid linesAndChars")
    assert reason_apart("段落-行距") == ""


def test_the_page_on_fidelity_gives_every_reason():
    page = (Path(__file__).parents[2] / "docs" / "fidelity.md").read_text("utf-8")
    assert [name for name, reason in REASONS.items() if f"| {name} | {reason} |" not in page] == []


def test_a_sample_is_taken_evenly():
    assert _evenly([*range(10)], 4) == [0, 2, 5, 7]
    assert _evenly([*range(3)], 4) == [0, 1, 2]


def test_every_file_that_cannot_be_converted_ends_in_a_clear_message():
    found = {name: (said, is_clear) for name, said, is_clear in refusals()}
    assert len(found) == 9
    assert [name for name, (_, is_clear) in found.items() if not is_clear] == []
    assert "加了密码" in found["加密.docx"][0]
    assert "旧版 Word 的 .doc" in found["旧格式.doc"][0]
