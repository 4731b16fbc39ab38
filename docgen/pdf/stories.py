"""Stories: blocks → the inlines in them, those in table cells too, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.pdf.source import Block, Inline, NoteReference, Table


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every inline of a story; what stands in shapes and notes is a story of its own."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from inlines_of(cell.blocks)
        else:
            yield from block.inlines


def references(blocks: Iterable[Block]) -> Iterator[NoteReference]:
    """The references to notes in a story."""
    return (inline for inline in inlines_of(blocks) if isinstance(inline, NoteReference))
