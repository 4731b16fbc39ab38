"""Formulas of VML: v:f eqn="sum @0 10800 0" → numbers (ECMA-376 Part 4, 19.1.2.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, pi, sin, sqrt, tan

from docgen.pdf.reading.wordml import number

_DEGREE = 65536
_LONGEST = 500  # formulas of one shape: more is no drawing


def _angle(value: float) -> float:
    return value / _DEGREE * pi / 180


_FORMULAS: dict[str, Callable[[float, float, float], float]] = {
    "val": lambda x, y, z: x,
    "sum": lambda x, y, z: x + y - z,
    "prod": lambda x, y, z: x * y / z if z else 0.0,
    "mid": lambda x, y, z: (x + y) / 2,
    "abs": lambda x, y, z: abs(x),
    "min": lambda x, y, z: min(x, y),
    "max": lambda x, y, z: max(x, y),
    "if": lambda x, y, z: y if x > 0 else z,
    "mod": lambda x, y, z: hypot(x, y, z),
    "atan2": lambda x, y, z: atan2(y, x) * 180 / pi * _DEGREE,
    "sin": lambda x, y, z: x * sin(_angle(y)),
    "cos": lambda x, y, z: x * cos(_angle(y)),
    "tan": lambda x, y, z: x * tan(_angle(y)),
    "cosatan2": lambda x, y, z: x * cos(atan2(z, y)),
    "sinatan2": lambda x, y, z: x * sin(atan2(z, y)),
    "sqrt": lambda x, y, z: sqrt(max(x, 0.0)),
    "sumangle": lambda x, y, z: x + (y - z) * _DEGREE,
    "ellipse": lambda x, y, z: z * sqrt(max(1 - (x / y) ** 2, 0.0)) if y else 0.0,
}


class Values:
    """What a path of a shape may name: @0 the formulas, #0 the adjust values, width and height of its space."""

    def __init__(self, size: tuple[float, float], adjust: Sequence[float], line: float = 1.0) -> None:
        self._adjust = adjust
        self._formulas: list[float] = []
        width, height = size
        self._named = {
            "width": width,
            "height": height,
            "xcenter": width / 2,
            "ycenter": height / 2,
            "pixelwidth": width,
            "pixelheight": height,
            "pixellinewidth": line,
            "emuwidth": width * 12700,
            "emuheight": height * 12700,
            "emuwidth2": width * 6350,
            "emuheight2": height * 6350,
            "linedrawn": 1.0,
        }

    def define(self, equations: Sequence[str]) -> None:
        """Reckon the formulas in order; one that is no formula counts as 0."""
        for equation in equations[:_LONGEST]:
            self._formulas.append(self._reckoned(equation.split()))

    def value(self, word: str) -> float:
        """The value of @n, #n, a name, or a number."""
        if word[:1] in ("@", "#"):
            found = self._formulas if word[0] == "@" else self._adjust
            at = int(word[1:]) if word[1:].isdigit() and len(word) < 8 else -1
            return found[at] if 0 <= at < len(found) else 0.0
        return self._named.get(word.lower(), number(word))

    def _reckoned(self, words: list[str]) -> float:
        if not words or words[0].lower() not in _FORMULAS:
            return 0.0
        x, y, z = ([self.value(word) for word in words[1:4]] + [0.0, 0.0, 0.0])[:3]
        try:
            return _FORMULAS[words[0].lower()](x, y, z)
        except (OverflowError, ValueError):
            return 0.0
