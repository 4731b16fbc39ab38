"""Settings of the whole document that say how text fills the pages: word/settings.xml (ECMA-376 Part 1, 17.15)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.reading.notes import note_rules
from docgen.pdf.reading.wordml import Element, child, is_switched_on
from docgen.pdf.source import ENDNOTE_RULES, FOOTNOTE_RULES, NoteRules


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
    footnotes: NoteRules = FOOTNOTE_RULES
    endnotes: NoteRules = ENDNOTE_RULES


def flow_settings(root: Element | None) -> FlowSettings:
    """The settings; Word's own where the part or an element is missing."""
    compat = child(root, "compat")
    return FlowSettings(
        gutter_at_top=is_switched_on(root, "gutterAtTop"),
        mirrored=is_switched_on(root, "mirrorMargins"),
        balanced=not is_switched_on(compat, "noColumnBalance"),
        space_after_break=not is_switched_on(compat, "suppressSpBfAfterPgBrk"),
        mark_below_break=is_switched_on(compat, "splitPgBreakAndParaMark"),
        surround_header=not is_switched_on(root, "bordersDoNotSurroundHeader"),
        surround_footer=not is_switched_on(root, "bordersDoNotSurroundFooter"),
        footnotes=note_rules(root, "footnote"),
        endnotes=note_rules(root, "endnote"),
    )
