"""Unions: the font programs of many PDFs that come from one face, their glyphs counted once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

_MOST = 0xFFFF  # glyphs of a font of a PDF
_Outline = TypeVar("_Outline", bound=Hashable)

Width = int | Decimal
Widths = Mapping[int, Width]
"""The widths of glyphs by number, in thousandths of the size, as far as they are not the usual one."""
USUAL_WIDTH = 1000


class NotShared(Exception):
    """A font that is not built as ours are, or is of another face: it stays as it is."""


class Union(Protocol):
    """A font program that grows."""

    def add(self, data: bytes, widths: Widths) -> list[int]:
        """Take in a program, with the widths of its glyphs; the numbers that they have in the union.

        What was taken in before has the same numbers again. Raises NotShared.
        """

    def program(self) -> bytes:
        """The program of all that was taken in; nothing new is taken in after that."""

    @property
    def widths(self) -> list[Width]:
        """The width of every glyph of the union."""


class Glyphs(Generic[_Outline]):
    """Glyphs in the order in which they came, each once. Number 0, the box of a missing character, stays number 0."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[_Outline, Width], int] = {}
        self._closed = False

    def numbers(self, outlines: Sequence[_Outline], widths: Widths) -> list[int]:
        """The numbers of the glyphs of a program. Raises NotShared where box and box differ, or nothing fits in."""
        glyphs = [(outline, widths.get(place, USUAL_WIDTH)) for place, outline in enumerate(outlines)]
        new = [glyph for glyph in dict.fromkeys(glyphs) if glyph not in self._numbers]
        if glyphs[0] != next(iter(self._numbers), glyphs[0]) or (new and self._closed):
            raise NotShared
        if len(self._numbers) + len(new) > _MOST:
            raise NotShared
        for glyph in new:
            self._numbers[glyph] = len(self._numbers)
        return [self._numbers[glyph] for glyph in glyphs]

    def closed(self) -> list[_Outline]:
        """All outlines, in the order of their numbers; nothing new is taken in after that."""
        self._closed = True
        return [outline for outline, _ in self._numbers]

    @property
    def widths(self) -> list[Width]:
        """All widths, in the same order."""
        return [width for _, width in self._numbers]
