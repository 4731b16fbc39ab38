"""Table rows: set cells side by side, and how a row is cut where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import fsum

from docgen.pdf.paging.strips import Stack, Strip, split
from docgen.pdf.source import Block, Cell, Row
from docgen.pdf.text.paragraphs import Setting

SetBlocks = Callable[[Sequence[Block], float, Setting], Stack]


@dataclass(slots=True, eq=False)
class SetCell:
    """A cell: columns `first` up to `first + span`, its content, `rows` high (0: covered by the cell above).

    `inset`: how far its edges stand inside its columns, left and right. `length`: how long the lines of a turned cell
    are; `blocks` are kept to set them again.
    """

    cell: Cell
    first: int
    stack: Stack
    rows: int = 1
    inset: tuple[float, float] = (0.0, 0.0)
    length: float = 0.0
    blocks: tuple[Block, ...] = ()

    @property
    def needs(self) -> float:
        """The height the cell asks for, margins included: that of its lines, or of a turned cell their length."""
        high = self.length if self.cell.rotation else self.stack.height
        return high + self.cell.margins[0] + self.cell.margins[2]

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.first + max(self.cell.span, 1)

    def inner_width(self, edges: list[float]) -> float:
        """The width between its margins."""
        last = len(edges) - 1
        wide = edges[min(self.end, last)] - edges[min(self.first, last)]
        return wide - self.cell.margins[1] - self.cell.margins[3] - fsum(self.inset)


@dataclass(slots=True, eq=False)
class RowPart:
    """A row, or the part of one that a page holds. `number` counts the table's rows.

    `height` holds the thickness `rule` of its upper border, and in the table's last row `foot`, that of its lower one.
    `space` is what stands above and below its cells in a table whose cells stand apart.
    """

    number: int
    row: Row
    cells: list[SetCell]
    height: float
    rule: float = 0.0
    foot: float = 0.0
    is_last: bool = False
    space: tuple[float, float] = (0.0, 0.0)

    def split(self, available: float) -> tuple[RowPart, RowPart] | None:
        """Cut the row so that its first part is at most `available` high; None when it cannot be."""
        heads, tails = [], []
        edges = self.rule + self.foot + fsum(self.space)
        for cell in self.cells:
            parts = _cut(cell, available - edges - cell.cell.margins[0] - cell.cell.margins[2])
            if parts is None:
                return None
            heads.append(parts[0])
            tails.append(parts[1])
        if not any(tail.stack.strips for tail in tails):
            return None
        own = self.rule + fsum(self.space)
        head = replace(self, cells=heads, height=own + max(cell.needs for cell in heads), is_last=False)
        rest = own + max(cell.needs for cell in tails) + (self.foot if self.is_last else 0.0)
        if self.row.height_rule == "exact":
            rest = max(rest, self.height - head.height)
        return head, replace(self, cells=tails, height=rest)


def _cut(cell: SetCell, available: float) -> tuple[SetCell, SetCell] | None:
    """The parts of a cell above and below a page's end; a turned one stays whole, above it."""
    if cell.cell.rotation or not cell.stack.strips:
        high = min(cell.length, max(available, 0.0))
        return replace(cell, length=high), replace(cell, stack=Stack([]), length=max(cell.length - high, 0.0))
    parts = split_content(cell.stack, available)
    return None if parts is None else (replace(cell, stack=parts[0]), replace(cell, stack=parts[1]))


def unglued(stack: Stack) -> Stack:
    """A cell's content: within a cell neither Word nor LibreOffice looks after widows."""
    for strip in stack.strips:
        strip.glue = False
    return stack


def split_content(stack: Stack, available: float) -> tuple[Stack, Stack] | None:
    """Cut a cell's content at most `available` down: between lines, or inside a row of a table that stands in it."""
    y = 0.0
    for place, strip in enumerate(stack.strips):
        y += strip.gap
        if y + strip.height > available + 0.05:
            parts = _cut_row(strip, available - y)
            if parts is None:
                break
            above, below = [*stack.strips[:place], parts[0]], [parts[1], *stack.strips[place + 1 :]]
            return Stack(above), Stack(below, stack.after)
        y += strip.height
    return split(stack, available)


def _cut_row(strip: Strip, available: float) -> tuple[Strip, Strip] | None:
    content = strip.content
    if not isinstance(content, RowPart) or content.row.cant_split or content.row.height_rule == "exact":
        return None
    parts = content.split(available) if available > 0 else None
    if parts is None:
        return None
    return replace(strip, content=parts[0], height=parts[0].height), replace(
        strip, content=parts[1], height=parts[1].height, gap=0.0, frames=[], boxes=()
    )
