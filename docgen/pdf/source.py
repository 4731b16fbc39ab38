"""Source records: what a .docx says, every property resolved; plain data between `read` and the layout.

All lengths are points, all colours `#rrggbb`. Inheritance (docDefaults, styles, direct properties) is gone here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Alignment = Literal["start", "center", "end", "both", "distribute"]


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
class Break:
    """A break inside a paragraph."""

    kind: Literal["line", "page", "column"]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class PageField:
    """A number that only the layout knows."""

    code: Literal["PAGE", "NUMPAGES", "SECTIONPAGES"]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline picture."""

    data: bytes
    mime: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating thing stands on one axis: `offset` from, or `align`ed in, the area `relative`.

    On the vertical axis `align` is top, center or bottom; on the horizontal left, center, right, inside or outside.
    """

    relative: Literal["page", "margin", "text"]
    offset: float = 0.0
    align: str = ""


@dataclass(frozen=True, slots=True)
class TextBox:
    """A floating text box (DrawingML `wps:txbx`). `rotation` is 0, 90 (vert="vert", clockwise) or 270 degrees."""

    horizontal: Anchor
    vertical: Anchor
    width: float
    height: float
    rotation: int
    insets: tuple[float, float, float, float]  # top, right, bottom, left
    blocks: tuple[Block, ...]


Inline = Text | Tab | Break | PageField | Picture | TextBox


@dataclass(frozen=True, slots=True)
class Border:
    """One edge. `space` is the distance to the text. `style` is Word's (single, double, thickThinSmallGap …)."""

    width: float
    color: str = "#000000"
    space: float = 0.0
    style: str = "single"


@dataclass(frozen=True, slots=True)
class Borders:
    """The four edges of a paragraph or cell, and the line between equal neighbours."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    between: Border | None = None


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
    leader: str = ""  # one character, or ""


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
    borders: Borders = Borders()
    shading: str = ""
    outline_level: int | None = None  # 0 … 8
    frame: Frame | None = None
    snap_to_grid: bool = True
    kinsoku: bool = True
    overflow_punct: bool = True  # 标点溢出边界
    auto_space_latin: bool = True  # 中西文间距, w:autoSpaceDE
    auto_space_digits: bool = True  # 中文数字间距, w:autoSpaceDN
    mark: RunFormat = RunFormat()  # the paragraph mark: height of an empty paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `place` says where it stands, for messages: 第12段“……”."""

    format: ParagraphFormat
    inlines: tuple[Inline, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `span` columns wide; `merge` says what it is in a vertical merge. Margins: top, right, bottom, left."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Literal["none", "start", "continue"] = "none"
    borders: Borders = Borders()
    shading: str = ""
    margins: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    vertical: Literal["top", "center", "bottom"] = "top"
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its height (rule auto, at_least, exact), whether it repeats as a head, whether it may split."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    height_rule: Literal["auto", "at_least", "exact"] = "auto"
    header: bool = False
    cant_split: bool = False
    grid_before: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths. Cell borders are resolved: what a cell has is what is drawn.

    `frame`: the table floats (w:tblpPr), anchored like a paragraph's frame to the paragraph after it.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    alignment: Literal["left", "center", "right"] = "left"
    indent: float = 0.0
    frame: Frame | None = None
    place: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """The stories of one section: each None when the section has none of that kind."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its page. Margins: top, right, bottom, left."""

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    margins: tuple[float, float, float, float] = (72.0, 90.0, 72.0, 90.0)
    header_distance: float = 42.55
    footer_distance: float = 49.6
    headers: HeaderFooter = HeaderFooter()
    footers: HeaderFooter = HeaderFooter()
    title_page: bool = False
    start: Literal["next", "continuous", "odd", "even"] = "next"
    page_number_start: int | None = None
    grid_pitch: float = 0.0  # w:docGrid type="lines": points a line; 0 for none


@dataclass(frozen=True, slots=True)
class Source:
    """A whole .docx. `warnings` are (feature, place) pairs of what the path does not draw."""

    sections: tuple[Section, ...]
    even_and_odd: bool = False
    default_tab: float = 36.0
    compress_punctuation: bool = False
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""  # ISO 8601, "" when the file does not say
    language: str = "zh-CN"
    warnings: tuple[tuple[str, str], ...] = field(default=())
