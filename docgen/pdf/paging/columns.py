"""Columns: where they stand on a page, the lines between them, and how they become equally long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from docgen.pdf.paging.flow import Flow
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import Strip
from docgen.pdf.source import Section

_FINE = 0.25  # points: how nearly equal balanced columns are made


def places(section: Section, left: float, right: float) -> list[tuple[float, float]]:
    """(x, width) of each column between the margins of a page."""
    if not section.columns:
        return [(left, section.width - left - right)]
    found, x = [], left
    for column in section.columns:
        found.append((x, column.width))
        x += column.width + column.gap
    return found


def draw_rules(sheet: Sheet) -> None:
    """Note the lines between the columns of a sheet, as long as the longest column."""
    columns = sheet.columns
    for before, after in pairwise(columns):
        if sheet.lowest > before.top:
            sheet.rules.append(((before.x + before.width + after.x) / 2, before.top, sheet.lowest))


def balance(flow: Flow) -> None:
    """Make the columns of the last page equally long, as Word does where the next section goes on below.

    Columns that the text itself breaks stay as they are.
    """
    sheet = flow.sheet
    first = sheet.columns[0]
    strips = [one.strip for one in sheet.placed[first.start :] if not one.strip.repeated]
    if len(sheet.columns) < 2 or not strips or any(strip.column_before for strip in strips[1:]):
        return
    if len({column.width for column in sheet.columns}) > 1 or any(column.foot.closed for column in sheet.columns):
        return
    height = balanced_height(strips, len(sheet.columns), first.bottom - first.top)
    strips = [strip for strip in flow.restart() if not strip.repeated]
    for column in sheet.columns[:-1]:
        column.limit = first.top + height
    flow.run(strips)


def balanced_height(strips: Sequence[Strip], count: int, most: float) -> float:
    """The least height at which some columns hold all strips; `most` where they do not."""
    chunks = _chunks(strips)
    low, high = fsum(gap + height for gap, height in chunks) / (count + 1), most
    if not _fits(chunks, count, high):
        return most
    while high - low > _FINE:
        middle = (low + high) / 2
        low, high = (low, middle) if _fits(chunks, count, middle) else (middle, high)
    return high


def _chunks(strips: Sequence[Strip]) -> list[tuple[float, float]]:
    """(spacing above, height) of strips that stay together."""
    found: list[tuple[float, float]] = []
    goes_on = False
    for strip in strips:
        if goes_on:
            gap, height = found[-1]
            found[-1] = (gap, height + strip.gap + strip.height)
        else:
            found.append((strip.gap, strip.height))
        goes_on = strip.glue
    return found


def _fits(chunks: Sequence[tuple[float, float]], count: int, height: float) -> bool:
    column, y = 1, 0.0
    for gap, own in chunks:
        y += (gap if y else 0.0) + own
        if y > height:
            column, y = column + 1, own
            if column > count or own > height:
                return False
    return True
