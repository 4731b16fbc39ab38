"""Anchored things: the frames and floats of a strip, where they stand on a sheet and what they keep free."""

from __future__ import annotations

from collections.abc import Callable

from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import SetFrame, Strip
from docgen.pdf.paging.wrapping import Obstacle, around_frame

FloatObstacle = Callable[[Sheet, Strip, int, float], Obstacle | None]
"""What a strip's float of some number keeps free on a sheet when the strip stands at some y."""


def no_obstacle(_sheet: Sheet, _strip: Strip, _number: int, _y: float) -> Obstacle | None:
    """What floats keep free that lie over or under the text."""
    return None


def frame_place(sheet: Sheet, frame: SetFrame, text_y: float) -> tuple[float, float]:
    """The upper left corner of a frame whose paragraph stands at `text_y` in the present column."""
    column = sheet.column
    x = sheet.paper.x_of(frame.frame.horizontal, frame.width, sheet.is_odd, (column.x, column.width))
    return x, sheet.paper.y_of(frame.frame.vertical, frame.height, text_y, sheet.is_odd)


def frame_obstacles(sheet: Sheet, strip: Strip, y: float) -> list[Obstacle]:
    """What the frames of a strip at y keep free."""
    return [around_frame(frame, *frame_place(sheet, frame, y)) for frame in strip.frames]


def float_obstacles(sheet: Sheet, strip: Strip, y: float, around: FloatObstacle) -> list[Obstacle]:
    """What the floats of a strip at y keep free."""
    found = (around(sheet, strip, number, y) for number in range(len(strip.boxes)))
    return [one for one in found if one is not None]
