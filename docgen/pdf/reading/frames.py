"""Text frames: w:framePr → Frame (ECMA-376 Part 1, 17.3.1.11)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.wordml import Properties, points
from docgen.pdf.source import Anchor, Frame

_RELATIVE: dict[str, Literal["page", "margin", "text"]] = {"page": "page", "margin": "margin", "text": "text"}


def frame(found: Properties) -> Frame | None:
    """The frame that a paragraph stands in; None for none and for a drop cap, which is drawn as running text."""
    values = found.get("framePr")
    if values is None or is_drop_cap(found):
        return None
    height = points(values.get("h"))
    if _takes_away(values):
        return None
    return Frame(
        horizontal=_anchor(values, "h", "x", "text"),
        vertical=_anchor(values, "v", "y", "margin"),
        width=points(values["w"]) if "w" in values else None,
        height=height,
        height_rule=_height_rule(values.get("hRule", ""), height),
        h_space=points(values.get("hSpace")),
        v_space=points(values.get("vSpace")),
        wrap=values.get("wrap", "around"),
    )


def _takes_away(values: dict[str, str]) -> bool:
    """Whether it says that there is no frame, as Word does over a style that has one, and some programs always.

    In so many zeros, or in the flow of the text (w:yAlign inline) and without a size.
    """
    if points(values.get("w")) or points(values.get("h")):
        return False
    return "w" in values or (values.get("yAlign") == "inline" and values.get("wrap") == "auto")


def table_frame(values: dict[str, str] | None) -> Frame | None:
    """The place of a floating table, w:tblpPr (17.4.57); None for a table that stands in the text.

    Width and height are the table's own; an axis without a place lets it float where it stands.
    """
    if not values:
        return None
    return Frame(
        _table_anchor(values, "horz", "X", "text"),
        _table_anchor(values, "vert", "Y", "margin"),
        h_space=max(points(values.get("leftFromText")), points(values.get("rightFromText"))),
        v_space=max(points(values.get("topFromText")), points(values.get("bottomFromText"))),
    )


def _table_anchor(values: dict[str, str], axis: str, letter: str, default: Literal["margin", "text"]) -> Anchor:
    relative = _RELATIVE.get(values.get(f"{axis}Anchor", ""), default)
    align = values.get(f"tblp{letter}Spec", "").replace("inline", "")
    if axis == "vert":
        align = {"inside": "top", "outside": "bottom"}.get(align, align)
    return Anchor(relative, 0.0 if align else points(values.get(f"tblp{letter}")), align)


def is_drop_cap(found: Properties) -> bool:
    """首字下沉."""
    return found.get("framePr", {}).get("dropCap", "none") != "none"


def _anchor(values: dict[str, str], axis: str, offset: str, default: Literal["margin", "text"]) -> Anchor:
    relative = _RELATIVE.get(values.get(f"{axis}Anchor", ""), default)
    align = values.get(f"{offset}Align", "")
    # "inline" only says that the frame stays in the flow: no place of its own.
    return Anchor(relative, 0.0 if align else points(values.get(offset)), "" if align == "inline" else align)


def _height_rule(rule: str, height: float) -> Literal["auto", "at_least", "exact"]:
    if rule == "exact":
        return "exact"
    if rule == "auto":
        return "auto"
    # A height without a rule is a least height, as Word writes it.
    return "at_least" if height else "auto"
