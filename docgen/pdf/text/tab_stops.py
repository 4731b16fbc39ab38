"""Tab stops: where a tab leads, and where the text behind it then stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.pdf.source import TabStop
from docgen.pdf.text.measured import Glyph

if TYPE_CHECKING:
    from docgen.pdf.text.rows import Measure

_NEAR = 0.05  # points: a stop this close is already passed
_NUMERIC = frozenset("+-－−,，.．%‰¥￥$€£ ")


@dataclass(frozen=True, slots=True)
class Ruler:
    """The stops of a paragraph: its own, the one its hanging indent makes, then every `default` points."""

    stops: tuple[TabStop, ...] = ()
    hanging_left: float | None = None
    default: float = 36.0

    def next_stop(self, x: float) -> TabStop:
        """The first stop right of x."""
        own = [stop for stop in self.stops if stop.position > x + _NEAR]
        if self.hanging_left is not None and self.hanging_left > x + _NEAR:
            own.append(TabStop(self.hanging_left))
        if own:
            return min(own, key=lambda stop: stop.position)
        step = self.default if self.default > 0 else 36.0
        return TabStop((int((x + _NEAR) / step) + 1) * step)


class DecimalPoint:
    """Where a decimal tab lines a text up: at the point of its first number, else at that number's end."""

    def __init__(self) -> None:
        self._digits = False
        self._found: float | None = None

    def see(self, glyph: Glyph, width: float) -> None:
        """Look at the next glyph; `width` is what stands before it."""
        if self._found is not None:
            return
        if glyph.kind == "digit" or glyph.text.isdecimal():
            self._digits = True
        elif glyph.text in (".", "．") or (self._digits and glyph.text not in _NUMERIC):
            self._found = width

    def width_before(self, width: float) -> float:
        """The part of a text `width` points wide that stands left of the stop."""
        return width if self._found is None else self._found


def stop_of(tab: Glyph, x: float, measure: Measure) -> TabStop:
    """The stop that a tab at x leads to: its own (w:ptab), else the ruler's next one."""
    own = tab.stop
    if own is None:
        return measure.ruler.next_stop(x)
    left, right = (measure.left, measure.right) if own.relative == "indent" else (0.0, measure.width)
    places = {"left": left, "center": (left + right) / 2, "right": right}
    return TabStop(places[own.alignment], own.alignment, own.leader)


def text_start(stop: TabStop, tab_x: float, width: float, before_point: float) -> float:
    """Where the text behind a tab starts: `width` is the text's, `before_point` that of its part before the point."""
    if stop.alignment == "right":
        start = stop.position - width
    elif stop.alignment == "center":
        start = stop.position - width / 2
    elif stop.alignment == "decimal":
        start = stop.position - before_point
    else:
        start = stop.position
    return max(start, tab_x)
