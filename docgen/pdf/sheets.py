"""Sheets: the pages of all sections in a row, with their numbers, and which header and footer each one carries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from docgen.pdf.blocks import set_blocks
from docgen.pdf.flow import Flow, Sheet
from docgen.pdf.pages import Item, Page
from docgen.pdf.painting import Painter, Paper
from docgen.pdf.paragraphs import Setting
from docgen.pdf.source import Block, HeaderFooter, Section, Source
from docgen.pdf.strips import Stack, placed


@dataclass(slots=True)
class Sheets:
    """Fills pages section by section, then paints them."""

    source: Source
    setting: Setting
    sheets: list[Sheet] = field(default_factory=list)

    def fill(self) -> None:
        """Lay out the body of every section."""
        for number, section in enumerate(self.source.sections):
            setting = replace(self.setting, grid_pitch=section.grid_pitch)
            width = section.width - section.margins[1] - section.margins[3]
            stack = set_blocks(section.blocks, width, setting)
            sheet = self._first_sheet(number, section)
            Flow(partial(self._new, number, False), sheet, self.setting.warnings).fill(stack)

    def painted(self) -> tuple[Page, ...]:
        """The pages as records."""
        return tuple(self._page(sheet) for sheet in self.sheets)

    def _first_sheet(self, number: int, section: Section) -> Sheet:
        if self._continues(number, section):
            return self.sheets[-1]
        parity = {"odd": 1, "even": 0}.get(section.start)
        follows = bool(self.sheets) and section.page_number_start is None
        if parity is not None and follows and (self.sheets[-1].number + 1) % 2 != parity:
            self._new(number, True).is_blank = True
        return self._new(number, True)

    def _continues(self, number: int, section: Section) -> bool:
        """Whether a section goes on below the one before: w:type continuous on paper of one shape."""
        if section.start != "continuous" or not self.sheets:
            return False
        before = self.source.sections[number - 1]
        return (before.width, before.height, before.margins) == (section.width, section.height, section.margins)

    def _new(self, number: int, first: bool) -> Sheet:
        section = self.source.sections[number]
        last = self.sheets[-1].number if self.sheets else 0
        page = section.page_number_start if first and section.page_number_start is not None else last + 1
        paper = self._paper(section, number, page, first)
        sheet = Sheet(paper, number, page, first, paper.margins[0])
        self.sheets.append(sheet)
        return sheet

    def _paper(self, section: Section, number: int, page: int, first: bool) -> Paper:
        """The page with room for a header or footer taller than its margin."""
        top, right, bottom, left = section.margins
        plain = Paper(section.width, section.height, section.margins)
        header = self._story(section.headers, section, page, first)
        footer = self._story(section.footers, section, page, first)
        if header is not None:
            top = max(top, section.header_distance + self._set(header, plain, page, number).height)
        if footer is not None:
            bottom = max(bottom, section.footer_distance + self._set(footer, plain, page, number).height)
        return Paper(section.width, section.height, (top, right, bottom, left))

    def _story(self, kinds: HeaderFooter, section: Section, page: int, first: bool) -> tuple[Block, ...] | None:
        if first and section.title_page:
            return kinds.first
        return kinds.even if self.source.even_and_odd and page % 2 == 0 else kinds.default

    def _set(self, blocks: tuple[Block, ...], paper: Paper, page: int, section: int) -> Stack:
        return set_blocks(blocks, paper.text_width, self._numbered(page, section))

    def _numbered(self, page: int, section: int) -> Setting:
        own = sum(sheet.section == section for sheet in self.sheets)
        numbers = {"PAGE": str(page), "NUMPAGES": str(len(self.sheets)), "SECTIONPAGES": str(own)}
        return replace(self.setting, numbers=numbers, grid_pitch=0.0)

    def _page(self, sheet: Sheet) -> Page:
        painter = Painter(sheet.paper, self.setting, sheet.number % 2 == 1)
        items = painter.paint(sheet.placed)
        for frame, x, y in sheet.frames:
            items += painter.paint(placed(frame.stack, x, y))
        return Page(sheet.paper.width, sheet.paper.height, (*items, *self._margins(sheet)))

    def _margins(self, sheet: Sheet) -> list[Item]:
        """What stands in the header and footer of a page."""
        section = self.source.sections[sheet.section]
        found: list[Item] = []
        header = self._story(section.headers, section, sheet.number, sheet.first_of_section)
        footer = self._story(section.footers, section, sheet.number, sheet.first_of_section)
        for blocks, is_header in ((header, True), (footer, False)):
            if blocks is None or sheet.is_blank:
                continue
            setting = self._numbered(sheet.number, sheet.section)
            stack = set_blocks(blocks, sheet.paper.text_width, setting)
            y = section.header_distance if is_header else section.height - section.footer_distance - stack.height
            painter = Painter(sheet.paper, setting, sheet.number % 2 == 1)
            found += painter.paint(placed(stack, sheet.paper.margins[3], y))
            for frame in stack.frames + [one for strip in stack.strips for one in strip.frames]:
                where = painter.paper.y_of(frame.frame.vertical, frame.height, y)
                left = painter.paper.x_of(frame.frame.horizontal, frame.width, sheet.number % 2 == 1)
                found += painter.paint(placed(frame.stack, left, where))
        return found
