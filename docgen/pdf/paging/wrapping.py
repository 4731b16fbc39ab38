"""Wrapping: what text gives way to on a page, and the room that is left beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.pdf.paging.strips import SetFrame
from docgen.pdf.source import Floating

Cuts = tuple[float, float]
"""How far the edges of a line are moved inward: left, right."""

WHOLE: Cuts = (0.0, 0.0)
_NARROWEST = 72.0  # points: Word sets no line in less than an inch
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An area of the page that text keeps out of, and on which sides of it text may stand ("" for none)."""

    left: float
    top: float
    right: float
    bottom: float
    side: Literal["", "both", "left", "right", "largest"] = ""

    def meets(self, x: float, width: float, y: float, height: float) -> bool:
        """Whether it reaches into a box."""
        across = self.left < x + width - _SLACK and self.right > x + _SLACK
        return across and self.top < y + height - _SLACK and self.bottom > y + _SLACK


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a line may stand: its upper edge, and the parts of the column from left to right that are free there."""

    y: float
    parts: tuple[Cuts, ...] = (WHOLE,)


def around_frame(frame: SetFrame, x: float, y: float) -> Obstacle:
    """What a frame or a floating table keeps free."""
    how = frame.frame
    side: Literal["", "both"] = "" if how.wrap in ("none", "notBeside") else "both"
    return Obstacle(
        x - how.h_space, y - how.v_space, x + frame.width + how.h_space, y + frame.height + how.v_space, side
    )


def around_float(floating: Floating, x: float, y: float) -> Obstacle | None:
    """What a floating shape keeps free; None for one that lies over or under the text.

    The outline of a tight one is taken as its box: lines keep to the box where they might run into its corners.
    """
    if floating.wrap == "none":
        return None
    top, right, bottom, left = floating.distances
    side = "" if floating.wrap == "top_bottom" else floating.side
    return Obstacle(x - left, y - top, x + floating.width + right, y + floating.height + bottom, side)


def opening(obstacles: Sequence[Obstacle], x: float, width: float, y: float, height: float) -> Opening:
    """The first place at or below y where a line of a column finds room beside or below the obstacles."""
    while True:
        met = [one for one in obstacles if one.meets(x, width, y, height)]
        if not met:
            return Opening(y)
        parts = () if any(not one.side for one in met) else _parts(met, x, width)
        if parts:
            return Opening(y, parts)
        # Below the first of them there may be room again; one that lets nothing beside it has to be passed whole.
        closed = [one.bottom for one in met if not one.side]
        y = max(closed) if closed else min(one.bottom for one in met)


def _parts(met: Sequence[Obstacle], x: float, width: float) -> tuple[Cuts, ...]:
    """The free parts of a column beside the obstacles that are wide enough for a line."""
    taken = sorted(_reach(one, x, x + width) for one in met)
    free, start = [], x
    for left, right in [*taken, (x + width, x + width)]:
        if left - start >= _NARROWEST:
            free.append((start - x, x + width - left))
        start = max(start, right)
    return tuple(free)


def _reach(one: Obstacle, left: float, right: float) -> tuple[float, float]:
    """From where to where an obstacle keeps a line away, the sides that it does not want counted in."""
    side = one.side
    if side == "largest":
        side = "left" if one.left - left >= right - one.right else "right"
    return left if side == "right" else one.left, right if side == "left" else one.right
