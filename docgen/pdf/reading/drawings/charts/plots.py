"""Plots: where the figures of a chart with axes stand."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.drawings.outlines import Box, Point


@dataclass(frozen=True, slots=True)
class Plot:
    """Where figures stand: the box of the plot, how many categories lie along it, which way it goes."""

    box: Box
    count: int
    lying: bool
    backwards: bool

    def at(self, along: float, share: float) -> Point:
        """The point at a share of the categories' axis and of the values' axis."""
        x, y, width, height = self.box
        along = 1 - along if self.backwards else along
        if self.lying:
            # Word counts the categories of lying bars from below.
            return x + width * share, y + height * (1 - along)
        return x + width * along, y + height * (1 - share)
