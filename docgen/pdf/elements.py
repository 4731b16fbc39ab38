"""Elements: the parts of a document that the items of its pages belong to, as a tree in the order of reading.

What stands on a page is drawn in an order of its own, and a table goes on over pages: the tree tells what belongs
together, in what order it is read, and which cells are empty. A writer makes the tags of a PDF from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "document",
    "group",  # what is read together; it is nothing by itself
    "paragraph",
    "heading",
    "table",
    "row",
    "cell",
    "list",
    "item",
    "label",
    "body",
    "note",
    "figure",
    "link",
]
Numbering = Literal["bullet", "decimal", "upper_roman", "lower_roman", "upper_letter", "lower_letter"]


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document; one object is one part, wherever its items stand. `parts` are those inside it.

    `level` of a heading counts from 1. `is_head`: a row that tells what stands below it, or a cell of such a row.
    `columns` and `rows` are what a cell spans. `numbering` is a list's.
    """

    kind: Kind
    level: int = 0
    is_head: bool = False
    columns: int = 1
    rows: int = 1
    numbering: Numbering = "decimal"
    parts: list[Element] = field(default_factory=list)

    def holding(self, kind: Kind, level: int = 0, is_head: bool = False, columns: int = 1, rows: int = 1) -> Element:
        """A new part, read behind those that are there."""
        made = Element(kind, level, is_head, columns, rows)
        self.parts.append(made)
        return made

    def all(self) -> Iterator[Element]:
        """The element and everything in it, in the order of reading."""
        yield self
        for part in self.parts:
            yield from part.all()


Span = tuple[int, int, Element]
"""Pieces `start` up to `end` of a line, which belong to an element of their own: a label, a link."""
