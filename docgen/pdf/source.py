"""Source records: what a .docx says, every property resolved; plain data between `read` and the layout.

All lengths are points, all colours `#rrggbb`. Inheritance (docDefaults, styles, direct properties) is gone here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from docgen.pdf.pages import Path

Alignment = Literal["start", "center", "end", "both", "distribute"]


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


@dataclass(frozen=True, slots=True)
class Ruby:
    """拼音指南: small text above its base, `rise` points from baseline to baseline.

    `align`: spread letters leave no room at the ends (0-1-0), spread spaces leave half (1-2-1).
    """

    base: tuple[Text, ...]
    above: tuple[Text, ...]
    rise: float
    align: Literal["left", "center", "right", "letters", "spaces"]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Overlay:
    """Things drawn over one another (EQ field, overstrike): 带圈字符, 合并字符."""

    layers: tuple[tuple[EquationPart, ...], ...]
    align: Literal["left", "center", "right", "spread"] = "center"


@dataclass(frozen=True, slots=True)
class Raised:
    """A part of an EQ field that stands higher, or lower."""

    content: tuple[EquationPart, ...]
    rise: float


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction of an EQ field."""

    above: tuple[EquationPart, ...]
    below: tuple[EquationPart, ...]
    format: RunFormat


EquationPart = Text | Overlay | Raised | Fraction


@dataclass(frozen=True, slots=True)
class Equation:
    """What an EQ field shows; it stands in the line as one character."""

    parts: tuple[EquationPart, ...]
    format: RunFormat


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, inline or in a shape: PNG or JPEG. `alt` is what it shows, in words."""

    data: bytes
    mime: str
    width: float
    height: float
    alpha: float = 1.0
    alt: str = ""


Area = Literal[
    "page",
    "margin",
    "text",
    "character",
    "line",
    "left_margin",
    "right_margin",
    "top_margin",
    "bottom_margin",
    "inside_margin",
    "outside_margin",
]
"""What a floating thing is placed by; `text` is the column on the horizontal axis, the paragraph on the vertical."""


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A footnote or endnote: the `number`-th of its kind in the file's order of references, from 1."""

    kind: Literal["footnote", "endnote"]
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark in the text that refers to a note; `custom`: its sign follows as text, and it is not counted."""

    note: Note
    format: RunFormat
    custom: bool = False


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """The note's own number at its head (w:footnoteRef, w:endnoteRef)."""

    format: RunFormat


