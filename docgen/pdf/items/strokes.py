"""Borders as strokes: how thick a border is in all, and which lines draw it (ECMA-376 Part 1, 17.18.2)."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum

from docgen.pdf.items.waves import slanted, wave
from docgen.pdf.pages import Path, Rule
from docgen.pdf.source import Border

Stroke = Rule | Path
Parts = tuple[tuple[float, bool], ...]
"""Lines and gaps from the upper (left) edge on: (thickness, drawn)."""

_THIN = 0.75  # points: the thin line and the small gap of Word's thick-thin borders
_WAVE = 3.0  # how many lines' thickness a wave is high

# What w:sz, the thickness of one line, comes to. Names tell the lines from top to bottom and from left to right.
_LINES: dict[str, Callable[[float], tuple[float, ...]]] = {
    "double": lambda width: (width,) * 3,
    "triple": lambda width: (width,) * 5,
    "thinThickSmallGap": lambda width: (_THIN, _THIN, width),
    "thickThinSmallGap": lambda width: (width, _THIN, _THIN),
    "thinThickThinSmallGap": lambda width: (_THIN, _THIN, width, _THIN, _THIN),
    "thinThickMediumGap": lambda width: (width / 2, width / 2, width),
    "thickThinMediumGap": lambda width: (width, width / 2, width / 2),
    "thinThickThinMediumGap": lambda width: (width / 2, width / 2, width, width / 2, width / 2),
    "thinThickLargeGap": lambda width: (_THIN, width, 2 * _THIN),
    "thickThinLargeGap": lambda width: (2 * _THIN, width, _THIN),
    "thinThickThinLargeGap": lambda width: (_THIN, width, 2 * _THIN, width, _THIN),
}
# Lengths drawn and left out, in units of the line's thickness.
_DASHES = {
    "dotted": (1, 1),
    "dashSmallGap": (4, 2),
    "dashed": (4, 4),
    "dotDash": (4, 3, 1, 3),
    "dotDotDash": (4, 3, 1, 3, 1, 3),
}
_LEAST_DASH = 0.75  # points: the unit of a hairline's dashes
_CURVED = {"wave": 1, "doubleWave": 2}
_SINGLE = frozenset(["single", "thick", "outset", "inset", "threeDEmboss", "threeDEngrave", "dashDotStroked"])


def thickness(border: Border | None) -> float:
    """The space a border takes across its direction."""
    if border is None or border.style == "single":
        return 0.0 if border is None else border.width
    return fsum(part for part, _ in parts(border))


def room(border: Border | None) -> float:
    """What a paragraph's border takes from the page: itself and its distance to the text."""
    return thickness(border) + border.space if border is not None else 0.0


def is_plain(border: Border | None) -> bool:
    """Whether the border is drawn as Word draws it; the little pictures of page borders are drawn as one line."""
    if border is None or border.style == "single":
        return True
    return any(border.style in known for known in (_SINGLE, _LINES, _DASHES, _CURVED))


def parts(border: Border) -> Parts:
    """The lines of a border and the gaps between them."""
    if border.style in _CURVED:
        return ((border.width * _WAVE * _CURVED[border.style], True),)
    known = _LINES.get(border.style)
    if known is None:
        return ((border.width, True),)
    return tuple((part, place % 2 == 0) for place, part in enumerate(known(border.width)))


def horizontal(border: Border, x1: float, x2: float, top: float) -> list[Stroke]:
    """A horizontal border whose upper edge is `top`."""
    return _strokes(border, x1, x2, top, upright=False)


def vertical(border: Border, y1: float, y2: float, left: float) -> list[Stroke]:
    """A vertical border whose left edge is `left`."""
    return _strokes(border, y1, y2, left, upright=True)


def _strokes(border: Border, start: float, end: float, edge: float, *, upright: bool) -> list[Stroke]:
    """A border from `start` to `end`, its upper or left edge at `edge`."""
    if border.style == "single":
        return [line(border, border.width, start, end, edge + border.width / 2, upright=upright)]
    if border.style in _CURVED or border.style == "dashDotStroked":
        return _drawn(border, start, end, edge, upright=upright)
    found: list[Stroke] = []
    for part, drawn in parts(border):
        if drawn:
            found.append(line(border, part, start, end, edge + part / 2, upright=upright))
        edge += part
    return found


def line(border: Border, part: float, start: float, end: float, across: float, *, upright: bool) -> Rule:
    """One of a border's lines, `part` points thick, its middle at `across`."""
    if upright:
        return Rule(across, start, across, end, part, border.color, dash(border))
    return Rule(start, across, end, across, part, border.color, dash(border))


def dash(border: Border) -> tuple[float, ...]:
    """The lengths drawn and left out; () for a border without gaps."""
    unit = max(border.width, _LEAST_DASH)
    return tuple(part * unit for part in _DASHES.get(border.style, ()))


def _drawn(border: Border, start: float, end: float, edge: float, *, upright: bool) -> list[Stroke]:
    """Waves and slanted dashes, which are outlines."""
    if border.style == "dashDotStroked":
        return [*slanted(border.width, border.color, start, end, edge, upright=upright)]
    height = border.width * _WAVE
    return [
        wave(border.width, border.color, start, end, edge + height * (place + 0.5), upright=upright)
        for place in range(_CURVED[border.style])
    ]
