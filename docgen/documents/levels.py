"""Levels of a running text: which part of each paragraph is a heading, told from its number and its siblings.

一、 is 黑体, （一） 楷体, what follows the heading 仿宋 (GB/T 9704-2012, 7.3.3). The numbered paragraphs of one
level under the same heading are set alike, so that a list does not change its type from item to item.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.model.opinion import Level
from docgen.standard import CHARACTERS_PER_LINE
from docgen.wording.levels import ordinal
from docgen.wording.titles import width

_STOP = "。"
_ENDINGS = ("。", "；", ";", "！", "？", "：", ":", "……", "。”", "！”", "？”")
_CLAUSE_MARKS = "，,；;：:"
_LAST_WITH_TYPE = 2  # the third level and the fourth are in body type


@dataclass(frozen=True, slots=True)
class Typeset:
    """A paragraph as it is set: `level` of its heading (0: none), the heading, and what follows it in body type.

    `alone`: the heading stands on its own line and belongs to the paragraph after it.
    """

    level: int
    heading: str
    rest: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph with the level that its number or the writer gives it (0: none)."""

    text: str
    level: int
    stated: bool

    @property
    def titled(self) -> bool:
        """Whether it is a heading whatever its siblings are: no sentence, or called one."""
        return self.level > 0 and (self.stated or not self.text.endswith(_ENDINGS))

    @property
    def first_sentence(self) -> str:
        head, stop, _ = self.text.partition(_STOP)
        return head + stop

    @property
    def single(self) -> bool:
        """Whether it is one sentence that two lines hold."""
        return self.first_sentence == self.text and width(self.text) <= 2 * CHARACTERS_PER_LINE

    @property
    def headed(self) -> bool:
        """Whether its first sentence reads as a heading: a line at most, not divided."""
        head = self.first_sentence
        return width(head) <= CHARACTERS_PER_LINE and not any(mark in head for mark in _CLAUSE_MARKS)


_STATED = {Level.BODY: 0, Level.FIRST: 1, Level.SECOND: 2, Level.THIRD: 3}


def typeset(passages: Iterable[tuple[str, Level]]) -> list[Typeset]:
    """The paragraphs of texts; every text may hold several, and says how its paragraphs are set."""
    parts = [_part(line, level) for text, level in passages for line in text.split("\n")]
    siblings = _siblings(parts)
    return [_set(part, siblings[index]) for index, part in enumerate(parts)]


def _part(text: str, level: Level) -> _Part:
    if level is not Level.NUMBERED:
        return _Part(text, _STATED[level], level is not Level.BODY)
    number = ordinal(text)
    return _Part(text, number.level if number else 0, stated=False)


def _siblings(parts: Sequence[_Part]) -> list[list[_Part]]:
    """For each paragraph those of its level under the same heading, itself included."""
    found: list[list[_Part]] = []
    current: dict[int, list[_Part]] = {}
    for part in parts:
        if part.level:
            current = {level: group for level, group in current.items() if level <= part.level}
            current.setdefault(part.level, []).append(part)
        found.append(current.get(part.level, []))
    return found


def _set(part: _Part, siblings: list[_Part]) -> Typeset:
    if not part.level:
        return Typeset(0, "", part.text)
    if part.titled:
        return Typeset(part.level, part.text, "", alone=not part.text.endswith(_ENDINGS))
    others = [item for item in siblings if not item.titled]
    if part.level > _LAST_WITH_TYPE:
        return Typeset(0, "", part.text)
    if all(item.single for item in others):
        return Typeset(part.level, part.text, "")
    if all(item.headed for item in others):
        head = part.first_sentence
        return Typeset(part.level, head, part.text[len(head) :])
    return Typeset(0, "", part.text)
