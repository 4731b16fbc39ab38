"""Sheet: a page that is being filled, with its columns, frames and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.pdf.paging.foot import Foot
from docgen.pdf.paging.strips import Placed, SetFrame, Stack, Strip
from docgen.pdf.paging.wrapping import Obstacle, Opening
from docgen.pdf.painting.paper import Paper
from docgen.pdf.tables.tables import SetTable
from docgen.pdf.text.paragraphs import SetParagraph


@dataclass(frozen=True, slots=True)
class Beside:
    """The rest of a line beside something: a paragraph goes on there, at the same height and no higher than that."""

    owner: SetParagraph | SetTable
    opening: Opening
    height: float


@dataclass(slots=True, eq=False)
class TextColumn:
    """A column on a sheet, from `top` to `bottom`. `y` is where the next strip goes.

    `start` counts the sheet's strips that stood there before it. `limit` is where its text ends for the sake of equally
    long columns.
    """

    x: float
    width: float
    top: float
    bottom: float
    foot: Foot
    y: float = 0.0
    start: int = 0
    limit: float | None = None
    beside: Beside | None = None

    @property
    def floor(self) -> float:
        """The lower edge of what text may fill."""
        floor = self.bottom - self.foot.height
        return floor if self.limit is None else min(floor, self.limit)


@dataclass(slots=True, eq=False)
class Sheet:
    """A page being filled. `frames` are (frame, x, y); `obstacles` what keeps text away, each with the strip that it is
    anchored to; `columns` those of the section that is being filled in.

    `is_blank`: a page without header and footer, put in to reach an odd or even one. `is_full`: text went on to the
    next page. `feet` are those of all columns on it, `rules` the (x, top, bottom) of lines between columns, `after`
    the spacing that the last paragraph asks for below it.
    """

    paper: Paper
    section: int
    number: int
    first_of_section: bool
    is_blank: bool = False
    is_full: bool = False
    placed: list[Placed] = field(default_factory=list)
    frames: list[tuple[SetFrame, float, float]] = field(default_factory=list)
    obstacles: list[tuple[Strip, Obstacle]] = field(default_factory=list)
    columns: list[TextColumn] = field(default_factory=list)
    at: int = 0
    feet: list[TextColumn] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    after: float = 0.0

    @property
    def column(self) -> TextColumn:
        """The column that is being filled."""
        return self.columns[self.at]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it yet."""
        return not self.placed

    @property
    def is_odd(self) -> bool:
        """Whether it is a right-hand page."""
        return self.number % 2 == 1

    @property
    def lowest(self) -> float:
        """Where the text of all columns ends."""
        return max([column.y for column in self.columns], default=self.paper.margins[0])

    def divide(self, places: Sequence[tuple[float, float]], feet: Sequence[Foot]) -> None:
        """Begin columns, each (x, width), below what stands on the sheet.

        Notes that are there stay below those of the new columns; columns of the same shape go on with their feet.
        """
        top, bottom = self.lowest, self._bottom
        if [(column.x, column.width) for column in self.columns] == list(places):
            feet, bottom = [column.foot for column in self.columns], self.columns[0].bottom
            self.feet = [column for column in self.feet if column not in self.columns]
        self.columns = [
            TextColumn(x, width, top, bottom, foot, top, len(self.placed))
            for (x, width), foot in zip(places, feet, strict=True)
        ]
        self.feet.extend(self.columns)
        self.at = 0

    @property
    def _bottom(self) -> float:
        if not self.columns:
            return self.paper.bottom
        return min(column.bottom - column.foot.height for column in self.columns)

    def take_rest(self) -> list[Stack]:
        """The notes that have to go on in the next column."""
        return [stack for column in self.feet for stack in column.foot.take_rest()]
