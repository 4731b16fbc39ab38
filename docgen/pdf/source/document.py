"""Documents: a whole .docx."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.source.notes import NO_SEPARATORS, NoteSeparators
from docgen.pdf.source.sections import Section


@dataclass(frozen=True, slots=True)
class Typography:
    """How the whole file sets East Asian text.

    `no_start` and `no_end` are the characters that may not start or end a line (避头尾), None for Word's standard ones.
    `compression` (标点压缩): of full-width marks, or of kana as well. `stretch_broken`: a line that w:br ends is
    justified too. `grid_in_tables`: the line grid counts in table cells.
    """

    no_start: frozenset[str] | None = None
    no_end: frozenset[str] | None = None
    compression: Literal["", "marks", "kana"] = ""
    stretch_broken: bool = False
    grid_in_tables: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A whole .docx. `warnings` are (feature, place) pairs of what the path does not draw."""

    sections: tuple[Section, ...]
    even_and_odd: bool = False
    mirrored: bool = False  # left and right margins change places on even pages
    balanced: bool = True  # columns that end before a section on the same page are made equally long
    space_after_break: bool = True  # the spacing before a paragraph counts below a page break
    footnote_separators: NoteSeparators = NO_SEPARATORS
    endnote_separators: NoteSeparators = NO_SEPARATORS
    default_tab: float = 36.0
    typography: Typography = Typography()
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""  # ISO 8601, "" when the file does not say
    language: str = "zh-CN"
    warnings: tuple[tuple[str, str], ...] = field(default=())
