"""Series reading: c:ser → Series: its figures, its colours, its line and its marks (ECMA-376 Part 1, 21.2.2.160)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docgen.pdf.reading.drawings.charts.figures import SCATTERED, Figures, Kind, Mark, Series, Stacking, Symbol
from docgen.pdf.reading.drawings.charts.stored_figures import C, figures_of, text_of, value_of
from docgen.pdf.reading.drawings.colors import Color, color_in
from docgen.pdf.reading.drawings.site import Site
from docgen.pdf.reading.wordml import A, Element, child, children, emu, name_of, number, whole

KINDS: dict[str, Kind] = {
    "barChart": "bar",
    "bar3DChart": "bar",
    "lineChart": "line",
    "line3DChart": "line",
    "areaChart": "area",
    "area3DChart": "area",
    "pieChart": "pie",
    "pie3DChart": "pie",
    "doughnutChart": "ring",
    "scatterChart": "scatter",
    "bubbleChart": "bubble",
    "radarChart": "radar",
    "stockChart": "stock",
}
_STACKINGS: dict[str, Stacking] = {"stacked": "stacked", "percentStacked": "percent"}
_SHOWS = {
    "showVal": "value",
    "showPercent": "percent",
    "showCatName": "category",
    "showSerName": "name",
    "showBubbleSize": "size",
}
_SLICES = ("pie", "ring")
_LINES = ("line", "scatter", "radar", "stock")
_SIDES: dict[str, Literal["t", "b", "l", "r", "ctr"]] = {"t": "t", "b": "b", "l": "l", "r": "r", "ctr": "ctr"}
# The marks that Office gives to one series after the other.
_SYMBOLS: tuple[Symbol, ...] = ("diamond", "square", "triangle", "x", "star", "circle", "plus", "dot", "dash")
_NAMED: dict[str, Symbol] = {one: one for one in _SYMBOLS}
_MARK = 5.0  # points, where the file says nothing
_LARGEST_MARK = 72.0


@dataclass(frozen=True, slots=True)
class Group:
    """The plot that a series stands in: its element and kind, and whether the second axis of values measures it."""

    plot: Element
    kind: Kind
    second: bool
    site: Site

    def color(self, place: int) -> Color:
        """The theme's colour for the series, or the point, at a place."""
        return Color(self.site.colors.of(f"accent{place % 6 + 1}"))


def is_on(element: Element | None, default: bool = False) -> bool:
    """A switch: an element without a value is on."""
    return default if element is None else element.get("val", "1") in ("1", "true")


def series_in(group: Group) -> Iterator[Series]:
    """The series of a plot, as they stand in the file."""
    items = children(group.plot, "ser", C)
    for item in items:
        kind, place = group.kind, whole(value_of(child(item, "idx", C)))
        figures, code = figures_of(child(item, "yVal" if kind in SCATTERED else "val", C))
        across, across_code = _across(item, kind, len(figures))
        look = child(item, "spPr", C)
        line, filled = child(look, "ln", A), kind == "radar" and _style(group) == "filled"
        inked = line if kind in _LINES and not filled else look
        painted = color_in(child(inked, "solidFill", A), group.site.colors)
        color = painted or group.color(place)
        yield Series(
            kind=kind,
            name=text_of(child(item, "tx", C)) or f"系列{place + 1}",
            values=figures,
            color=color,
            points=_points(item, group, len(figures), varied=len(items) == 1),
            shows=_shows(item, group.plot),
            code=_code(item) or code,
            stacking=_STACKINGS.get(value_of(child(group.plot, "grouping", C)), ""),
            width=emu(line.get("w")) if line is not None and line.get("w") else 2.25,
            lined=_is_lined(line, group),
            smooth=kind in ("line", "scatter") and is_on(child(item, "smooth", C), _style(group).startswith("smooth")),
            filled=filled,
            mark=_mark(item, group, place, color, last=item is items[-1]),
            second=group.second,
            across=across,
            across_code=across_code,
            sizes=figures_of(child(item, "bubbleSize", C))[0] if kind == "bubble" else (),
            beside=_beside(item, group),
        )


