"""Position tabs: w:ptab, a tab that brings its own stop (ECMA-376 Part 1, 17.3.3.23)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.paragraph_format import LEADERS
from docgen.pdf.reading.wordml import Element, text_attribute
from docgen.pdf.source import PositionTab, RunFormat

_ALIGNMENTS: dict[str, Literal["left", "center", "right"]] = {"center": "center", "right": "right"}


def position_tab(item: Element, how: RunFormat) -> PositionTab:
    """The record of a w:ptab."""
    return PositionTab(
        how,
        _ALIGNMENTS.get(text_attribute(item, "alignment"), "left"),
        "indent" if text_attribute(item, "relativeTo") == "indent" else "margin",
        LEADERS.get(text_attribute(item, "leader"), ""),
    )
