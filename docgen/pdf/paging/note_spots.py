"""Note spots: which lines of a paragraph refer to which footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docgen.pdf.source import Inline, Note, NoteReference
from docgen.pdf.text.lines import LineSpan
from docgen.pdf.text.measured import Content


def notes_by_line(
    inlines: tuple[Inline | Content, ...],
    spans: Sequence[LineSpan],
    count: Callable[[tuple[Inline | Content, ...]], int],
) -> dict[int, tuple[Note, ...]]:
    """The notes of each line that refers to any. `count` gives the number of glyphs of some inlines."""
    found: dict[int, tuple[Note, ...]] = {}
    for place, inline in enumerate(inlines):
        if isinstance(inline, NoteReference):
            glyph = count(inlines[:place])
            line = next((number for number, span in enumerate(spans) if glyph < span.end), len(spans) - 1)
            found[line] = (*found.get(line, ()), inline.note)
    return found
