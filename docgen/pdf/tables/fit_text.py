"""Fitted text: a cell's text stretched or squeezed to one line (w:tcFitText, 适应文字)."""

from __future__ import annotations

from dataclasses import replace

from docgen.pdf.source import Block, Inline, Paragraph, Text
from docgen.pdf.tables.content_widths import blocks_extent
from docgen.pdf.text.paragraphs import Setting

_SLACK = 0.2  # points: rounding must not break the line that was made to fit


def fitted(blocks: tuple[Block, ...], width: float, setting: Setting) -> tuple[Block, ...]:
    """The blocks with every paragraph of text made exactly as wide as the cell."""
    return tuple(_fitted(block, width, setting) if isinstance(block, Paragraph) else block for block in blocks)


def _fitted(block: Paragraph, width: float, setting: Setting) -> Paragraph:
    count = sum(len(inline.text) for inline in block.inlines if isinstance(inline, Text))
    own = blocks_extent((block,), setting).most
    lacking = width - own - _SLACK
    if not count or not own:
        return block
    if lacking >= 0:
        inlines = _spread(block.inlines, lacking / max(count - 1, 1))
    else:
        inlines = tuple(_squeezed(inline, (own + lacking) / own) for inline in block.inlines)
    return replace(block, inlines=inlines)


def _spread(inlines: tuple[Inline, ...], more: float) -> tuple[Inline, ...]:
    """More space behind every character but the last, which would push that one out of the line."""
    last = max(place for place, inline in enumerate(inlines) if isinstance(inline, Text) and inline.text)
    found: list[Inline] = []
    for place, inline in enumerate(inlines):
        if not isinstance(inline, Text):
            found.append(inline)
            continue
        spaced = replace(inline, format=replace(inline.format, spacing=inline.format.spacing + more))
        if place == last:
            found += [replace(spaced, text=inline.text[:-1]), replace(inline, text=inline.text[-1])]
        else:
            found.append(spaced)
    return tuple(found)


def _squeezed(inline: Inline, part: float) -> Inline:
    if not isinstance(inline, Text):
        return inline
    how = inline.format
    return replace(inline, format=replace(how, scale=how.scale * part, spacing=how.spacing * part))
