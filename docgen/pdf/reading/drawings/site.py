"""Where a drawing is read: the surroundings of its paragraph, and what there is to tell about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.pdf.reading.counters import Counters
from docgen.pdf.reading.drawings.colors import Palette
from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.package import Part
from docgen.pdf.reading.scope import Count, Scope
from docgen.pdf.reading.wordml import Element
from docgen.pdf.source import Block


@dataclass(frozen=True, slots=True)
class Site:
    """The scope around a drawing, and its paragraph's place for messages."""

    scope: Scope
    place: str

    @property
    def colors(self) -> Palette:
        """The colours of the document's theme."""
        return self.scope.facts.palette

    def note(self, feature: str) -> None:
        """Tell that something is not drawn, or not in full."""
        self.scope.note(feature, self.place)

    def of(self, part: Part) -> Site:
        """The same place for something that stands in a part of its own."""
        return Site(replace(self.scope, part=part), self.place)

    def story(self, content: Element, width: float, color: str = "") -> tuple[Block, ...]:
        """The blocks of a shape's text in lines of this width; `color` is that of text which says none."""
        # A box is a story of its own: its fields, paragraphs and tables are counted apart.
        inner = replace(
            self.scope,
            place=f"{self.place}的文本框",
            numbered=False,
            in_cell=False,
            width=max(width, 0.0),
            fields=OpenFields(unpaired_marks(content)),
            count=Count(),
            lists=Counters(),
            has_notes=False,
            table_paragraph={},
            table_run={"color": {"val": color.lstrip("#")}} if color else {},
        )
        return self.scope.blocks(content, inner)
