"""What stands around, under or over a run's characters: RunFormat's less common fields (ECMA-376 Part 1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.pdf.reading import run_colors
from docgen.pdf.reading.borders import border
from docgen.pdf.reading.effects import draws_outline
from docgen.pdf.reading.wordml import Properties, half_points, is_on, on_off, points
from docgen.pdf.source import Fit, Joint

_NAMES = frozenset(
    """u strike dstrike position vertAlign caps smallCaps em highlight shd bdr outline fitText eastAsianLayout
    w14:textOutline""".split()  # noqa: SIM905
)
_LEVELS = {"superscript": "super", "subscript": "sub"}
_EMPHASIS = ("dot", "comma", "circle", "underDot")
_BRACKETS = {"round": "()", "square": "[]", "angle": "<>", "curly": "{}"}


def has_marks(found: Properties) -> bool:
    """Whether any property asks for one of these fields; most runs have none."""
    return not _NAMES.isdisjoint(found)


def run_marks(found: Properties, theme: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a RunFormat that these properties fill."""
    emphasis = found.get("em", {}).get("val", "none")
    line = found.get("u", {}).get("val", "single") if "u" in found else "none"
    return {
        "underline": "" if line == "none" else line,
        "underline_color": run_colors.underline(found, theme),
        "strike": "double" if on_off(found.get("dstrike")) else "single" if on_off(found.get("strike")) else "",
        "rise": half_points(found.get("position", {}).get("val"), 0.0),
        "level": _LEVELS.get(found.get("vertAlign", {}).get("val", ""), ""),
        "caps": "all" if on_off(found.get("caps")) else "small" if on_off(found.get("smallCaps")) else "",
        "emphasis": emphasis if emphasis in _EMPHASIS else "",
        "background": run_colors.behind(found, theme),
        "border": border(found.get("bdr"), theme),
        "outline": on_off(found.get("outline")) or _is_hollow(found),
        "fit": _fit(found.get("fitText")),
        "joint": _joint(found.get("eastAsianLayout")),
    }


def _is_hollow(found: Properties) -> bool:
    """Characters without a fill of their own and with a line around them are 空心字 too."""
    filled = found.get("w14:textFill", {}).get("fill")
    return filled == "noFill" and draws_outline(found.get("w14:textOutline"))


def _fit(values: dict[str, str] | None) -> Fit | None:
    width = points(values.get("val")) if values else 0.0
    return Fit(width, values.get("id", "")) if values and width > 0 else None


def _joint(values: dict[str, str] | None) -> Joint | None:
    if not values:
        return None
    group = values.get("id", "")
    if _is_set(values, "combine"):
        return Joint("two_lines", group, _BRACKETS.get(values.get("combineBrackets", "none"), ""))
    if _is_set(values, "vert"):
        return Joint("turned", group, compressed=_is_set(values, "vertCompress"))
    return None


def _is_set(values: dict[str, str], name: str) -> bool:
    return name in values and is_on(values[name])
