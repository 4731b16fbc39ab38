"""首字下沉: the large letter that the first lines of a paragraph stand beside."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

from docgen.pdf.items.moving import moved
from docgen.pdf.pages import Item, Line
from docgen.pdf.source import DropCap, Inline, Text
from docgen.pdf.text.measured import Content
from docgen.pdf.text.paragraphs import SetParagraph, Thread, reflow
from docgen.pdf.text.pieces import content_of


def set_drop_cap(done: SetParagraph, drop: DropCap, thread: Thread) -> None:
    """Put the letter before a paragraph that has been set: its first lines give way, it is as high as the letter."""
    setting = thread.setting
    content = content_of(setting.glyphs.row(_upright(drop), setting.numbers))
    if not drop.in_margin:
        reflow(done, 0, left_cut=content.width + drop.distance)
        if len(done.lines) > drop.lines:
            reflow(done, drop.lines)
    lines = done.lines[: drop.lines]
    lack = (drop.lines - len(lines)) * lines[-1].height
    down = fsum(line.height for line in lines[:-1]) + lines[-1].baseline + lack - lines[0].baseline
    lines[-1].height += lack
    first = lines[0]
    first.text = replace(first.text, behind=(*_letter(drop, content, done.format.left, down), *first.text.behind))


def _upright(drop: DropCap) -> tuple[Inline, ...]:
    """The letter without the shift that Word gives it to reach the line; here it stands on the line anyway."""
    return tuple(
        replace(one, format=replace(one.format, rise=0.0)) if isinstance(one, Text) else one for one in drop.inlines
    )


def _letter(drop: DropCap, content: Content, left: float, down: float) -> list[Item]:
    """The letter at the left edge of the text or in the margin, its baseline `down` points below the first one."""
    x = left - content.width - drop.distance if drop.in_margin else left
    letter: list[Item] = [Line(x, down, content.pieces)] if content.pieces else []
    return [moved(one, x, down) for one in content.behind] + letter + [moved(one, x, down) for one in content.items]
