"""Properties as plain data: an element's children become name → attributes, and layers of them are folded into one."""

from __future__ import annotations

from docgen.pdf.reading.effects import W14, effect
from docgen.pdf.reading.wordml import Element, Properties, W, attributes, name_of, space_of

_NESTED = frozenset({"pBdr", "tabs", "tblBorders", "tcBorders", "tblCellMar", "tcMar", "numPr"})
_ELSEWHERE = frozenset({"rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr"})
_SIDES = {"start": "left", "end": "right"}
# Inherited attribute by attribute; every other property is replaced whole (ECMA-376 Part 1, 17.3.1.12, 17.3.2.26).
_ATTRIBUTE_WISE = frozenset({"ind", "spacing", "rFonts", "framePr", "lang"})
_EXCLUSIVE = (("hanging", "firstLine"), ("hangingChars", "firstLineChars"))
_THEMED = (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"), ("cs", "cstheme"))


def properties(element: Element | None) -> Properties:
    """The children of a w:pPr, w:rPr, w:tblPr … Elements of other namespaces keep their prefix: `w14:glow`."""
    found: Properties = {}
    for child in () if element is None else element:
        name = name_of(child)
        if space_of(child) == W14:
            found[f"w14:{name}"] = effect(child)
        elif space_of(child) != W:
            found[f"{child.prefix or '?'}:{name}"] = {}
        elif name in _NESTED:
            found.update(_nested(name, child))
        elif name and name not in _ELSEWHERE:
            found[name] = _normal(name, attributes(child))
    return found


def _nested(name: str, element: Element) -> Properties:
    found: Properties = {}
    for child in element:
        values = attributes(child)
        key = values.get("pos", "0") if name == "tabs" else name_of(child)
        found[f"{name}/{_SIDES.get(key, key)}"] = values
    return found


def _normal(name: str, values: dict[str, str]) -> dict[str, str]:
    if name != "ind":
        return values
    values = {key.replace("start", "left").replace("end", "right"): value for key, value in values.items()}
    for hanging, first in _EXCLUSIVE:
        # Both given: the hanging indent counts (17.3.1.12).
        if hanging in values:
            values.pop(first, None)
    return values


def fold(*layers: Properties) -> Properties:
    """The layers as one, later ones over earlier ones."""
    folded: Properties = {}
    for layer in layers:
        for name, values in layer.items():
            if name in _ATTRIBUTE_WISE and name in folded:
                folded[name] = _fold_attributes(name, folded[name], values)
            else:
                folded[name] = values
    return folded


def _fold_attributes(name: str, below: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    kept = dict(below)
    if name == "ind":
        for pair in _EXCLUSIVE:
            if any(key in above for key in pair):
                for key in pair:
                    kept.pop(key, None)
    if name == "rFonts":
        for explicit, theme in _THEMED:
            # A theme font wins over a name beside it, not over a name of a later layer.
            if explicit in above and theme not in above:
                kept.pop(theme, None)
    return kept | above
