"""Figure texts: what is written at a figure of a chart (c:dLbls, ECMA-376 Part 1, 21.2.2.49)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text


def figure_text(figure: Figure, series: Series, place: int, share: float | None = None) -> str:
    """The text at a figure, "" for none; `share` is its part of the whole, where there is one."""
    value = series.values[place]
    parts = [figure.categories[place]] if "category" in series.shows and place < len(figure.categories) else []
    if value is not None and "value" in series.shows:
        parts.append(number_text(value, series.code))
    if share is not None and "percent" in series.shows:
        parts.append(f"{share:.0%}")
    return " ".join(parts)
