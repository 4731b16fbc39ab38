"""Settings of the whole document that say how text fills the pages: word/settings.xml (ECMA-376 Part 1, 17.15)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.notes import DEFAULTS, note_rules
from docgen.pdf.reading.wordml import Element, child, on_off, text_attribute
from docgen.pdf.source import NoteRules


@dataclass(frozen=True, slots=True)
class FlowSettings:
    """Margins and gutter of facing pages, columns, spacing at page breaks, page borders, the rules of notes.

    `mark_below_break`: a paragraph that ends with a page break has its (empty) last line on the next page, as in files
    of Word 2003.
    """

    gutter_at_top: bool = False
    mirrored: bool = False
    balanced: bool = True
    space_after_break: bool = True
    mark_below_break: bool = False
    surround_header: bool = True
    surround_footer: bool = True
    footnotes: NoteRules = DEFAULTS["footnote"]
    endnotes: NoteRules = DEFAULTS["endnote"]


def flow_settings(root: Element | None) -> FlowSettings:
    """The settings; Word's own where the part or an element is missing."""
    compat = child(root, "compat")
    return FlowSettings(
        gutter_at_top=_switch(root, "gutterAtTop"),
        mirrored=_switch(root, "mirrorMargins"),
        balanced=not _switch(compat, "noColumnBalance"),
        space_after_break=not _switch(compat, "suppressSpBfAfterPgBrk"),
        mark_below_break=_switch(compat, "splitPgBreakAndParaMark"),
        surround_header=not _switch(root, "bordersDoNotSurroundHeader"),
        surround_footer=not _switch(root, "bordersDoNotSurroundFooter"),
        footnotes=note_rules(root, "footnote"),
        endnotes=note_rules(root, "endnote"),
    )


def _switch(root: Element | None, name: str) -> bool:
    found = child(root, name)
    return found is not None and on_off({"val": text_attribute(found, default="true")})
