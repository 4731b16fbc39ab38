"""Lists: word/numbering.xml, what each level of a list looks like (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.reading.alternate import chosen, is_alternate
from docgen.pdf.reading.properties import properties
from docgen.pdf.reading.wordml import (
    Element,
    Properties,
    attributes,
    child,
    children,
    is_on,
    name_of,
    on_off,
    points,
    text_attribute,
    whole,
)

Side = Literal["left", "center", "right"]
_SIDES: dict[str, Side] = {"center": "center", "right": "right", "end": "right"}
_LEVELS = range(9)
_NO_LIST = "0"  # numId 0 takes a paragraph out of the list of its style


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `format` is a value of ST_NumberFormat or a custom pattern; `text` has %1 … %9 in it.

    `restart` is the level (from 1) whose numbers start this one again; 0: none does; None: every higher one. `style`
    is the paragraph style that stands for this level. `legacy`: the room that Word 6 kept for the number.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    alignment: Side = "left"
    restart: int | None = None
    legal: bool = False
    style: str = ""
    picture: bool = False
    legacy: float | None = None
    paragraph: Properties = field(default_factory=dict)
    run: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Num:
    """A list: its `abstract` counts on over all lists made from it; `starts` are the levels that this one starts."""

    identity: str
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def start(self, level: int) -> int:
        """The first number of a level."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)

    def level_of_style(self, style: str) -> int | None:
        """The level that a paragraph style stands for."""
        return next((number for number, level in self.levels.items() if level.style == style), None)


class Numbering:
    """The lists of a document; each is read when a paragraph first asks for it."""

    def __init__(self, root: Element | None = None) -> None:
        self._abstracts = {text_attribute(item, "abstractNumId"): item for item in children(root, "abstractNum")}
        self._nums = {text_attribute(item, "numId"): item for item in children(root, "num")}
        self._read: dict[str, Num | None] = {}
        self._levels: dict[str, dict[int, Level]] = {}

    def num(self, identity: str) -> Num | None:
        """A list by its numId; None for 0 and for one that the file lacks."""
        if identity not in self._read:
            element = None if identity == _NO_LIST else self._nums.get(identity)
            self._read[identity] = None if element is None else self._num(identity, element)
        return self._read[identity]

    def _num(self, identity: str, element: Element) -> Num:
        abstract = self._linked(text_attribute(child(element, "abstractNumId")))
        if abstract not in self._levels:
            self._levels[abstract] = _levels(self._abstracts.get(abstract))
        levels, starts = dict(self._levels[abstract]), {}
        for override in children(element, "lvlOverride"):
            number = whole(text_attribute(override, "ilvl"), -1)
            level, start = child(override, "lvl"), child(override, "startOverride")
            if level is not None and number in _LEVELS:
                levels[number] = _level(level)
            if start is not None and number in _LEVELS:
                starts[number] = whole(text_attribute(start))
        return Num(identity, abstract, levels, starts)

    def _linked(self, abstract: str) -> str:
        """The abstract list itself, or the one that the numbering style it names is made from (17.9.21)."""
        style = text_attribute(child(self._abstracts.get(abstract), "numStyleLink"))
        if not style:
            return abstract
        owners = (key for key, item in self._abstracts.items() if text_attribute(child(item, "styleLink")) == style)
        return next(owners, abstract)


def _levels(abstract: Element | None) -> dict[int, Level]:
    found = {whole(text_attribute(item, "ilvl"), -1): item for item in children(abstract, "lvl")}
    return {number: _level(item) for number, item in found.items() if number in _LEVELS}


def _level(element: Element) -> Level:
    parts = {name_of(item): item for item in _parts(element)}
    value = {name: text_attribute(item) for name, item in parts.items()}
    number = attributes(parts.get("numFmt"))
    legacy = attributes(parts.get("legacy"))
    return Level(
        start=whole(value.get("start")),
        format=number.get("format", "") if number.get("val") == "custom" else number.get("val", "decimal"),
        text=value.get("lvlText", ""),
        suffix=value.get("suff", "tab"),
        alignment=_SIDES.get(value.get("lvlJc", ""), "left"),
        restart=whole(value["lvlRestart"]) if "lvlRestart" in value else None,
        legal="isLgl" in parts and on_off(attributes(parts["isLgl"])),
        style=value.get("pStyle", ""),
        picture="lvlPicBulletId" in parts,
        legacy=points(legacy.get("legacyIndent")) if legacy and is_on(legacy.get("legacy", "1")) else None,
        paragraph=properties(parts.get("pPr")),
        run=properties(parts.get("rPr")),
    )


def _parts(element: Element) -> Iterator[Element]:
    """The children; Word 2010 and later write a custom number format with an alternative for older ones."""
    for item in element:
        if is_alternate(item):
            yield from chosen(item)
        else:
            yield item
