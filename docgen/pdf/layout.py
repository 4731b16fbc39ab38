"""Layout: a resolved document → pages of placed lines, rules, fills and pictures."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.items.outside import texts_outside
from docgen.pdf.pages import Pages
from docgen.pdf.paging.body_numbers import filled
from docgen.pdf.paging.furniture import Furniture
from docgen.pdf.painting.sheet_painting import SheetPainter
from docgen.pdf.source import Source
from docgen.pdf.text.glyphs import GlyphMaker
from docgen.pdf.text.paragraphs import Setting
from docgen.pdf.typefaces.fonts import Fonts
from docgen.pdf.warnings_log import WarningLog


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages, and (feature, place) pairs of what is not drawn as Word draws it."""

    pages: Pages
    warnings: tuple[tuple[str, str], ...] = ()


def lay_out(source: Source, fonts: Fonts) -> Laid:
    """Lay out a document. Numbers of pages inside the text take a second pass, when the count is known."""
    log = WarningLog()
    for feature, place in source.warnings:
        log.add(feature, place)
    setting = Setting(GlyphMaker(fonts), log, source.default_tab, typography=source.typography)
    sheets = filled(source, setting)
    painter = SheetPainter(sheets, Furniture(source, setting))
    pages = Pages(
        painter.pages(),
        source.title,
        source.author,
        source.subject,
        source.keywords,
        source.created,
        source.language,
        painter.tree.root,
    )
    _note_outside(pages, log)
    return Laid(pages, log.all())


def _note_outside(pages: Pages, log: WarningLog) -> None:
    """Text that sticks out of the paper is lost in print: say so."""
    for number, page in enumerate(pages.pages, 1):
        for text in texts_outside(page):
            log.add("伸出纸外的文字", f"第{number}页“{text[:12]}”")
