"""Blocks: paragraphs and tables of a story → strips, with spacing, borders and what stays together decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TypeGuard

from docgen.pdf.paging.paragraph_strips import paragraph_strips
from docgen.pdf.paging.strips import SetFrame, Stack, Strip
from docgen.pdf.source import Block, Frame, Paragraph, Table
from docgen.pdf.tables.tables import SetTable, set_table, table_strips
from docgen.pdf.text.paragraphs import SetLine, Setting


def set_blocks(blocks: Sequence[Block], width: float, setting: Setting) -> Stack:
    """Set a story in a text area `width` points wide."""
    stack = Stack([])
    waiting: list[SetFrame] = []
    before: Block | None = None
    flowing = [block for block in blocks if block.frame is None]
    following = dict(zip(map(id, flowing), [*flowing[1:], None], strict=False))
    for frame, group in groupby(blocks, key=attrgetter("frame")):
        if frame is not None:
            waiting.append(_set_frame(frame, list(group), width, setting))
            continue
        for block in group:
            strips = _strips(block, before, following[id(block)], width, setting)
            _join(stack, strips, block, before)
            strips[0].frames, waiting = waiting, []
            before = block
    stack.after = _below(before)
    if waiting and stack.strips:
        stack.strips[-1].frames.extend(waiting)
    elif waiting:
        stack.frames = waiting
    return stack


def _set_frame(frame: Frame, blocks: list[Block], width: float, setting: Setting) -> SetFrame:
    own_width = frame.width if frame.width is not None else width
    inside, setting = [block.unframed() for block in blocks], _still(setting)
    stack = set_blocks(inside, own_width, replace(setting, grid_pitch=0.0))
    height = {"auto": stack.height, "at_least": max(stack.height, frame.height), "exact": frame.height}
    if frame.width is None and stack.strips and isinstance(owner := stack.strips[0].owner, SetTable):
        own_width = owner.edges[-1]  # a floating table is as wide as its columns
    return SetFrame(frame, stack, own_width, height[frame.height_rule])


def _strips(block: Block, before: Block | None, after: Block | None, width: float, setting: Setting) -> list[Strip]:
    if isinstance(block, Table):
        return table_strips(set_table(block, width, _still(setting), set_blocks))
    strips = paragraph_strips(block, before, after, width, setting)
    if not setting.in_flow and any(one.wrap != "none" for one in strips[0].boxes):
        setting.warnings.add("图形旁的文字绕排（表格、框、注释、页眉页脚里不绕）", block.place)
    return strips


def _still(setting: Setting) -> Setting:
    """For a story that does not run over pages."""
    return replace(setting, in_flow=False) if setting.in_flow else setting


def _join(stack: Stack, strips: list[Strip], block: Block, before: Block | None) -> None:
    """Put a block's strips below those that are there."""
    strips[0].gap = _gap(before, block)
    strips[0].before = block.format.before if isinstance(block, Paragraph) and not _opens(before, block) else 0.0
    last = stack.strips[-1].content if stack.strips else None
    if isinstance(last, SetLine):
        strips[0].page_before |= last.page_break
        strips[0].column_before |= last.column_break
    stack.strips.extend(strips)


def _below(last: Block | None) -> float:
    """The space below a story; automatic spacing (HTML's) leaves none there."""
    return last.format.after if isinstance(last, Paragraph) and not last.format.auto_after else 0.0


def _gap(before: Block | None, block: Block) -> float:
    """The larger of the two spacings counts (Word's and LibreOffice's way); equal styles may ask for none.

    Automatic spacing (HTML's) leaves none above the first paragraph of a story, nor between the items of a list.
    """
    if isinstance(block, Paragraph) and _opens(before, block):
        return 0.0
    below = before.format if isinstance(before, Paragraph) else None
    above = block.format if isinstance(block, Paragraph) else None
    alike = below is not None and above is not None and below.style == above.style
    after = 0.0 if below is None or (alike and below.contextual_spacing) else below.after
    ahead = 0.0 if above is None or (alike and above.contextual_spacing) else above.before
    return max(after, ahead)


def _opens(before: Block | None, block: Paragraph) -> bool:
    """Whether automatic spacing above a paragraph comes to nothing."""
    if not block.format.auto_before:
        return False
    return before is None or (_is_listed(block) and _is_listed(before) and before.format.auto_after)


def _is_listed(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.label is not None
