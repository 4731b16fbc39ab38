"""Borders and shading (ECMA-376 Part 1, 17.3.4 and 17.3.5)."""

from __future__ import annotations

import re

from docgen.pdf.reading.wordml import Properties, color, number
from docgen.pdf.source import Border, Borders

_PERCENT = re.compile(r"pct(\d+)")


def border(values: dict[str, str] | None) -> Border | None:
    """One edge; None for none, nil or a missing one. `sz` counts eighths of a point, `space` points."""
    style = (values or {}).get("val", "none")
    if values is None or style in ("none", "nil"):
        return None
    return Border(
        width=number(values.get("sz"), 4.0) / 8,
        color=color(values.get("color")),
        space=number(values.get("space")),
        style=style,
    )


def borders(found: Properties, group: str) -> Borders:
    """The edges of one group of properties, such as pBdr."""
    edges = {side: border(found.get(f"{group}/{side}")) for side in ("top", "right", "bottom", "left", "between")}
    return Borders(**edges)


def shading(values: dict[str, str] | None) -> str:
    """The colour that a w:shd fills its area with; "" for none. A percent pattern is mixed to one colour."""
    if values is None or values.get("val") == "nil":
        return ""
    fill, pattern = color(values.get("fill"), ""), values.get("val", "clear")
    share = 1.0 if pattern == "solid" else _percent(pattern)
    if not share:
        return fill
    return _mixed(color(values.get("color")), fill or "#ffffff", share)


def is_plain(values: dict[str, str]) -> bool:
    """Whether `shading` says all of it: no pattern of stripes, no theme colour that it cannot know."""
    pattern = values.get("val", "clear")
    plain = pattern in ("clear", "nil", "solid") or _PERCENT.fullmatch(pattern) is not None
    return plain and not ("themeFill" in values and values.get("fill", "auto") == "auto")


def _percent(pattern: str) -> float:
    match = _PERCENT.fullmatch(pattern)
    return min(int(match[1]), 100) / 100 if match else 0.0


def _mixed(front: str, back: str, share: float) -> str:
    pairs = zip(bytes.fromhex(front[1:]), bytes.fromhex(back[1:]), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
