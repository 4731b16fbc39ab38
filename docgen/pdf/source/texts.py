"""Texts: what stands in a line of text, character by character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.pdf.source.looks import RunFormat


@dataclass(frozen=True, slots=True)
class Text:
    """Characters of one format; no tabs, no breaks."""

    text: str
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab character."""

    format: RunFormat


@dataclass(frozen=True, slots=True)
class PositionTab:
    """A tab with its own stop (w:ptab): left, centre or right of the text area or of the area between the indents."""

    format: RunFormat
    alignment: Literal["left", "center", "right"] = "left"
    relative: Literal["margin", "indent"] = "margin"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A break inside a paragraph."""

    kind: Literal["line", "page", "column"]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class PageField:
    """A number that only the layout knows. `number_format`: a value of ST_NumberFormat; "" for the section's own."""

    code: Literal["PAGE", "NUMPAGES", "SECTIONPAGES"]
    format: RunFormat
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links lead to; it takes no room."""

    name: str
