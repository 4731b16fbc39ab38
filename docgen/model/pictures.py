"""Picture: a drawn figure on its way into a document."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """图: a PNG, its size in pixels, and what it shows in words, for those who cannot see it."""

    png: bytes = field(repr=False)
    width_px: int
    height_px: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class ChartFont:
    """The font file that draws the labels of a chart, of a single face; `missing` are the characters that it lacks."""

    path: str
    missing: str = ""
