"""Furniture: which header and footer a page carries, how high they are, and what they paint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.pdf.pages import Item
from docgen.pdf.paging.blocks import set_blocks
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import placed
from docgen.pdf.painting.painting import Painter
from docgen.pdf.painting.paper import Paper
from docgen.pdf.source import Block, HeaderFooter, Section, Source
from docgen.pdf.text.paragraphs import Setting

Story = tuple[Block, ...]


@dataclass(slots=True)
class Furniture:
    """The headers and footers of a document."""

    source: Source
    setting: Setting
    _heights: dict[tuple[int, float, int], float] = field(default_factory=dict)

    def stories(self, section: Section, page: int, first: bool) -> tuple[Story | None, Story | None]:
        """Header and footer of a page."""
        return self._story(section.headers, section, page, first), self._story(section.footers, section, page, first)

    def heights(self, section: Section, paper: Paper, page: int, first: bool) -> tuple[float | None, float | None]:
        """The heights of header and footer on a page; None for none."""
        header, footer = self.stories(section, page, first)
        numbers = self.numbers(section, page, 1, 1)
        return self._height(header, paper, numbers, section), self._height(footer, paper, numbers, section)

    def numbers(self, section: Section, page: int, pages: int, own_pages: int) -> dict[str, str]:
        """What the page fields of a page show."""
        counted = {"PAGE": page, "NUMPAGES": pages, "SECTIONPAGES": own_pages}
        texts = {name: str(value) for name, value in counted.items()}
        return {**self.setting.numbers, **texts, "FORMAT": section.page_number_format}

    def paint(self, sheet: Sheet, section: Section, numbers: dict[str, str]) -> tuple[list[Item], list[Item]]:
        """(what header and footer draw behind the text of the page, the rest of them)."""
        under: list[Item] = []
        over: list[Item] = []
        header, footer = self.stories(section, sheet.number, sheet.first_of_section)
        setting = self._on_grid(section, numbers)
        for story, is_header in ((header, True), (footer, False)):
            if story is None or sheet.is_blank:
                continue
            painter = Painter(sheet.paper, setting, sheet.is_odd)
            over += self._story_items(painter, story, section, sheet, is_header)
            # Word shows header and footer below the text: even what floats over them lies under the page's own text.
            under += [*painter.layers.under, *painter.layers.over]
        return under, over

    def _story_items(
        self, painter: Painter, story: Story, section: Section, sheet: Sheet, is_header: bool
    ) -> list[Item]:
        paper, odd = sheet.paper, sheet.is_odd
        stack = set_blocks(story, paper.text_width, painter.setting)
        y = section.header_distance if is_header else section.height - section.footer_distance - stack.height
        items = painter.paint(placed(stack, paper.margins[3], y))
        for frame in stack.frames + [one for strip in stack.strips for one in strip.frames]:
            where = paper.y_of(frame.frame.vertical, frame.height, y, odd)
            left = paper.x_of(frame.frame.horizontal, frame.width, odd)
            items += painter.paint(placed(frame.stack, left, where))
        return items

    def _story(self, kinds: HeaderFooter, section: Section, page: int, first: bool) -> Story | None:
        if first and section.title_page:
            return kinds.first
        return kinds.even if self.source.even_and_odd and page % 2 == 0 else kinds.default

    def _on_grid(self, section: Section, numbers: dict[str, str]) -> Setting:
        # Headers stand on the section's grid too: that is why Word's own header style switches it off.
        return replace(self.setting, numbers=numbers, grid_pitch=section.grid_pitch, char_grid=section.char_grid)

    def _height(
        self, story: Sequence[Block] | None, paper: Paper, numbers: dict[str, str], section: Section
    ) -> float | None:
        if story is None:
            return None
        key = (id(story), paper.text_width, len(numbers["PAGE"]))
        if key not in self._heights:
            setting = self._on_grid(section, numbers)
            self._heights[key] = set_blocks(story, paper.text_width, setting).height
        return self._heights[key]
