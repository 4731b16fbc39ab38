"""Blocks: paragraphs and tables of a story → strips, with spacing, borders and what stays together decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from docgen.pdf.paragraphs import SetLine, Setting, set_paragraph
from docgen.pdf.source import Block, Borders, Frame, Paragraph, ParagraphFormat, Table
from docgen.pdf.strips import SetFrame, Stack, Strip
from docgen.pdf.strokes import is_plain, room
from docgen.pdf.tables import set_table, table_strips


def set_blocks(blocks: Sequence[Block], width: float, setting: Setting) -> Stack:
    """Set a story in a text area `width` points wide."""
    stack = Stack([])
    waiting: list[SetFrame] = []
    before: Block | None = None
    flowing = [block for block in blocks if _frame(block) is None]
    following = dict(zip(map(id, flowing), [*flowing[1:], None], strict=False))
    for frame, group in groupby(blocks, key=_frame):
        if frame is not None:
            waiting.append(_set_frame(frame, list(group), width, setting))
            continue
        for block in group:
            strips = _strips(block, before, following[id(block)], width, setting)
            _join(stack, strips, block, before)
            strips[0].frames, waiting = waiting, []
            before = block
    stack.after = before.format.after if isinstance(before, Paragraph) else 0.0
    if waiting and stack.strips:
        stack.strips[-1].frames.extend(waiting)
    elif waiting:
        stack.frames = waiting
    return stack


def _frame(block: Block) -> Frame | None:
    return block.format.frame if isinstance(block, Paragraph) else block.frame


def _set_frame(frame: Frame, blocks: list[Block], width: float, setting: Setting) -> SetFrame:
    own_width = frame.width if frame.width is not None else width
    inside = [_unframed(block) for block in blocks]
    stack = set_blocks(inside, own_width, replace(setting, grid_pitch=0.0))
    height = {"auto": stack.height, "at_least": max(stack.height, frame.height), "exact": frame.height}
    return SetFrame(frame, stack, own_width, height[frame.height_rule])


def _unframed(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, format=replace(block.format, frame=None))
    return replace(block, frame=None)


def _strips(block: Block, before: Block | None, after: Block | None, width: float, setting: Setting) -> list[Strip]:
    if isinstance(block, Table):
        return table_strips(set_table(block, width, setting, set_blocks))
    return _paragraph_strips(block, before, after, width, setting)


def _join(stack: Stack, strips: list[Strip], block: Block, before: Block | None) -> None:
    """Put a block's strips below those that are there."""
    strips[0].gap = _gap(before, block)
    if stack.strips and _ends_page(stack.strips[-1]):
        strips[0].page_before = True
    stack.strips.extend(strips)


def _ends_page(strip: Strip) -> bool:
    return isinstance(strip.content, SetLine) and strip.content.page_break


def _gap(before: Block | None, block: Block) -> float:
    """The larger of the two spacings counts (Word's and LibreOffice's way); equal styles may ask for none."""
    below = before.format if isinstance(before, Paragraph) else None
    above = block.format if isinstance(block, Paragraph) else None
    alike = below is not None and above is not None and below.style == above.style
    after = 0.0 if below is None or (alike and below.contextual_spacing) else below.after
    ahead = 0.0 if above is None or (alike and above.contextual_spacing) else above.before
    return max(after, ahead)


def _paragraph_strips(
    block: Paragraph, before: Block | None, after: Block | None, width: float, setting: Setting
) -> list[Strip]:
    done = set_paragraph(block, width, setting)
    how = block.format
    joined_above, joined_below = _shares_borders(before, how), _shares_borders(after, how)
    edges = how.borders
    done.top = edges.between if joined_above else edges.top
    done.bottom = None if joined_below else edges.bottom
    if not all(map(is_plain, (edges.top, edges.right, edges.bottom, edges.left, edges.between))):
        setting.warnings.add("段落边框样式（按单线画）", block.place)
    last = len(done.lines) - 1
    strips = []
    for place, line in enumerate(done.lines):
        lead = room(done.top) if place == 0 else 0.0
        trail = room(done.bottom) if place == last else 0.0
        strip = Strip(done, line, lead + line.height + trail, lead=lead, glue=_is_glued(how, place, last))
        strip.page_before = how.page_break_before if place == 0 else done.lines[place - 1].page_break
        strips.append(strip)
    strips[0].boxes = done.boxes
    return strips


def _shares_borders(neighbour: Block | None, how: ParagraphFormat) -> bool:
    """Whether a neighbour stands in the same box: equal borders and equal indents."""
    if not isinstance(neighbour, Paragraph) or how.borders == Borders():
        return False
    other = neighbour.format
    return (other.borders, other.left, other.right) == (how.borders, how.left, how.right)


def _is_glued(how: ParagraphFormat, place: int, last: int) -> bool:
    """Whether a line must stay with the next: widows and orphans, keep lines together, keep with next."""
    if place == last:
        return how.keep_next
    return how.keep_lines or (how.widow_control and place in (0, last - 1))
