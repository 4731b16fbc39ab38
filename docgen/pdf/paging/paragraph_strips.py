"""Paragraph strips: the lines of a paragraph as strips, set for the first time or again between other edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.pdf.items.strokes import is_plain, room
from docgen.pdf.numbers.page_numbers import field_key
from docgen.pdf.paging.strips import Strip
from docgen.pdf.painting.paragraph_boxes import shares_area, shares_box
from docgen.pdf.source import Block, PageField, Paragraph, ParagraphFormat
from docgen.pdf.text.paragraphs import SetParagraph, Setting, reflow, set_paragraph


def paragraph_strips(
    block: Paragraph, before: Block | None, after: Block | None, width: float, setting: Setting
) -> list[Strip]:
    """A paragraph between its neighbours, which may share its borders."""
    folios = setting.folios
    if folios:
        own = [one for one in block.inlines if isinstance(one, PageField) and id(one) in folios]
        numbers = {**setting.numbers, **{field_key(one): folios[id(one)] for one in own}}
        setting = replace(setting, numbers=numbers) if own else setting
    done = set_paragraph(block, width, setting)
    how = block.format
    joined_above, joined_below = shares_box(before, how), shares_box(after, how)
    done.joins_above = shares_area(before, how)
    edges = how.borders
    done.top = edges.between if joined_above else edges.top
    done.bottom = None if joined_below else edges.bottom
    done.below = edges.between.space if joined_below and edges.between is not None else 0.0
    if not all(map(is_plain, (edges.top, edges.right, edges.bottom, edges.left, edges.between, edges.bar))):
        setting.warnings.add("段落边框样式（按单线画）", block.place)
    strips = _line_strips(done, block, 0)
    strips[0].page_before = how.page_break_before
    strips[0].boxes = done.boxes
    return strips


def refitted(rest: Sequence[Strip], cuts: tuple[float, float]) -> list[Strip]:
    """The rest of a paragraph set again, its edges moved inward by cuts (left, right)."""
    strip = rest[0]
    done, block = strip.owner, strip.paragraph
    if not isinstance(done, SetParagraph) or block is None:
        return list(rest)
    first = next(place for place, line in enumerate(done.lines) if line is strip.content)
    reflow(done, first, *cuts)
    strips = _line_strips(done, block, first)
    for one in strips:
        one.cuts = cuts
    head = strips[0]
    head.gap, head.before, head.boxes, head.frames = strip.gap, strip.before, strip.boxes, strip.frames
    strips[-1].frames = [*strips[-1].frames, *(frame for one in rest[1:] for frame in one.frames)]
    head.page_before, head.column_before = strip.page_before, strip.column_before
    return strips


def _line_strips(done: SetParagraph, block: Paragraph, first: int) -> list[Strip]:
    last = len(done.lines) - 1
    strips = []
    for place in range(first, last + 1):
        line = done.lines[place]
        lead = room(done.top) if place == 0 else 0.0
        trail = room(done.bottom) + done.below if place == last else 0.0
        glue = _is_glued(block.format, place, last)
        strip = Strip(done, line, lead + line.height + trail, lead=lead, glue=glue, paragraph=block)
        if place:
            strip.page_before = done.lines[place - 1].page_break
            strip.column_before = done.lines[place - 1].column_break
        strips.append(strip)
    return strips


def _is_glued(how: ParagraphFormat, place: int, last: int) -> bool:
    """Whether a line must stay with the next: widows and orphans, keep lines together, keep with next."""
    if place == last:
        return how.keep_next
    return how.keep_lines or (how.widow_control and place in (0, last - 1))
