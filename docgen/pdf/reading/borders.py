"""Borders and shading (ECMA-376 Part 1, 17.3.4 and 17.3.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.pdf.reading.theme_colors import mixed, themed
from docgen.pdf.reading.wordml import Properties, is_on, number
from docgen.pdf.source import NO_BORDERS, Border, Borders

PATTERN = "底纹图案（按平均颜色画）"
_THINNEST, _THICKEST = 2.0, 96.0  # eighths of a point: Word draws no line finer or thicker
_EDGES = ("top", "right", "bottom", "left", "between", "bar")
_PERCENT = re.compile(r"pct(\d+)")
# How much of its area the lines of a pattern cover.
_STRIPES = {
    "horzStripe": 0.5,
    "vertStripe": 0.5,
    "diagStripe": 0.5,
    "reverseDiagStripe": 0.5,
    "horzCross": 0.75,
    "diagCross": 0.75,
    "thinHorzStripe": 0.25,
    "thinVertStripe": 0.25,
    "thinDiagStripe": 0.25,
    "thinReverseDiagStripe": 0.25,
    "thinHorzCross": 0.4375,
    "thinDiagCross": 0.4375,
}


def border(values: dict[str, str] | None, theme: Mapping[str, str]) -> Border | None:
    """One edge; None for none, nil or a missing one. `sz` counts eighths of a point, `space` points."""
    style = (values or {}).get("val", "none")
    if values is None or style in ("none", "nil"):
        return None
    return Border(
        width=min(max(number(values.get("sz"), 4.0), _THINNEST), _THICKEST) / 8,
        color=themed(values, theme),
        space=number(values.get("space")),
        style=style,
    )


def borders(found: Properties, group: str, theme: Mapping[str, str]) -> Borders:
    """The edges of one group of properties, such as pBdr."""
    edges = {side: border(found[f"{group}/{side}"], theme) for side in _EDGES if f"{group}/{side}" in found}
    return Borders(**edges) if edges else NO_BORDERS


def has_shadow(values: dict[str, str]) -> bool:
    """Whether an edge throws a shadow (w:shadow), which is not drawn."""
    return values.get("val", "none") not in ("none", "nil") and is_on(values.get("shadow", "0"))


def shading(values: dict[str, str] | None, theme: Mapping[str, str]) -> str:
    """The colour that a w:shd fills its area with; "" for none. A pattern is mixed to one colour."""
    if values is None or values.get("val") == "nil":
        return ""
    fill, pattern = themed(values, theme, "fill", ""), values.get("val", "clear")
    share = 1.0 if pattern == "solid" else _STRIPES.get(pattern) or _percent(pattern)
    if not share:
        return fill
    return mixed(themed(values, theme), fill or "#ffffff", share)


def has_stripes(values: dict[str, str]) -> bool:
    """Whether a w:shd asks for a pattern of stripes or crosses."""
    pattern = values.get("val", "clear")
    return pattern not in ("clear", "nil", "solid") and _PERCENT.fullmatch(pattern) is None


def _percent(pattern: str) -> float:
    match = _PERCENT.fullmatch(pattern)
    return min(int(match[1]), 100) / 100 if match else 0.0
