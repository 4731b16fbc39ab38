"""Bookmarks: the places that links of the document lead to (ECMA-376 Part 1, 17.13.6)."""

from __future__ import annotations

from docgen.pdf.reading.wordml import Element, text_attribute
from docgen.pdf.source import Bookmark

_PRIVATE = frozenset({"_GoBack"})  # where Word's own cursor stood last


def bookmark(start: Element) -> list[Bookmark]:
    """The place that a w:bookmarkStart marks; nothing for one without a name."""
    name = text_attribute(start, "name")
    return [Bookmark(name)] if name and name not in _PRIVATE else []
