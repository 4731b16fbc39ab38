"""Line items: a set line at its place → the items that show it, each as a part of its paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.pdf.elements import Span
from docgen.pdf.items.belonging import belonging
from docgen.pdf.items.moving import moved
from docgen.pdf.pages import Item, Line, Link, Piece, Target
from docgen.pdf.painting.document_tree import Standing
from docgen.pdf.source import Label
from docgen.pdf.text.paragraphs import SetLine


def line_items(
    line: SetLine, x: float, top: float, goes_on: bool, standing: Standing | None, label: Label | None
) -> list[Item]:
    """The items of a line; `standing` is where its paragraph stands in the document, `label` what it begins with."""
    text, baseline = line.text, top + line.baseline
    behind, above = text.behind, text.items
    spans: tuple[Span, ...] = ()
    element = None if standing is None else standing.element
    if element is not None and (behind or above or label is not None):
        behind = tuple(belonging(item, element) for item in behind)
        above = tuple(belonging(item, element) for item in above)
        spans = _spans(text.pieces, above, standing, label)
    items = [moved(item, x, baseline) for item in behind]
    if text.pieces:
        items.append(Line(x, baseline, text.pieces, line.heading, goes_on, element, spans))
    items += [moved(item, x, baseline) for item in above]
    items += [Target(x, top, name) for name in line.bookmarks]
    return items


def _spans(
    pieces: Sequence[Piece], items: Sequence[Item], standing: Standing | None, label: Label | None
) -> tuple[Span, ...]:
    """The label of a list's item, and what links lead from."""
    found: list[Span] = []
    if label is not None and standing is not None and standing.label is not None:
        count = _label_pieces(pieces, len(label.text))
        found += [(0, count, standing.label)] if count else []
    at = found[0][1] if found else 0
    for link in sorted((item for item in items if isinstance(item, Link)), key=lambda link: link.x):
        covered = [place for place in range(at, len(pieces)) if _is_under(pieces[place], link)]
        if covered and link.element is not None:
            at = covered[-1] + 1
            found.append((covered[0], at, link.element))
    return tuple(found)


def _label_pieces(pieces: Sequence[Piece], length: int) -> int:
    """How many pieces show the first characters; 0 where a piece goes on with the text."""
    for count, piece in enumerate(pieces, 1):
        length -= len(piece.text)
        if length <= 0:
            return count if length == 0 else 0
    return 0


def _is_under(piece: Piece, link: Link) -> bool:
    """Whether a piece stands in the area of a link: at least its middle, for a piece may go on behind the link."""
    return link.x <= piece.x + piece.width / 2 <= link.x + link.width
