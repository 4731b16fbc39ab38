"""Paragraph boxes: the shading and borders around what stands of a paragraph on a page."""

from __future__ import annotations

from itertools import groupby

from docgen.pdf.items.strokes import Stroke, room, thickness, vertical
from docgen.pdf.pages import Fill, Item
from docgen.pdf.paging.strips import Placed
from docgen.pdf.source import NO_BORDERS, Block, Borders, Paragraph, ParagraphFormat
from docgen.pdf.tables.table_edges import Edges
from docgen.pdf.text.paragraphs import SetParagraph


def shares_box(neighbour: Block | None, how: ParagraphFormat) -> bool:
    """Whether a neighbour stands in the same box: equal borders and equal indents."""
    return how.borders != NO_BORDERS and _is_alike(neighbour, how)


def shares_area(neighbour: Block | None, how: ParagraphFormat) -> bool:
    """Whether nothing shows between a paragraph and its neighbour: one box, or one area of shading."""
    if not isinstance(neighbour, Paragraph) or not (how.shading or how.borders != NO_BORDERS):
        return False
    return _is_alike(neighbour, how) and (neighbour.format.shading == how.shading or how.borders != NO_BORDERS)


def _is_alike(neighbour: Block | None, how: ParagraphFormat) -> bool:
    if not isinstance(neighbour, Paragraph):
        return False
    other = neighbour.format
    return (other.borders, other.left, other.right, min(other.first_line, 0.0)) == (
        how.borders,
        how.left,
        how.right,
        min(how.first_line, 0.0),
    )


def box_items(owner: SetParagraph, strips: list[Placed], follows: bool) -> list[Item]:
    """The box of a paragraph's strips on this page; `follows`: something stands above them there.

    Beside what floats it is as narrow as its lines: border and shading give way with the text, as in Word.
    """
    how = owner.format
    if not (how.shading or how.borders != NO_BORDERS):
        return []
    items: list[Item] = []
    for _, group in groupby(strips, key=lambda one: one.strip.cuts):
        found = list(group)
        items += _box(owner, found, follows or found[0] is not strips[0], (strips[0], strips[-1]))
    return items


def _box(owner: SetParagraph, strips: list[Placed], follows: bool, ends: tuple[Placed, Placed]) -> list[Item]:
    """The box of strips of one width; `ends` are the first and the last strip on the page."""
    how, edges = owner.format, owner.format.borders
    first, last = strips[0], strips[-1]
    starts = first is ends[0] and first.strip.content is owner.lines[0]
    stops = last is ends[1] and last.strip.content is owner.lines[-1]
    top, bottom = first.y, last.y + last.strip.height
    joins = owner.joins_above and starts and follows
    reach = top - (first.strip.gap if joins else 0.0)
    cut_left, cut_right = first.strip.cuts
    left = first.x + cut_left + how.left + min(how.first_line, 0.0) - room(edges.left)
    right = first.x + owner.width - cut_right - how.right + room(edges.right)
    items: list[Item] = []
    if how.shading:
        # The spacing between paragraphs of one shading is the upper one's as much as the lower one's.
        items.append(Fill(left, reach, right - left, bottom - reach, how.shading))
    shown = Borders(owner.top if starts else None, edges.right, owner.bottom if stops else None, edges.left)
    items += _frame(shown, (left, reach if shown.top is None else top, right, bottom), reach)
    if edges.bar is not None:
        items += vertical(edges.bar, reach, bottom, left - room(edges.bar))
    return items


def _frame(shown: Borders, box: tuple[float, float, float, float], reach: float) -> list[Stroke]:
    """The borders inside their box; the upright ones go up to `reach`, where the paragraph above ends."""
    left, top, right, bottom = box
    found: list[Stroke] = []
    xs = [left + thickness(shown.left) / 2, right - thickness(shown.right) / 2]
    ys = [top + thickness(shown.top) / 2, bottom - thickness(shown.bottom) / 2]
    edges = Edges()
    edges.add(shown, range(1), range(1))
    found += edges.strokes(xs, ys)
    if reach < top:
        above = Edges()
        above.add(Borders(right=shown.right, left=shown.left), range(1), range(1))
        found += above.strokes(xs, [reach, ys[0]])
    return found
