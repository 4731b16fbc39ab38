"""Tables: rows of cells, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from docgen.pdf.source.looks import NO_BORDERS, Border, Borders
from docgen.pdf.source.paragraphs import Frame, Paragraph


@dataclass(frozen=True, slots=True)
class Width:
    """A width that is asked for: points, or a `share` of the width around; neither: none is asked for."""

    points: float = 0.0
    share: float = 0.0

    def of(self, whole: float) -> float:
        """The width in points where the width around is `whole`; 0 for none."""
        return self.share * whole or self.points


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `span` columns wide; `merge` says what it is in a vertical merge. Margins: top, right, bottom, left.

    `rotation`: its lines run down (90) or up (270); `upright`: 汉字 stand upright in them (竖排). `fit_text`: its text
    is stretched or squeezed to one line. `falling` and `rising` are its diagonals.
    """

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Literal["none", "start", "continue"] = "none"
    borders: Borders = NO_BORDERS
    shading: str = ""
    margins: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    vertical: Literal["top", "center", "bottom", "both"] = "top"
    rotation: int = 0
    upright: bool = False
    width: Width = Width()
    no_wrap: bool = False
    fit_text: bool = False
    falling: Border | None = None
    rising: Border | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its height (rule auto, at_least, exact), whether it repeats as a head, whether it may split.

    `grid_before` and `grid_after` columns at its sides stay empty; `before` and `after` are the widths they ask for.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    height_rule: Literal["auto", "at_least", "exact"] = "auto"
    header: bool = False
    cant_split: bool = False
    grid_before: int = 0
    grid_after: int = 0
    before: Width = Width()
    after: Width = Width()

    def places(self) -> Iterator[tuple[int, Cell]]:
        """The cells, each with its first column."""
        at = self.grid_before
        for cell in self.cells:
            yield at, cell
            at += cell.span


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Cell borders are resolved: what a cell has is what is drawn.

    `columns` is the file's grid, 0 for a width it does not say; `fixed`: contents do not change the widths. Shares
    are taken of the text's width and `beyond`. `spacing` keeps every cell's edge that far from its place in the grid;
    such a table has an `outline` of its own. `frame`: the table floats (w:tblpPr), anchored like a paragraph's frame
    to the paragraph after it.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    alignment: Literal["left", "center", "right"] = "left"
    indent: float = 0.0
    frame: Frame | None = None
    place: str = ""
    width: Width = Width()
    fixed: bool = True
    beyond: float = 0.0
    spacing: float = 0.0
    outline: Borders = NO_BORDERS

    def unframed(self) -> Table:
        """The same outside of a frame."""
        return replace(self, frame=None)


Block = Paragraph | Table
