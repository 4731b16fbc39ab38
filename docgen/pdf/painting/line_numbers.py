"""Line numbers beside the text (w:lnNumType): counted over the sheets of a section, then painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.pdf.pages import Item, Line
from docgen.pdf.paging.strips import Placed
from docgen.pdf.source import LineNumbers, Paragraph, ParagraphFormat, RunFormat, Section, Text
from docgen.pdf.text.paragraphs import SetLine, SetParagraph, Setting, set_paragraph

if TYPE_CHECKING:
    from docgen.pdf.paging.sheet import Sheet

_APART = 18.0  # points: Word's own distance from the text, and that between columns
_APART_IN_COLUMNS = 9.4
_WIDTH = 100.0


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line whose number is shown, `apart` points left of it."""

    number: int
    placed: Placed
    apart: float
    format: RunFormat


@dataclass(slots=True)
class LineCount:
    """The running number, from section to section."""

    _next: int = 1
    _page: int | None = None
    found: dict[int, list[Numbered]] = field(default_factory=dict)

    def count(self, sheets: list[Sheet], starts: list[int], section: Section) -> None:
        """Number the lines of a section: on each sheet the strips from its start on."""
        rules = section.line_numbers
        if rules is None:
            return
        if rules.restart == "section":
            self._next = rules.start
        for sheet, start in zip(sheets, starts, strict=True):
            if rules.restart == "page" and id(sheet) != self._page:
                self._next = rules.start
            self._page = id(sheet)
            for one in sheet.placed[start:]:
                self._line(sheet, one, rules, bool(section.columns))

    def _line(self, sheet: Sheet, one: Placed, rules: LineNumbers, in_columns: bool) -> None:
        owner = one.strip.owner
        if isinstance(owner, SetParagraph) and owner.format.line_numbered:
            if self._next % rules.every == 0:
                apart = rules.distance or (_APART_IN_COLUMNS if in_columns else _APART)
                self.found.setdefault(id(sheet), []).append(Numbered(self._next, one, apart, rules.format))
            self._next += 1


def number_items(numbers: Sequence[Numbered], setting: Setting) -> list[Item]:
    """The numbers of a sheet, their right edge left of the text."""
    items: list[Item] = []
    for one in numbers:
        text = Paragraph(ParagraphFormat(alignment="end", mark=one.format), (Text(str(one.number), one.format),))
        line, content = set_paragraph(text, _WIDTH, setting).lines[0], one.placed.strip.content
        if isinstance(content, SetLine):
            baseline = one.placed.y + one.placed.strip.lead + content.baseline
            items.append(Line(one.placed.x - one.apart - _WIDTH, baseline, line.text.pieces))
    return items
