"""Flow: the strips of a section over columns and pages: breaks, what stays together, lines set again beside things."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docgen.pdf.paging.given_room import GivenRoom
from docgen.pdf.paging.paragraph_strips import refitted
from docgen.pdf.paging.placing import SLACK, Habits, Placing
from docgen.pdf.paging.row_cutting import heads, is_head
from docgen.pdf.paging.sheet import Sheet
from docgen.pdf.paging.strips import Stack, Strip
from docgen.pdf.warnings_log import WarningLog

_MOST_FITTINGS = 8  # a line whose height changes with its width may find no rest


class Flow:
    """Fills sheets with one section's strips. `new_sheet` gives the next sheet, `sheet` is the one to go on with."""

    def __init__(self, new_sheet: Callable[[], Sheet], sheet: Sheet, warnings: WarningLog, habits: Habits) -> None:
        self._new_sheet = new_sheet
        self._warnings = warnings
        self._placing = Placing(habits, sheet)
        self._given = GivenRoom()

    @property
    def sheet(self) -> Sheet:
        """The sheet that is being filled."""
        return self._placing.sheet

    def fill(self, stack: Stack) -> Sheet:
        """Place all strips; the sheet with the last one is returned."""
        if stack.strips and not stack.strips[0].page_before:
            self._placing.begins = stack.strips[0]
        self.run(stack.strips)
        for frame in stack.frames:
            self._placing.put_loose(frame)
        self.sheet.after = stack.after
        return self.sheet

    def run(self, strips: Sequence[Strip]) -> None:
        """Place strips in the columns from the present one on."""
        waiting = list(reversed(strips))
        while waiting:
            strip = waiting.pop()
            if strip is not self._placing.begins and (strip.page_before or strip.column_before):
                self._break(strip)
            if strip.boxes and self._given.is_refused(strip, self.sheet.column):
                waiting.extend(reversed(self._make_way(strip)))
                continue
            strip = self._fitted(strip, waiting)
            if strip.boxes and self._gave_way(strip, waiting):
                continue
            if not self._placing.place(strip):
                waiting.extend(reversed(self._make_way(strip)))

    def next_column(self) -> None:
        """Begin in the column, or on the page, after the present one."""
        self._advance()

    def restart(self) -> list[Strip]:
        """Take everything out of the columns of the present sheet, to be placed anew."""
        sheet = self.sheet
        first = sheet.columns[0]
        spaced = sheet.placed[first.start].y > first.top + SLACK
        strips = self._placing.drop(first.start)
        self._placing.begins = strips[0] if spaced else None
        for column in sheet.columns:
            column.y, column.start = column.top, first.start
        sheet.at = 0
        return strips

    def finish(self) -> Sheet:
        """Give the notes that found no room pages of their own."""
        while rest := self.sheet.take_rest():
            self._turn(rest)
        return self.sheet

    def _break(self, strip: Strip) -> None:
        """Go to the next page or column because the text asks for it."""
        self._placing.begins = strip
        if not strip.page_before:
            self._advance()
        elif not (self.sheet.is_empty and self.sheet.at == 0):
            self._turn(self.sheet.take_rest())

    def _advance(self) -> None:
        """Go to the next column, or to the first one of a new page."""
        rest = self.sheet.take_rest()
        if self.sheet.at + 1 == len(self.sheet.columns):
            self.sheet.is_full = True
            self._turn(rest)
            return
        self.sheet.at += 1
        self.sheet.column.start = len(self.sheet.placed)
        self._carry(rest)

    def _turn(self, rest: list[Stack]) -> None:
        self._placing.sheet = self._new_sheet()
        self._carry(rest)

    def _carry(self, rest: list[Stack]) -> None:
        column = self.sheet.column
        column.foot.carry(rest, column.bottom - column.top)

    def _fitted(self, strip: Strip, waiting: list[Strip]) -> Strip:
        """The strip in the width that it finds where it would stand: the rest of its paragraph is set again."""
        for _ in range(_MOST_FITTINGS):
            cuts = self._placing.cuts(strip)
            if cuts == strip.cuts:
                break
            rest = [strip]
            while waiting and waiting[-1].owner is strip.owner:
                rest.append(waiting.pop())
            found = refitted(rest, cuts)
            if self._placing.begins is strip:
                self._placing.begins = found[0]
            strip = found[0]
            waiting.extend(reversed(found[1:]))
        return strip

    def _gave_way(self, strip: Strip, waiting: list[Strip]) -> bool:
        """Take strips off the sheet that stand where a float of this one wants to be, to be set anew around it."""
        met = None if self._given.has(strip, self.sheet.column) else self._placing.met_by_floats(strip)
        if met is None:
            return False
        first, own = met
        moved = self._lifted(first)
        self._given.give(strip, self.sheet, own)
        waiting.append(strip)
        waiting.extend(reversed(moved))
        return True

    def _lifted(self, first: int) -> list[Strip]:
        """Take strips from number `first` on off the column, to be set anew."""
        sheet, column = self.sheet, self.sheet.column
        spaced = first == column.start and sheet.placed[first].y > column.top + SLACK
        moved = self._placing.drop(first)
        if spaced:
            self._placing.begins = moved[0]
        column.y = max([one.y + one.strip.height for one in sheet.placed[column.start :]], default=column.top)
        return moved

    def _taken_back(self) -> list[Strip]:
        """Strips to be set anew because the floats that they gave way to leave the column."""
        top = self._given.take_back(self.sheet)
        if top is None:
            return []
        placed = self.sheet.placed
        places = range(self.sheet.column.start, len(placed))
        first = next((at for at in places if placed[at].y + placed[at].strip.height > top), None)
        return [] if first is None else self._lifted(first)

    def _make_way(self, strip: Strip) -> list[Strip]:
        """What has to be placed in the next column, for a strip that does not fit in this one.

        A row is cut if it may be; otherwise the column ends at the last place that allows it.
        """
        if (rest := self._cut(strip)) is not None:
            return rest
        keep = self._last_chance()
        if keep is None:
            return self._force(strip)
        following = [*self._placing.drop(keep), strip]
        if moved := self._taken_back():
            return [*moved, *following]
        self._advance()
        return [*heads(following[0]), *following]

    def _cut(self, strip: Strip, force: bool = False) -> list[Strip] | None:
        """Put the part of a row that fits; what is left of it for the next column, below the table's heads."""
        parts = self._placing.cut(strip, force)
        if parts is None:
            return None
        if force:
            self._warnings.add("比一页还高的表格行（拆到两页）", strip.owner.place)
        self._placing.put_cut(parts[0], self._placing.gap(strip))
        self._advance()
        return [*heads(strip), parts[1]]

    def _last_chance(self) -> int | None:
        """The number of strips that stay on the sheet; None when the column may end nowhere."""
        placed, column = self.sheet.placed, self.sheet.column
        for count in range(len(placed), column.start, -1):
            if not placed[count - 1].strip.glue:
                return count
        # A chain that fills a whole column gains nothing by the next one.
        lower = column.top > self.sheet.paper.margins[0] + SLACK
        return column.start if lower or (column.foot.parts and column.start == len(placed)) else None

    def _force(self, strip: Strip) -> list[Strip]:
        """End the column before this strip although it should stay with those before; or let it stick out."""
        if not self._only_heads():
            self._advance()
            return [*heads(strip), strip]
        if (rest := self._cut(strip, force=True)) is not None:
            return rest
        self._warnings.add("比一页还高的内容（伸出版心）", strip.owner.place)
        self._placing.put(strip)
        return []

    def _only_heads(self) -> bool:
        """Whether the column holds nothing but repeated table heads."""
        return all(is_head(one.strip) for one in self.sheet.placed[self.sheet.column.start :])
