"""Sections: the body cut at its w:sectPr, each with page, headers and footers (ECMA-376 Part 1, 17.6 and 17.10)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.pdf.reading.character_grid import character_grid
from docgen.pdf.reading.counters import Counters
from docgen.pdf.reading.fields import OpenFields, unpaired_marks
from docgen.pdf.reading.notes import note_rules
from docgen.pdf.reading.package import Part
from docgen.pdf.reading.page_features import column_rule, columns, has_art, line_numbers, page_borders
from docgen.pdf.reading.page_setup import page_setup, undrawn_features, unknown_elements
from docgen.pdf.reading.scope import Count, Scope
from docgen.pdf.reading.story import blocks_of
from docgen.pdf.reading.wordml import Element, R, W, child, children, descendants, text_attribute
from docgen.pdf.source import Block, CharacterGrid, HeaderFooter, Section

_Kind = Literal["header", "footer"]
_NAMES: dict[_Kind, str] = {"header": "页眉", "footer": "页脚"}
_PAGES = ("default", "first", "even")


@dataclass(slots=True)
class _Stories:
    """Headers and footers: what the section before had, and what has been read already."""

    body: Scope
    before: dict[_Kind, HeaderFooter] = field(default_factory=dict)
    read: dict[tuple[str, float, CharacterGrid | None, float], tuple[Block, ...]] = field(default_factory=dict)

    def of(self, sectpr: Element | None, kind: _Kind, page: Section) -> HeaderFooter:
        """The stories of a section; a kind that it does not name is the one of the section before (17.10.1)."""
        stories = self.before.get(kind, HeaderFooter())
        for reference in children(sectpr, f"{kind}Reference"):
            page_kind = text_attribute(reference, "type", default="default")
            part = self._part(reference)
            if part is not None and page_kind in _PAGES:
                stories = _with(stories, page_kind, self._blocks(part, kind, page))
        self.before[kind] = stories
        return stories

    def _part(self, reference: Element) -> Part | None:
        relation = self.body.part.relations.get(text_attribute(reference, "id", R))
        return None if relation is None or relation.external else self.body.facts.package.part(relation.target)

    def _blocks(self, part: Part, kind: _Kind, page: Section) -> tuple[Block, ...]:
        key = (part.name, page.grid_pitch, page.char_grid, page.text_width)
        if key not in self.read:
            scope = replace(
                self.body,
                part=part,
                fields=OpenFields(unpaired_marks(part.root)),
                place=_NAMES[kind],
                numbered=False,
                count=Count(),
                lists=Counters(),
                has_notes=False,
                width=page.text_width,
                grid_pitch=page.grid_pitch,
                char_grid=page.char_grid,
            )
            self.read[key] = self.body.blocks(part.root, scope)
        return self.read[key]


def _with(stories: HeaderFooter, kind: str, blocks: tuple[Block, ...]) -> HeaderFooter:
    if kind == "first":
        return replace(stories, first=blocks)
    return replace(stories, even=blocks) if kind == "even" else replace(stories, default=blocks)


def read_sections(body: Element, scope: Scope) -> tuple[Section, ...]:
    """All sections of the body in order; a body without w:sectPr is one section on Word's own page."""
    stories, flow = _Stories(scope), scope.facts.flow
    sections = []
    for number, (elements, sectpr) in enumerate(_parts(body), 1):
        page = page_setup(sectpr, gutter_at_top=flow.gutter_at_top)
        page = replace(page, char_grid=character_grid(sectpr, scope.facts.styles))
        own = replace(scope, grid_pitch=page.grid_pitch, char_grid=page.char_grid)
        parts = columns(sectpr, page.text_width)
        width = parts[0].width if parts else page.text_width
        _note(sectpr, scope, f"第{number}节")
        sections.append(
            replace(
                page,
                blocks=blocks_of(elements, replace(own, width=width)),
                headers=stories.of(sectpr, "header", page),
                footers=stories.of(sectpr, "footer", page),
                columns=parts,
                column_rule=column_rule(sectpr),
                page_borders=page_borders(sectpr, flow, scope.facts.theme),
                line_numbers=line_numbers(sectpr, scope),
                footnotes=note_rules(sectpr, "footnote", flow.footnotes),
                endnotes=replace(note_rules(sectpr, "endnote", flow.endnotes), place=flow.endnotes.place),
            )
        )
    return tuple(sections)


def _note(sectpr: Element | None, scope: Scope, place: str) -> None:
    for feature in undrawn_features(sectpr):
        scope.note(feature, place)
    if has_art(sectpr):
        scope.note("艺术型页面边框", place)
    for name in unknown_elements(sectpr):
        scope.facts.undrawn.note_once(f"节属性 {name}", place)


def _parts(body: Element) -> list[tuple[list[Element], Element | None]]:
    """The body's elements by section: a section ends with the paragraph that carries its w:sectPr."""
    parts: list[tuple[list[Element], Element | None]] = []
    elements: list[Element] = []
    for element in body:
        if element.tag == f"{{{W}}}sectPr":
            continue
        elements.append(element)
        sectpr = _own_section(element)
        if sectpr is not None:
            parts.append((elements, sectpr))
            elements = []
    last = child(body, "sectPr")
    if elements or last is not None or not parts:
        parts.append((elements, last))
    return parts


def _own_section(element: Element) -> Element | None:
    # A section may also end inside a content control; never inside a table or a text box.
    if element.tag == f"{{{W}}}tbl":
        return None
    for ppr in descendants(element, "pPr"):
        found = child(ppr, "sectPr")
        if found is not None and not any(True for _ in ppr.iterancestors(f"{{{W}}}txbxContent")):
            return found
    return None
