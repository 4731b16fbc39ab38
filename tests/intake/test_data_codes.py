"""The registry of codes and the code that uses them."""

from __future__ import annotations

import re
from pathlib import Path

import docgen.intake
from docgen.intake.codes import CODES

FOLDER = Path(docgen.intake.__file__).parent


def test_every_code_is_used_and_every_used_code_is_explained():
    sources = [path for path in FOLDER.glob("*.py") if path.name != "codes.py"]
    used = {code for path in sources for code in re.findall(r'"(DATA-\d{3})"', path.read_text(encoding="utf-8"))}
    assert used == set(CODES)
    assert list(CODES) == [f"DATA-{number:03}" for number in range(1, len(CODES) + 1)]


def test_every_code_has_a_title_a_meaning_and_a_remedy_without_closing_stop():
    for code in CODES.values():
        for text in (code.title, code.meaning, code.remedy):
            assert text
            assert not text.endswith("。")
