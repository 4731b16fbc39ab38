"""Justification: how what a line lacks, or has too much, is spread over its glyphs.

A justified line of Word takes what it needs in three steps (measured on its exports by others, and the order of
JIS X 4051): spaces grow to half an em, then 中西文间距 does, then everything that can grow gets the same more: 汉字 all
apart, Latin words at their spaces only. 分散对齐 moves every character apart, Latin letters as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.pdf.text.character_classes import JOINED, WESTERN
from docgen.pdf.text.compression import gives_left
from docgen.pdf.text.measured import Glyph
from docgen.pdf.text.rows import Row, takes_gap

_FULL = 0.5  # em: how wide a space, or the gap beside Latin text, gets before 汉字 are moved apart


def stretched(row: Row, start: int, end: int, slack: float, *, distribute: bool, hangs: bool) -> list[float]:
    """What is added behind each of the glyphs `start` up to `end` so that they are `slack` points longer."""
    glyphs = row.glyphs[start:end]
    slots, others = _slots(glyphs, distribute)
    if hangs and len(slots) > 1:
        slots[-2] = slots[-2] and glyphs[-2].kind == "space"
    extras = [0.0] * len(glyphs)
    if others and not distribute:
        slack = _fill(extras, _spaces(glyphs, others), slack)
        slack = _fill(extras, _gaps(row, glyphs, start, others), slack) if slack > 0 else 0.0
    count = sum(slots)
    if count and slack > 0:
        each = slack / count
        return [extra + each if slot else extra for extra, slot in zip(extras, slots, strict=True)]
    return extras


def squeezed(row: Row, start: int, end: int, excess: float) -> list[float]:
    """What is added behind each glyph (less than nothing) so that they are `excess` points shorter.

    The mark at the end gives its blank half first: it may stand beyond the edge, where nothing is seen of it.
    """
    extras = [0.0] * (end - start)
    if row.gives is None or end - start < 2:
        return extras
    excess -= 0.0 if gives_left(row.glyphs[end - 1]) else row.gives[end - 1]
    rooms: dict[int, float] = {}
    for place in range(start, end):
        behind = place - 1 if gives_left(row.glyphs[place]) else place
        if row.gives[place] and start <= behind < end - 1:
            rooms[behind - start] = rooms.get(behind - start, 0.0) - row.gives[place]
    _fill(extras, rooms, -max(excess, 0.0))
    return extras


def _fill(extras: list[float], rooms: dict[int, float], slack: float) -> float:
    """Spread `slack` over places in proportion to the room each has; what is left of it."""
    total = fsum(rooms.values())
    if not total:
        return slack
    share = min(slack / total, 1.0)
    for place, room in rooms.items():
        extras[place] += room * share
    return slack - total * share


def _spaces(glyphs: Sequence[Glyph], places: Sequence[int]) -> dict[int, float]:
    found = [(place, glyphs[place]) for place in places if glyphs[place].kind == "space"]
    return {place: max(glyph.format.size * _FULL - glyph.width, 0.0) for place, glyph in found}


def _gaps(row: Row, glyphs: Sequence[Glyph], start: int, places: Sequence[int]) -> dict[int, float]:
    rooms = {}
    for place in places:
        gap = row.gaps[start + place + 1]
        one, two = glyphs[place], glyphs[place + 1]
        if gap > 0 and takes_gap(one.kind, two.kind, latin=True, digits=True):
            size = (one if one.kind == "han" else two).format.size
            rooms[place] = max(size * _FULL - gap - one.spacing, 0.0)
    return rooms


def _slots(glyphs: Sequence[Glyph], distribute: bool) -> tuple[list[bool], list[int]]:
    """(after which glyphs a line may be stretched, those of them that are no 汉字 before another).

    That is beside 汉字 and at spaces; in a line without 汉字 only at spaces.
    """
    slots = [False] * len(glyphs)
    others: list[int] = []
    for place in range(len(glyphs) - 1):
        one, two = glyphs[place], glyphs[place + 1]
        kind, after = one.kind, two.kind
        if kind == "han" and after == "han":
            slots[place] = True
        elif distribute or kind == "space":
            slots[place] = after != "zero" and not (one.text == two.text and one.text in JOINED)
            others.append(place)
        elif after not in ("space", "zero") and not (kind in WESTERN and after in WESTERN):
            slots[place] = not (one.text == two.text and one.text in JOINED)
            others.append(place)
    return slots, others
