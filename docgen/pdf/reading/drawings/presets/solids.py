"""Hollow and solid presets: rings, frames, cans, cubes, arcs (ECMA-376 Part 1, 20.1.10.56)."""

from __future__ import annotations

from math import cos, pi, sin

from docgen.pdf.reading.drawings.outlines import Geometry, Outline, Track, ellipse, ellipse_angle, polygon
from docgen.pdf.reading.drawings.presets.frame import Frame, Preset


def _donut(frame: Frame) -> Geometry:
    ring = frame.share("adj", 0.25, 0.5) * frame.short
    across, down = frame.width / 2 - ring, frame.height / 2 - ring
    # The inner circle runs the other way round: what it encloses is a hole.
    hole = Track().move(ring, frame.height / 2).arc_about(frame.middle, (across, down), pi, -2 * pi).close()
    steps = (*ellipse(frame.box).steps, *hole.steps)
    return Geometry((Outline(steps),), frame.inner(0.14645, 0.14645, 0.85355, 0.85355))


def _frame(frame: Frame) -> Geometry:
    edge = frame.share("adj1", 0.125, 0.5) * frame.short
    width, height = frame.width, frame.height
    outer = polygon([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)])
    points = [(edge, edge), (edge, height - edge), (width - edge, height - edge), (width - edge, edge)]
    steps = (*outer.steps, *polygon(points).steps)
    return Geometry((Outline(steps),), (edge, edge, width - 2 * edge, height - 2 * edge))


def can(frame: Frame) -> Geometry:
    """A cylinder."""
    width, height = frame.width, frame.height
    lid = min(frame.share("adj", 0.25, 1000.0) * frame.short, height) / 2
    body = Track().move(0.0, lid).arc(width / 2, lid, 180, -180).line(width, height - lid)
    body.arc(width / 2, lid, 0, 180).close()
    top = ellipse((0.0, 0.0, width, 2 * lid))
    lighter = Outline(top.steps, light=0.4)
    return Geometry((body.outline(), lighter), (0.0, 2 * lid, width, height - 3 * lid))


def _cube(frame: Frame) -> Geometry:
    depth = frame.share("adj", 0.25) * frame.short
    width, height = frame.width, frame.height
    front = polygon([(0.0, depth), (width - depth, depth), (width - depth, height), (0.0, height)])
    top = polygon([(0.0, depth), (depth, 0.0), (width, 0.0), (width - depth, depth)])
    side = polygon([(width - depth, depth), (width, 0.0), (width, height - depth), (width - depth, height)])
    outlines = (front, Outline(top.steps, light=0.2), Outline(side.steps, light=-0.2))
    return Geometry(outlines, (0.0, depth, width - depth, height - depth))


def _folded_corner(frame: Frame) -> Geometry:
    fold = frame.share("adj", 0.16667, 0.5) * frame.short
    width, height = frame.width, frame.height
    points = [(0.0, 0.0), (width, 0.0), (width, height - fold), (width - fold, height), (0.0, height)]
    near = fold / 5
    flap = [(width - fold, height), (width - fold + near, height - fold + near), (width, height - fold)]
    return Geometry((polygon(points), Outline(polygon(flap).steps, light=-0.2)), (0.0, 0.0, width, height - fold))


def _arc(frame: Frame) -> Geometry:
    start = frame.adjust.get("adj1", 16_200_000) / 60_000
    sweep = (frame.adjust.get("adj2", 0.0) / 60_000 - start) % 360
    inside = _on_ellipse(frame, start, sweep).line(*frame.middle).close().outline(stroked=False)
    return Geometry((inside, _on_ellipse(frame, start, sweep).outline(filled=False)), frame.box)


def _pie(frame: Frame) -> Geometry:
    start = frame.adjust.get("adj1", 0.0) / 60_000
    sweep = (frame.adjust.get("adj2", 16_200_000) / 60_000 - start) % 360
    track = _on_ellipse(frame, start, sweep).line(*frame.middle).close()
    return Geometry((track.outline(),), frame.inner(0.14645, 0.14645, 0.85355, 0.85355))


def _on_ellipse(frame: Frame, start: float, sweep: float) -> Track:
    across, down = frame.width / 2, frame.height / 2
    angle = ellipse_angle(start, across, down)
    return Track().move(across + across * cos(angle), down + down * sin(angle)).arc(across, down, start, sweep)


PRESETS: dict[str, Preset] = {
    "donut": _donut,
    "frame": _frame,
    "can": can,
    "cube": _cube,
    "foldedCorner": _folded_corner,
    "arc": _arc,
    "pie": _pie,
}
