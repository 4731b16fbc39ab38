"""Stock days: what joins the figures of one day in a stock chart (ECMA-376 Part 1, 21.2.2.198)."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.pdf.reading.drawings.charts.canvas import Canvas
from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.plots import Plot
from docgen.pdf.reading.drawings.charts.scales import Scale
from docgen.pdf.reading.drawings.outlines import polygon


def draw_days(figure: Figure, series: Sequence[Series], canvas: Canvas, plot: Plot, scale: Scale) -> None:
    """A line from the lowest to the highest figure of each day, and a bar from the first series to the last."""
    stock = figure.stock
    if stock is None:
        return
    half = 1 / plot.count / (1 + stock.gap) / 2
    for place in range(plot.count):
        figures = [one.values[place] if place < len(one.values) else None for one in series]
        known = [value for value in figures if value is not None]
        along = (place + 0.5) / plot.count
        if stock.span is not None and len(known) > 1:
            canvas.line((plot.at(along, scale.share(min(known))), plot.at(along, scale.share(max(known)))), stock.span)
        start, end = figures[0], figures[-1]
        color = stock.falling if start is not None and end is not None and end < start else stock.rising
        if start is None or end is None or color is None:
            continue
        ends = [(along + side * half, scale.share(value)) for value in (start, end) for side in (-1, 1)]
        corners = [plot.at(*ends[number]) for number in (0, 1, 3, 2)]
        canvas.filled(polygon(corners).steps, color, edge=stock.edge.hex)
