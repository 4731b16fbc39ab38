"""Layout: a resolved document → pages of placed lines, rules, fills and pictures."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.fonts import Fonts
from docgen.pdf.glyphs import GlyphMaker
from docgen.pdf.pages import Line, Pages
from docgen.pdf.paragraphs import Setting
from docgen.pdf.sheets import Sheets
from docgen.pdf.source import Block, PageField, Paragraph, Source
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
    if source.compress_punctuation:
        log.add("标点压缩（按不压缩排）", "文档设置")
    setting = Setting(GlyphMaker(fonts), log, source.default_tab)
    sheets = _filled(source, setting)
    if any(_has_field(section.blocks, log) for section in source.sections):
        setting.numbers = {"NUMPAGES": str(len(sheets.sheets)), "SECTIONPAGES": str(len(sheets.sheets))}
        sheets = _filled(source, setting)
    pages = Pages(
        sheets.painted(),
        source.title,
        source.author,
        source.subject,
        source.keywords,
        source.created,
        source.language,
    )
    _note_outside(pages, log)
    return Laid(pages, log.all())


def _note_outside(pages: Pages, log: WarningLog) -> None:
    """Text that sticks out of the paper is lost in print: say so."""
    for number, page in enumerate(pages.pages, 1):
        for item in page.items:
            if isinstance(item, Line) and item.pieces and not 0 < item.baseline <= page.height:
                text = "".join(piece.text for piece in item.pieces)
                log.add("伸出纸外的文字", f"第{number}页“{text[:12]}”")


def _filled(source: Source, setting: Setting) -> Sheets:
    sheets = Sheets(source, setting)
    sheets.fill()
    return sheets


def _has_field(blocks: tuple[Block, ...], log: WarningLog) -> bool:
    """Whether the body asks for page numbers; the number of the page itself is not known there."""
    found = False
    for block in blocks:
        if isinstance(block, Paragraph):
            for inline in block.inlines:
                if isinstance(inline, PageField):
                    found = True
                    if inline.code != "NUMPAGES":
                        log.add(f"正文中的 {inline.code} 域", block.place)
        else:
            for row in block.rows:
                for cell in row.cells:
                    found |= _has_field(cell.blocks, log)
    return found
