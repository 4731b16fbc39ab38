"""Paragraphs: a paragraph record → its lines, with their heights and baselines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.pdf.pages import Clipped, Image, Rule
from docgen.pdf.source import (
    Bookmark,
    CharacterGrid,
    Floating,
    Inline,
    NoteReference,
    PageField,
    Paragraph,
    ParagraphFormat,
    Shape,
    Text,
)
from docgen.pdf.text.anchor_spots import anchor_spots
from docgen.pdf.text.character_grid import snap, widened
from docgen.pdf.text.divided_boxes import break_with_boxes, has_boxes, sticks_out, undivided
from docgen.pdf.text.label_places import label_shift
from docgen.pdf.text.line_heights import LineBox, levelled, line_box
from docgen.pdf.text.line_setting import SetText, set_text
from docgen.pdf.text.line_spots import by_line
from docgen.pdf.text.lines import LineSpan, break_lines
from docgen.pdf.text.measured import Content
from docgen.pdf.text.measuring import measure_of
from docgen.pdf.text.rows import Measure, Row, prepare
from docgen.pdf.text.set_paragraphs import SetLine, SetParagraph, Setting, Thread

__all__ = ["SetLine", "SetParagraph", "Setting", "Thread", "reflow", "set_paragraph"]

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_BAR = 0.5  # points: how thick 竖线制表位 are drawn


def set_paragraph(paragraph: Paragraph, width: float, setting: Setting) -> SetParagraph:
    """Break and set a paragraph in a text area `width` points wide."""
    how, inlines = paragraph.format, _with_shapes(paragraph, setting)
    _warn(paragraph, setting)
    grid = setting.char_grid if how.snap_to_grid else None
    measure = measure_of(how, width, setting.default_tab, setting.typography, grid)
    row = _row(inlines, measure, grid, setting)
    if paragraph.label is not None:
        measure = replace(measure, first_left=measure.first_left - label_shift(paragraph.label, row))
    mark, pitch = setting.glyphs.of_mark(how.mark), setting.grid_pitch if how.snap_to_grid else 0.0
    thread = Thread(row, measure, _broken(row, measure, inlines), mark, pitch, inlines, setting)
    if has_boxes(inlines) and sticks_out(row, measure):
        setting.warnings.add("比一行还长的拼音、调整宽度等（伸出版心）", paragraph.place)
    done = SetParagraph(how, [], width, paragraph.place, thread=thread, label=paragraph.label, listed=paragraph.listed)
    _set_lines(done, 0, measure)
    if paragraph.drop is not None:
        from docgen.pdf.text.drop_caps import set_drop_cap

        set_drop_cap(done, paragraph.drop, thread)
    return done


def reflow(done: SetParagraph, first: int, left_cut: float = 0.0, right_cut: float = 0.0) -> list[SetLine]:
    """Break line `first` of a paragraph, and those behind it, again: its edges are moved inward by the cuts.

    The lines before it stay as they are. The new lines stand in `done.lines` and are returned. Beside a float a
    caller cuts from the first line that touches it on, and sets the rest again without cuts from the first line below.
    """
    thread = done.thread
    if thread is None:
        return []
    own = thread.measure
    measure = replace(own, first_left=own.first_left + left_cut, left=own.left + left_cut, right=own.right - right_cut)
    thread.spans[first:] = _broken(thread.row, measure, thread.inlines, thread.spans[first].start)
    del done.lines[first:]
    _set_lines(done, first, measure)
    return done.lines[first:]


def _broken(row: Row, measure: Measure, inlines: tuple[Inline | Content, ...], start: int = 0) -> list[LineSpan]:
    """The lines from glyph `start` on."""
    return break_with_boxes(row, measure, start) if has_boxes(inlines) else break_lines(row, measure, start)


def _row(inlines: tuple[Inline | Content, ...], measure: Measure, grid: CharacterGrid | None, setting: Setting) -> Row:
    """The measured characters, on the character grid where there is one."""
    glyphs = setting.glyphs.row(inlines, setting.numbers)
    if grid is not None and grid.extra and not grid.snaps:
        glyphs = widened(glyphs, grid)
    row = prepare(glyphs, measure)
    if any(isinstance(inline, Text) and inline.format.kerning for inline in inlines):
        setting.glyphs.kern(row.glyphs, row.gaps)
    if grid is not None and grid.snaps:
        snap(row, grid)
    return row


def _set_lines(done: SetParagraph, first: int, measure: Measure) -> None:
    """Set the lines from number `first` on, and what hangs on places in the text."""
    thread, how = done.thread, done.format
    if thread is None:
        return
    for span in thread.spans[first:]:
        done.lines.append(_set_line(thread, span, measure, how))
    if first == 0 and how.outline_level is not None and (label := _label(thread.row)):
        done.lines[0].heading = (how.outline_level + 1, label)
    if any(isinstance(inline, Floating | NoteReference | Bookmark | PageField) for inline in thread.inlines):
        spans = undivided(thread.row, thread.spans) if has_boxes(thread.inlines) else thread.spans
        _hang_on(done, thread.inlines, spans, thread.setting)


def _hang_on(
    done: SetParagraph, inlines: tuple[Inline | Content, ...], spans: Sequence[LineSpan], setting: Setting
) -> None:
    """What hangs on a place in the text: floats, notes, page numbers, and the places that links lead to."""

    def count(part: tuple[Inline | Content, ...]) -> int:
        return len(setting.glyphs.row(part, setting.numbers))

    done.boxes = tuple(inline for inline in inlines if isinstance(inline, Floating))
    if done.boxes:
        done.spots = anchor_spots(inlines, spans, [line.text for line in done.lines], count)
    for place, references in by_line(NoteReference, inlines, spans, count).items():
        done.lines[place].notes = tuple(reference.note for reference in references)
    for place, marks in by_line(Bookmark, inlines, spans, count).items():
        done.lines[place].bookmarks = tuple(mark.name for mark in marks)
    for place, fields in by_line(PageField, inlines, spans, count).items():
        done.lines[place].fields = fields


def _with_shapes(paragraph: Paragraph, setting: Setting) -> tuple[Inline | Content, ...]:
    """The inlines, shapes among them drawn."""
    if not any(isinstance(inline, Shape) for inline in paragraph.inlines):
        return paragraph.inlines
    from docgen.pdf.painting.painting import standing

    return tuple(standing(one, setting) if isinstance(one, Shape) else one for one in paragraph.inlines)


def _set_line(thread: Thread, span: LineSpan, measure: Measure, how: ParagraphFormat) -> SetLine:
    row, left = thread.row, measure.left if span.start else measure.first_left
    box = line_box(row.glyphs[span.start : span.end] or [thread.mark], how.line, thread.pitch)
    if how.text_alignment != "baseline":
        level = levelled(row.glyphs[span.start : span.end], box, how.text_alignment)
        row = replace(row, glyphs=[*row.glyphs[: span.start], *level, *row.glyphs[span.end :]])
    text = set_text(row, span, measure, left, how.alignment)
    if how.line.rule == "exact" or how.bars:
        text = _finished(text, box, how)
    return SetLine(
        box.height,
        box.baseline,
        text,
        page_break=span.ending == "page_break",
        column_break=span.ending == "column_break",
    )


def _finished(text: SetText, box: LineBox, how: ParagraphFormat) -> SetText:
    """The line with its 竖线制表位; in a line of exact height Word cuts pictures off at the line's top."""
    items = list(text.items)
    if how.line.rule == "exact":
        items = [
            Clipped(one.x, -box.baseline, one.width, box.height, (one,))
            if isinstance(one, Image) and one.height > box.baseline
            else one
            for one in items
        ]
    items += [Rule(x, -box.baseline, x, box.height - box.baseline, _BAR) for x in how.bars]
    return replace(text, items=tuple(items))


def _label(row: Row) -> str:
    """The heading's text for the bookmarks, white space made single."""
    parts = [" " if glyph.kind == "tab" else glyph.text for glyph in row.glyphs]
    return " ".join("".join(parts).split())


def _warn(paragraph: Paragraph, setting: Setting) -> None:
    """Note what this paragraph asks for and does not get."""
    for inline in paragraph.inlines:
        if isinstance(inline, Text) and _RIGHT_TO_LEFT.search(inline.text):
            setting.warnings.add("从右到左的文字（按从左到右排）", paragraph.place)
