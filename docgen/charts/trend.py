"""Trend: problems found and closed, month by month, as pairs of bars with their counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from docgen.charts.canvas import DARK, GREY, LIGHT, Canvas, canvas, steps
from docgen.model.pictures import ChartFont, Picture
from docgen.standard import Mm

_HEIGHT = Mm(70)
_MARGINS = (26.0, 6.0, 20.0, 26.0)
_BAR = 0.36  # of a month's width
_FOUND, _CLOSED, _UNIT = "发现", "销号", "单位：个"
_DIGITS = "0123456789"


def trend(months: Sequence[str], found: Sequence[int], closed: Sequence[int], font: ChartFont) -> Picture:
    """Two bars a month, with their counts: found dark, closed light, so that print without colour keeps them apart."""
    with canvas(_HEIGHT, _MARGINS, font) as sheet:
        marks = steps(max(chain(found, closed), default=0))
        size = 8.0 if len(months) <= 14 else 6.5
        for shift, counts, color, name in ((-0.5, found, DARK, _FOUND), (0.5, closed, LIGHT, _CLOSED)):
            places = [number + shift * _BAR for number in range(len(counts))]
            sheet.axes.bar(places, counts, _BAR, color=color, edgecolor=GREY, linewidth=0.4, label=name)
            for x, count in zip(places, counts, strict=True):
                sheet.text(x, count + marks[-1] * 0.015, str(count), size, ha="center", va="bottom")
        _frame(sheet, months, marks, size)
        return sheet.picture(_told(months, found, closed))


def trend_labels(months: Sequence[str]) -> Iterator[str]:
    """The texts that stand in the chart."""
    yield from (_FOUND, _CLOSED, _UNIT, _DIGITS, *months)


def _frame(sheet: Canvas, months: Sequence[str], marks: list[int], size: float) -> None:
    """Axes, and above them what the bars are."""
    axes = sheet.axes
    axes.set_xlim(-0.6, max(len(months), 1) - 0.4)
    axes.set_ylim(0, marks[-1] * 1.08)
    sheet.ticks("x", range(len(months)), months, size + 0.5, "black")
    sheet.ticks("y", marks, [str(mark) for mark in marks], 8.0)
    sheet.grid("y")
    axes.text(0, 1.04, _UNIT, transform=axes.transAxes, fontproperties=sheet.type(8.0), color=GREY, va="bottom")
    legend = axes.legend(
        loc="lower right", bbox_to_anchor=(1.0, 0.99), ncols=2, frameon=False, prop=sheet.type(9.0),
        borderaxespad=0.2, handlelength=1.4, handleheight=0.8, columnspacing=1.6,
    )  # fmt: skip
    legend.set_in_layout(False)


def _told(months: Sequence[str], found: Sequence[int], closed: Sequence[int]) -> str:
    rows = zip(months, found, closed, strict=True)
    return "；".join(f"{month}发现{new}个，销号{done}个" for month, new, done in rows)
