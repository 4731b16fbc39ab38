"""Sections: the pages that a part of the text stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.pdf.source.looks import Borders, RunFormat
from docgen.pdf.source.notes import ENDNOTE_RULES, FOOTNOTE_RULES, NoteRules
from docgen.pdf.source.tables import Block


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """The stories of one section: each None when the section has none of that kind."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text; `gap` is the space behind it."""

    width: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class PageBorders:
    """页面边框, measured from the page's edge or from the text; what of header and footer they surround."""

    edges: Borders
    from_page: bool = False
    shown: Literal["all", "first", "not_first"] = "all"
    surround_header: bool = True
    surround_footer: bool = True


@dataclass(frozen=True, slots=True)
class LineNumbers:
    """行号 beside the text: every `every`-th is shown, `distance` points left of the text (None: Word's own)."""

    format: RunFormat
    every: int = 1
    start: int = 1
    distance: float | None = None
    restart: Literal["page", "section", "never"] = "page"


@dataclass(frozen=True, slots=True)
class CharacterGrid:
    """字符网格 (w:docGrid): `pitch` points a character of the Normal style, `extra` of it added to every 汉字.

    `snaps` (snapToChars): every 汉字 and every Latin word stands in the middle of whole cells `pitch` wide.
    """

    pitch: float
    extra: float = 0.0
    snaps: bool = False
    fits_lines: bool = True  # a line is a whole number of characters (w:adjustRightInd); not in table cells


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its page. Margins: top, right, bottom, left.

    `exact_top`, `exact_bottom`: the text does not give way to a tall header or footer. `columns` is () for one as
    wide as the text; `column_rule` draws a line between them.
    """

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    margins: tuple[float, float, float, float] = (72.0, 90.0, 72.0, 90.0)
    header_distance: float = 42.55
    footer_distance: float = 49.6
    headers: HeaderFooter = HeaderFooter()
    footers: HeaderFooter = HeaderFooter()
    title_page: bool = False
    start: Literal["next", "continuous", "odd", "even", "column"] = "next"
    page_number_start: int | None = None
    page_number_format: str = "decimal"  # Word's name of it (w:pgNumType)
    grid_pitch: float = 0.0  # w:docGrid type="lines": points a line; 0 for none
    char_grid: CharacterGrid | None = None
    columns: tuple[Column, ...] = ()
    column_rule: bool = False
    exact_top: bool = False
    exact_bottom: bool = False
    vertical: Literal["top", "center", "bottom", "both"] = "top"
    page_borders: PageBorders | None = None
    line_numbers: LineNumbers | None = None
    footnotes: NoteRules = FOOTNOTE_RULES
    endnotes: NoteRules = ENDNOTE_RULES
    shows_endnotes: bool = True

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.margins[1] - self.margins[3]
