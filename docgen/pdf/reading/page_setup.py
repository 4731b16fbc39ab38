"""The page of a section: w:sectPr without its headers (ECMA-376 Part 1, 17.6)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.numbers.number_formats import knows
from docgen.pdf.reading.wordml import Element, attributes, child, is_switched_on, name_of, points, text_attribute, whole
from docgen.pdf.source import Section

_STARTS: dict[str, Literal["next", "continuous", "odd", "even", "column"]] = {
    "nextPage": "next",
    "continuous": "continuous",
    "oddPage": "odd",
    "evenPage": "even",
    "nextColumn": "column",
}
_VERTICALS: dict[str, Literal["center", "bottom", "both"]] = {"center": "center", "bottom": "bottom", "both": "both"}
_PITCHED = frozenset({"lines", "linesAndChars", "snapToChars"})
_SILENT = frozenset(
    """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgNumType cols formProt vAlign
    pgBorders lnNumType
    noEndnote titlePg docGrid printerSettings sectPrChange rtlGutter""".split()  # noqa: SIM905
)
_FEATURES = {
    "bidi": "从右到左的节",
    "textDirection": "整页竖排",
}
_OFF = ("0", "false", "off", "lrTb", "tb")  # said by programs that say everything


def page_setup(sectpr: Element | None, *, gutter_at_top: bool = False) -> Section:
    """The section without its text; Word's own page for what it leaves out."""
    size, plain = attributes(child(sectpr, "pgSz")), Section(())
    edges = attributes(child(sectpr, "pgMar"))
    first = attributes(child(sectpr, "pgNumType")).get("start")
    return Section(
        (),
        width=points(size.get("w")) or plain.width,
        height=points(size.get("h")) or plain.height,
        margins=_margins(edges, plain, gutter_at_top, is_switched_on(sectpr, "rtlGutter")),
        header_distance=points(edges.get("header"), plain.header_distance),
        footer_distance=points(edges.get("footer"), plain.footer_distance),
        title_page=is_switched_on(sectpr, "titlePg"),
        start=_STARTS.get(text_attribute(child(sectpr, "type")), "next"),
        page_number_start=None if first is None else whole(first),
        page_number_format=attributes(child(sectpr, "pgNumType")).get("fmt", "decimal"),
        grid_pitch=_grid_pitch(attributes(child(sectpr, "docGrid"))),
        # A negative margin is an exact one: the text does not give way to a tall header.
        exact_top=points(edges.get("top")) < 0,
        exact_bottom=points(edges.get("bottom")) < 0,
        vertical=_VERTICALS.get(text_attribute(child(sectpr, "vAlign")), "top"),
        shows_endnotes=not is_switched_on(sectpr, "noEndnote"),
    )


def undrawn_features(sectpr: Element | None) -> list[str]:
    """What a section asks for and its record cannot say."""
    asked = () if sectpr is None else [name_of(item) for item in sectpr if attributes(item).get("val") not in _OFF]
    features = [_FEATURES[name] for name in asked if name in _FEATURES]
    numbering = attributes(child(sectpr, "pgNumType"))
    if not knows(numbering.get("fmt", "decimal")):
        features.append(f"页码的数字格式 {numbering['fmt']}")
    if "chapStyle" in numbering:
        features.append("带章节号的页码")
    return features


def unknown_elements(sectpr: Element | None) -> list[str]:
    """Children of a section that this module has never heard of."""
    names = [] if sectpr is None else [name_of(item) for item in sectpr]
    return [name for name in names if name and name not in _SILENT and name not in _FEATURES]


def _margins(
    edges: dict[str, str], plain: Section, gutter_at_top: bool, gutter_right: bool
) -> tuple[float, float, float, float]:
    sides = zip(("top", "right", "bottom", "left"), plain.margins, strict=True)
    top, right, bottom, left = (abs(points(edges.get(side), default)) for side, default in sides)
    gutter = points(edges.get("gutter"))
    if gutter_at_top:
        return (top + gutter, right, bottom, left)
    return (top, right + gutter, bottom, left) if gutter_right else (top, right, bottom, left + gutter)


def _grid_pitch(grid: dict[str, str]) -> float:
    return points(grid.get("linePitch")) if grid.get("type") in _PITCHED else 0.0
