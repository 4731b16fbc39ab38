"""Resolved paragraph properties → ParagraphFormat (ECMA-376 Part 1, 17.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from docgen.pdf.reading.borders import borders, has_shadow, shading
from docgen.pdf.reading.frames import frame
from docgen.pdf.reading.indents import CharacterWidths, gap, indents, is_automatic, line_spacing
from docgen.pdf.reading.wordml import Properties, on_off, points, whole
from docgen.pdf.source import Alignment, ParagraphFormat, RunFormat, TabStop

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "start",
    "start": "start",
    "numTab": "start",
    "center": "center",
    "right": "end",
    "end": "end",
    "both": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
    "distribute": "distribute",
    "thaiDistribute": "distribute",
}
_TABS: dict[str, Literal["left", "center", "right", "decimal"]] = {
    "left": "left",
    "start": "left",
    "num": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "decimal": "decimal",
}
LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "━", "middleDot": "·"}
_TEXT_ALIGNMENTS: dict[str, Literal["baseline", "top", "center", "bottom"]] = {
    "top": "top",
    "center": "center",
    "bottom": "bottom",
}


def paragraph_format(
    found: Properties,
    style: str,
    mark: RunFormat,
    character: CharacterWidths,
    grid_pitch: float,
    theme: Mapping[str, str],
) -> ParagraphFormat:
    """The format; `grid_pitch` is the section's line in points."""
    edges = indents(found, character)
    return ParagraphFormat(
        style=style,
        alignment=_ALIGNMENTS.get(_value(found, "jc"), "start"),
        left=edges.left,
        right=edges.right,
        first_line=edges.first_line,
        before=gap(found, "before", grid_pitch),
        after=gap(found, "after", grid_pitch),
        line=line_spacing(found),
        contextual_spacing=on_off(found.get("contextualSpacing")),
        keep_next=on_off(found.get("keepNext")),
        keep_lines=on_off(found.get("keepLines")),
        page_break_before=on_off(found.get("pageBreakBefore")),
        widow_control=on_off(found.get("widowControl"), default=True),
        tabs=_tabs(found),
        borders=borders(found, "pBdr", theme),
        shading=shading(found.get("shd"), theme),
        outline_level=_outline_level(found),
        frame=frame(found),
        line_numbered=not on_off(found.get("suppressLineNumbers")),
        snap_to_grid=on_off(found.get("snapToGrid"), default=True),
        adjust_right=on_off(found.get("adjustRightInd"), default=True),
        kinsoku=on_off(found.get("kinsoku"), default=True),
        overflow_punct=on_off(found.get("overflowPunct"), default=True),
        top_line_punct=on_off(found.get("topLinePunct")),
        word_wrap=on_off(found.get("wordWrap"), default=True),
        auto_space_latin=on_off(found.get("autoSpaceDE"), default=True),
        auto_space_digits=on_off(found.get("autoSpaceDN"), default=True),
        auto_before=is_automatic(found, "before"),
        auto_after=is_automatic(found, "after"),
        mirror_indents=on_off(found.get("mirrorIndents")),
        text_alignment=_TEXT_ALIGNMENTS.get(_value(found, "textAlignment"), "baseline"),
        bars=_bars(found),
        mark=mark,
    )


def undrawn_features(found: Properties) -> list[str]:
    """What this format leaves out although its properties are known."""
    features = []
    if any(has_shadow(values) for name, values in found.items() if name.startswith("pBdr/")):
        features.append("段落边框的阴影")
    return features


def _value(found: Properties, name: str) -> str:
    return found.get(name, {}).get("val", "")


def _outline_level(found: Properties) -> int | None:
    # 9 is body text.
    level = whole(_value(found, "outlineLvl"), 9)
    return level if 0 <= level <= 8 else None


def _tabs(found: Properties) -> tuple[TabStop, ...]:
    stops = [
        TabStop(points(values.get("pos")), _TABS[values.get("val", "left")], LEADERS.get(values.get("leader", ""), ""))
        for name, values in found.items()
        if name.startswith("tabs/") and values.get("val", "left") in _TABS
    ]
    return tuple(sorted(stops, key=lambda stop: stop.position))


def _bars(found: Properties) -> tuple[float, ...]:
    places = (values for name, values in found.items() if name.startswith("tabs/"))
    return tuple(sorted(points(values.get("pos")) for values in places if values.get("val") == "bar"))
