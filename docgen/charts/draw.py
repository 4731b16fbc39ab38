"""Draw a chart: its figures and a font → a picture."""

from __future__ import annotations

from docgen.charts.rates import rate_labels, rates
from docgen.charts.trend import trend, trend_labels
from docgen.model.charts import Chart, TrendChart
from docgen.model.pictures import ChartFont, Picture


def draw(chart: Chart, font: ChartFont) -> Picture:
    """The picture of a chart: the same figures and font give the same bytes.

    Raises MissingError where matplotlib is not installed.
    """
    if isinstance(chart, TrendChart):
        return trend(chart.months, chart.found, chart.closed, font)
    return rates(chart.names, chart.rates, font)


def characters(chart: Chart) -> str:
    """Every character that stands in a chart: what its font must have."""
    labels = trend_labels(chart.months) if isinstance(chart, TrendChart) else rate_labels(chart.names)
    return "".join(sorted({char for label in labels for char in label if not char.isspace()}))
