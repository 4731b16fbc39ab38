"""Flowing stories: blocks of a story in which nothing floats (a cell, a text box, a note) → the same without frames."""

from __future__ import annotations

from docgen.pdf.source import Block
from docgen.pdf.text.paragraphs import Setting


def flowing(blocks: tuple[Block, ...], feature: str, place: str, setting: Setting) -> tuple[Block, ...]:
    """The blocks, what stands in a frame put into the text; `feature` says so at `place`."""
    if not any(block.frame for block in blocks):
        return blocks
    setting.warnings.add(feature, place)
    return tuple(block.unframed() if block.frame else block for block in blocks)
