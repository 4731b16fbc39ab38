"""Fields: which characters of a story are instructions, which a stored result (ECMA-376 Part 1, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from docgen.pdf.reading.wordml import Element, Properties, W, descendants, text_attribute

Code = Literal["PAGE", "NUMPAGES", "SECTIONPAGES"]
CODES: dict[str, Code] = {"PAGE": "PAGE", "NUMPAGES": "NUMPAGES", "SECTIONPAGES": "SECTIONPAGES"}

# Marks for an index, a table of contents and the like: they have no result by nature.
_SILENT = frozenset({"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BOOKMARK", "ADVANCE", "NEXT", "TOC", "INDEX"})
_DELETED = (f"{{{W}}}del", f"{{{W}}}moveFrom")
_PLAIN_NUMBERS = frozenset({"ARABIC", "MERGEFORMAT", "CHARFORMAT"})


@dataclass(slots=True)
class OpenField:
    """A field between its begin and its end. `shown` tells whether its result is part of the visible text."""

    shown: bool
    instruction: str = ""
    in_result: bool = False
    has_result: bool = False
    format: Properties | None = None

    @property
    def name(self) -> str:
        """The instruction's first word, upper case."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def code(self) -> Code | None:
        """The number that only the layout knows; None for every other field."""
        return CODES.get(self.name)

    @property
    def lacks_result(self) -> bool:
        """A field that should show something and has nothing stored."""
        return self.shown and not self.has_result and self.code is None and self.name not in _SILENT


@dataclass(slots=True)
class OpenFields:
    """The fields open at the present point of a story; a 目录 stays open over many paragraphs.

    `unpaired` holds the marks without partner: they are passed over, so that no text hides behind them.
    """

    unpaired: frozenset[Element] = frozenset()
    stack: list[OpenField] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Whether text here is shown: in no instruction, in no stored page number."""
        return all(item.in_result and item.code is None for item in self.stack)

    @property
    def in_instruction(self) -> bool:
        """Whether text here is part of an instruction itself, where Word keeps none."""
        return bool(self.stack) and not self.stack[-1].in_result

    def begin(self) -> None:
        """w:fldChar begin."""
        self.stack.append(OpenField(shown=self.visible))

    def separate(self) -> None:
        """w:fldChar separate."""
        if self.stack:
            self.stack[-1].in_result = True

    def end(self) -> OpenField | None:
        """w:fldChar end: the field that ends."""
        return self.stack.pop() if self.stack else None

    def instruct(self, text: str) -> None:
        """w:instrText."""
        if self.stack and not self.stack[-1].in_result:
            self.stack[-1].instruction += text

    def showed(self, format_: Properties) -> None:
        """Something stands here: every open result has content; the first one gives a page number its format."""
        for item in self.stack:
            if item.in_result:
                item.has_result = True
                item.format = format_ if item.format is None else item.format


def unpaired_marks(story: Element) -> frozenset[Element]:
    """The begin, separate and end marks of a story without their partners."""
    open_: list[list[Element]] = []
    lost: list[Element] = []
    for mark in descendants(story, "fldChar"):
        if any(True for _ in mark.iterancestors(*_DELETED)):
            continue
        kind = text_attribute(mark, "fldCharType")
        if kind == "begin":
            open_.append([mark])
        elif not open_:
            lost.append(mark)
        elif kind == "end":
            open_.pop()
        else:
            open_[-1].append(mark)
    return frozenset(lost + [mark for marks in open_ for mark in marks])


def number_switch(instruction: str) -> str:
    r"""The `\*` switch of a page number that is not written in plain digits; "" when it is."""
    words = instruction.split()
    for before, word in pairwise(words):
        if before == "\\*" and word.upper() not in _PLAIN_NUMBERS:
            return word
    return ""
