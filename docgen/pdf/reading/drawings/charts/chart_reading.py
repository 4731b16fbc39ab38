"""Chart reading: c:chartSpace → Figure, with the figures that Word stored (ECMA-376 Part 1, 21.2.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.reading.drawings.charts.figures import SCATTERED, Axis, Figure, Kind, Series, Stock
from docgen.pdf.reading.drawings.charts.series_reading import Group, is_on, kind_of, series_in
from docgen.pdf.reading.drawings.charts.stored_figures import C, float_of, text_of, texts_of, value_of
from docgen.pdf.reading.drawings.colors import Color, color_in
from docgen.pdf.reading.drawings.plain_text import run_look
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import A, Element, child, children, descendants, name_of, number
from docgen.pdf.source import RunFormat

_SIDES: dict[str, Literal["b", "t", "l", "r"]] = {"b": "b", "t": "t", "l": "l", "r": "r", "tr": "r"}
_TEXT, _TITLE = 10.0, 18.0  # points, where the file says nothing
_AXES = ("valAx", "catAx", "dateAx", "serAx")


def figure(root: Element, site: Site) -> Figure | None:
    """The chart of a part; None for one of a kind that is not drawn."""
    chart = child(root, "chart", C)
    area = child(chart, "plotArea", C)
    parts = [] if area is None else list(area)
    plots = [item for item in parts if name_of(item).endswith("Chart")]
    kinds = [kind for plot in plots if (kind := kind_of(plot)) is not None]
    if not plots or len(kinds) < len(plots) or not _go_together(kinds):
        return None
    axes = _Axes({value_of(child(item, "axId", C)): item for item in parts if name_of(item) in _AXES})
    values = list(dict.fromkeys(one for plot in plots for one in axes.of_values(plot)))
    groups = [Group(plot, kind, _is_second(axes, plot, values), site) for plot, kind in zip(plots, kinds, strict=True)]
    series = tuple(one for group in groups for one in series_in(group))
    across = next((one for one in map(axes.across, plots) if one is not None), None)
    bars = next((group.plot for group in groups if group.kind == "bar"), plots[0])
    text = run_look(_default(root), site, Color("#000000"), _TEXT)
    title, heading = _title(chart, series, site, text)
    look = child(root, "spPr", C)
    return Figure(
        series=series,
        categories=_categories(plots, series, across),
        text=text,
        heading=heading,
        title=title,
        legend=_legend(chart),
        across=_axis(across),
        values=tuple(_axis(axes.known[one]) for one in values[:2]) or (Axis(),),
        lying=value_of(child(bars, "barDir", C)) == "bar",
        gap=number(value_of(child(bars, "gapWidth", C)), 150.0) / 100,
        overlap=number(value_of(child(bars, "overlap", C))) / 100,
        turn=number(value_of(child(plots[0], "firstSliceAng", C))),
        hole=number(value_of(child(plots[0], "holeSize", C)), 50.0) / 100,
        swell=min(max(number(value_of(child(plots[0], "bubbleScale", C)), 100.0), 0.0), 300.0) / 100,
        by_width=value_of(child(plots[0], "sizeRepresents", C)) == "w",
        stock=next((_stock(group.plot, site) for group in groups if group.kind == "stock"), None),
        inside=color_in(child(look, "solidFill", A), site.colors),
        border=color_in(child(child(look, "ln", A), "solidFill", A), site.colors),
    )


def _go_together(kinds: list[Kind]) -> bool:
    """Whether plots of these kinds can share their axes: points and webs have axes of another sort."""
    return all(set(kinds) <= set(sort) or not set(kinds) & set(sort) for sort in (SCATTERED, ("radar",)))


@dataclass(frozen=True, slots=True)
class _Axes:
    """The axes of a chart by their identities."""

    known: dict[str, Element]

    def _of(self, plot: Element) -> list[str]:
        return [one for one in (value_of(item) for item in children(plot, "axId", C)) if one in self.known]

    def across(self, plot: Element) -> Element | None:
        """The axis that the figures of a plot are set along."""
        own = [self.known[one] for one in self._of(plot)]
        if kind_of(plot) not in SCATTERED:
            return next((one for one in own if name_of(one) != "valAx"), None)
        level = (one for one in own if value_of(child(one, "axPos", C)) in ("b", "t"))
        return next(level, own[0] if own else None)

    def of_values(self, plot: Element) -> list[str]:
        """The axes that measure the figures of a plot."""
        across = self.across(plot)
        own = [one for one in self._of(plot) if self.known[one] is not across]
        return [one for one in own if name_of(self.known[one]) == "valAx"]


def _is_second(axes: _Axes, plot: Element, values: list[str]) -> bool:
    own = axes.of_values(plot)
    return bool(own) and len(values) > 1 and own[0] == values[1]


def _stock(plot: Element, site: Site) -> Stock:
    """The lines and bars at the days of a stock chart."""
    lines, bars = child(plot, "hiLowLines", C), child(plot, "upDownBars", C)
    rising, falling = child(bars, "upBars", C), child(bars, "downBars", C)

    def ink(item: Element | None) -> Color:
        return color_in(child(child(child(item, "spPr", C), "ln", A), "solidFill", A), site.colors) or Color("#000000")

    def inside(item: Element | None, usual: str) -> Color:
        return color_in(child(child(item, "spPr", C), "solidFill", A), site.colors) or Color(usual)

    return Stock(
        span=None if lines is None else ink(lines),
        rising=None if bars is None else inside(rising, "#ffffff"),
        falling=None if bars is None else inside(falling, "#404040"),
        edge=ink(rising),
        gap=min(max(number(value_of(child(bars, "gapWidth", C)), 150.0), 0.0), 500.0) / 100,
    )


def _categories(plots: list[Element], series: tuple[Series, ...], across: Element | None) -> tuple[str, ...]:
    count = max((len(one.values) for one in series), default=0)
    for item in (one for plot in plots for one in children(plot, "ser", C)):
        texts = texts_of(child(item, "cat", C), _own_code(across))
        if texts is not None:
            return tuple([*texts, *[""] * count][: max(count, len(texts))])
    return tuple(str(place + 1) for place in range(count))


def _own_code(axis: Element | None) -> str:
    """How an axis writes its numbers, where it does not leave that to the sheet."""
    found = child(axis, "numFmt", C)
    code = "" if found is None or found.get("sourceLinked", "0") in ("1", "true") else found.get("formatCode", "")
    return "" if code.lower() == "general" else code


def _value_of(element: Element | None, name: str) -> str:
    return "" if element is None else element.get(name, "")


def _title(chart: Element | None, series: tuple[Series, ...], site: Site, text: RunFormat) -> tuple[str, RunFormat]:
    """The title with its look; one series alone gives its name where the title says nothing."""
    title = child(chart, "title", C)
    looks = [] if title is None else [*descendants(title, "rPr", A), *descendants(title, "defRPr", A)]
    look = next((one for one in looks if one.get("sz")), looks[0] if looks else None)
    heading = run_look(look, site, Color(text.color), _TITLE)
    # A title is bold unless it says otherwise.
    bold = look is None or look.get("b", "1") in ("1", "true")
    heading = replace(heading, ascii=text.ascii, east_asia=text.east_asia, bold=bold)
    if title is None or is_on(child(chart, "autoTitleDeleted", C)):
        return "", heading
    said = text_of(child(title, "tx", C))
    return said or (series[0].name if len(series) == 1 else "图表标题"), heading


def _default(root: Element) -> Element | None:
    """The look of all letters of a chart."""
    texts = child(root, "txPr", C)
    return None if texts is None else next(descendants(texts, "defRPr", A), None)


def _legend(chart: Element | None) -> Literal["", "b", "t", "l", "r"]:
    legend = child(chart, "legend", C)
    return "" if legend is None else _SIDES.get(value_of(child(legend, "legendPos", C), "r"), "r")


def _axis(item: Element | None) -> Axis:
    if item is None:
        return Axis()
    scaling = child(item, "scaling", C)
    return Axis(
        title=text_of(child(child(item, "title", C), "tx", C)),
        low=float_of(value_of(child(scaling, "min", C))),
        high=float_of(value_of(child(scaling, "max", C))),
        step=float_of(value_of(child(item, "majorUnit", C))),
        code=_value_of(child(item, "numFmt", C), "formatCode") or "General",
        shown=not is_on(child(item, "delete", C)),
        grid=child(item, "majorGridlines", C) is not None,
        backwards=value_of(child(scaling, "orientation", C)) == "maxMin",
    )
