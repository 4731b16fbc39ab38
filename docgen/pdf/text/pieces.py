"""Pieces: measured glyphs at their places → pieces of one look, with everything that is drawn around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.pdf.pages import Image, Item, Piece
from docgen.pdf.text.character_classes import WESTERN
from docgen.pdf.text.marks import marks
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.spots import Spot


@dataclass(slots=True)
class Ink:
    """What a line is painted with, gathered from left to right. `marked`: some glyph has marks, so spots are kept."""

    marked: bool
    pieces: list[Piece] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    behind: list[Item] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def finish(self) -> None:
        """Draw the marks of all glyphs: underlines, backgrounds, boxes, dots."""
        if self.spots:
            behind, above = marks(self.spots)
            self.behind += behind
            self.items += above


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs `start` up to `end` of a row, `gaps[i]` before glyph i, `extras[i]` after glyph `start + i`, if any."""

    glyphs: Sequence[Glyph]
    gaps: Sequence[float]
    start: int
    end: int
    extras: Sequence[float] | None = None


def content_of(glyphs: Sequence[Glyph]) -> Content:
    """Glyphs side by side as the content of a box: nothing between them, the last one's spacing left out."""
    count = len(glyphs)
    if not count:
        return Content(0.0, 0.0, 0.0)
    ink = Ink(any(glyph.marked for glyph in glyphs))
    end = put(Run(glyphs, [0.0] * count, 0, count), 0.0, ink)
    ink.finish()
    return Content(
        width=end - glyphs[-1].spacing,
        ascent=max(glyph.ascent for glyph in glyphs),
        descent=max(glyph.descent for glyph in glyphs),
        pieces=tuple(ink.pieces),
        items=tuple(ink.items),
        behind=tuple(ink.behind),
        text="".join(glyph.text for glyph in glyphs),
    )


def put(run: Run, x: float, ink: Ink) -> float:
    """Group neighbours of one look and one spacing into pieces; where the last glyph ends."""
    glyphs, gaps, extras, end = run.glyphs, run.gaps, run.extras, run.end
    first_x, first, inner = x, run.start, 0.0
    for place in range(run.start, end):
        glyph = glyphs[place]
        beyond = glyph.spacing if extras is None else glyph.spacing + extras[place - run.start]
        if place == first:
            inner = beyond
        if glyph.kind in ("picture", "box"):
            _put_whole(glyph, x, ink)
        left, x = x, x + glyph.width + beyond
        if ink.marked:
            ink.spots.append(Spot(glyph, left, x))
        after = place + 1
        if after == end:
            _add_piece(glyphs[first:after], first_x, x - first_x + inner - beyond, inner, ink.pieces)
            break
        gap, following = gaps[after], glyphs[after]
        if not gap and beyond == inner and glyph.format is following.format and glyph.kind == following.kind == "han":
            # Two 汉字 of one run, by far the most frequent neighbours: only a rare character has another face.
            if glyph.size == following.size and (glyph.face is following.face or glyph.face == following.face):
                continue
        elif not gap and beyond == inner and _goes_on(glyph, following, extras is not None):
            continue
        _add_piece(glyphs[first:after], first_x, x - first_x + inner - beyond, inner, ink.pieces)
        first, first_x = after, x + gap
        x += gap
    return x


def _put_whole(glyph: Glyph, x: float, ink: Ink) -> None:
    """A picture, or what a box carries."""
    picture, content = glyph.picture, glyph.content
    if picture is not None:
        size = (picture.width, picture.height)
        ink.items.append(Image(x, -picture.height, *size, picture.data, picture.mime, picture.alpha, picture.alt))
    if content is not None:
        here = content.moved(x, glyph.rise)
        ink.pieces += here.pieces
        ink.items += here.items
        ink.behind += here.behind


def _goes_on(glyph: Glyph, after: Glyph, stretched: bool) -> bool:
    """Whether the next glyph may stand in the same piece."""
    if glyph.face is not after.face and glyph.face != after.face:
        return False
    if glyph.format is not after.format and not _same_look(glyph, after):
        return False
    if glyph.size != after.size or glyph.content is not None or after.content is not None:
        return False
    return not stretched or (glyph.kind in WESTERN) == (after.kind in WESTERN)


def _same_look(one: Glyph, two: Glyph) -> bool:
    a, b = one.format, two.format
    if (a.color, a.spacing, a.scale, a.outline) != (b.color, b.spacing, b.scale, b.outline):
        return False
    return (one.rise, one.bold, one.slant) == (two.rise, two.bold, two.slant)


def _add_piece(glyphs: Sequence[Glyph], x: float, width: float, spacing: float, pieces: list[Piece]) -> None:
    first = glyphs[0]
    text = "" if first.content is not None else "".join([glyph.text for glyph in glyphs])
    if text:
        how = first.format
        pieces.append(
            Piece(
                text,
                first.face,
                first.size,
                x,
                width,
                spacing,
                how.scale,
                how.color,
                rise=first.rise,
                bold=first.bold,
                slant=first.slant,
                outline=how.outline,
            )
        )
