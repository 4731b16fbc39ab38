"""Paths of VML: `m0,0l21600,21600xe` → outlines (ECMA-376 Part 4, 19.1.2.19)."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import atan2, cos, pi, sin

from docgen.pdf.reading.drawings.outlines import Outline, Track, ellipse_angle
from docgen.pdf.reading.drawings.vml.formulas import Values

_TOKEN = re.compile(r"(nf|ns|a[elrt]|w[ar]|q[xyb]|[mlcxetrv])|([@#]\d{1,4}|[-+]?\d{1,12}(?:\.\d{1,12})?)|(,)")
# How many numbers one go of a command takes.
_TAKES = {"m": 2, "l": 2, "c": 6, "t": 2, "r": 2, "v": 6, "ae": 6, "al": 6, "at": 8, "ar": 8, "wa": 8, "wr": 8}
_TAKES |= {"qx": 2, "qy": 2, "qb": 2}


def outlines(path: str, values: Values) -> list[Outline]:
    """The outlines of a path, in its own units."""
    found: list[Outline] = []
    pen = _Pen(Track())
    for command, numbers in _commands(path, values):
        if command == "e":
            pen.end(found)
        else:
            pen.go(command, numbers)
    pen.end(found)
    return found


def _commands(path: str, values: Values) -> list[tuple[str, list[float]]]:
    """(command, numbers); a number left out between commas is 0."""
    found: list[tuple[str, list[float]]] = []
    waiting = False  # a number may still come after the last comma
    for match in _TOKEN.finditer(path.lower()):
        letters, word, _ = match.groups()
        if letters is not None:
            _left_out(found, waiting)
            found.append((letters, []))
            waiting = True
        elif not found:
            continue
        elif word is not None:
            found[-1][1].append(values.value(word))
            waiting = False
        else:
            _left_out(found, waiting)
            waiting = True
    _left_out(found, waiting)
    return found


def _left_out(found: list[tuple[str, list[float]]], waiting: bool) -> None:
    if waiting and found and found[-1][0] in _TAKES:
        found[-1][1].append(0.0)


class _Pen:
    """Carries out commands on a track."""

    def __init__(self, track: Track) -> None:
        self._track = track
        self._filled = self._stroked = True
        self._do: dict[str, Callable[[list[float]], None]] = {
            "m": lambda n: self._move(n[0], n[1]),
            "l": lambda n: self._line(n[0], n[1]),
            "t": lambda n: self._move(*self._from_here(n)),
            "r": lambda n: self._line(*self._from_here(n)),
            "c": lambda n: self._curve(n),
            "v": lambda n: self._curve(self._from_here(n)),
            "qb": lambda n: self._line(n[0], n[1]),
            "qx": lambda n: self._quadrant(n, across=True),
            "qy": lambda n: self._quadrant(n, across=False),
        }

    def end(self, found: list[Outline]) -> None:
        """Close the present outline and begin another one."""
        if self._track.steps:
            found.append(self._track.outline(filled=self._filled, stroked=self._stroked))
        self._track, self._filled, self._stroked = Track(at=self._track.at), True, True

    def go(self, command: str, numbers: list[float]) -> None:
        """Carry out a command as often as it has numbers for."""
        if command == "x":
            if self._track.steps:
                self._track.close()
        elif command == "nf":
            self._filled = False
        elif command == "ns":
            self._stroked = False
        takes = _TAKES.get(command, 0)
        for at in range(0, len(numbers) - takes + 1 if takes else 0, takes or 1):
            self._once(command, numbers[at : at + takes])
            # Further points of a move are lines; quarters of an ellipse leave across and upright in turn.
            command = {"m": "l", "t": "r", "qx": "qy", "qy": "qx"}.get(command, command)

    def _once(self, command: str, numbers: list[float]) -> None:
        if command in ("at", "ar", "wa", "wr"):
            self._arc(command, numbers)
        elif command in ("ae", "al"):
            self._about(numbers, joined=command == "ae")
        else:
            self._do[command](numbers)

    def _from_here(self, numbers: list[float]) -> list[float]:
        x, y = self._track.at
        return [number + (y if place % 2 else x) for place, number in enumerate(numbers)]

    def _move(self, x: float, y: float) -> None:
        self._track.move(x, y)

    def _line(self, x: float, y: float) -> None:
        self._begun()
        self._track.line(x, y)

    def _begun(self) -> None:
        """A path that does not begin with a move begins at the origin."""
        if not self._track.steps:
            self._track.move(*self._track.at)

    def _curve(self, n: list[float]) -> None:
        self._begun()
        self._track.curve((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))

    def _quadrant(self, n: list[float], *, across: bool) -> None:
        """A quarter of an ellipse that leaves across (qx) or up and down (qy)."""
        self._begun()
        x, y = self._track.at
        bend = 0.55228
        if across:
            one, two = (x + (n[0] - x) * bend, y), (n[0], n[1] - (n[1] - y) * bend)
        else:
            one, two = (x, y + (n[1] - y) * bend), (n[0] - (n[0] - x) * bend, n[1])
        self._track.curve(one, two, (n[0], n[1]))

    def _about(self, n: list[float], *, joined: bool) -> None:
        """An arc about a middle: radii, begin and sweep in 65536ths of a degree, counted against the clock."""
        begin, sweep = -n[4] / 65536, -n[5] / 65536
        angle = ellipse_angle(begin, n[2], n[3])
        self._to_arc((n[0], n[1]), (n[2], n[3]), angle, sweep * pi / 180, joined)

    def _arc(self, command: str, n: list[float]) -> None:
        """An arc of the ellipse in a box, from the ray to one point to the ray to another."""
        left, right = sorted((n[0], n[2]))
        top, bottom = sorted((n[1], n[3]))
        radii = ((right - left) / 2, (bottom - top) / 2)
        if not radii[0] or not radii[1]:
            return
        x, y = (left + right) / 2, (top + bottom) / 2
        begin = atan2((n[5] - y) / radii[1], (n[4] - x) / radii[0])
        end = atan2((n[7] - y) / radii[1], (n[6] - x) / radii[0])
        clockwise = command in ("wa", "wr")
        turn = (end - begin) % (2 * pi) if clockwise else -((begin - end) % (2 * pi))
        if not turn:
            turn = 2 * pi if clockwise else -2 * pi
        self._to_arc((x, y), radii, begin, turn, command in ("at", "wa"))

    def _to_arc(
        self, middle: tuple[float, float], radii: tuple[float, float], begin: float, turn: float, joined: bool
    ) -> None:
        start = (middle[0] + radii[0] * cos(begin), middle[1] + radii[1] * sin(begin))
        if joined and self._track.steps:
            self._track.line(*start)
        else:
            self._track.move(*start)
        self._track.arc_about(middle, radii, begin, turn)
