"""Sheets: the sections of a document over pages in a row, each with its number, paper and columns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from docgen.pdf.numbers.note_numbers import has_notes
from docgen.pdf.paging.blocks import set_blocks
from docgen.pdf.paging.columns import balance, draw_rules, places
from docgen.pdf.paging.flow import Flow
from docgen.pdf.paging.foot import Foot
from docgen.pdf.paging.furniture import Furniture
from docgen.pdf.paging.notes import NoteSetter, joined
from docgen.pdf.paging.placing import Habits
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import Stack, Strip
from docgen.pdf.paging.wrapping import Obstacle, around_float
from docgen.pdf.painting.floats import Spot
from docgen.pdf.painting.line_numbers import LineCount
from docgen.pdf.painting.painting import Painter
from docgen.pdf.painting.paper import Paper
from docgen.pdf.source import Note, Section, Source
from docgen.pdf.stories import references
from docgen.pdf.text.paragraphs import Setting


@dataclass(slots=True)
class Sheets:
    """Fills pages section by section. `page_counts`: the pages of each section in the layout before, () for none."""

    source: Source
    setting: Setting
    page_counts: tuple[int, ...] = ()
    sheets: list[Sheet] = field(default_factory=list)
    lines: LineCount = field(default_factory=LineCount)
    _furniture: Furniture = field(init=False)
    _has_notes: bool = field(init=False)
    _end_notes: list[Note] = field(default_factory=list)
    _restart: int | None = None

    def __post_init__(self) -> None:
        self._furniture = Furniture(self.source, self.setting)
        self._has_notes = has_notes(self.source)

    def fill(self) -> None:
        """Lay out the body of every section."""
        for number, section in enumerate(self.source.sections):
            self._fill(number, section)

    def section_pages(self) -> tuple[int, ...]:
        """How many pages each section has; a page belongs to the section that begins it."""
        return tuple(
            sum(sheet.section == number for sheet in self.sheets) for number in range(len(self.source.sections))
        )

    def _fill(self, number: int, section: Section) -> None:
        setting = self._body_setting(number, section)
        setter = self._setter(setting)
        flow = self._flow(number, section, setter)
        first, start = len(self.sheets) - 1, len(flow.sheet.placed)
        flow.fill(self._stack(number, section, setting, setter))
        if self._is_followed(number) and self.source.balanced:
            balance(flow)
        if not self._is_followed(number):
            flow.finish()
        filled = self.sheets[first:]
        if section.column_rule:
            for sheet in filled:
                draw_rules(sheet)
        self.lines.count(filled, [start, *[0] * (len(filled) - 1)], section)

    def _body_setting(self, number: int, section: Section) -> Setting:
        numbers = self.setting.numbers
        if self.page_counts:
            counted = {"NUMPAGES": sum(self.page_counts), "SECTIONPAGES": self.page_counts[number]}
            numbers = {**numbers, **{name: str(value) for name, value in counted.items()}}
        return replace(
            self.setting,
            grid_pitch=section.grid_pitch,
            char_grid=section.char_grid,
            numbers=numbers,
            in_flow=True,
        )

    def _setter(self, setting: Setting) -> NoteSetter | None:
        if not self._has_notes:
            return None
        still = replace(setting, in_flow=False)
        return NoteSetter(still, self.source.footnote_separators, self.source.endnote_separators)

    def _flow(self, number: int, section: Section, setter: NoteSetter | None) -> Flow:
        """The flow of a section, at the place where it begins."""
        habits = Habits(
            has_notes=setter is not None and section.footnotes.place in ("page", "text"),
            space_after_break=self.source.space_after_break,
            float_obstacle=self._float_obstacle,
        )
        new = partial(self._new, number, setter, False)
        goes_on = self._follows(number)
        if not goes_on or section.start == "continuous":
            sheet = self.sheets[-1] if goes_on else self._first_sheet(number, section, setter)
            if goes_on:
                self._restart = None if section.page_number_start is None else section.page_number_start + 1
                self._divide(sheet, section, setter)
            return Flow(new, sheet, self.setting.warnings, habits)
        flow = Flow(new, self.sheets[-1], self.setting.warnings, habits)
        flow.next_column()
        return flow

    def _float_obstacle(self, sheet: Sheet, strip: Strip, number: int, y: float) -> Obstacle | None:
        """What a float keeps free; its line and character are not known before its paragraph stands."""
        floating, column = strip.boxes[number], sheet.column
        if floating.wrap == "none" or floating.in_cell:
            return None
        if floating.wrap in ("tight", "through"):
            self.setting.warnings.add("紧密型环绕的图形（按四周型绕排）", strip.owner.place)
        spot = Spot((column.x, column.width), y, (y, strip.height), column.x, y)
        section = self.source.sections[sheet.section]
        setting = self.setting.on_grid(section.grid_pitch, section.char_grid)
        return around_float(*Painter(sheet.paper, setting, sheet.is_odd).float_at(floating, spot))

    def _stack(self, number: int, section: Section, setting: Setting, setter: NoteSetter | None) -> Stack:
        width = self.sheets[-1].columns[0].width
        stack = set_blocks(section.blocks, width, setting)
        if setter is None:
            return stack
        own = [one.note for one in references(section.blocks)]
        rules = {"footnote": section.footnotes, "endnote": section.endnotes}
        self._end_notes += [note for note in own if rules[note.kind].place in ("section", "document")]
        is_last = number + 1 == len(self.source.sections)
        due = [note for note in self._end_notes if is_last or rules[note.kind].place == "section"]
        if not due or not (is_last or section.shows_endnotes):
            return stack
        self._end_notes = [note for note in self._end_notes if note not in due]
        return joined([stack, *setter.at_the_end(due, width)])

    def _follows(self, number: int) -> bool:
        """Whether a section goes on where the one before ends: on paper of one size; a new column in equal columns."""
        if not self.sheets or number == 0:
            return False
        section, before = self.source.sections[number], self.source.sections[number - 1]
        if (before.width, before.height) != (section.width, section.height):
            return False
        if section.start == "column":
            return bool(section.columns) and before.columns == section.columns
        return section.start == "continuous"

    def _is_followed(self, number: int) -> bool:
        following = number + 1 < len(self.source.sections) and self.source.sections[number + 1].start == "continuous"
        return following and self._follows(number + 1)

    def _first_sheet(self, number: int, section: Section, setter: NoteSetter | None) -> Sheet:
        parity = {"odd": 1, "even": 0}.get(section.start)
        follows = bool(self.sheets) and section.page_number_start is None
        if parity is not None and follows and (self.sheets[-1].number + 1) % 2 != parity:
            self._new(number, setter, True).is_blank = True
        return self._new(number, setter, True)

    def _new(self, number: int, setter: NoteSetter | None, first: bool) -> Sheet:
        section = self.source.sections[number]
        page = self.sheets[-1].number + 1 if self.sheets else 1
        if first and section.page_number_start is not None:
            page = section.page_number_start
        elif self._restart is not None:
            page = self._restart
        self._restart = None
        sheet = Sheet(self._paper(section, page, first), number, page, first)
        self.sheets.append(sheet)
        self._divide(sheet, section, setter)
        return sheet

    def _divide(self, sheet: Sheet, section: Section, setter: NoteSetter | None) -> None:
        _, right, _, left = self._margins(section, sheet.number)
        found = places(section, left, right)
        sheet.divide(found, [Foot(setter, width) for _, width in found])

    def _margins(self, section: Section, page: int) -> tuple[float, float, float, float]:
        top, right, bottom, left = section.margins
        swapped = self.source.mirrored and page % 2 == 0
        return (top, left, bottom, right) if swapped else section.margins

    def _paper(self, section: Section, page: int, first: bool) -> Paper:
        """The page with room for a header or footer taller than its margin."""
        plain = Paper(section.width, section.height, self._margins(section, page))
        top, right, bottom, left = plain.margins
        header, footer = self._furniture.heights(section, plain, page, first)
        if header is not None and not section.exact_top:
            top = max(top, section.header_distance + header)
        if footer is not None and not section.exact_bottom:
            bottom = max(bottom, section.footer_distance + footer)
        return Paper(section.width, section.height, (top, right, bottom, left))
