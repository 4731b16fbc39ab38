"""Looks: how characters and the edges of things look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Border:
    """One edge. `space` is the distance to the text. `style` is Word's (single, double, thickThinSmallGap …)."""

    width: float
    color: str = "#000000"
    space: float = 0.0
    style: str = "single"


@dataclass(frozen=True, slots=True)
class Borders:
    """The four edges of a paragraph or cell, the line between equal neighbours, and the bar beside a paragraph."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    between: Border | None = None
    bar: Border | None = None


NO_BORDERS = Borders()
"""Nothing around it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """调整宽度 (w:fitText): neighbours of one `group` stand `width` points wide together."""

    width: float
    group: str


@dataclass(frozen=True, slots=True)
class Joint:
    """双行合一 (two lines in one) or 纵横混排 (turned within the line): neighbours of one `group` go together.

    `brackets` stand around two lines, "" for none. `compressed`: turned text is made as short as the line is high.
    """

    kind: Literal["two_lines", "turned"]
    group: str
    brackets: str = ""
    compressed: bool = False


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How characters look. `east_asia` serves 汉字 and full-width marks, `ascii` the rest."""

    ascii: str = "宋体"
    east_asia: str = "宋体"
    hint_east_asia: bool = False  # quotes, dashes and ellipses take the East Asian font
    size: float = 10.5
    bold: bool = False
    italic: bool = False
    color: str = "#000000"
    spacing: float = 0.0  # w:spacing: added after every character
    scale: float = 1.0  # w:w: width of the characters
    underline: str = ""  # w:u value, "" for none
    underline_color: str = ""  # "": that of the text
    strike: Literal["", "single", "double"] = ""
    rise: float = 0.0  # w:position: up, negative: down
    level: Literal["", "super", "sub"] = ""  # w:vertAlign
    caps: Literal["", "all", "small"] = ""
    emphasis: Literal["", "dot", "comma", "circle", "underDot"] = ""  # w:em 着重号
    background: str = ""  # w:highlight, else w:shd: the colour behind the characters
    border: Border | None = None  # w:bdr 字符边框
    outline: bool = False  # 空心字
    kerning: bool = False  # w:kern: pairs of Latin letters are kerned
    link: str = ""  # where the text leads: an address, or #bookmark
    snap_to_grid: bool = True  # the character grid of the section counts
    fit: Fit | None = None
    joint: Joint | None = None


PLAIN_LOOK = RunFormat()
"""Characters that ask for nothing."""
