"""Paragraphs: how they are set, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.source.equations import Equation, Ruby
from docgen.pdf.source.looks import NO_BORDERS, PLAIN_LOOK, Borders, RunFormat
from docgen.pdf.source.notes import NoteNumber, NoteReference, Separator
from docgen.pdf.source.shapes import Anchor, Floating, Picture, Shape
from docgen.pdf.source.texts import Bookmark, Break, PageField, PositionTab, Tab, Text

Alignment = Literal["start", "center", "end", "both", "distribute"]


Inline = (
    Text
    | Tab
    | PositionTab
    | Break
    | PageField
    | Bookmark
    | Ruby
    | Equation
    | Picture
    | Shape
    | Floating
    | NoteReference
    | NoteNumber
    | Separator
)


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """Exact and at-least are points; multiple is a factor of the font's own height."""

    rule: Literal["exact", "at_least", "multiple"] = "multiple"
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, from the left edge of the text area."""

    position: float
    alignment: Literal["left", "center", "right", "decimal"] = "left"
    leader: str = ""  # one character, or ""; "_" and the heavy "━" are drawn as lines


@dataclass(frozen=True, slots=True)
class Frame:
    """w:framePr: the paragraph stands in a frame. Neighbours with equal frames share one.

    `width` None: as wide as the text; `height_rule` auto, at_least or exact.
    """

    horizontal: Anchor
    vertical: Anchor
    width: float | None = None
    height: float = 0.0
    height_rule: Literal["auto", "at_least", "exact"] = "auto"
    h_space: float = 0.0
    v_space: float = 0.0
    wrap: str = "around"  # w:wrap; "none" and "notBeside" let no text beside it


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set. Indents given in characters are already points (count × size of the paragraph's type)."""

    style: str = "Normal"
    alignment: Alignment = "start"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0  # negative: hanging
    before: float = 0.0
    after: float = 0.0
    line: LineSpacing = LineSpacing()
    contextual_spacing: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    tabs: tuple[TabStop, ...] = ()
    borders: Borders = NO_BORDERS
    shading: str = ""
    outline_level: int | None = None  # 0 … 8
    frame: Frame | None = None
    line_numbered: bool = True  # unless w:suppressLineNumbers
    snap_to_grid: bool = True
    adjust_right: bool = True  # w:adjustRightInd: on a character grid the line is a whole number of characters
    kinsoku: bool = True
    overflow_punct: bool = True  # 标点溢出边界
    top_line_punct: bool = False  # 行首标点压缩
    word_wrap: bool = True  # False: 西文单词中间换行
    auto_space_latin: bool = True  # 中西文间距, w:autoSpaceDE
    auto_space_digits: bool = True  # 中文数字间距, w:autoSpaceDN
    auto_before: bool = False  # `before` is HTML's: nothing above the first paragraph of a story
    auto_after: bool = False
    mirror_indents: bool = False  # left and right change places on even pages
    text_alignment: Literal["baseline", "top", "center", "bottom"] = "baseline"  # of sizes mixed on a line
    bars: tuple[float, ...] = ()  # 竖线制表位: a rule at each of these places, as high as the line
    mark: RunFormat = PLAIN_LOOK  # the paragraph mark: height of an empty paragraph


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet of a list that the paragraph's inlines begin with, and how it stands to the indent."""

    text: str
    alignment: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Listed:
    """The place of a paragraph in a list: which list, on what level (from 0). `format` is Word's (w:numFmt)."""

    name: str
    level: int = 0
    format: str = "decimal"


@dataclass(frozen=True, slots=True)
class DropCap:
    """首字下沉: what stands before the first `lines` lines, `distance` from them; or in the margin."""

    inlines: tuple[Inline, ...]
    lines: int
    distance: float = 0.0
    in_margin: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `place` says where it stands, for messages: 第12段“……”; `listed` its place in a list."""

    format: ParagraphFormat
    inlines: tuple[Inline, ...]
    place: str = ""
    label: Label | None = None
    listed: Listed | None = None
    drop: DropCap | None = None

    @property
    def frame(self) -> Frame | None:
        """The frame that it stands in."""
        return self.format.frame

    def unframed(self) -> Paragraph:
        """The same outside of a frame."""
        return replace(self, format=replace(self.format, frame=None))
