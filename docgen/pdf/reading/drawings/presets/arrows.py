"""Arrow presets: block arrows, arrow plates, connectors (ECMA-376 Part 1, 20.1.10.56)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.outlines import Geometry, Point, Track, polygon
from docgen.pdf.reading.drawings.presets.frame import Frame, Preset, closed


def _block(toward: str) -> Preset:
    """An arrow with one head: the shaft's breadth is adj1, the head's length adj2 of the shorter side."""
    upright = toward in ("up", "down")

    def made(frame: Frame) -> Geometry:
        along, across = (frame.height, frame.width) if upright else (frame.width, frame.height)
        shaft = frame.share("adj1", 0.5) * across
        head = min(frame.share("adj2", 0.5, 1000.0) * frame.short, along)
        low, high = (across - shaft) / 2, (across + shaft) / 2
        stop = along - head
        points = [(0.0, low), (stop, low), (stop, 0.0), (along, across / 2), (stop, across), (stop, high), (0.0, high)]
        # The text's box reaches into the head as far as the shaft's breadth does.
        reach = head * shaft / across if across else 0.0
        text = (0.0, low, stop + reach, shaft)
        return closed(frame, *_toward(toward, points, text, along))

    return made


def _double(upright: bool) -> Preset:
    def made(frame: Frame) -> Geometry:
        along, across = (frame.height, frame.width) if upright else (frame.width, frame.height)
        shaft = frame.share("adj1", 0.5) * across
        head = min(frame.share("adj2", 0.5, 1000.0) * frame.short, along / 2)
        low, high, stop = (across - shaft) / 2, (across + shaft) / 2, along - head
        points = [(0.0, across / 2), (head, 0.0), (head, low), (stop, low), (stop, 0.0), (along, across / 2)]
        points += [(stop, across), (stop, high), (head, high), (head, across)]
        return closed(
            frame, *_toward("down" if upright else "right", points, (head, low, along - 2 * head, shaft), along)
        )

    return made


def _toward(
    toward: str, points: list[Point], text: tuple[float, float, float, float], along: float
) -> tuple[list[Point], tuple[float, float, float, float]]:
    """An arrow that points to the right, pointed another way."""
    x, y, width, height = text
    if toward in ("left", "up"):
        points = [(along - a, b) for a, b in points]
        x = along - x - width
    if toward in ("up", "down"):
        return [(b, a) for a, b in points], (y, x, height, width)
    return points, (x, y, width, height)


def _home_plate(frame: Frame) -> Geometry:
    head = min(frame.share("adj", 0.5, 1000.0) * frame.short, frame.width)
    width, height = frame.width, frame.height
    points = [(0.0, 0.0), (width - head, 0.0), (width, height / 2), (width - head, height), (0.0, height)]
    return closed(frame, points, (0.0, 0.0, width - head / 2, height))


def _chevron(frame: Frame) -> Geometry:
    head = min(frame.share("adj", 0.5, 1000.0) * frame.short, frame.width)
    width, height = frame.width, frame.height
    points = [(0.0, 0.0), (width - head, 0.0), (width, height / 2), (width - head, height), (0.0, height)]
    return closed(frame, [*points, (head, height / 2)], (head, 0.0, max(width - 2 * head, 0.0), height))


def _bent(frame: Frame) -> Geometry:
    turn = frame.raw("adj1", 0.5) * frame.width
    track = Track().move(0.0, 0.0).line(turn, 0.0).line(turn, frame.height).line(frame.width, frame.height)
    return Geometry((track.outline(filled=False),), frame.box)


def _elbow(frame: Frame) -> Geometry:
    track = Track().move(0.0, 0.0).line(frame.width, 0.0).line(frame.width, frame.height)
    return Geometry((track.outline(filled=False),), frame.box)


def _curved(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    turn = frame.raw("adj1", 0.5) * width
    track = Track().move(0.0, 0.0).curve((turn / 2, 0.0), (turn, height / 4), (turn, height / 2))
    track.curve((turn, height * 3 / 4), ((turn + width) / 2, height), (width, height))
    return Geometry((track.outline(filled=False),), frame.box)


def _notched(frame: Frame) -> Geometry:
    width, height = frame.width, frame.height
    shaft = frame.share("adj1", 0.5) * height
    head = min(frame.share("adj2", 0.5, 1000.0) * frame.short, width)
    low, high, stop = (height - shaft) / 2, (height + shaft) / 2, width - head
    notch = head * shaft / height if height else 0.0
    points = [(0.0, low), (stop, low), (stop, 0.0), (width, height / 2), (stop, height), (stop, high), (0.0, high)]
    outline = polygon([*points, (notch, height / 2)])
    return Geometry((outline,), (notch, low, stop, shaft))


PRESETS: dict[str, Preset] = {
    "rightArrow": _block("right"),
    "leftArrow": _block("left"),
    "upArrow": _block("up"),
    "downArrow": _block("down"),
    "leftRightArrow": _double(False),
    "upDownArrow": _double(True),
    "notchedRightArrow": _notched,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "bentConnector2": _elbow,
    "bentConnector3": _bent,
    "curvedConnector3": _curved,
}
