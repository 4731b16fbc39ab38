"""Inking: outlines, a fill and a pen → the paths of a shape, with double lines and arrow heads."""

from __future__ import annotations

from dataclasses import replace
from math import fsum, hypot

from docgen.pdf.pages import Path, Step
from docgen.pdf.reading.drawings.colors import Color
from docgen.pdf.reading.drawings.fills import shaded
from docgen.pdf.reading.drawings.outlines import Geometry, Outline, Point, ellipse
from docgen.pdf.reading.drawings.pens import COMPOUNDS, Head, Pen

_THINNEST = 0.25  # points: Word draws a line of no width as a hairline


def paths(geometry: Geometry, fill: Color | None, pen: Pen | None) -> tuple[Path, ...]:
    """What is painted of a geometry, each outline's inside before its line."""
    found: list[Path] = []
    for outline in geometry.outlines:
        if fill is not None and outline.filled and len(outline.steps) > 2:
            inside = shaded(fill, outline.light)
            found.append(Path(outline.steps, fill=inside.hex, alpha=inside.alpha))
        if pen is not None and outline.stroked:
            found += _lines(outline, pen, fill)
    return tuple(_joined(found))


def _joined(found: list[Path]) -> list[Path]:
    """A fill and the plain line around it as one path."""
    result: list[Path] = []
    for path in found:
        last = result[-1] if result else None
        if last and last.steps == path.steps and last.fill and not last.stroke and last.alpha == path.alpha:
            result[-1] = replace(path, fill=last.fill)
        else:
            result.append(path)
    return result


def _lines(outline: Outline, pen: Pen, fill: Color | None) -> list[Path]:
    width = max(pen.width, _THINNEST)
    if pen.compound and _straight(outline.steps):
        return _parallel(outline.steps, pen, width)
    steps, heads = _with_heads(outline.steps, pen, width)
    found = [_stroke(steps, pen, width)]
    if pen.compound:
        # Around a closed outline the gap is painted in what lies there.
        gap = Color("#ffffff") if fill is None else fill
        share = fsum(COMPOUNDS[pen.compound][1::2])
        found.append(Path(steps, stroke=gap.hex, width=width * share, alpha=pen.color.alpha))
    return [*found, *heads]


def _stroke(steps: tuple[Step, ...], pen: Pen, width: float) -> Path:
    dash = tuple(part * width for part in pen.dash)
    return Path(steps, "", pen.color.hex, width, dash, pen.color.alpha, pen.cap, pen.join)


def _straight(steps: tuple[Step, ...]) -> bool:
    return [kind for kind, _ in steps] == ["M", "L"]


def _parallel(steps: tuple[Step, ...], pen: Pen, width: float) -> list[Path]:
    """A straight compound line as the lines that it is made of."""
    (_, (x1, y1)), (_, (x2, y2)) = steps
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return []
    # The first line lies to the left of somebody who walks along it; for one from left to right that is above.
    side = ((y2 - y1) / length, -(x2 - x1) / length)
    if x2 < x1 or (x2 == x1 and y2 > y1):
        side = (-side[0], -side[1])
    found, at = [], width / 2
    for number, share in enumerate(COMPOUNDS[pen.compound]):
        part = share * width
        off = at - part / 2
        if number % 2 == 0:
            right, lower = side[0] * off, side[1] * off
            line: tuple[Step, ...] = (("M", (x1 + right, y1 + lower)), ("L", (x2 + right, y2 + lower)))
            found.append(_stroke(line, pen, part))
        at -= part
    return found


def _with_heads(steps: tuple[Step, ...], pen: Pen, width: float) -> tuple[tuple[Step, ...], list[Path]]:
    """The outline made shorter where an arrow head takes its end, and the heads."""
    if (pen.start is None and pen.end is None) or len(steps) < 2 or steps[-1][0] == "Z":
        return steps, []
    found, inner = [], list(steps)
    if pen.end is not None:
        tip, before = _last(steps[-1]), _last(steps[-2]) if steps[-1][0] == "L" else _before_last(steps[-1])
        head, stop = _head(tip, before, pen.end, pen, width)
        found += head
        inner[-1] = (steps[-1][0], (*steps[-1][1][:-2], *stop))
    if pen.start is not None:
        tip = _last(steps[0])
        after = _first(inner[1])
        head, stop = _head(tip, after, pen.start, pen, width)
        found += head
        inner[0] = ("M", stop)
    return tuple(inner), found


def _last(step: Step) -> Point:
    return step[1][-2], step[1][-1]


def _first(step: Step) -> Point:
    return step[1][0], step[1][1]


def _before_last(step: Step) -> Point:
    return step[1][-4], step[1][-3]


def _head(tip: Point, toward: Point, head: Head, pen: Pen, width: float) -> tuple[list[Path], Point]:
    """An arrow head at `tip` of a line that comes from `toward`, and where the line ends under it."""
    long = hypot(tip[0] - toward[0], tip[1] - toward[1]) or 1.0
    ahead = ((tip[0] - toward[0]) / long, (tip[1] - toward[1]) / long)
    # Word does not let the head of a hairline become too small to see.
    unit = max(width, 2.0)
    length, half = head.length * unit, head.width * unit / 2

    def at(back: float, side: float) -> Point:
        return tip[0] - ahead[0] * back - ahead[1] * side, tip[1] - ahead[1] * back + ahead[0] * side

    points = {
        "stealth": [tip, at(length, half), at(length * 0.6, 0), at(length, -half)],
        "diamond": [at(-length / 2, 0), at(0, half), at(length / 2, 0), at(0, -half)],
        "oval": [at(-length / 2, 0), at(0, half), at(length / 2, 0), at(0, -half)],
        "arrow": [at(length, half), tip, at(length, -half)],
    }.get(head.kind, [tip, at(length, half), at(length, -half)])
    steps: tuple[Step, ...] = (("M", points[0]), *[("L", point) for point in points[1:]])
    alpha = pen.color.alpha
    if head.kind == "arrow":
        return [Path(steps, stroke=pen.color.hex, width=width, alpha=alpha)], tip
    if head.kind == "oval":
        steps = ellipse((tip[0] - length / 2, tip[1] - half, length, 2 * half)).steps
        return [Path(steps, fill=pen.color.hex, alpha=alpha)], tip
    stop = tip if head.kind == "diamond" else at(min(length * 0.6, long), 0)
    return [Path((*steps, ("Z", ())), fill=pen.color.hex, alpha=alpha)], stop
