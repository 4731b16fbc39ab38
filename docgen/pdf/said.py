"""Said: the text that source records hold, for the check that a PDF shows all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from docgen.pdf.source import Source, Text


def said(source: Source) -> str:
    """The body's text without white space, in order: tables, boxes and notes where they are anchored.

    Headers and footers are not part of it: a page shows some of them, and often.
    """
    found = "".join(text for section in source.sections for text in _texts(section.blocks))
    return "".join(found.split())


def _texts(value: object) -> Iterator[str]:
    """The texts inside a record: whatever kinds of records a paragraph comes to hold, their texts are found."""
    if isinstance(value, Text):
        yield value.text.upper() if value.format.caps else value.text
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(type(value)):
            yield from _texts(getattr(value, name))


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    """The fields that may hold text: those of formats cannot, and are most of them."""
    return tuple(field.name for field in fields(kind) if field.name not in ("format", "borders", "frame"))
