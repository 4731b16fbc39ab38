"""Given room: what text gave up in a column for floats that are anchored below it, and took back again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.pdf.paging.sheet import Sheet, TextColumn
from docgen.pdf.paging.strips import Strip
from docgen.pdf.paging.wrapping import Obstacle
from docgen.pdf.tables.tables import SetTable
from docgen.pdf.text.paragraphs import SetParagraph


@dataclass(slots=True)
class _Room:
    """Room in a column from `top` down. `taken_back`: the floats leave the column, and may not come back to it."""

    column: TextColumn
    top: float
    taken_back: bool = False


@dataclass(slots=True)
class GivenRoom:
    """The room that the text of one flow gave, by the paragraph whose floats stand in it."""

    _rooms: dict[SetParagraph | SetTable, _Room] = field(default_factory=dict)

    def has(self, strip: Strip, column: TextColumn) -> bool:
        """Whether text of this column gave way to the floats of a strip before; it does so once."""
        room = self._rooms.get(strip.owner)
        return room is not None and room.column is column

    def give(self, strip: Strip, sheet: Sheet, obstacles: Sequence[Obstacle]) -> None:
        """Note that text is set anew around the floats of a strip."""
        self._rooms[strip.owner] = _Room(sheet.column, min(one.top for one in obstacles))
        sheet.obstacles += [(strip, one) for one in obstacles]

    def is_refused(self, strip: Strip, column: TextColumn) -> bool:
        """Whether the strip has to go on to another column, its room in this one being taken back."""
        return self.has(strip, column) and self._rooms[strip.owner].taken_back

    def take_back(self, sheet: Sheet) -> float | None:
        """From where on text of a full column has to be set anew: there it gave room to floats that are not on it."""
        if not self._rooms:
            return None
        staying = {one.strip.owner for one in sheet.placed}
        free = {
            owner: room
            for owner, room in self._rooms.items()
            if room.column is sheet.column and not room.taken_back and owner not in staying
        }
        for room in free.values():
            room.taken_back = True
        sheet.obstacles = [one for one in sheet.obstacles if one[0].owner not in free]
        return min((room.top for room in free.values()), default=None)
