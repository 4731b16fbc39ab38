"""Chart reading: c:chartSpace → Figure, with the figures that Word stored (ECMA-376 Part 1, 21.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from docgen.pdf.reading.drawings.charts.figures import Axis, Figure, Kind, Series, Stacking
from docgen.pdf.reading.drawings.charts.stored_figures import C, figures_of, float_of, text_of, texts_of, value_of
from docgen.pdf.reading.drawings.colors import Color, color_in
from docgen.pdf.reading.drawings.plain_text import run_look
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import A, Element, child, children, descendants, emu, name_of, number, whole
from docgen.pdf.source import RunFormat

_KINDS: dict[str, Kind] = {
    "barChart": "bar",
    "bar3DChart": "bar",
    "lineChart": "line",
    "line3DChart": "line",
    "areaChart": "area",
    "area3DChart": "area",
    "pieChart": "pie",
    "pie3DChart": "pie",
    "doughnutChart": "ring",
}
_STACKINGS: dict[str, Stacking] = {"stacked": "stacked", "percentStacked": "percent"}
_SIDES: dict[str, Literal["b", "t", "l", "r"]] = {"b": "b", "t": "t", "l": "l", "r": "r", "tr": "r"}
_SHOWS = {"showVal": "value", "showPercent": "percent", "showCatName": "category"}
_TEXT, _TITLE = 10.0, 18.0  # points, where the file says nothing
_SLICES = ("pie", "ring")
_AXES = ("valAx", "catAx", "dateAx", "serAx")


def figure(root: Element, site: Site) -> Figure | None:
    """The chart of a part; None for one of a kind that is not drawn."""
    chart = child(root, "chart", C)
    area = child(chart, "plotArea", C)
    parts = [] if area is None else list(area)
    plots = [item for item in parts if name_of(item).endswith("Chart")]
    if not plots or any(name_of(plot) not in _KINDS for plot in plots):
        return None
    axes = {value_of(child(item, "axId", C)): item for item in parts if name_of(item) in _AXES}
    values = list(dict.fromkeys(one for plot in plots for one in _axes_of(plot, axes, "valAx")))
    across = next((axes[one] for plot in plots for one in _axes_of(plot, axes, "catAx", "dateAx", "serAx")), None)
    series = tuple(one for plot in plots for one in _series(plot, values, axes, site))
    bars = next((plot for plot in plots if _KINDS[name_of(plot)] == "bar"), plots[0])
    text = run_look(_default(root), site, Color("#000000"), _TEXT)
    title, heading = _title(chart, series, site, text)
    look = child(root, "spPr", C)
    return Figure(
        series=series,
        categories=_categories(plots, series),
        text=text,
        heading=heading,
        title=title,
        legend=_legend(chart),
        across=_axis(across),
        values=tuple(_axis(axes[one]) for one in values[:2]) or (Axis(),),
        lying=value_of(child(bars, "barDir", C)) == "bar",
        gap=number(value_of(child(bars, "gapWidth", C)), 150.0) / 100,
        overlap=number(value_of(child(bars, "overlap", C))) / 100,
        turn=number(value_of(child(plots[0], "firstSliceAng", C))),
        hole=number(value_of(child(plots[0], "holeSize", C)), 50.0) / 100,
        inside=color_in(child(look, "solidFill", A), site.colors),
        border=color_in(child(child(look, "ln", A), "solidFill", A), site.colors),
    )


def _is_on(element: Element | None, default: bool = False) -> bool:
    """A switch: an element without a value is on."""
    return default if element is None else element.get("val", "1") in ("1", "true")


def _axes_of(plot: Element, axes: dict[str, Element], *kinds: str) -> list[str]:
    known = [value_of(item) for item in children(plot, "axId", C)]
    return [one for one in known if one in axes and name_of(axes[one]) in kinds]


def _series(plot: Element, values: list[str], axes: dict[str, Element], site: Site) -> Iterator[Series]:
    kind = _KINDS[name_of(plot)]
    own = _axes_of(plot, axes, "valAx")
    marks = "auto" if _is_on(child(plot, "marker", C)) else "none"
    for item in children(plot, "ser", C):
        place = whole(value_of(child(item, "idx", C)))
        figures, code = figures_of(child(item, "val", C))
        look = child(item, "spPr", C)
        line = child(look, "ln", A)
        base = Color(site.colors.of(f"accent{place % 6 + 1}"))
        painted = color_in(child(line if kind == "line" else look, "solidFill", A), site.colors)
        yield Series(
            kind=kind,
            name=text_of(child(item, "tx", C)) or f"系列{place + 1}",
            values=figures,
            color=painted or base,
            points=_points(item, kind, len(figures), site),
            shows=_shows(item, plot),
            code=_value_of(child(child(item, "dLbls", C), "numFmt", C), "formatCode") or code,
            stacking=_STACKINGS.get(value_of(child(plot, "grouping", C)), ""),
            width=emu(line.get("w")) if line is not None and line.get("w") else 2.25,
            marked=value_of(child(child(item, "marker", C), "symbol", C), marks) != "none",
            second=bool(own) and len(values) > 1 and own[0] == values[1],
        )


def _points(item: Element, kind: Kind, count: int, site: Site) -> dict[int, Color]:
    """The colours of single figures; those of slices change by themselves."""
    found = {}
    if kind in _SLICES:
        found = {place: Color(site.colors.of(f"accent{place % 6 + 1}")) for place in range(count)}
    for point in children(item, "dPt", C):
        painted = color_in(child(child(point, "spPr", C), "solidFill", A), site.colors)
        if painted is not None:
            found[whole(value_of(child(point, "idx", C)))] = painted
    return found


def _shows(item: Element, plot: Element) -> frozenset[str]:
    """What is written at each figure: as the series says, else its plot."""
    labels = child(item, "dLbls", C)
    labels = child(plot, "dLbls", C) if labels is None else labels
    if labels is None or _is_on(child(labels, "delete", C)):
        return frozenset()
    return frozenset(shown for name, shown in _SHOWS.items() if _is_on(child(labels, name, C)))


def _categories(plots: list[Element], series: tuple[Series, ...]) -> tuple[str, ...]:
    count = max((len(one.values) for one in series), default=0)
    for item in (one for plot in plots for one in children(plot, "ser", C)):
        texts = texts_of(child(item, "cat", C))
        if texts is not None:
            return tuple([*texts, *[""] * count][: max(count, len(texts))])
    return tuple(str(place + 1) for place in range(count))


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
    if title is None or _is_on(child(chart, "autoTitleDeleted", C)):
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
        shown=not _is_on(child(item, "delete", C)),
        grid=child(item, "majorGridlines", C) is not None,
        backwards=value_of(child(scaling, "orientation", C)) == "maxMin",
    )
