"""Indents and spacing of a paragraph, in characters and lines as well (ECMA-376 Part 1, 17.3.1.12 and 17.3.1.33)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.wordml import Properties, is_on, number, points
from docgen.pdf.source import LineSpacing

_LINE = 12.0  # a line of beforeLines where the section has no grid
_AUTOMATIC = 14.0  # what Word sets for the spacing that HTML leaves to it


@dataclass(frozen=True, slots=True)
class Indents:
    """Left, right and first line (negative: hanging), in points."""

    left: float
    right: float
    first_line: float


@dataclass(frozen=True, slots=True)
class CharacterWidths:
    """How wide a character of an indent is, in points: in the paragraph's own text, and in the Normal style.

    Word counts the first line in the one and the sides in the other: under a 五号 Normal a 三号 paragraph has
    leftChars="304" hangingChars="200" beside left="1278" hanging="640".
    """

    text: float
    normal: float


def indents(found: Properties, character: CharacterWidths) -> Indents:
    """The indents.

    A count of characters other than 0 wins over the length beside it. Word keeps `leftChars` without the hanging part
    (leftChars="200" hanging="420" stands beside left="840"), so that part is added.
    """
    values = found.get("ind", {})
    first = _signed(values, "firstLineChars", "hangingChars") / 100 * character.text
    first = first or _signed(values, "firstLine", "hanging")
    left = number(values.get("leftChars")) / 100 * character.normal
    left = left + max(-first, 0.0) if left else points(values.get("left"))
    right = number(values.get("rightChars")) / 100 * character.normal or points(values.get("right"))
    return Indents(left, right, first)


def _signed(values: dict[str, str], first: str, hanging: str) -> float:
    measure = number if first.endswith("Chars") else points
    return measure(values.get(first)) - measure(values.get(hanging))


def gap(found: Properties, side: str, grid_pitch: float) -> float:
    """The space `before` or `after`: automatic wins, then hundredths of a line, then a length."""
    values = found.get("spacing", {})
    if is_automatic(found, side):
        return _AUTOMATIC
    lines = number(values.get(f"{side}Lines")) / 100 * (grid_pitch or _LINE)
    return lines or points(values.get(side))


def is_automatic(found: Properties, side: str) -> bool:
    """Whether the space `before` or `after` is HTML's (w:beforeAutospacing)."""
    return is_on(found.get("spacing", {}).get(f"{side}Autospacing", "0"))


def line_spacing(found: Properties) -> LineSpacing:
    """The distance of lines; `auto` counts 240ths of the font's own height."""
    values = found.get("spacing", {})
    if "line" not in values:
        return LineSpacing()
    rule = values.get("lineRule", "auto")
    if rule in ("exact", "atLeast"):
        return LineSpacing("exact" if rule == "exact" else "at_least", abs(points(values["line"])))
    multiple = round(points(values["line"]) / 12, 6)
    # A negative distance is Word's old way to say exactly.
    return LineSpacing("multiple", multiple or 1.0) if multiple >= 0 else LineSpacing("exact", -multiple * 12)
