"""Waves and slanted dashes: the borders that no straight rule draws, as outlines."""

from __future__ import annotations

from docgen.pdf.pages import Path, Step

_HALF = 3.0  # a half wave's length, in thicknesses of its line
_RISE = 4 / 3  # how far the handles of a curve stand out for it to reach out by one thickness
_DASHES = ((5.0, 1.5), (1.5, 1.5))  # of a slanted border, in thicknesses: drawn, left out


def wave(width: float, color: str, start: float, end: float, middle: float, *, upright: bool) -> Path:
    """A wavy line along `middle`, its curves `width` points to both sides."""
    count = max(round((end - start) / (_HALF * width)), 1)
    half = (end - start) / count
    steps: list[Step] = [("M", _point(start, middle, upright))]
    for place in range(count):
        at, out = start + place * half, middle + (width if place % 2 else -width) * _RISE
        handles = (_point(at + half / 3, out, upright), _point(at + half * 2 / 3, out, upright))
        steps.append(("C", (*handles[0], *handles[1], *_point(at + half, middle, upright))))
    return Path(tuple(steps), stroke=color, width=width)


def slanted(width: float, color: str, start: float, end: float, edge: float, *, upright: bool) -> list[Path]:
    """Long and short dashes in turn with slanted ends, between `edge` and `edge` + `width`."""
    found: list[Path] = []
    at, place = start, 0
    while at + width < end:
        drawn, gap = (part * width for part in _DASHES[place % 2])
        far = min(at + drawn, end)
        corners = ((at, edge + width), (min(at + width, far), edge), (far, edge), (max(far - width, at), edge + width))
        first, *rest = (_point(along, across, upright) for along, across in corners)
        found.append(Path((("M", first), *(("L", corner) for corner in rest), ("Z", ())), fill=color))
        at, place = at + drawn + gap, place + 1
    return found


def _point(along: float, across: float, upright: bool) -> tuple[float, float]:
    return (across, along) if upright else (along, across)
