"""Where reading stands: the document's shared facts and the story, part, place and table around the present element."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.pdf.reading.counters import Counters
from docgen.pdf.reading.drawings.colors import Palette
from docgen.pdf.reading.fields import OpenFields
from docgen.pdf.reading.flow_settings import FlowSettings
from docgen.pdf.reading.notes import Notes
from docgen.pdf.reading.numbering import Numbering
from docgen.pdf.reading.package import Package, Part
from docgen.pdf.reading.run_looks import RunLooks
from docgen.pdf.reading.styles import StyleSheet
from docgen.pdf.reading.undrawn import Undrawn
from docgen.pdf.reading.wordml import Element, Properties
from docgen.pdf.source import Block, CharacterGrid


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds for the whole document. `compatibility` is Word's version number of the layout rules."""

    package: Package
    styles: StyleSheet
    theme: dict[str, str]
    undrawn: Undrawn
    notes: Notes
    flow: FlowSettings
    looks: RunLooks
    compatibility: int = 12
    numbering: Numbering = field(default_factory=Numbering)
    palette: Palette = field(default_factory=Palette)


@dataclass(slots=True)
class Count:
    """Paragraphs and tables of a story met so far."""

    paragraphs: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of an element.

    `place` is the Chinese name of the story or cell; paragraphs are numbered within it when `numbered`. `in_cell`: it
    is a table's cell. `width` is the width of the text area, `grid_pitch` the section's line, both in points;
    `char_grid` its grid of characters. `table_paragraph` and `table_run` come from the style of the table around.
    `lists` counts the numbered paragraphs of the story. `has_notes`: footnotes and endnotes may be referred to here;
    text boxes, headers and footers cannot show them. `blocks` reads the paragraphs and tables of an element.
    """

    facts: Facts
    part: Part
    fields: OpenFields
    blocks: Callable[[Element, Scope], tuple[Block, ...]]
    place: str
    numbered: bool = False
    in_cell: bool = False
    width: float = 0.0
    grid_pitch: float = 0.0
    char_grid: CharacterGrid | None = None
    table_paragraph: Properties = field(default_factory=dict)
    table_run: Properties = field(default_factory=dict)
    count: Count = field(default_factory=Count)
    lists: Counters = field(default_factory=Counters)
    has_notes: bool = True

    def note(self, feature: str, place: str = "") -> None:
        """Tell that a feature is not drawn, here unless a nearer place is given."""
        self.facts.undrawn.note(feature, place or self.place)
