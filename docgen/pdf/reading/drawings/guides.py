"""Guides: the formulas by which a shape's points are reckoned (a:gd, ECMA-376 Part 1, 20.1.9.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import atan2, cos, hypot, pi, sin, sqrt, tan

from docgen.pdf.reading.wordml import number

_DEGREE = 60_000
_LONGEST = 2000  # guides of one shape: more is no drawing


def _angle(value: float) -> float:
    return value / _DEGREE * pi / 180


def _ratio(value: float, by: float) -> float:
    return value / by if by else 0.0


_FORMULAS: dict[str, Callable[[float, float, float], float]] = {
    "*/": lambda x, y, z: _ratio(x * y, z),
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: _ratio(x + y, z),
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, y, z: abs(x),
    "at2": lambda x, y, z: atan2(y, x) * 180 / pi * _DEGREE,
    "cat2": lambda x, y, z: x * cos(atan2(z, y)),
    "cos": lambda x, y, z: x * cos(_angle(y)),
    "max": lambda x, y, z: max(x, y),
    "min": lambda x, y, z: min(x, y),
    "mod": lambda x, y, z: hypot(x, y, z),
    "pin": lambda x, y, z: max(x, min(y, z)),
    "sat2": lambda x, y, z: x * sin(atan2(z, y)),
    "sin": lambda x, y, z: x * sin(_angle(y)),
    "sqrt": lambda x, y, z: sqrt(max(x, 0.0)),
    "tan": lambda x, y, z: x * tan(_angle(y)),
    "val": lambda x, y, z: x,
}


class Guides:
    """The named values of a shape of `width` × `height`, in its own units."""

    def __init__(self, width: float, height: float) -> None:
        short, long = min(width, height), max(width, height)
        self._values = {
            "w": width,
            "h": height,
            "r": width,
            "b": height,
            "l": 0.0,
            "t": 0.0,
            "hc": width / 2,
            "vc": height / 2,
            "ss": short,
            "ls": long,
            "cd2": 180.0 * _DEGREE,
            "cd4": 90.0 * _DEGREE,
            "cd8": 45.0 * _DEGREE,
            "3cd4": 270.0 * _DEGREE,
            "3cd8": 135.0 * _DEGREE,
            "5cd8": 225.0 * _DEGREE,
            "7cd8": 315.0 * _DEGREE,
        }
        for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
            self._values |= {f"wd{part}": width / part, f"hd{part}": height / part, f"ssd{part}": short / part}

    def define(self, formulas: Iterable[tuple[str, str]]) -> None:
        """Reckon (name, formula) pairs in order; one that is no formula counts as 0."""
        for place, (name, formula) in enumerate(formulas):
            if place >= _LONGEST:
                return
            self._values[name] = self._reckoned(formula.split())

    def value(self, text: str | None) -> float:
        """The value of a name or of a number."""
        return self._values.get(text or "", number(text))

    def angle(self, text: str | None) -> float:
        """The same as degrees."""
        return self.value(text) / _DEGREE

    def _reckoned(self, words: list[str]) -> float:
        if not words or words[0] not in _FORMULAS:
            return 0.0
        x, y, z = ([self.value(word) for word in words[1:4]] + [0.0, 0.0, 0.0])[:3]
        try:
            return _FORMULAS[words[0]](x, y, z)
        except (OverflowError, ValueError):
            return 0.0
