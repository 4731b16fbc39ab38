"""拼音指南: how the small text of a w:ruby stands to its base (ECMA-376 Part 1, 17.3.3.24)."""

from __future__ import annotations

from typing import Literal

from docgen.pdf.reading.wordml import Element, child, half_points, text_attribute

Align = Literal["left", "center", "right", "letters", "spaces"]
_ALIGNS: dict[str, Align] = {
    "left": "left",
    "right": "right",
    "distributeLetter": "letters",
    "distributeSpace": "spaces",
}


def ruby_setting(item: Element) -> tuple[float, Align]:
    """(rise of the small text from baseline to baseline, 0 when the file leaves it out; its alignment)."""
    setting = child(item, "rubyPr")
    rise = half_points(text_attribute(child(setting, "hpsRaise")), 0.0)
    return rise, _ALIGNS.get(text_attribute(child(setting, "rubyAlign")), "center")
