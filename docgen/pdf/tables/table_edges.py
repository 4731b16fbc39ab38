"""Table edges: the lines of a table's grid on one page, each once, joined at the places where they meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.pdf.items.strokes import Stroke, horizontal, line, parts, thickness, vertical
from docgen.pdf.source import Border, Borders

_Grid = dict[tuple[int, int], Border]
"""(grid line, place along it) → border."""


@dataclass(slots=True)
class Edges:
    """The grid's edges: the thicker of two neighbours' borders counts, and equal ones in a row are one line."""

    flat: _Grid = field(default_factory=dict)
    upright: _Grid = field(default_factory=dict)

    def add(self, borders: Borders, columns: range, rows: range) -> None:
        """Note the four edges of a cell that covers some columns and rows of the page."""
        for column in columns:
            _keep(self.flat, (rows.start, column), borders.top)
            _keep(self.flat, (rows.stop, column), borders.bottom)
        for row in rows:
            _keep(self.upright, (columns.start, row), borders.left)
            _keep(self.upright, (columns.stop, row), borders.right)

    def strokes(self, xs: list[float], ys: list[float]) -> list[Stroke]:
        """The lines to draw; those of a grid line are centred on it."""
        found: list[Stroke] = []
        flat = _Axis(self.flat, self.upright, xs, ys, is_upright=False)
        for run in _joined(self.flat):
            found += flat.strokes(*run)
        upright = _Axis(self.upright, self.flat, ys, xs, is_upright=True)
        for run in _joined(self.upright):
            found += upright.strokes(*run)
        return found


def _keep(edges: _Grid, key: tuple[int, int], border: Border | None) -> None:
    if border is not None and (key not in edges or thickness(border) > thickness(edges[key])):
        edges[key] = border


def _joined(edges: _Grid) -> list[tuple[int, int, int, Border]]:
    """(grid line, from, to, border) with neighbours of one look joined."""
    found: list[tuple[int, int, int, Border]] = []
    for (at, part), border in sorted(edges.items(), key=lambda item: item[0]):
        if found and found[-1][0] == at and found[-1][2] == part and found[-1][3] == border:
            found[-1] = (at, found[-1][1], part + 1, border)
        else:
            found.append((at, part, part + 1, border))
    return found


@dataclass(slots=True)
class _Axis:
    """The lines of one direction (`own`), those they meet, and where both stand: `along` and `across` the direction."""

    own: _Grid
    meeting: _Grid
    along: list[float]
    across: list[float]
    is_upright: bool

    def strokes(self, at: int, start: int, end: int, border: Border) -> list[Stroke]:
        """A run of one border along grid line `at`, from place `start` to `end`."""
        edge = self.across[at] - thickness(border) / 2
        if len(parts(border)) > 1:
            return self._lines(at, start, end, border, edge)
        first, last = self._end(at, start, 0, -1), self._end(at, end, 0, 1)
        draw: Callable[[Border, float, float, float], list[Stroke]] = vertical if self.is_upright else horizontal
        return draw(border, first, last, edge)

    def _lines(self, at: int, start: int, end: int, border: Border, edge: float) -> list[Stroke]:
        """Each line of a border of several, broken where a line on its own side of the border meets it."""
        found: list[Stroke] = []
        middle = self.across[at]
        for part, drawn in parts(border):
            if drawn:
                side = _sign(edge + part / 2 - middle)
                stops = [place for place in range(start + 1, end) if side and self._facing(at, place, side)]
                for first, last in zip([start, *stops], [*stops, end], strict=True):
                    x1, x2 = self._end(at, first, side, -1, True), self._end(at, last, side, 1, True)
                    found.append(line(border, part, x1, x2, edge + part / 2, upright=self.is_upright))
            edge += part
        return found

    def _facing(self, at: int, place: int, side: int) -> Border | None:
        """The border that meets this line at a place of the grid, on the one (-1) or the other side of it."""
        return self.meeting.get((place, at - 1 if side < 0 else at))

    def _end(self, at: int, place: int, side: int, way: int, of_several: bool = False) -> float:
        """Where a line ends that comes to a place of the grid from before (`way` 1) or from behind it (-1).

        A border's lines stop at the first line that faces them; an outer line goes round the corner with the others,
        and so does the middle one of three (`of_several`).
        """
        spot = self.along[place]
        before, behind = self._facing(at, place, -1), self._facing(at, place, 1)
        if side:
            faced, other = (before, behind) if side < 0 else (behind, before)
            if faced is not None:
                return spot - way * _reach(faced, way)
            goes_on = (at, place if way > 0 else place - 1) in self.own
            return spot if goes_on or other is None else spot + way * thickness(other) / 2
        if self.is_upright and not _is_compound(before) and not _is_compound(behind):
            return spot  # the horizontal lines fill the corners
        if before is not None and behind is not None:
            wider = before if thickness(before) >= thickness(behind) else behind
            if _is_compound(wider):
                return spot - way * _reach(wider, way)
        elif of_several and (one := before or behind) is not None and len(parts(one)) > 1:
            lines = parts(one)
            return spot + way * lines[len(lines) // 2][0] / 2
        return spot + way * max(thickness(before), thickness(behind)) / 2


def _is_compound(border: Border | None) -> bool:
    return border is not None and border.style != "single" and len(parts(border)) > 1


def _reach(border: Border, way: int) -> float:
    """From the middle of a border back to where its nearest line (seen coming along `way`) ends."""
    lines = parts(border)
    nearest = lines[0][0] if way > 0 else lines[-1][0]
    return thickness(border) / 2 - nearest


def _sign(value: float) -> int:
    return 0 if abs(value) < 1e-6 else 1 if value > 0 else -1
