"""Lint of a small template against the names of small data, told as the other tests of faulty templates tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from small_template import docx

from docgen.diagnostics import Diagnostic, Severity
from docgen.word.fields import Field, fields_of
from docgen.word.lint import lint

CONTEXT: Mapping[str, Any] = {
    "县名": "云岭县",
    "版头": "红头",
    "村数": 12,
    "印发": date(2024, 2, 26),
    "条件": ["任务重", "难度大"],
    "署名": {"左空": 3, "右空": 4},
    "复查": "",
    "乡镇": [
        {"名称": "青石镇", "类别": "镇", "联系电话": "", "村": [{"村名": "石桥村", "户数": 3}]},
        {"名称": "红岩镇", "类别": "镇", "联系电话": "0000-1234567", "村": []},
    ],
}


def names() -> dict[str, Field]:
    """The fields of the small data: 县名 and 版头 are always there, 版头 is one of three words."""
    known = {name: replace(item, filled=name in ("县名", "版头")) for name, item in fields_of([CONTEXT]).items()}
    return known | {"版头": replace(known["版头"], choices=("红头", "无版头", "套打"))}


def found(body: str, **parts: str | bytes | None) -> list[Diagnostic]:
    """The findings of a template."""
    return lint(docx(body, **parts), "模板.docx", names())


def told(body: str, **parts: str | bytes | None) -> list[str]:
    """`code part paragraph：found → remedy`, with 提醒 behind the code of a warning."""
    return [_line(item) for item in found(body, **parts)]


def _line(item: Diagnostic) -> str:
    mark = "" if item.severity is Severity.ERROR else "提醒"
    expected = f"，{item.expected}" if item.expected else ""
    return f"{item.code}{mark} {item.place.section} {item.place.address}：{item.found}{expected} → {item.remedy}"