@dataclass(frozen=True, slots=True)
class Separator:
    """The rule above the notes: `long` is as wide as the text (a note goes on here), the other short."""

    format: RunFormat
    long: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating thing stands on one axis: `offset` from, or `align`ed in, the area `relative`.

    On the vertical axis `align` is top, center or bottom; on the horizontal left, center, right, inside or outside.
    `share`: the offset as a part of the area's size, instead of points.
    """

    relative: Area
    offset: float = 0.0
    align: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ShapeText:
    """The text in a shape, inside `area` (x, y, width, height from the shape's corner) less `insets`.

    `insets`: top, right, bottom, left. `rotation` of the text: 0, 90 (clockwise) or 270; `upright`: 汉字 stand upright
    in lines that run down (竖排). `grows`: the shape is as high as its text; `wraps` False: lines end only where the
    text says so; `stretches`: the text is as large as its area.
    """

    blocks: tuple[Block, ...]
    area: tuple[float, float, float, float]
    insets: tuple[float, float, float, float] = (3.6, 7.2, 3.6, 7.2)
    rotation: int = 0
    vertical: Literal["top", "center", "bottom"] = "top"
    grows: bool = False
    wraps: bool = True
    stretches: bool = False
    upright: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something drawn: outlines, over them a picture, over that text, over that its parts; all turned by `degrees`.

    `paths` count from the shape's corner. The shape is turned clockwise about its middle. `effect` is what it needs
    around itself in a line or beside text: top, right, bottom, left.
    """

    width: float
    height: float
    paths: tuple[Path, ...] = ()
    picture: Picture | None = None
    text: ShapeText | None = None
    parts: tuple[Part, ...] = ()
    degrees: float = 0.0
    effect: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alt: str = ""

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the room it takes: Word swaps them for a shape turned nearer to the side than upright."""
        turned = 45 <= int(self.degrees) % 180 < 135
        return (self.height, self.width) if turned else (self.width, self.height)


@dataclass(frozen=True, slots=True)
class Part:
    """A shape within a shape, its corner at (x, y) from the other's corner."""

    x: float
    y: float
    shape: Shape


@dataclass(frozen=True, slots=True)
class Floating:
    """A shape that floats. `wrap` says how text gives way, `side` on which sides of it text may stand.

    `distances` keep the text away: top, right, bottom, left. `behind`: under the text; `order`: the higher, the nearer
    to the eye. `in_cell`: it stands in a table's cell, which is then its page. `scaled_width` and `scaled_height` give
    the size as a part of an area's, which overrules the shape's own.
    """

    horizontal: Anchor
    vertical: Anchor
    shape: Shape
    wrap: Literal["none", "square", "tight", "through", "top_bottom"] = "none"
    side: Literal["both", "left", "right", "largest"] = "both"
    distances: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    behind: bool = False
    order: int = 0
    in_cell: bool = False
    allow_overlap: bool = True
    scaled_width: tuple[Area, float] | None = None
    scaled_height: tuple[Area, float] | None = None

    @property
    def width(self) -> float:
        """The width of the room it takes."""
        return self.shape.extent[0]

    @property
    def height(self) -> float:
        """The height of the room it takes."""
        return self.shape.extent[1]


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
    borders: Borders = Borders()
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
    mark: RunFormat = RunFormat()  # the paragraph mark: height of an empty paragraph


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet of a list that the paragraph's inlines begin with, and how it stands to the indent."""

    text: str
    alignment: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class DropCap:
    """首字下沉: what stands before the first `lines` lines, `distance` from them; or in the margin."""

    inlines: tuple[Inline, ...]
    lines: int
    distance: float = 0.0
    in_margin: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `place` says where it stands, for messages: 第12段“……”."""

    format: ParagraphFormat
    inlines: tuple[Inline, ...]
    place: str = ""
    label: Label | None = None
    drop: DropCap | None = None


@dataclass(frozen=True, slots=True)
class Width:
    """A width that is asked for: points, or a `share` of the width around; neither: none is asked for."""

    points: float = 0.0
    share: float = 0.0

    def of(self, whole: float) -> float:
        """The width in points where the width around is `whole`; 0 for none."""
        return self.share * whole or self.points


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `span` columns wide; `merge` says what it is in a vertical merge. Margins: top, right, bottom, left.

    `rotation`: its lines run down (90) or up (270); `upright`: 汉字 stand upright in them (竖排). `fit_text`: its text
    is stretched or squeezed to one line. `falling` and `rising` are its diagonals.
    """

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Literal["none", "start", "continue"] = "none"
    borders: Borders = Borders()
    shading: str = ""
    margins: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    vertical: Literal["top", "center", "bottom", "both"] = "top"
    rotation: int = 0
    upright: bool = False
    width: Width = Width()
    no_wrap: bool = False
    fit_text: bool = False
    falling: Border | None = None
    rising: Border | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its height (rule auto, at_least, exact), whether it repeats as a head, whether it may split.

    `grid_before` and `grid_after` columns at its sides stay empty; `before` and `after` are the widths they ask for.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    height_rule: Literal["auto", "at_least", "exact"] = "auto"
    header: bool = False
    cant_split: bool = False
    grid_before: int = 0
    grid_after: int = 0
    before: Width = Width()
    after: Width = Width()


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Cell borders are resolved: what a cell has is what is drawn.

    `columns` is the file's grid, 0 for a width it does not say; `fixed`: contents do not change the widths. Shares
    are taken of the text's width and `beyond`. `spacing` keeps every cell's edge that far from its place in the grid;
    such a table has an `outline` of its own. `frame`: the table floats (w:tblpPr), anchored like a paragraph's frame
    to the paragraph after it.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    alignment: Literal["left", "center", "right"] = "left"
    indent: float = 0.0
    frame: Frame | None = None
    place: str = ""
    width: Width = Width()
    fixed: bool = True
    beyond: float = 0.0
    spacing: float = 0.0
    outline: Borders = Borders()


Block = Paragraph | Table


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
class NoteRules:
    """How a section's footnotes or endnotes are counted and where they stand. `format` is Word's (w:numFmt)."""

    format: str = "decimal"
    start: int = 1
    restart: Literal["never", "section", "page"] = "never"
    place: Literal["page", "text", "section", "document"] = "page"


@dataclass(frozen=True, slots=True)
class NoteSeparators:
    """What stands above the notes of a page, and above notes that go on from the page before."""

    short: tuple[Block, ...] = ()
    long: tuple[Block, ...] = ()


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
    footnotes: NoteRules = NoteRules()
    endnotes: NoteRules = NoteRules("lowerRoman", place="document")
    shows_endnotes: bool = True


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
    footnote_separators: NoteSeparators = NoteSeparators()
    endnote_separators: NoteSeparators = NoteSeparators()
    default_tab: float = 36.0
    typography: Typography = Typography()
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = ""  # ISO 8601, "" when the file does not say
    language: str = "zh-CN"
    warnings: tuple[tuple[str, str], ...] = field(default=())
