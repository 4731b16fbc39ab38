"""首字下沉: a framed letter before a paragraph becomes part of that paragraph (ECMA-376 Part 1, 17.3.1.11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.pdf.reading.scope import Scope
from docgen.pdf.reading.wordml import Properties, points, whole
from docgen.pdf.source import Block, Bookmark, DropCap, Inline, Paragraph, Text

_MOST_LINES = 10  # Word's own limit


def drop_cap(found: Properties, inlines: tuple[Inline, ...]) -> DropCap | None:
    """The letter that a paragraph is, standing over several lines of the next; None for any other paragraph."""
    values = found.get("framePr", {})
    kind = values.get("dropCap", "none")
    if kind not in ("drop", "margin") or not all(isinstance(one, Text | Bookmark) for one in inlines):
        return None
    lines = min(max(whole(values.get("lines"), 1), 1), _MOST_LINES)
    return DropCap(inlines, lines, points(values.get("hSpace")), kind == "margin")


def with_drop_caps(blocks: Sequence[Block], scope: Scope) -> list[Block]:
    """The blocks, each letter put to the paragraph behind it; without one it is text, and that is told."""
    found: list[Block] = []
    waiting: Paragraph | None = None
    for block in blocks:
        is_letter = isinstance(block, Paragraph) and block.drop is not None
        if waiting is not None and isinstance(block, Paragraph) and not is_letter and block.format.frame is None:
            found.append(_with_letter(block, waiting))
            waiting = None
            continue
        if waiting is not None:
            found.append(_as_text(waiting, scope))
        waiting = block if isinstance(block, Paragraph) and is_letter else None
        if waiting is None:
            found.append(block)
    return found if waiting is None else [*found, _as_text(waiting, scope)]


def _with_letter(block: Paragraph, letter: Paragraph) -> Paragraph:
    """A paragraph with its letter; links lead to where its own text begins."""
    marks = tuple(one for one in letter.drop.inlines if isinstance(one, Bookmark)) if letter.drop else ()
    return replace(block, drop=letter.drop, inlines=(*marks, *block.inlines))


def _as_text(letter: Paragraph, scope: Scope) -> Paragraph:
    scope.note("首字下沉", letter.place)
    return replace(letter, inlines=letter.drop.inlines if letter.drop else (), drop=None)
