"""Carried over: what belongs to the next paragraph although it stands before it.

A paragraph whose mark is deleted goes on in the next one, as Word shows it once the deletion is accepted; a bookmark
may begin between two paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.undrawn import REVISED
from docgen.pdf.reading.wordml import Element, W, child, descendants, name_of

_REMOVED = (f"{{{W}}}del", f"{{{W}}}moveFrom")


def with_carried(elements: Iterable[Element], scope: Scope) -> Iterator[Element]:
    """The paragraphs and tables, each with what was carried over to it. Bookmarks between them are used up."""
    waiting: list[Element] = []
    for element in elements:
        if name_of(element) == "bookmarkStart":
            waiting.append(element)
            continue
        if _lost_its_mark(element):
            scope.note(REVISED)
            waiting.append(element)
            continue
        first = next(descendants(element, "p"), None)
        if waiting and name_of(element) == "tbl":
            # A table does not take up text: the paragraph before it stays one.
            yield from (item for item in waiting if name_of(item) == "p" and _has_content(item))
            waiting = [item for item in waiting if name_of(item) != "p"]
        if waiting and first is not None:
            _carry(waiting, first)
            waiting = []
        yield element
    yield from (item for item in waiting if name_of(item) == "p")


def _lost_its_mark(element: Element) -> bool:
    if name_of(element) != "p":
        return False
    mark = child(child(element, "pPr"), "rPr")
    return mark is not None and any(item.tag in _REMOVED for item in mark)


def _has_content(paragraph: Element) -> bool:
    return any(item.text for item in descendants(paragraph, "t"))


def _carry(waiting: list[Element], paragraph: Element) -> None:
    place = 0 if child(paragraph, "pPr") is None else 1
    for element in waiting:
        whole = name_of(element) == "bookmarkStart"
        for item in [element] if whole else [one for one in element if name_of(one) != "pPr"]:
            paragraph.insert(place, item)
            place += 1
