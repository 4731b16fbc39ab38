"""Rates: 销号率 of several places as bars from the left, each with its percentage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from docgen.charts.canvas import DARK, GREY, WIDTH, Canvas, canvas
from docgen.model.pictures import ChartFont, Picture
from docgen.standard import Length, Mm
from docgen.wording.shares import percent_text
from docgen.wording.titles import width

_NONE = "无"  # nothing found, so no rate: not 0 %
_ROW, _NARROWEST, _HIGHEST = Mm(5.5), Mm(3.2), Mm(150)
_TOP, _BOTTOM, _RIGHT, _GAP = 6.0, 18.0, 34.0, 8.0  # points
_TYPE, _SMALLEST = 9.0, 5.0
_LABELS = 0.4  # of the width, at most
_LEAST = Mm(40)


def rates(names: Sequence[str], rates: Sequence[Fraction | None], font: ChartFont) -> Picture:
    """One bar a place, the first on top; a place without a rate has no bar and says 无."""
    row = Length(max(min(_ROW.pt, (_HIGHEST.pt - _TOP - _BOTTOM) / max(len(names), 1)), _NARROWEST.pt))
    height = Length(max(row.pt * len(names) + _TOP + _BOTTOM, _LEAST.pt))
    longest = max(map(width, names), default=1.0)
    size = max(min(_TYPE, row.pt * 0.62, WIDTH.pt * _LABELS / longest), _SMALLEST)
    with canvas(height, (longest * size + _GAP, _RIGHT, _BOTTOM, _TOP), font) as sheet:
        places = range(len(names))
        sheet.axes.barh(places, [_percent(rate) for rate in rates], 0.62, color=DARK)
        for place, rate in zip(places, rates, strict=True):
            text, color = (_NONE, GREY) if rate is None else (percent_text(rate), "black")
            sheet.text(_percent(rate) + 0.8, place, text, size, va="center_baseline", color=color)
        _frame(sheet, names, size)
        return sheet.picture("；".join(f"{name}{_said(rate)}" for name, rate in zip(names, rates, strict=True)))


def rate_labels(names: Sequence[str]) -> Iterator[str]:
    """The texts that stand in the chart."""
    yield from (_NONE, "0123456789.%", *names)


def _frame(sheet: Canvas, names: Sequence[str], size: float) -> None:
    sheet.axes.set_ylim(max(len(names), 1) - 0.4, -0.6)  # the first on top
    sheet.axes.set_xlim(0, 100)
    marks = range(0, 101, 20)
    sheet.ticks("x", marks, [f"{mark}%" for mark in marks], 8.0)
    sheet.ticks("y", range(len(names)), names, size, "black")
    sheet.grid("x")


def _percent(rate: Fraction | None) -> float:
    return 0.0 if rate is None else float(rate * 100)


def _said(rate: Fraction | None) -> str:
    return _NONE if rate is None else percent_text(rate)
