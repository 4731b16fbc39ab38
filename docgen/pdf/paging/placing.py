"""Placing: one strip on a sheet, where it fits there with what is anchored to it and with its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.pdf.paging.anchored import FloatObstacle, float_obstacles, frame_obstacles, frame_place, no_obstacle
from docgen.pdf.paging.notes import notes_of
from docgen.pdf.paging.row_cutting import cut
from docgen.pdf.paging.sheet import Beside, Sheet
from docgen.pdf.paging.strips import Placed, SetFrame, Strip
from docgen.pdf.paging.wrapping import WHOLE, Cuts, Obstacle, Opening, opening
from docgen.pdf.source import Note
from docgen.pdf.text.paragraphs import SetParagraph

SLACK = 0.05  # points: rounding of lengths held in twips must not move a line to the next page


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document fills its pages. `has_notes`: some strip may refer to footnotes."""

    has_notes: bool = False
    space_after_break: bool = True
    float_obstacle: FloatObstacle = no_obstacle


@dataclass(slots=True)
class Placing:
    """Places strips in the present column of a sheet. `begins` is a strip that stands below a break made on purpose."""

    habits: Habits
    sheet: Sheet
    begins: Strip | None = None

    def place(self, strip: Strip) -> bool:
        """Put a strip on the sheet if it fits there."""
        column = self.sheet.column
        y = column.y + self.gap(strip)
        if any(self._covers(one) for one in frame_obstacles(self.sheet, strip, y)):
            return False
        found = self._opening(strip, y, self._own(strip, y))
        notes = self._notes(strip)
        if found.y + strip.height > self._floor(notes) + SLACK:
            return False
        self._put(strip, found.y, notes, y)
        if found.parts[1:]:
            column.beside = Beside(strip.owner, Opening(found.y, found.parts[1:]), strip.height)
        return True

    def put(self, strip: Strip) -> None:
        """Put a strip on the sheet although it does not fit."""
        self._put(strip, self.sheet.column.y + self.gap(strip), self._notes(strip))

    def gap(self, strip: Strip) -> float:
        """The spacing above a strip: at the top of a column only what it asks for below a break made on purpose."""
        column, sheet = self.sheet.column, self.sheet
        if len(sheet.placed) > column.start:
            return strip.gap
        if strip is not self.begins:
            return 0.0
        if column.top > sheet.paper.margins[0] + SLACK and not strip.column_before:
            return max(strip.before, sheet.after)
        broken = strip.page_before or strip.column_before
        return 0.0 if broken and not self.habits.space_after_break else strip.before

    def cuts(self, strip: Strip) -> Cuts:
        """How much narrower than it was set a line has to be in this column, beside what stands there."""
        column, owner = self.sheet.column, strip.owner
        if not isinstance(owner, SetParagraph):
            return strip.cuts
        narrower = round(owner.width - column.width, 2)
        if not (self.sheet.obstacles or strip.frames or strip.boxes):
            return (0.0, narrower) if narrower else WHOLE
        y = column.y + self.gap(strip)
        left, right = self._opening(strip, y, self._own(strip, y)).parts[0]
        return left, right + narrower

    def cut(self, strip: Strip, force: bool = False) -> tuple[Strip, Strip] | None:
        """A row as the part that fits in the column and the rest."""
        column = self.sheet.column
        start = column.y + self.gap(strip)
        tops = [
            one.top
            for _, one in self.sheet.obstacles
            if one.top > column.y and one.meets(column.x, column.width, one.top, 1.0)
        ]
        parts = cut(strip, min([column.floor, *tops]) - start, force)
        while parts is not None and (notes := self._notes(parts[0])):
            beyond = start + parts[0].height - self._floor(notes)
            if beyond <= SLACK:
                break
            parts = cut(strip, parts[0].height - beyond, force)
        return parts

    def put_cut(self, part: Strip, gap: float) -> None:
        """Put the first part of a row on the sheet."""
        self._put(part, self._opening(part, self.sheet.column.y + gap, ()).y, self._notes(part))

    def put_loose(self, frame: SetFrame) -> None:
        """Put a frame on the sheet that no paragraph of its section can hold."""
        column = self.sheet.column
        self._put_frame(frame, column.y)
        for strip in frame.stack.strips:
            column.foot.add(strip, self._notes(strip), column.bottom - column.y)

    def _put_frame(self, frame: SetFrame, text_y: float) -> None:
        self.sheet.frames.append((frame, *frame_place(self.sheet, frame, text_y)))

    def met_by_floats(self, strip: Strip) -> tuple[int, list[Obstacle]] | None:
        """The first strip in the column that stands where floats of this one want to be, and what they keep free."""
        column, placed = self.sheet.column, self.sheet.placed
        own = float_obstacles(self.sheet, strip, column.y + self.gap(strip), self.habits.float_obstacle)
        for place in range(column.start, len(placed)):
            one = placed[place]
            if any(obstacle.meets(column.x, column.width, one.y, one.strip.height) for obstacle in own):
                return place, own
        return None

    def drop(self, keep: int) -> list[Strip]:
        """Take the strips from number `keep` on off the sheet again, with their frames and notes."""
        sheet = self.sheet
        moved = [one.strip for one in sheet.placed[keep:]]
        del sheet.placed[keep:]
        gone, frames = set(map(id, moved)), {id(frame) for strip in moved for frame in strip.frames}
        sheet.frames = [one for one in sheet.frames if id(one[0]) not in frames]
        sheet.obstacles = [one for one in sheet.obstacles if id(one[0]) not in gone]
        for column in sheet.columns:
            column.beside = None
            column.foot.drop(moved)
        return moved

    def _notes(self, strip: Strip) -> tuple[Note, ...]:
        return notes_of(strip) if self.habits.has_notes else ()

    def _floor(self, notes: Sequence[Note]) -> float:
        """The lower edge of the text when these notes join the foot of the column."""
        column = self.sheet.column
        if not notes:
            return column.floor
        if column.foot.closed:
            return column.top
        floor = column.bottom - column.foot.least(notes)
        return floor if column.limit is None else min(floor, column.limit)

    def _put(self, strip: Strip, y: float, notes: Sequence[Note], anchor: float | None = None) -> None:
        """Put a strip at y; what is anchored to it stands by `anchor`, where the strip had no need to give way."""
        column, sheet = self.sheet.column, self.sheet
        at = y if anchor is None else anchor
        if own := self._own(strip, at):
            sheet.obstacles = [one for one in sheet.obstacles if one[0].owner is not strip.owner]
            sheet.obstacles += [(strip, one) for one in own]
        sheet.placed.append(Placed(strip, column.x, y, at if at != y else None))
        column.y, column.beside = max(column.y, y + strip.height), None
        for frame in strip.frames:
            self._put_frame(frame, at)
        if notes:
            column.foot.add(strip, notes, column.bottom - column.y)

    def _own(self, strip: Strip, y: float) -> list[Obstacle]:
        """What is anchored to a strip and keeps the text away."""
        if not (strip.frames or strip.boxes):
            return []
        floats = float_obstacles(self.sheet, strip, y, self.habits.float_obstacle)
        return frame_obstacles(self.sheet, strip, y) + floats

    def _opening(self, strip: Strip, y: float, own: Sequence[Obstacle]) -> Opening:
        """Where a strip may stand at or below y. A table stands beside nothing."""
        column, sheet = self.sheet.column, self.sheet
        beside = column.beside
        if beside is not None and beside.owner is strip.owner and strip.height <= beside.height + SLACK:
            return beside.opening
        if not (sheet.obstacles or own):
            return Opening(y)
        met = [one for by, one in sheet.obstacles if not own or by.owner is not strip.owner] + list(own)
        if not isinstance(strip.owner, SetParagraph):
            met = [replace(one, side="") for one in met]
        return opening(met, column.x, column.width, y, strip.height)

    def _covers(self, obstacle: Obstacle) -> bool:
        """Whether something wants to be where strips stand that are placed."""
        return any(obstacle.meets(one.x, self._width_at(one.x), one.y, one.strip.height) for one in self.sheet.placed)

    def _width_at(self, x: float) -> float:
        return next((column.width for column in self.sheet.columns if column.x == x), self.sheet.paper.text_width)
