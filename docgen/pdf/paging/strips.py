"""Strips: a story as a pile of strips that are never cut (a line, a table row), for the flow over pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from docgen.pdf.elements import Element
from docgen.pdf.source import Floating, Frame, Note, Paragraph
from docgen.pdf.text.paragraphs import SetLine, SetParagraph

if TYPE_CHECKING:
    from docgen.pdf.tables.table_rows import RowPart
    from docgen.pdf.tables.tables import SetTable


@dataclass(slots=True, eq=False)
class SetFrame:
    """A frame with its set content. `height` holds its borders. `element`: where it is read, once its anchor stands."""

    frame: Frame
    stack: Stack
    width: float
    height: float
    element: Element | None = None


@dataclass(slots=True, eq=False)
class Strip:
    """A line of a paragraph or a row of a table.

    `gap` is the spacing above it, `before` the part of that which its own paragraph asks for; `lead` the part of its
    height above the line (a border and its distance). `repeated`: a table head that was shown before.
    `glue`: it stays on the page of the next strip.
    `boxes` and `frames` are anchored to it. `paragraph` is the one that a line belongs to, `note` the note; `cuts`:
    how far its edges were moved inward, left and right.
    """

    owner: SetParagraph | SetTable
    content: SetLine | RowPart
    height: float
    gap: float = 0.0
    lead: float = 0.0
    glue: bool = False
    page_before: bool = False
    column_before: bool = False
    before: float = 0.0
    repeated: bool = False
    boxes: tuple[Floating, ...] = ()
    frames: list[SetFrame] = field(default_factory=list)
    paragraph: Paragraph | None = None
    cuts: tuple[float, float] = (0.0, 0.0)
    note: Note | None = None


@dataclass(slots=True)
class Stack:
    """Strips from top to bottom, and the spacing below the last one. `frames` have nothing to be anchored to."""

    strips: list[Strip]
    after: float = 0.0
    frames: list[SetFrame] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height of all, spacing included."""
        return fsum(strip.gap + strip.height for strip in self.strips) + self.after


@dataclass(slots=True)
class Placed:
    """A strip at its place: upper left corner of its text area.

    `anchor` is where it would stand had it not given way; what is anchored to it is placed from there.
    """

    strip: Strip
    x: float
    y: float
    anchor: float | None = None


def placed(stack: Stack, x: float, y: float) -> list[Placed]:
    """The strips of a stack one below the other from (x, y) on."""
    found = []
    for strip in stack.strips:
        y += strip.gap
        found.append(Placed(strip, x, y))
        y += strip.height
    return found


def hides_text(stack: Stack, room: float) -> bool:
    """Whether a line with text loses more than the space around it where only `room` points are shown."""
    y = 0.0
    for strip in stack.strips:
        y += strip.gap
        line = strip.content
        if not isinstance(line, SetLine):
            hidden = y + strip.height > room + 1
        else:
            hidden = bool(line.text.pieces) and y + strip.lead + line.baseline > room
        if hidden:
            return True
        y += strip.height
    return False


def split(stack: Stack, available: float) -> tuple[Stack, Stack] | None:
    """Cut a stack so that the first part is at most `available` high, at a place where it may be cut; None without."""
    y, cut = 0.0, 0
    for place, strip in enumerate(stack.strips):
        y += strip.gap + strip.height
        if y > available + 0.05:
            break
        if not strip.glue:
            cut = place + 1
    if cut == 0:
        return None
    return Stack(stack.strips[:cut]), Stack(stack.strips[cut:], stack.after)
