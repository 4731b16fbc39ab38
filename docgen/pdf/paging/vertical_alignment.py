"""Vertical alignment of a page: its text moved down or spread over the height (w:vAlign)."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import Placed

_IN_TEXT = ("text", "line", "character")


def align_vertically(sheet: Sheet, vertical: Literal["top", "center", "bottom", "both"]) -> None:
    """Move what stands on a sheet. Only a full page is spread: Word leaves the last one of a section at the top."""
    if vertical == "top" or not sheet.columns or not sheet.placed:
        return
    free = min(column.floor for column in sheet.columns) - sheet.lowest
    if free <= 0:
        return
    if vertical != "both":
        _move(sheet, free / 2 if vertical == "center" else free)
    elif sheet.is_full:
        _spread(sheet, free)


def _move(sheet: Sheet, by: float) -> None:
    for one in sheet.placed:
        _lower(one, by)
    sheet.frames = [
        (frame, x, y + by if frame.frame.vertical.relative in _IN_TEXT else y) for frame, x, y in sheet.frames
    ]
    sheet.rules = [(x, top + by, bottom + by) for x, top, bottom in sheet.rules]


def _spread(sheet: Sheet, free: float) -> None:
    placed = sheet.placed
    owners = [one.strip.owner for one in placed]
    starts = [place for place, (one, two) in enumerate(pairwise(owners), 1) if one is not two]
    if not starts or len(sheet.columns) > 1:
        return
    for place in starts:
        for one in placed[place:]:
            _lower(one, free / len(starts))


def _lower(one: Placed, by: float) -> None:
    one.y += by
    if one.anchor is not None:
        one.anchor += by
