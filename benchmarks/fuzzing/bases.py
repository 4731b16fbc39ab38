"""Sound files to begin with: one campaign as YAML, JSON and workbook, a ledger as CSV, a template, Word files."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

from benchmarks.fuzzing import zips
from docgen import assets

Sheets = dict[str, Any]


@cache
def yaml_text() -> str:
    """The county's data as it is delivered."""
    return (assets.folder("data") / "xx-county" / "督战数据.yaml").read_text("utf-8")


@cache
def sheets() -> Sheets:
    """The same as plain lists of text by sheet, read by PyYAML itself and by nothing of docgen."""
    import yaml

    found: Sheets = yaml.load(yaml_text(), Loader=yaml.BaseLoader)
    return found


@cache
def json_text() -> str:
    """The same as JSON."""
    return json.dumps(sheets(), ensure_ascii=False, indent=1)


@cache
def workbook() -> bytes:
    """The same as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, content in sheets().items():
        sheet = book.create_sheet(name)
        for row in grid(content):
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return zips.timeless(target.getvalue())


def grid(content: Any) -> list[list[str]]:
    """A form as two columns, a table with its headings on top."""
    if isinstance(content, dict):
        return [["项目", "内容"], *([key, joined(value)] for key, value in content.items())]
    heads = list(dict.fromkeys(key for row in content for key in row))
    return [heads, *([joined(row.get(key, "")) for key in heads] for row in content)]


def joined(value: Any) -> str:
    """A list in one cell."""
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


LEDGER = "问题编号,发现日期,乡镇,问题类别,问题描述,责任单位,整改时限,销号日期,备注\n" + "".join(
    f'WT-{number:03},2024-03-{number:02},第一XX镇,责任落实,"第{number}个问题，没有开工",县教育局,2024-04-30,,无\n'
    for number in range(1, 13)
)
"""A ledger as Excel writes it."""


@cache
def template() -> bytes:
    """The template of the implementation plan."""
    return (assets.folder("templates") / "implementation_plan.docx").read_bytes()


@cache
def word_files() -> tuple[bytes, ...]:
    """Word files, each full of other features."""
    from benchmarks import corpus

    return (*(make() for make in corpus.cases().values()), template())
