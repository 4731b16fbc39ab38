"""Measured things: what stands in a line of text, before it is broken and set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.pdf.items.moving import moved
from docgen.pdf.pages import Face, Item, Piece
from docgen.pdf.source import Picture, PositionTab, RunFormat

EAST_ASIAN = ("han", "open", "close", "wide_space")
"""The kinds of glyphs that are 汉字 or full-width marks."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a box carries, already set: x from its left edge, y downward from the baseline.

    `items` are painted after the pieces, `behind` before them. `text` is what a heading's label shows of it.
    """

    width: float
    ascent: float
    descent: float
    pieces: tuple[Piece, ...] = ()
    items: tuple[Item, ...] = ()
    behind: tuple[Item, ...] = ()
    text: str = ""

    def moved(self, x: float, rise: float = 0.0) -> Content:
        """The same things further right and higher; width, ascent and descent stay."""
        pieces = tuple(replace(piece, x=piece.x + x, rise=piece.rise + rise) for piece in self.pieces)
        items = tuple(moved(item, x, -rise) for item in self.items)
        behind = tuple(moved(item, x, -rise) for item in self.behind)
        return replace(self, pieces=pieces, items=items, behind=behind)

    def with_others(self, *others: Content) -> Content:
        """This content with what others paint added; its own measures and text stay."""
        return replace(
            self,
            pieces=self.pieces + tuple(piece for other in others for piece in other.pieces),
            items=self.items + tuple(item for other in others for item in other.items),
            behind=self.behind + tuple(item for other in others for item in other.behind),
        )


@dataclass(slots=True, eq=False)
class Glyph:
    """A character (with its combining marks), a tab, a break, a picture or a box, measured.

    `kind` is a class of `character_classes`, or tab, break, page_break, column_break, picture, box. `width` is
    without `spacing`. `size` is what its type is drawn in, `rise`
    how far above the baseline; what it is raised or lowered is room added to `ascent` or `descent`. `marked`:
    something is drawn around, under or over it. `hyphen`: what a soft hyphen shows at a line's end; `stop`: the
    stop that a tab brings itself, `leaders`: the characters that may lead to it.
    """

    text: str
    kind: str
    format: RunFormat
    face: Face
    ascent: float
    descent: float
    width: float
    spacing: float
    picture: Picture | None = None
    size: float = 0.0
    rise: float = 0.0
    bold: float = 0.0
    slant: bool = False
    marked: bool = False
    content: Content | None = None
    hyphen: Glyph | None = None
    stop: PositionTab | None = None
    leaders: dict[str, Glyph] | None = None

    @property
    def advance(self) -> float:
        """How far the next character stands from this one's left edge."""
        return self.width + self.spacing
