"""Tab stops: where a tab leads, and where the text behind it then stands."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.source import TabStop

_NEAR = 0.05  # points: a stop this close is already passed


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