def _style(group: Group) -> str:
    """How a plot of this kind draws its series: lineMarker, smooth, filled …"""
    return value_of(child(group.plot, "scatterStyle" if group.kind == "scatter" else "radarStyle", C))


def _across(item: Element, kind: Kind, count: int) -> tuple[Figures, str]:
    """Where scattered figures stand on the axis below; those without numbers stand at 1, 2, 3 …"""
    if kind not in SCATTERED:
        return (), "General"
    found, code = figures_of(child(item, "xVal", C))
    if any(one is not None for one in found):
        return found, code
    return tuple(float(place + 1) for place in range(count)), "General"


def _is_lined(line: Element | None, group: Group) -> bool:
    """Whether a line joins the figures: in stock charts, and where a style asks for marks alone, only if one is set."""
    if line is not None and child(line, "noFill", A) is not None:
        return False
    if group.kind == "stock" or (_style(group) == "marker" and group.kind == "scatter"):
        return child(line, "solidFill", A) is not None
    return group.kind != "bubble"


def _mark(item: Element, group: Group, place: int, color: Color, *, last: bool) -> Mark | None:
    """The mark at each figure: that of the series, else what its plot has for all."""
    own = child(item, "marker", C)
    said = value_of(child(own, "symbol", C), _usual_symbol(group, last))
    if said == "none" or group.kind not in _LINES:
        return None
    look = child(own, "spPr", C)
    line = child(look, "ln", A)
    inside = color_in(child(look, "solidFill", A), group.site.colors)
    edge = color_in(child(line, "solidFill", A), group.site.colors)
    empty = child(look, "noFill", A) is not None
    size = min(max(number(value_of(child(own, "size", C)), _MARK), 1.0), _LARGEST_MARK)
    symbol = _NAMED.get(said, _SYMBOLS[place % len(_SYMBOLS)])
    return Mark(symbol, size, Color(color.hex, 0.0) if empty else inside or color, edge or (color if empty else None))


def _usual_symbol(group: Group, last: bool) -> str:
    if group.kind == "line":
        return "auto" if is_on(child(group.plot, "marker", C)) else "none"
    if group.kind == "radar":
        return "auto" if _style(group) == "marker" else "none"
    if group.kind == "stock":
        # The closing price would not show at all.
        return "dot" if last and child(group.plot, "upDownBars", C) is None else "none"
    return "none" if _style(group) in ("line", "smooth", "none") else "auto"


def _points(item: Element, group: Group, count: int, *, varied: bool) -> dict[int, Color]:
    """The colours of single figures; those of slices change by themselves, those of bubbles where the file says so."""
    found = {}
    varied = varied and group.kind == "bubble" and is_on(child(group.plot, "varyColors", C))
    if group.kind in _SLICES or varied:
        found = {place: group.color(place) for place in range(count)}
    for point in children(item, "dPt", C):
        look = child(point, "spPr", C)
        marked = child(child(point, "marker", C), "spPr", C)
        painted = color_in(child(marked if group.kind == "scatter" else look, "solidFill", A), group.site.colors)
        if painted is not None:
            found[whole(value_of(child(point, "idx", C)))] = painted
    return found


def _labels(item: Element, plot: Element) -> Element | None:
    """What says how the figures are written: as the series says, else its plot."""
    labels = child(item, "dLbls", C)
    return child(plot, "dLbls", C) if labels is None else labels


def _shows(item: Element, plot: Element) -> frozenset[str]:
    labels = _labels(item, plot)
    if labels is None or is_on(child(labels, "delete", C)):
        return frozenset()
    return frozenset(shown for name, shown in _SHOWS.items() if is_on(child(labels, name, C)))


def _beside(item: Element, group: Group) -> Literal["t", "b", "l", "r", "ctr"]:
    usual: Literal["t", "r"] = "r" if group.kind in SCATTERED else "t"
    return _SIDES.get(value_of(child(_labels(item, group.plot), "dLblPos", C)), usual)


def _code(item: Element) -> str:
    found = child(child(item, "dLbls", C), "numFmt", C)
    return "" if found is None else found.get("formatCode", "")


def kind_of(plot: Element) -> Kind | None:
    """The kind of a plot; None for one that is not drawn."""
    return KINDS.get(name_of(plot))
