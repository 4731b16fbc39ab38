"""Clipping: the box outside of which a metafile shows nothing ([MS-EMF] 2.3.2, [MS-WMF] 2.3.5).

A region or a path that is no rectangle counts as the box around it, which is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.pdf.pages import Step
from docgen.pdf.reading.drawings.metafiles.device import Clip, Point

# How a new region is combined with the present one ([MS-EMF] 2.1.29).
AND, OR, XOR, DIFF, COPY = 1, 2, 3, 4, 5


def around(points: Sequence[Point]) -> Clip:
    """The box around some points; an empty one around none."""
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def met(one: Clip | None, two: Clip | None) -> Clip | None:
    """What lies in both; None is everything."""
    if one is None or two is None:
        return two if one is None else one
    left, top = max(one[0], two[0]), max(one[1], two[1])
    return left, top, max(min(one[2], two[2]), left), max(min(one[3], two[3]), top)


def is_empty(clip: Clip | None) -> bool:
    """Whether nothing can be seen."""
    return clip is not None and (clip[2] <= clip[0] or clip[3] <= clip[1])


def combined(now: Clip | None, new: Clip, how: int, whole: Clip) -> tuple[Clip | None, bool]:
    """The present region with a new one, and whether that is exactly meant; `whole` is the box of the picture."""
    if how == COPY:
        return new, True
    if how == AND:
        return met(now, new), True
    if how == DIFF:
        return without(now or whole, new)
    if now is None:
        return None, how == OR
    united = around(((now[0], now[1]), (now[2], now[3]), (new[0], new[1]), (new[2], new[3])))
    return united, how == OR and united in (now, new)


def without(now: Clip, new: Clip) -> tuple[Clip, bool]:
    """A region less a box, and whether that is a box again: where it takes a whole side, or nothing."""
    left, top, right, bottom = now
    if is_empty(met(now, new)):
        return now, True
    if new[0] <= left and new[2] >= right:
        if new[1] <= top:
            return (left, min(new[3], bottom), right, bottom), True
        if new[3] >= bottom:
            return (left, top, right, new[1]), True
    if new[1] <= top and new[3] >= bottom:
        if new[0] <= left:
            return (min(new[2], right), top, right, bottom), True
        if new[2] >= right:
            return (left, top, new[0], bottom), True
    return now, False


def is_box(steps: Sequence[Step]) -> bool:
    """Whether an outline is an upright rectangle."""
    points = [(values[-2], values[-1]) for kind, values in steps if kind in ("M", "L")]
    if points[4:] == points[:1]:
        points = points[:4]
    if len(points) != 4 or any(kind == "C" for kind, _ in steps):
        return False
    box = around(points)
    turns = sum(points[place][0] == points[(place + 1) % 4][0] for place in range(4))
    corners = {(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])}
    return turns == 2 and set(points) == corners


def fills_its_box(boxes: Sequence[Clip], box: Clip) -> bool:
    """Whether boxes that do not overlap, as those of a region, leave nothing of the box around them free."""
    covered = fsum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    return covered >= (box[2] - box[0]) * (box[3] - box[1]) * (1 - 1e-9)
