"""Sheet painting: filled sheets → page records, the text first, what stands around it last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docgen.pdf.pages import Item, Page, Rule
from docgen.pdf.paging.furniture import Furniture
from docgen.pdf.paging.sheet import Sheet, TextColumn
from docgen.pdf.paging.sheets import Sheets
from docgen.pdf.paging.strips import placed
from docgen.pdf.paging.vertical_alignment import align_vertically
from docgen.pdf.painting.document_tree import DocumentTree
from docgen.pdf.painting.line_numbers import number_items
from docgen.pdf.painting.page_borders import border_items
from docgen.pdf.painting.painting import Painter
from docgen.pdf.source import Section

_COLUMN_RULE = 0.5  # points: the thickness of Word's line between columns


@dataclass(slots=True)
class SheetPainter:
    """Paints the sheets of a document. `tree` holds what the items on them belong to."""

    filled: Sheets
    furniture: Furniture
    tree: DocumentTree = field(default_factory=DocumentTree)

    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        counts = self.filled.section_pages()
        return tuple(self._page(sheet, counts) for sheet in self.filled.sheets)

    def _page(self, sheet: Sheet, counts: tuple[int, ...]) -> Page:
        section = self.filled.source.sections[sheet.section]
        align_vertically(sheet, section.vertical)
        numbers = self.furniture.numbers(section, sheet.number, sum(counts), counts[sheet.section])
        text = self._text(sheet, section, numbers)
        under, over = self.furniture.paint(sheet, section, numbers)
        around = [*self._around(sheet, section), *over]
        start = len(under) + len(text)
        return Page(
            sheet.paper.width,
            sheet.paper.height,
            (*under, *text, *around),
            start if around else None,
            len(under),
        )

    def _text(self, sheet: Sheet, section: Section, numbers: dict[str, str]) -> list[Item]:
        # Shapes are set only when they are painted: page fields in them know their page.
        setting = self.filled.setting.on_grid(section.grid_pitch, section.char_grid)
        painter = Painter(sheet.paper, replace(setting, numbers=numbers), sheet.is_odd, tree=self.tree)
        items = painter.paint(sheet.placed, self.tree.root)
        for frame, x, y in sheet.frames:
            items += painter.paint(placed(frame.stack, x, y), frame.element or self.tree.root)
        for column in sheet.feet:
            items += self._foot(painter, column, section)
        return painter.layered(items)

    def _foot(self, painter: Painter, column: TextColumn, section: Section) -> list[Item]:
        stack = column.foot.stack
        if not stack.strips:
            return []
        y = column.y if section.footnotes.place == "text" else column.bottom - stack.height
        return painter.paint(placed(stack, column.x, y), self.tree.root)

    def _around(self, sheet: Sheet, section: Section) -> list[Item]:
        """What belongs to the page and not to its text: borders, lines between columns, line numbers."""
        if sheet.is_blank:
            return []
        header, footer = self.furniture.stories(section, sheet.number, sheet.first_of_section)
        items = border_items(section, sheet, header is not None, footer is not None)
        items += [Rule(x, top, x, bottom, _COLUMN_RULE) for x, top, bottom in sheet.rules]
        numbers = self.filled.lines.found.get(id(sheet), [])
        return items + number_items(numbers, self.filled.setting)
