"""Spots: where the glyphs of a line stand, and the stretches of neighbours that share a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from docgen.pdf.text.measured import EAST_ASIAN, Glyph

_Key = TypeVar("_Key")
# Marks keep to the height that Chinese office fonts have; free ones are up to half as high again, and a coloured
# ground as high as that would cover the line above.
_TALLEST, _DEEPEST = 0.95, 0.22


@dataclass(frozen=True, slots=True)
class Spot:
    """A glyph of a line from `x` to `end`, its spacing included, 中西文间距 behind it not."""

    glyph: Glyph
    x: float
    end: float

    @property
    def is_east_asian(self) -> bool:
        """Whether it is a 汉字 or a full-width mark."""
        return self.glyph.kind in EAST_ASIAN


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbours with one mark, from `x` to `end`."""

    spots: tuple[Spot, ...]

    @property
    def x(self) -> float:
        """The left edge."""
        return self.spots[0].x

    @property
    def end(self) -> float:
        """The right edge."""
        return self.spots[-1].end

    @property
    def size(self) -> float:
        """The largest type size asked for."""
        return max(spot.glyph.format.size for spot in self.spots)

    @property
    def top(self) -> float:
        """How far the type stands above the baseline."""
        return max(min(one.ascent, one.rise + one.size * _TALLEST) for one in self._glyphs)

    @property
    def bottom(self) -> float:
        """How far the type stands below the baseline."""
        return max(min(one.descent, one.size * _DEEPEST - one.rise) for one in self._glyphs)

    @property
    def _glyphs(self) -> list[Glyph]:
        return [spot.glyph for spot in self.spots]


def stretches(spots: list[Spot], key: Callable[[Spot], _Key | None]) -> Iterator[tuple[_Key, Stretch]]:
    """The stretches of equal keys; spots whose key is empty, and boxes, which mark what they carry, part them."""

    def own(spot: Spot) -> _Key | None:
        return None if spot.glyph.content is not None else key(spot)

    for found, group in groupby(spots, key=own):
        if found:
            yield found, Stretch(tuple(group))
