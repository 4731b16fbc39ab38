"""Text effects of Word 2010 (w14:textFill, w14:textOutline) as flat properties ([MS-DOCX] 2.6.2)."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.pdf.reading.theme_colors import lightened, shaded, with_luminance
from docgen.pdf.reading.wordml import EMU_PER_POINT, Element, children, color, name_of, number

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_FILLS = ("noFill", "solidFill", "gradFill")


def effect(element: Element) -> dict[str, str]:
    """What a w14 element says: `fill` (noFill, solidFill, gradFill), its colour `rgb` or `scheme` with changes, `w`.

    An element without a fill (w14:glow, w14:shadow …) says nothing here.
    """
    found: dict[str, str] = {}
    width = _value(element, "w")
    if width:
        found["w"] = width
    for inner in element:
        if name_of(inner) in _FILLS:
            found["fill"] = name_of(inner)
            found.update(_color(inner))
    return found


def _color(fill: Element) -> dict[str, str]:
    for name, key in (("srgbClr", "rgb"), ("schemeClr", "scheme")):
        for base in children(fill, name, W14):
            changes = {name_of(change): _value(change, "val") for change in base if name_of(change) != "alpha"}
            return {key: _value(base, "val"), **changes}
    return {}


def effect_color(values: Mapping[str, str], theme: Mapping[str, str]) -> str:
    """The colour of a solid fill; "" when there is none or it is not known."""
    if values.get("fill") != "solidFill":
        return ""
    found = color(values.get("rgb"), "") or theme.get(values.get("scheme", ""), "")
    if not found:
        return ""
    found = with_luminance(found, _share(values, "lumMod", 1.0), _share(values, "lumOff", 0.0))
    return lightened(shaded(found, _share(values, "shade", 1.0)), _share(values, "tint", 1.0))


def draws_outline(values: Mapping[str, str] | None) -> bool:
    """Whether a w14:textOutline is a line that is seen."""
    if values is None or values.get("fill", "noFill") == "noFill":
        return False
    return number(values.get("w"), 1.0) / EMU_PER_POINT > 0


def _share(values: Mapping[str, str], name: str, default: float) -> float:
    return number(values.get(name), default * 100000) / 100000


def _value(element: Element, name: str) -> str:
    return element.get(f"{{{W14}}}{name}", "")
