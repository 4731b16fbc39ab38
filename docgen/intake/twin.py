"""Campaign (or none) → its YAML twin: the workbook as text that can be read and compared, explained in comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from docgen.intake.schema import Slot, slots
from docgen.intake.written import as_text, records_of
from docgen.model.campaign import SHEETS, Campaign
from docgen.model.fields import Kind, Record
from docgen.model.references import REFERENCES

_HEAD = (
    "# 挂牌督战数据（YAML）。与工作簿一一对应：大类就是工作表，栏目就是列名。",
    "# 栏目后面写英文冒号加一个空格；缩进用空格。",
    "# 日期写 2024-02-26，月份写 2024-02，日期和时间写 2024-05-10 15:00，百分数写 2.3%。",
    "# 成段的文字里可以引用：" + "、".join(f"{{{name}}}" for name in REFERENCES),
)
# What can stand unquoted: nothing that YAML reads as its own sign at the beginning or inside.
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=+<.][^\n\t:#\"'\\]*(?<!\s)")
_WORDS = frozenset(("null", "Null", "NULL"))


def yaml_text(campaign: Campaign | None = None) -> str:
    """The twin, ending with a newline; loading it gives an equal campaign."""
    lines = list(_HEAD)
    for part, record in SHEETS.items():
        lines += ["", f"# {record.sheet}：{record.purpose}"]
        found = records_of(campaign, part)
        lines += _form(record, found) if record.single else _table(record, found)
    return "\n".join(lines) + "\n"


def _form(record: type[Record], records: tuple[Record, ...]) -> Iterator[str]:
    yield f"{record.sheet}:"
    for slot in slots(record).values():
        yield f"  # {_explained(slot)}"
        yield from _field(slot, as_text(records[0], slot) if records else "", "  ", "  ")


def _table(record: type[Record], records: tuple[Record, ...]) -> Iterator[str]:
    for slot in slots(record).values():
        yield f"#   {slot.heading}：{_explained(slot)}"
    yield f"{record.sheet}:"
    for item in records:
        lead = "  - "
        for slot in slots(record).values():
            value = as_text(item, slot)
            if value:
                yield from _field(slot, value, lead, "    ")
                lead = "    "


def _explained(slot: Slot) -> str:
    need = "必填" if slot.required else "可不填"
    options = "；选项：" + "、".join(slot.choices) if slot.choices else ""
    example = f"；例：{slot.example}" if slot.example else ""
    return f"{slot.description}（{need}）{options}{example}"


def _field(slot: Slot, value: str | tuple[str, ...], lead: str, indent: str) -> Iterator[str]:
    key = f"{lead}{slot.heading}:"
    if isinstance(value, tuple):
        yield f"{key} {_scalar('、'.join(value))}".rstrip()
    elif slot.column.kind is Kind.PROSE and "\n" in value:
        yield f"{key} |-"
        for line in value.split("\n"):
            yield f"{indent}  {line}"
    else:
        yield f"{key} {_scalar(value)}".rstrip()


def _scalar(text: str) -> str:
    """Plain where YAML reads it back as it stands, quoted otherwise."""
    if not text or (_PLAIN.fullmatch(text) and text not in _WORDS):
        return text
    return json.dumps(text, ensure_ascii=False)
