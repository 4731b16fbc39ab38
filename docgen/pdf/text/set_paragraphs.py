"""Set paragraphs: what every paragraph is set with, and what it then is: lines, and what they were set from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.pdf.source import (
    Border,
    CharacterGrid,
    Floating,
    Inline,
    Label,
    Listed,
    Note,
    PageField,
    ParagraphFormat,
    Typography,
)
from docgen.pdf.text.anchor_spots import Spots
from docgen.pdf.text.glyphs import GlyphMaker
from docgen.pdf.text.line_setting import SetText
from docgen.pdf.text.lines import LineSpan
from docgen.pdf.text.measured import Content, Glyph
from docgen.pdf.text.rows import Measure, Row
from docgen.pdf.warnings_log import WarningLog

_PLAIN = Typography()


@dataclass(slots=True)
class Setting:
    """What every paragraph of a document is set with. `numbers` are the texts of the page fields and notes.

    `folios`: the page numbers of the fields in the text, by identity. `in_flow`: the story runs over pages and gives
    way to what floats; no cell, frame, note, header or text box does.
    """

    glyphs: GlyphMaker
    warnings: WarningLog
    default_tab: float = 36.0
    grid_pitch: float = 0.0
    char_grid: CharacterGrid | None = None
    typography: Typography = _PLAIN
    numbers: dict[str, str] = field(default_factory=dict)
    folios: dict[int, str] = field(default_factory=dict)
    in_flow: bool = False

    def in_cells(self) -> Setting:
        """The setting in table cells: the line grid counts where the file says so, lines are of any length."""
        pitch = self.grid_pitch if self.typography.grid_in_tables else 0.0
        grid = None if self.char_grid is None else replace(self.char_grid, fits_lines=False)
        return replace(self, grid_pitch=pitch, char_grid=grid)

    def in_boxes(self) -> Setting:
        """The setting in shapes: their text stands on the section's grid as well (Word), and beside no float."""
        grid = None if self.char_grid is None else replace(self.char_grid, fits_lines=False)
        return replace(self, char_grid=grid, in_flow=False)

    def on_grid(self, pitch: float, grid: CharacterGrid | None) -> Setting:
        """The setting on the grid of a section."""
        return replace(self, grid_pitch=pitch, char_grid=grid)


@dataclass(slots=True)
class SetLine:
    """A line: its height, the baseline below its top, its text. `page_break`: the next line starts a page.

    `column_break`: it starts a column. `notes` are the footnotes that the line refers to, `bookmarks` the places on it,
    `fields` the page numbers.
    """

    height: float
    baseline: float
    text: SetText
    heading: tuple[int, str] | None = None
    page_break: bool = False
    column_break: bool = False
    notes: tuple[Note, ...] = ()
    bookmarks: tuple[str, ...] = ()
    fields: tuple[PageField, ...] = ()


@dataclass(slots=True, eq=False)
class Thread:
    """What a paragraph was set from, so that the rest of it can be set again between other edges.

    `spans` are the glyphs of each line, `mark` is the paragraph mark, `pitch` the line grid it stands on.
    """

    row: Row
    measure: Measure
    spans: list[LineSpan]
    mark: Glyph
    pitch: float
    inlines: tuple[Inline | Content, ...]
    setting: Setting


@dataclass(slots=True, eq=False)
class SetParagraph:
    """A paragraph as lines. `boxes` float beside it; `top` and `bottom` are the borders it draws itself.

    `label` is what its first line begins with, `listed` its place in a list.
    """

    format: ParagraphFormat
    lines: list[SetLine]
    width: float
    place: str
    boxes: tuple[Floating, ...] = ()
    spots: Spots = ()  # where the boxes are anchored that are placed by their line
    top: Border | None = None
    bottom: Border | None = None
    joins_above: bool = False  # nothing shows between it and the paragraph above: one box, or one area of shading
    below: float = 0.0  # the distance to the line between it and the paragraph below, which that one draws
    thread: Thread | None = None
    label: Label | None = None
    listed: Listed | None = None
