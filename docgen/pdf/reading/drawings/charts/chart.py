"""Chart: the c:chart of a drawing → Shape."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.pdf.reading.drawings.charts.canvas import LINE, Canvas
from docgen.pdf.reading.drawings.charts.chart_reading import figure
from docgen.pdf.reading.drawings.charts.figures import Figure
from docgen.pdf.reading.drawings.charts.grids import draw_grid
from docgen.pdf.reading.drawings.charts.legends import draw_legend
from docgen.pdf.reading.drawings.charts.slices import draw_slices
from docgen.pdf.reading.drawings.charts.stored_figures import C
from docgen.pdf.reading.drawings.charts.webs import draw_web
from docgen.pdf.reading.drawings.outlines import Box
from docgen.pdf.reading.drawings.pictures import missing
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import Element, R, child, descendants, text_attribute
from docgen.pdf.source import Shape

_UNDRAWN = {
    "trendline": "图表的趋势线",
    "errBars": "图表的误差线",
    "logBase": "图表的对数坐标（按平常的坐标画）",
    "dTable": "图表下面的数据表",
    "dropLines": "图表的垂直线",
}
_EDGE = 7.0  # points between a chart's edge and what is in it
_MOST = 40_000  # figures: more is no chart of an office
_SMALLEST = 40.0  # points: in less nothing can be drawn


def chart(element: Element, site: Site, size: tuple[float, float]) -> Shape:
    """A chart by its c:chart, drawn from the figures that the file keeps; an empty frame where that cannot be."""
    relation = site.scope.part.relations.get(text_attribute(element, "id", R))
    part = None if relation is None or relation.external else site.scope.facts.package.part(relation.target)
    found = None if part is None else figure(part.root, site.of(part))
    count = 0 if found is None else sum(len(one.values) for one in found.series)
    if found is None or not 0 < count <= _MOST or min(size) < _SMALLEST:
        site.note("图表")
        return missing(size)
    site.note("图表（照存下的数据画，样子从简）")
    for feature in _undrawn(part.root if part is not None else None):
        site.note(feature)
    return _drawn(found, size, f"{site.place}的图表")


def _undrawn(root: Element | None) -> Iterator[str]:
    """What a chart that is drawn has beside, and does not show."""
    for name, feature in _UNDRAWN.items():
        if root is not None and next(descendants(root, name, C), None) is not None:
            yield feature
    if root is not None and any(child(plot, "upDownBars", C) is not None for plot in descendants(root, "lineChart", C)):
        yield "折线图的涨跌柱线"


def _drawn(found: Figure, size: tuple[float, float], place: str) -> Shape:
    canvas = Canvas(*size, place)
    if found.inside is not None:
        canvas.box(0.0, 0.0, *size, found.inside)
    if found.border is not None:
        canvas.frame(found.border)
    box = (_EDGE, _EDGE, size[0] - 2 * _EDGE, size[1] - 2 * _EDGE)
    box = draw_legend(found, canvas, _titled(found, canvas, box))
    draw = {"pie": draw_slices, "ring": draw_slices, "radar": draw_web}.get(found.series[0].kind, draw_grid)
    draw(found, canvas, box)
    return canvas.shape()


def _titled(found: Figure, canvas: Canvas, box: Box) -> Box:
    if not found.title:
        return box
    x, y, width, height = box
    high = found.heading.size * LINE * (found.title.count("\n") + 1)
    canvas.text(found.title, found.heading, (x, y, width, high))
    return x, y + high, width, height - high
