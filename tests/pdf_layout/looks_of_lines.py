"""One line of differently formatted texts, laid out, as pieces and marks that count from the line's own place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from layout_sources import LOOSE, MARGINS, lines_of, para, source

from docgen.pdf.items.moving import moved
from docgen.pdf.layout import Laid
from docgen.pdf.pages import Item, Line, Piece
from docgen.pdf.source import Inline, RunFormat, Source, Text

Lay = Callable[[Source], Laid]


@dataclass(frozen=True, slots=True)
class Set:
    """What stands on the line: pieces in order, other items in the order of painting, before and after the text."""

    pieces: tuple[Piece, ...]
    behind: list[Item]
    above: list[Item]

    @property
    def marks(self) -> list[Item]:
        """All other items."""
        return self.behind + self.above


def run(text: str, base: RunFormat = LOOSE, **changes: object) -> Text:
    """A run of 16 pt type."""
    return Text(text, replace(base, **changes))  # type: ignore[arg-type]


def set_line(lay: Lay, *inlines: Inline, **how: object) -> Set:
    """The first line of a paragraph, its left edge and baseline at the origin."""
    page = lay(source(replace(para("", **how), inlines=inlines))).pages.pages[0]
    baseline = MARGINS[0] + 28.95 * 0.8
    shifted = [moved(item, -MARGINS[3], -baseline) for item in page.items]
    lines = [number for number, item in enumerate(page.items) if isinstance(item, Line)]
    pieces = lines_of(page)[0].pieces if lines else ()
    first = lines[0] if lines else 0
    return Set(pieces, shifted[:first], [item for item in shifted[first:] if not isinstance(item, Line)])
