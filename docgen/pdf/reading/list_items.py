"""List items: which list and level a paragraph belongs to, and the formats that come from it (17.3.1.19, 17.7.2)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.numbering import Level, Num, Numbering
from docgen.pdf.reading.properties import fold
from docgen.pdf.reading.styles import Style
from docgen.pdf.reading.wordml import Properties, whole

_NUMBER, _LEVEL = "numPr/numId", "numPr/ilvl"


@dataclass(frozen=True, slots=True)
class ListItem:
    """A paragraph's list and its level in it."""

    num: Num
    number: int

    @property
    def level(self) -> Level:
        """What the level looks like."""
        return self.num.levels[self.number]


def list_item(direct: Properties, style: Style, numbering: Numbering) -> ListItem | None:
    """The list that a paragraph stands in by itself or through its style; None for none."""
    found = direct.get(_NUMBER) or style.paragraph.get(_NUMBER)
    if found is None:
        return None
    num = numbering.num(found.get("val", ""))
    if num is None:
        return None
    number = _level_number(direct, style, num)
    return ListItem(num, number) if number in num.levels else None


def _level_number(direct: Properties, style: Style, num: Num) -> int:
    if _LEVEL in direct:
        return whole(direct[_LEVEL].get("val"), -1)
    # A style that a level names has that level, whatever its own numPr says; it hands it on to styles based on it.
    for identity, own in reversed(style.chain):
        level = num.level_of_style(identity)
        if level is not None:
            return level
        if _LEVEL in own and _NUMBER not in direct:
            return whole(own[_LEVEL].get("val"), -1)
    return 0


def with_list(style: Style, direct: Properties, item: ListItem) -> Properties:
    """Style and direct formatting with the level's own paragraph properties between them.

    They lie right below the layer that puts the paragraph into the list: a style's indents yield to those of a list
    given directly, while a style that names its list itself keeps its own indents.
    """
    layers = [own for _, own in style.chain] + [direct]
    givers = [place for place, own in enumerate(layers) if _NUMBER in own or _LEVEL in own]
    below = givers[-1]
    return fold(*layers[:below], item.level.paragraph, *layers[below:])
