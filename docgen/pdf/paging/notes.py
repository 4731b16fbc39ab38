"""Notes: footnotes and endnotes set as stacks of their own, the rule above them, and which strips refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from docgen.pdf.numbers.note_numbers import OWN_NUMBER, note_key
from docgen.pdf.pages import Rule
from docgen.pdf.paging.blocks import set_blocks
from docgen.pdf.paging.strips import Stack, Strip
from docgen.pdf.source import (
    Block,
    Note,
    NoteSeparators,
    Paragraph,
    ParagraphFormat,
    RunFormat,
    Separator,
    Table,
)
from docgen.pdf.tables.flowing import flowing
from docgen.pdf.tables.table_rows import RowPart
from docgen.pdf.text.paragraphs import SetLine, Setting

_SHORT = 144.0  # points: Word's rule above notes is two inches long
_RISE = 0.3  # em: how far above the baseline it runs
_THICKNESS = 0.5
_PLAIN = Paragraph(ParagraphFormat(), (Separator(RunFormat()),))
_PLAIN_LONG = Paragraph(ParagraphFormat(), (Separator(RunFormat(), long=True),))


def notes_of(strip: Strip) -> tuple[Note, ...]:
    """The footnotes that a strip refers to, those in the cells of a row and in its frames too."""
    if strip.repeated:
        return ()
    content = strip.content
    if isinstance(content, SetLine):
        found = tuple(note for note in content.notes if note.kind == "footnote")
    else:
        found = tuple(note for cell in content.cells for inner in cell.stack.strips for note in notes_of(inner))
    for frame in strip.frames:
        found += tuple(note for inner in frame.stack.strips for note in notes_of(inner))
    return found


@dataclass(slots=True)
class NoteSetter:
    """Sets the notes of a section in a width, each once."""

    setting: Setting
    footnotes: NoteSeparators
    endnotes: NoteSeparators
    _made: dict[tuple[Note, float], Stack] = field(default_factory=dict)
    _rules: dict[tuple[bool, float], Stack] = field(default_factory=dict)

    def stack(self, note: Note, width: float) -> Stack:
        """A note with its number at its head."""
        key = (note, width)
        if key not in self._made:
            sign = self.setting.numbers.get(note_key(note), "")
            numbers = {**self.setting.numbers, OWN_NUMBER: sign}
            blocks = note.blocks
            if note.kind == "footnote":  # endnotes stand in the text, frames and all
                blocks = flowing(blocks, "脚注里的图文框（按不浮动排）", f"脚注{note.number}", self.setting)
            made = self._made[key] = set_blocks(blocks, width, replace(self.setting, numbers=numbers))
            for strip in made.strips:
                strip.note = note
        return self._made[key]

    def separator(self, width: float, long: bool) -> Stack:
        """What stands above the footnotes of a column."""
        key = (long, width)
        if key not in self._rules:
            blocks = self.footnotes.long or (_PLAIN_LONG,) if long else self.footnotes.short or (_PLAIN,)
            self._rules[key] = ruled(blocks, width, self.setting)
        return self._rules[key]

    def at_the_end(self, notes: Sequence[Note], width: float) -> list[Stack]:
        """The notes at the end of a section or the document, below their rule."""
        blocks = self.endnotes.short or (_PLAIN,)
        return [ruled(blocks, width, self.setting), *[self.stack(note, width) for note in notes]]


def ruled(blocks: Sequence[Block], width: float, setting: Setting) -> Stack:
    """A separator's story with its rules drawn: a line of text that holds nothing else."""
    stack = set_blocks(blocks, width, setting)
    firsts: dict[int, SetLine | RowPart] = {}
    for strip in stack.strips:
        firsts.setdefault(id(strip.owner), strip.content)
    for line, mark in zip(firsts.values(), map(_separator, blocks), strict=False):
        if mark is not None and isinstance(line, SetLine):
            y = -_RISE * mark.format.size
            rule = Rule(0.0, y, width if mark.long else min(_SHORT, width), y, _THICKNESS, mark.format.color)
            line.text.items = (*line.text.items, rule)
    return stack


def _separator(block: Block) -> Separator | None:
    if isinstance(block, Table):
        return None
    return next((inline for inline in block.inlines if isinstance(inline, Separator)), None)


def joined(stacks: Iterable[Stack]) -> Stack:
    """Stacks one below the other as one; the larger of two spacings counts between them."""
    whole = Stack([])
    for stack in stacks:
        for place, strip in enumerate(stack.strips):
            gap = max(strip.gap, whole.after) if place == 0 and whole.strips else strip.gap
            whole.strips.append(replace(strip, gap=gap) if gap != strip.gap else strip)
        whole.after = stack.after if stack.strips else whole.after
        whole.frames += stack.frames
    return whole
