"""Foot: the footnotes at the foot of a column, below a rule; what finds no room goes on in the next column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.pdf.paging.notes import NoteSetter, joined
from docgen.pdf.paging.strips import Stack, Strip, split
from docgen.pdf.source import Note

_SLACK = 0.05  # points: rounding of lengths held in twips


@dataclass(slots=True)
class _Part:
    """A note, or a part of one, with the strip that refers to it; None for what the column before began."""

    strip: Strip | None
    stack: Stack


@dataclass(slots=True, eq=False)
class Foot:
    """The notes of one column, `width` wide. `rest` has to go on in the next one; with a rest the foot is closed."""

    setter: NoteSetter | None
    width: float
    parts: list[_Part] = field(default_factory=list)
    rest: list[_Part] = field(default_factory=list)
    closed: bool = False

    @property
    def stack(self) -> Stack:
        """Everything at the foot, the rule first; empty without notes."""
        return self._with([])

    @property
    def height(self) -> float:
        """The height of rule and notes."""
        return self.stack.height if self.parts else 0.0

    def least(self, notes: Sequence[Note]) -> float:
        """The height that the foot has at least when these notes join it: the last may begin here and go on later."""
        if self.setter is None or not notes:
            return self.height
        stacks = [self.setter.stack(note, self.width) for note in notes]
        return self._with([*stacks[:-1], _beginning(stacks[-1])]).height

    def add(self, strip: Strip, notes: Sequence[Note], room: float) -> None:
        """Put the notes of a strip at the foot, which may become `room` high."""
        if self.setter is not None:
            for note in notes:
                self._add(_Part(strip, self.setter.stack(note, self.width)), room)

    def carry(self, rest: Sequence[Stack], room: float) -> None:
        """Go on with what the column before had no room for."""
        for stack in rest:
            self._add(_Part(None, stack), room)

    def take_rest(self) -> list[Stack]:
        """What has to go on in the next column; the foot stays closed."""
        rest, self.rest = [part.stack for part in self.rest], []
        return rest

    def drop(self, strips: Sequence[Strip]) -> None:
        """Take the notes of some strips away again."""
        if self.parts or self.rest:
            gone = set(map(id, strips))
            self.parts = [part for part in self.parts if id(part.strip) not in gone]
            self.rest = [part for part in self.rest if id(part.strip) not in gone]
            self.closed = bool(self.rest)

    def _add(self, part: _Part, room: float) -> None:
        goes_on = part.strip is None
        if self.closed:
            self.rest.append(part)
        elif self._with([part.stack], goes_on).height <= room + _SLACK:
            self.parts.append(part)
        else:
            self.closed = True
            halves = split(part.stack, room - self._with([Stack([])], goes_on).height)
            if halves is None:
                self.rest.append(part)
            else:
                self.parts.append(replace(part, stack=halves[0]))
                self.rest.append(replace(part, stack=halves[1]))

    def _with(self, more: list[Stack], carried: bool = False) -> Stack:
        """The foot with more notes."""
        if self.setter is None or not (self.parts or more or carried):
            return Stack([])
        goes_on = carried or (bool(self.parts) and self.parts[0].strip is None)
        rule = self.setter.separator(self.width, goes_on)
        return joined([rule, *[part.stack for part in self.parts], *more])


def _beginning(stack: Stack) -> Stack:
    """The least part of a note that may stand alone."""
    end = next((place for place, strip in enumerate(stack.strips, 1) if not strip.glue), len(stack.strips))
    return Stack(stack.strips[:end])
