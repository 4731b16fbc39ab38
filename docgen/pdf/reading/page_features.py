"""What a section adds to its plain page: columns, page borders, line numbers (ECMA-376 Part 1, 17.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from docgen.pdf.reading.borders import border
from docgen.pdf.reading.flow_settings import FlowSettings
from docgen.pdf.reading.run_format import run_format
from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.styles import run_properties
from docgen.pdf.reading.wordml import Element, attributes, child, children, is_on, number, on_off, points, whole
from docgen.pdf.source import NO_BORDERS, Border, Borders, Column, LineNumbers, PageBorders

_SPACE = 36.0  # points between columns where the file says nothing
_MOST = 45  # columns that Word allows
_NARROWEST = 1.0
_LINES = frozenset(
    """single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap
    thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap
    thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave
    outset inset""".split()  # noqa: SIM905
)
_SHOWN: dict[str, Literal["all", "first", "not_first"]] = {"firstPage": "first", "notFirstPage": "not_first"}
_RESTARTS: dict[str, Literal["page", "section", "never"]] = {"newSection": "section", "continuous": "never"}


def columns(sectpr: Element | None, text_width: float) -> tuple[Column, ...]:
    """The columns of a section, () for a single one. Columns without room are none."""
    found = child(sectpr, "cols")
    values = attributes(found)
    own = [Column(points(item.get("w")), points(item.get("space"))) for item in map(attributes, children(found, "col"))]
    if own and not is_on(values.get("equalWidth", "true")):
        return tuple(own) if len(own) > 1 and all(one.width > _NARROWEST for one in own) else ()
    count = min(whole(values.get("num"), 1), _MOST)
    gap = points(values.get("space"), _SPACE)
    width = (text_width - (count - 1) * gap) / count if count > 1 else 0.0
    return (Column(width, gap),) * count if width > _NARROWEST else ()


def column_rule(sectpr: Element | None) -> bool:
    """Whether a line is drawn between the columns."""
    return on_off({"val": attributes(child(sectpr, "cols")).get("sep", "false")})


def page_borders(sectpr: Element | None, chosen: FlowSettings, theme: Mapping[str, str]) -> PageBorders | None:
    """The lines around the page; art borders are none of them."""
    found = child(sectpr, "pgBorders")
    values = attributes(found)
    edges = Borders(**{side: _edge(child(found, side), theme) for side in ("top", "right", "bottom", "left")})
    if edges == NO_BORDERS:
        return None
    return PageBorders(
        edges,
        from_page=values.get("offsetFrom") == "page",
        shown=_SHOWN.get(values.get("display", ""), "all"),
        surround_header=chosen.surround_header,
        surround_footer=chosen.surround_footer,
    )


def has_art(sectpr: Element | None) -> bool:
    """Whether a border of the page is made of little pictures."""
    found = child(sectpr, "pgBorders")
    values = [attributes(item).get("val", "none") for item in (() if found is None else found)]
    return any(value not in _LINES and value not in ("none", "nil") for value in values)


def _edge(element: Element | None, theme: Mapping[str, str]) -> Border | None:
    values = attributes(element)
    return border(values, theme) if values.get("val") in _LINES else None


def line_numbers(sectpr: Element | None, scope: Scope) -> LineNumbers | None:
    """How lines are numbered; None for a section that numbers none."""
    values = attributes(child(sectpr, "lnNumType"))
    every = whole(values.get("countBy"))
    if every < 1:
        return None
    sheet = scope.facts.styles
    style = sheet.character(sheet.identity("character", "line number")).run
    format_ = run_format(run_properties(sheet, (sheet.paragraph("").run, style), {}), scope.facts.theme)
    return LineNumbers(
        format_,
        every,
        # The file counts from 0: Word writes 4 for lines that start with 5.
        start=int(number(values.get("start"))) + 1,
        distance=points(values["distance"]) or None if "distance" in values else None,
        restart=_RESTARTS.get(values.get("restart", ""), "page"),
    )
