"""Figure texts: what is written at a figure of a chart (c:dLbls, ECMA-376 Part 1, 21.2.2.49)."""

from __future__ import annotations

from docgen.pdf.reading.drawings.charts.figures import Figure, Series
from docgen.pdf.reading.drawings.charts.number_texts import number_text


def figure_text(figure: Figure, series: Series, place: int, share: float | None = None) -> str:
    """The text at a figure, "" for none; `share` is its part of the whole, where there is one."""
    value = series.values[place]
    parts = [series.name] if "name" in series.shows else []
    if "category" in series.shows and series.across:
        parts += [number_text(x, series.across_code) for x in series.across[place : place + 1] if x is not None]
    elif "category" in series.shows:
        parts += figure.categories[place : place + 1]
    if value is not None and "value" in series.shows:
        parts.append(number_text(value, series.code))
    if "size" in series.shows:
        parts += [number_text(size, "") for size in series.sizes[place : place + 1] if size is not None]
    if share is not None and "percent" in series.shows:
        parts.append(f"{share:.0%}")
    return " ".join(parts)
