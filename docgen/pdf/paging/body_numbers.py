"""Body numbers: page numbers and note numbers in the text, which only a finished layout knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.pdf.numbers.note_numbers import counts_pages, has_notes, note_numbers
from docgen.pdf.numbers.page_numbers import field_text
from docgen.pdf.paging.notes import notes_of
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.sheets import Sheets
from docgen.pdf.paging.strips import Strip
from docgen.pdf.source import Block, Note, NoteReference, PageField, Source
from docgen.pdf.stories import inlines_of
from docgen.pdf.tables.table_rows import RowPart
from docgen.pdf.text.paragraphs import SetLine, Setting

_MOST_PASSES = 4  # numbers that push each other over a page's edge would go on for ever


def filled(source: Source, setting: Setting) -> Sheets:
    """The sheets of a document, laid out again until the numbers in its text are true."""
    notes = has_notes(source)
    if notes:
        setting.numbers = note_numbers(source, {})
    codes = {inline.code for section in source.sections for inline in _fields(section.blocks)}
    again = bool(codes) or (notes and counts_pages(source))
    sheets = _once(source, setting, ())
    counts: tuple[int, ...] = ()
    for _ in range(_MOST_PASSES if again else 0):
        said = (counts, setting.numbers, setting.folios)
        counts = sheets.section_pages()
        if notes:
            setting.numbers = note_numbers(source, _note_pages(sheets))
        if "PAGE" in codes:
            setting.folios = _folios(sheets)
        if said == (counts, setting.numbers, setting.folios):
            break
        sheets = _once(source, setting, counts)
    return sheets


def _once(source: Source, setting: Setting, counts: tuple[int, ...]) -> Sheets:
    sheets = Sheets(source, setting, counts)
    sheets.fill()
    return sheets


def _fields(blocks: Iterable[Block]) -> Iterator[PageField]:
    """The page fields of the text, its notes included."""
    for inline in inlines_of(blocks):
        if isinstance(inline, PageField):
            yield inline
        elif isinstance(inline, NoteReference):
            yield from _fields(inline.note.blocks)


def _note_pages(sheets: Sheets) -> dict[Note, int]:
    """On which sheet each footnote is referred to."""
    return {
        note: number
        for number, sheet in enumerate(sheets.sheets)
        for one in sheet.placed
        for note in notes_of(one.strip)
    }


def _folios(sheets: Sheets) -> dict[int, str]:
    """What each page field of the text shows on the page where its line stands, by the field's identity."""
    found: dict[int, str] = {}
    for sheet in sheets.sheets:
        style = sheets.source.sections[sheet.section].page_number_format
        for line in _lines(_strips(sheet)):
            for field in line.fields:
                if field.code == "PAGE":
                    found.setdefault(id(field), field_text(field, {"PAGE": str(sheet.number), "FORMAT": style}))
    return found


def _strips(sheet: Sheet) -> Iterator[Strip]:
    yield from (one.strip for one in sheet.placed)
    for frame, _, _ in sheet.frames:
        yield from frame.stack.strips
    for column in sheet.feet:
        yield from column.foot.stack.strips


def _lines(strips: Iterable[Strip]) -> Iterator[SetLine]:
    for strip in strips:
        if isinstance(strip.content, RowPart):
            for cell in strip.content.cells:
                yield from _lines(cell.stack.strips)
        else:
            yield strip.content
