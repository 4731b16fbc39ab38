"""Braces, brackets and callouts (ECMA-376 Part 1, 20.1.10.56)."""

from __future__ import annotations

from math import atan2, cos, pi, sin

from docgen.pdf.reading.drawings.outlines import Geometry, Outline, Point, Track, polygon, rounded
from docgen.pdf.reading.drawings.presets.frame import Frame, Preset


def _open(track: Track, frame: Frame, inside: Outline | None = None) -> Geometry:
    """A line that is not closed; `inside` is what a fill paints, without it the line's own hollow."""
    steps = (*track.steps, ("Z", ())) if inside is None else inside.steps
    return Geometry((Outline(steps, stroked=False), track.outline(filled=False)), frame.box)


def _left_bracket_on(track: Track, x: float, width: float, height: float, round_: float) -> Track:
    """A bracket from its upper end down; a negative width opens it to the left."""
    side = 180.0 if width > 0 else 0.0
    sweep = -90.0 if width > 0 else 90.0
    wide = abs(width)
    track.move(x + width, 0.0).arc(wide, round_, 270, sweep).line(x, height - round_)
    return track.arc(wide, round_, side, sweep)


def _bracket(right: bool) -> Preset:
    def made(frame: Frame) -> Geometry:
        round_ = min(frame.share("adj", 0.08333, 1000.0) * frame.short, frame.height / 2)
        width = -frame.width if right else frame.width
        track = _left_bracket_on(Track(), frame.width if right else 0.0, width, frame.height, round_)
        return _open(track, frame)

    return made


def _bracket_pair(frame: Frame) -> Geometry:
    radius = frame.share("adj", 0.16667, 0.5) * frame.short
    track = _left_bracket_on(Track(), 0.0, radius, frame.height, radius)
    _left_bracket_on(track, frame.width, -radius, frame.height, radius)
    inset = radius * 0.29289
    box = (inset, inset, frame.width - 2 * inset, frame.height - 2 * inset)
    return Geometry(_open(track, frame, rounded(frame.box, radius)).outlines, box)


def _left_brace_on(track: Track, x: float, half: float, height: float, round_: float, point: float) -> Track:
    """A brace from its upper end down; `half` is half its width, negative for one that opens to the left."""
    wide, left = abs(half), half > 0
    sweep = -90.0 if left else 90.0
    upper, lower = (0.0, 180.0) if not left else (180.0, 0.0)
    track.move(x + 2 * half, 0.0).arc(wide, round_, 270, sweep).line(x + half, point - round_)
    track.arc(wide, round_, 180 - upper, -sweep).arc(wide, round_, 270, -sweep)
    track.line(x + half, height - round_)
    return track.arc(wide, round_, 180 - lower, sweep)


def _brace(right: bool) -> Preset:
    def made(frame: Frame) -> Geometry:
        point = frame.share("adj2", 0.5) * frame.height
        most = min(point, frame.height - point) / 2
        round_ = min(frame.share("adj1", 0.08333, 1000.0) * frame.short, most)
        half = -frame.width / 2 if right else frame.width / 2
        return _open(_left_brace_on(Track(), frame.width if right else 0.0, half, frame.height, round_, point), frame)

    return made


def _brace_pair(frame: Frame) -> Geometry:
    radius = frame.share("adj", 0.08333, 0.25) * frame.short
    middle = frame.height / 2
    track = _left_brace_on(Track(), 0.0, radius, frame.height, radius, middle)
    _left_brace_on(track, frame.width, -radius, frame.height, radius, middle)
    inset = radius * 1.29289
    box = (inset, inset * 0.3, frame.width - 2 * inset, frame.height - inset * 0.6)
    inside = rounded((radius, 0.0, frame.width - 2 * radius, frame.height), radius)
    return Geometry(_open(track, frame, inside).outlines, box)


def _tip(frame: Frame, x: float, y: float) -> Point:
    """Where a callout points to: adj1 and adj2 from its middle."""
    return frame.width * (0.5 + frame.raw("adj1", x)), frame.height * (0.5 + frame.raw("adj2", y))


def _wedge(frame: Frame) -> list[Point]:
    """The rectangle with a wedge to the tip, on the side that the tip lies on, in the half that is nearer."""
    width, height = frame.width, frame.height
    tip = _tip(frame, -0.20833, 0.625)
    right, below = tip[0] - width / 2, tip[1] - height / 2
    points: list[Point] = []
    upright = abs(right) * height <= abs(below) * width
    starts = (7 / 12, 10 / 12) if (right if upright else below) > 0 else (2 / 12, 5 / 12)
    sides = {
        "top": [(0.0, 0.0), (width, 0.0)],
        "right": [(width, 0.0), (width, height)],
        "bottom": [(width, height), (0.0, height)],
        "left": [(0.0, height), (0.0, 0.0)],
    }
    hit = ("bottom" if below > 0 else "top") if upright else ("right" if right > 0 else "left")
    for side, (one, two) in sides.items():
        points.append(one)
        if side == hit:
            first, second = starts if side in ("top", "right") else (1 - starts[1], 1 - starts[0])
            points += [_between(one, two, first), tip, _between(one, two, second)]
    return points


def _between(one: Point, two: Point, share: float) -> Point:
    return one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share


def _wedge_rectangle(frame: Frame) -> Geometry:
    return Geometry((polygon(_wedge(frame)),), frame.box)


def _wedge_round(frame: Frame) -> Geometry:
    """The corners are rounded by curves that begin and end where an arc would."""
    radius = frame.share("adj3", 0.16667, 0.5) * frame.short
    points = _wedge(frame)
    track = Track()
    corners = {(0.0, 0.0), (frame.width, 0.0), (frame.width, frame.height), (0.0, frame.height)}
    for number, point in enumerate(points):
        if point not in corners:
            track.line(*point)
            continue
        before, after = points[number - 1], points[(number + 1) % len(points)]
        first, last = _toward(point, before, radius), _toward(point, after, radius)
        (track.line if number else track.move)(*first)
        near, far = _toward(point, first, radius * 0.44771), _toward(point, last, radius * 0.44771)
        track.curve(near, far, last)
    inset = radius * 0.29289
    box = (inset, inset, frame.width - 2 * inset, frame.height - 2 * inset)
    return Geometry((track.close().outline(),), box)


def _toward(one: Point, two: Point, far: float) -> Point:
    length = max(abs(two[0] - one[0]), abs(two[1] - one[1])) or 1.0
    return _between(one, two, min(far / length, 1.0))


def _wedge_ellipse(frame: Frame) -> Geometry:
    tip, (x, y) = _tip(frame, -0.20833, 0.625), frame.middle
    angle = atan2((tip[1] - y) * frame.width, (tip[0] - x) * frame.height)
    spread = 11 / 180 * pi
    begin = angle + spread
    start = (x + x * cos(begin), y + y * sin(begin))
    track = Track().move(*start).arc_about((x, y), (x, y), begin, 2 * pi - 2 * spread).line(*tip).close()
    return Geometry((track.outline(),), frame.inner(0.14645, 0.14645, 0.85355, 0.85355))


PRESETS: dict[str, Preset] = {
    "leftBracket": _bracket(False),
    "rightBracket": _bracket(True),
    "bracketPair": _bracket_pair,
    "leftBrace": _brace(False),
    "rightBrace": _brace(True),
    "bracePair": _brace_pair,
    "wedgeRectCallout": _wedge_rectangle,
    "wedgeRoundRectCallout": _wedge_round,
    "wedgeEllipseCallout": _wedge_ellipse,
}
