"""Scales: the ends and steps of an axis of values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, fsum, log10

from docgen.pdf.reading.drawings.charts.figures import Axis, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text

_ABOVE = 0.05  # of the range: what stays free above the largest figure
_FAR = 5 / 6  # figures that all lie above this share of the largest need no 0
_MOST = 60  # steps
_FLAT = 1e-9  # figures that differ by less are one, or by this share of the largest
_BEYOND = 50.0  # lengths of the axis
_FREE = ("line", "scatter", "bubble", "radar", "stock")  # charts whose axis may begin above 0


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, a mark at each step; `code` is how its numbers are written."""

    low: float
    high: float
    step: float
    code: str = "General"

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the lower end, 1 at the upper."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)

    def place(self, value: float) -> float:
        """Where a value stands, beyond the ends of the axis too."""
        return max(min((value - self.low) / (self.high - self.low), _BEYOND), -_BEYOND)

    def marks(self) -> list[tuple[float, str]]:
        """The values that are marked, with their texts."""
        count = round((self.high - self.low) / self.step)
        values = [round(self.low + place * self.step, 10) for place in range(min(count, _MOST) + 1)]
        return [(value, number_text(value, self.code)) for value in values]


def scale(axis: Axis, series: Sequence[Series], length: float, size: float) -> Scale:
    """The scale for some series on an axis of this length, its marks as far apart as type of this size needs."""
    if any(one.stacking == "percent" for one in series):
        return Scale(-1.0 if min(_totals(series), default=0.0) < 0 else 0.0, 1.0, 0.2, "0%")
    return _fitting(axis, _totals(series), any(one.kind in _FREE for one in series), length, size)


def across_scale(axis: Axis, series: Sequence[Series], length: float, size: float) -> Scale:
    """The scale of the axis below scattered figures."""
    figures = [value for one in series for value in one.across if value is not None]
    return _fitting(axis, figures, True, length, size)


def _fitting(axis: Axis, figures: Sequence[float], is_free: bool, length: float, size: float) -> Scale:
    """A scale that holds all figures; `is_free`: it need not begin at 0."""
    least, most = min(figures, default=0.0), max(figures, default=1.0)
    # Figures that are all the same, or far from one another, are measured from 0.
    if not (is_free and least > most * _FAR > 0 and not _is_flat(least, most)):
        least, most = min(least, 0.0), max(most, 0.0)
    if _is_flat(least, most):
        most = least + 1.0
    room = (most - least) * _ABOVE
    step = axis.step if axis.step and axis.step > 0 else 0.0
    if step * _MOST < most - least:
        step = _step((most - least) * (1 + _ABOVE), length, size)
    low = axis.low if axis.low is not None else floor(round((least - room if least < 0 else least) / step, 9)) * step
    high = axis.high if axis.high is not None else ceil(round((most + room if most > 0 else most) / step, 9)) * step
    if high <= low:
        high = low + max(step, abs(low) / 10)
    return Scale(low, high, step if step * _MOST >= high - low else _step(high - low, length, size), axis.code)


def _is_flat(least: float, most: float) -> bool:
    return most - least < max(_FLAT, abs(most) * _FLAT)


def _step(span: float, length: float, size: float) -> float:
    """1, 2 or 5 times a power of ten, so that the marks keep apart."""
    count = max(min(length / (size * 2.0), 10.0), 2.0)
    power = 10.0 ** floor(log10(span / count))
    return next(power * part for part in (1, 2, 5, 10, 20) if power * part * count >= span * 0.999)


def _totals(series: Sequence[Series]) -> list[float]:
    """The figures, those that are heaped up as the ends of their heaps."""
    found = [value for one in series if not one.stacking for value in one.values if value is not None]
    for kind in {one.kind for one in series if one.stacking}:
        heaps = [one.values for one in series if one.kind == kind and one.stacking]
        for place in range(max(map(len, heaps), default=0)):
            values = [heap[place] or 0.0 for heap in heaps if place < len(heap)]
            found += [fsum(value for value in values if value > 0), fsum(value for value in values if value < 0)]
    return found
