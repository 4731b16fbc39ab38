"""Said: the text that source records hold, for the check that a PDF shows all of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache

from docgen.pdf.source import Source, Text

_WORDLESS = ("format", "borders", "frame")
_PLAIN = ("str", "int", "float", "bool", "bytes")


def said(source: Source) -> str:
    """The body's text without white space, in order: tables, boxes and notes where they are anchored.

    Headers and footers are not part of it: a page shows some of them, and often.
    """
    found: list[str] = []
    for section in source.sections:
        _gather(section.blocks, found)
    return "".join("".join(found).split())


def _gather(value: object, found: list[str]) -> None:
    """The texts inside a record: whatever kinds of records a paragraph comes to hold, their texts are found."""
    if isinstance(value, Text):
        found.append(value.text.upper() if value.format.caps else value.text)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    else:
        kind: type = type(value)
        for name in _names(kind):
            _gather(getattr(value, name), found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields that may hold text, none for what is no record: those of formats cannot, and are most of them."""
    known = fields(kind) if is_dataclass(kind) else ()
    return tuple(one.name for one in known if one.name not in _WORDLESS and one.type not in _PLAIN)
