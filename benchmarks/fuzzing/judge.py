"""How a case ended: by its exit code, what it said, where it wrote, and whether the Word file says what cells say."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.fuzzing import bases
from benchmarks.fuzzing.cases import Case

Cells = Mapping[tuple[str, int, str], str]
"""(sheet, row from 0, heading) → text."""


class Ending(StrEnum):
    """The columns of the table; the last five are wanted to be nought."""

    RESULT = "clean result"
    DIAGNOSTIC = "clean diagnostic"
    TRACEBACK = "traceback"
    HANG = "hang"
    MEMORY = "memory"
    OUTSIDE = "written outside"
    LOST = "text lost"


BAD = (Ending.TRACEBACK, Ending.HANG, Ending.MEMORY, Ending.OUTSIDE, Ending.LOST)
_DONE, _FINDINGS, _OWN_FAULT, _LAST = 0, 1, 70, 7
_NO_MEMORY = "内存不够"
_QUOTED = ("责任单位",)
"""Sheets whose texts stand in the plan only where a text of another sheet quotes them."""


def ending(case: Case, code: int, said: str, outside: list[str], folder: Path) -> tuple[Ending, str]:
    """How a case ended, and what there is to say about it."""
    if outside:
        return Ending.OUTSIDE, "; ".join(outside[:3])
    if _NO_MEMORY in said:
        return Ending.MEMORY, said[-300:]
    if code == _OWN_FAULT or "Traceback (most recent call last)" in said or not 0 <= code <= _LAST:
        return Ending.TRACEBACK, f"exit {code}: {said[-300:]}"
    if code not in (_DONE, _FINDINGS) and "改法" not in said and "remedy" not in said:
        return Ending.TRACEBACK, f"exit {code} without a remedy: {said[-300:]}"
    if code != _DONE:
        return Ending.DIAGNOSTIC, ""
    missing = lost(case, folder) if case.data and case.command[0] in ("plan", "ledger") else ""
    return (Ending.LOST, missing) if missing else (Ending.RESULT, "")


def lost(case: Case, folder: Path) -> str:
    """A text of a cell that the written document lacks; "" for none."""
    text = "".join(plain(word_text(word.read_bytes())) for word in (folder / "out").glob("*.docx"))
    cells = cells_of(case.data, case.files[case.data])
    for where in (where for where in cells if where[2] == "问题描述") if case.data.endswith(".csv") else printed():
        value = cells.get(where, "")
        for piece in re.split(r"[、，,；;。：:|\s]+", value) if "{" not in value else ():
            if plain(piece) not in text:
                return f"{where}: {piece!r}"
    return ""


@cache
def printed() -> tuple[tuple[str, int, str], ...]:
    """The cells whose whole text stands in the plan of the sound data."""
    from docgen.documents.implementation_plan import compose
    from docgen.issue import Facts  # noqa: F401 - the rules are loaded with it
    from docgen.produce import checked
    from docgen.rules.counts import counts
    from docgen.word.template import compile_template

    folder = bases.assets.folder("data") / "xx-county"
    campaign = checked(folder).campaign
    made = compose(campaign, counts(campaign).values())
    text = plain(word_text(compile_template(bases.template(), "x").render(made.context).data))
    cells = {where: plain(value) for where, value in cells_of("a.yaml", bases.yaml_text().encode()).items()}
    every = "\n".join(cells.values())
    # A text that other cells say as well, or quote, may stand in the plan because of them.
    return tuple(
        where
        for where, value in cells.items()
        if len(value) >= 4
        and "{" not in value
        and value in text
        and every.count(value) == 1
        and f"{{{where[2]}}}" not in every
        and where[0] not in _QUOTED
    )


def cells_of(name: str, content: bytes) -> Cells:
    """The texts of a data file, read by libraries alone; empty where they cannot read it."""
    try:
        readers = {".xlsx": _workbook, ".csv": _ledger, ".json": _json}
        return dict(readers.get(Path(name).suffix, _yaml)(content))
    except Exception:
        return {}


def _json(content: bytes) -> Iterator[tuple[tuple[str, int, str], str]]:
    return _sheets(json.loads(content.decode("utf-8-sig")))


def _yaml(content: bytes) -> Iterator[tuple[tuple[str, int, str], str]]:
    import yaml

    return _sheets(yaml.load(content.decode("utf-8-sig"), Loader=yaml.BaseLoader))


def _ledger(content: bytes) -> Iterator[tuple[tuple[str, int, str], str]]:
    import csv

    heads, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    for number, row in enumerate(rows):
        for key, value in zip(heads, row, strict=False):
            yield ("问题台账", number, key), value


def _sheets(read: Any) -> Iterator[tuple[tuple[str, int, str], str]]:
    for sheet, rows in read.items():
        for number, row in enumerate([rows] if isinstance(rows, dict) else rows):
            for key, value in row.items():
                yield (sheet, number, key), bases.joined(value)


def _workbook(content: bytes) -> Iterator[tuple[tuple[str, int, str], str]]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in book.worksheets:
        rows: list[tuple[Any, ...]] = list(sheet.iter_rows(values_only=True))
        if rows and rows[0][:2] == ("项目", "内容"):
            for key, value, *_ in rows[1:]:
                yield (sheet.title, 0, str(key)), str(value or "")
        else:
            for number, row in enumerate(rows[1:]):
                for key, value in zip(rows[0], row, strict=False):
                    yield (sheet.title, number, str(key)), value if isinstance(value, str) else ""


def word_text(data: bytes) -> str:
    """The text of a Word file's body, read by lxml alone."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    return "".join(node.text or "" for node in root.iter("{*}t"))


def plain(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s+", "", text)
