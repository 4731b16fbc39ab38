"""Convert: cell → the value that its kind of column holds, one converter for each `Kind`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from docgen.diagnostics import closest
from docgen.intake import braces, dates, moments, numbers
from docgen.intake.cells import Cell, Flaw, seen, text_of
from docgen.intake.codes import Fault, shown
from docgen.intake.schema import Slot
from docgen.model.fields import Choice, Kind
from docgen.model.references import names_in

_AS_TYPED = (Kind.TEXT, Kind.PROSE)
_REMARKABLE = re.compile(r"[ _#{}｛｝]")
"""What may stand for something else: outer spaces, _x000D_, #REF!, references."""
_SEPARATORS = re.compile(r"[、，,；;\n]")
_YES = frozenset(("是", "TRUE", "Y", "YES", "1"))
_NO = frozenset(("否", "FALSE", "N", "NO", "0"))


def convert(cell: Cell, slot: Slot, year: int | None) -> Any:
    """The cell's value; `year` completes dates without one. Raises Fault, or UnknownYear (see `dates`)."""
    if cell.flaw is Flaw.UNCACHED:
        raise Fault("DATA-011", "公式没有缓存值，读不到结果")
    if isinstance(cell.value, tuple) and slot.column.kind not in (Kind.NAMES, Kind.CHOICES):
        raise Fault("DATA-030", "写成了一串列表", "应为一个值", "只写一个值，不用列表")
    return _CONVERTERS[slot.column.kind](cell, slot, year)


def means_itself(value: Any, slot: Slot) -> bool:
    """Whether `convert` would give back the very value: a text with nothing to clean, to resolve or to refuse in it."""
    plain = type(value) is str and slot.column.kind in _AS_TYPED and value.isprintable()
    return plain and value != "" and not _REMARKABLE.search(value)


def _text(cell: Cell, slot: Slot, year: int | None) -> str:
    """One line, as it is typed; full-width characters and inner spaces stay."""
    text = text_of(cell)
    if "\n" in text:
        raise Fault("DATA-027", f"内容分成了 {text.count(chr(10)) + 1} 行", "应为一行")
    if braces.BRACE.search(text) and any(name in slot.references for name in names_in(text)):
        raise Fault("DATA-029", f"填的是{shown(text)}", "这一栏不能用花括号引用", "直接写出内容")
    return text


def _prose(cell: Cell, slot: Slot, year: int | None) -> str:
    """Paragraphs joined by newlines, without indents and empty lines; every reference is known."""
    text = "\n".join(line for part in text_of(cell).split("\n") if (line := part.strip()))
    if faults := list(braces.faults(text, slot.references)):
        faults[0].more = tuple(faults[1:])
        raise faults[0]
    return text


def _names(cell: Cell, slot: Slot, year: int | None) -> tuple[str, ...]:
    """The names of a list; a space inside a name is part of it."""
    pieces: list[str] = []
    for entry in cell.value if isinstance(cell.value, tuple) else (None,):
        text = text_of(cell if entry is None else Cell(entry, cell.place))
        pieces += [piece for part in _SEPARATORS.split(text) if (piece := part.strip())]
    for position, name in enumerate(pieces):
        if name in pieces[:position]:
            raise Fault("DATA-024", f"{shown(name)}写了两次", "每一项只写一次")
    return tuple(pieces)


def _choice(cell: Cell, slot: Slot, year: int | None) -> Choice:
    return _chosen(text_of(cell), slot)


def _choices(cell: Cell, slot: Slot, year: int | None) -> tuple[Choice, ...]:
    return tuple(_chosen(name, slot) for name in _names(cell, slot, year))


def _chosen(text: str, slot: Slot) -> Choice:
    assert slot.choices is not None
    known = [choice.value for choice in slot.choices]
    if text in known:
        return slot.choices(text)
    near = closest(text, known)
    listed = "、".join(known)
    remedy = f"改成“{near}”" if near else "从这些选项里选一个"
    raise Fault("DATA-023", f"填的是{shown(text)}", f"应为以下之一：{listed}", remedy)


def _yes_no(cell: Cell, slot: Slot, year: int | None) -> bool:
    text = unicodedata.normalize("NFKC", text_of(cell)).upper()
    if text in _YES | _NO:
        return text in _YES
    raise Fault("DATA-025", f"填的是{shown(seen(cell.value))}", "应为“是”或“否”")


_CONVERTERS: dict[Kind, Callable[[Cell, Slot, int | None], Any]] = {
    Kind.TEXT: _text,
    Kind.PROSE: _prose,
    Kind.COUNT: lambda cell, slot, year: numbers.count(cell),
    Kind.STATED_COUNT: lambda cell, slot, year: numbers.stated_count(cell),
    Kind.DAY: lambda cell, slot, year: dates.day(cell, year),
    Kind.MONTH: lambda cell, slot, year: dates.month(cell, year),
    Kind.MOMENT: lambda cell, slot, year: moments.moment(cell, year),
    Kind.PERCENT: lambda cell, slot, year: numbers.percent(cell),
    Kind.PHONE: lambda cell, slot, year: numbers.phone(cell),
    Kind.NAMES: _names,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
}
