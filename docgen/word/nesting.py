"""Nesting: which statements of a part do not pair up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.word.statements import OPENERS, STATEMENT, TAG

if TYPE_CHECKING:
    import re

    from docgen.word.tags import TagParagraph

_MIDDLE = {"else": ("for", "if"), "elif": ("if",)}


@dataclass(frozen=True, slots=True)
class _Opener:
    """A tag that waits for its closing one."""

    word: str
    tag: str
    paragraph: TagParagraph


def nesting_faults(paragraphs: Iterable[TagParagraph]) -> Iterator[tuple[TagParagraph, str]]:
    """Openers without closers, closers without openers, pairs in two cells of a table: where, and what is wrong."""
    waiting: list[_Opener] = []
    for paragraph in paragraphs:
        for match in TAG.finditer(paragraph.text):
            statement = STATEMENT.fullmatch(match[0])
            if statement is None:
                continue
            found = _nesting_fault(statement, paragraph, waiting)
            if found:
                yield paragraph, found
            if statement[2] in OPENERS:
                waiting.append(_Opener(statement[2], match[0], paragraph))
    for opener in waiting:
        yield opener.paragraph, f"“{opener.tag}”后面没有 {OPENERS[opener.word]}"


def _nesting_fault(statement: re.Match[str], paragraph: TagParagraph, waiting: list[_Opener]) -> str:
    """What is wrong with a statement where it stands, "" for nothing. A closer takes its opener off `waiting`."""
    tag, word = statement[0], statement[2]
    last = waiting[-1] if waiting else None
    if word in _MIDDLE and (last is None or last.word not in _MIDDLE[word]):
        return f"“{tag}”不在 if 里面"
    if not word.startswith("end"):
        return ""
    if last is None or OPENERS[last.word] != word:
        return f"“{tag}”前面没有与它成对的开头"
    waiting.pop()
    if last.paragraph.cell != paragraph.cell and statement[1] not in ("tr", "tc"):
        # What lies between would be lost or repeated, cell borders and all: a row with too few or too many cells.
        return f"“{tag}”和它的开头“{last.tag}”不在同一个单元格里"
    return ""
