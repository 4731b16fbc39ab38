"""Flow: the strips of a section over its pages: page breaks, what stays together, frames that take their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from docgen.pdf.painting import Paper
from docgen.pdf.strips import Placed, SetFrame, Stack, Strip
from docgen.pdf.tables import RowPart, SetTable, row_strip
from docgen.pdf.warnings_log import WarningLog

_SLACK = 0.05  # points: rounding of lengths held in twips must not move a line to the next page


@dataclass(slots=True, eq=False)
class Sheet:
    """A page being filled. `y` is where the next strip goes; `frames` are (frame, x, y).

    `is_blank`: a page without header and footer, put in to reach an odd or even one.
    """

    paper: Paper
    section: int
    number: int
    first_of_section: bool
    y: float
    is_blank: bool = False
    placed: list[Placed] = field(default_factory=list)
    frames: list[tuple[SetFrame, float, float]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it yet."""
        return not self.placed


NewSheet = Callable[[], Sheet]


class Flow:
    """Fills sheets with one section's strips. `new_sheet` gives the next sheet, `sheet` is the one to go on with."""

    def __init__(self, new_sheet: NewSheet, sheet: Sheet, warnings: WarningLog) -> None:
        self._new_sheet = new_sheet
        self._warnings = warnings
        self.sheet = sheet
        self._frozen = len(sheet.placed)  # strips of an earlier section on this page stay where they are

    def fill(self, stack: Stack) -> Sheet:
        """Place all strips; the sheet with the last one is returned."""
        waiting = list(reversed(stack.strips))
        while waiting:
            strip = waiting.pop()
            if strip.page_before and not self._at_top():
                self._turn()
            if self._place(strip):
                continue
            waiting.extend(reversed(self._make_way(strip)))
        for frame in stack.frames:
            self._put_frame(frame, self.sheet.y)
        self.sheet.y += stack.after
        return self.sheet

    def _at_top(self) -> bool:
        return len(self.sheet.placed) == self._frozen and self.sheet.is_empty

    def _turn(self) -> None:
        self.sheet = self._new_sheet()
        self._frozen = 0

    def _place(self, strip: Strip) -> bool:
        """Put a strip on the sheet if it fits there with its frames."""
        y = self.sheet.y + strip.gap
        own = [self._extent(frame, self._frame_y(frame, y)) for frame in strip.frames]
        if any(
            one.y < bottom - _SLACK and one.y + one.strip.height > top + _SLACK
            for top, bottom in own
            for one in self.sheet.placed
        ):
            return False
        y = self._clear(y, strip.height, own)
        if y + strip.height > self.sheet.paper.bottom + _SLACK:
            return False
        self._put(strip, y)
        return True

    def _put(self, strip: Strip, y: float) -> None:
        self.sheet.placed.append(Placed(strip, self.sheet.paper.margins[3], y))
        self.sheet.y = y + strip.height
        for frame in strip.frames:
            self._put_frame(frame, y)

    def _clear(self, y: float, height: float, own: Sequence[tuple[float, float]] = ()) -> float:
        """Where a strip of this height may stand at or below y without touching a frame."""
        for top, bottom in sorted([*self._taken(), *own]):
            if y < bottom - _SLACK and y + height > top + _SLACK:
                y = bottom
        return y

    def _taken(self) -> list[tuple[float, float]]:
        return [self._extent(frame, y) for frame, _, y in self.sheet.frames]

    def _extent(self, frame: SetFrame, y: float) -> tuple[float, float]:
        return y - frame.frame.v_space, y + frame.height + frame.frame.v_space

    def _frame_y(self, frame: SetFrame, text_y: float) -> float:
        return self.sheet.paper.y_of(frame.frame.vertical, frame.height, text_y)

    def _put_frame(self, frame: SetFrame, text_y: float) -> None:
        x = self.sheet.paper.x_of(frame.frame.horizontal, frame.width, self.sheet.number % 2 == 1)
        self.sheet.frames.append((frame, x, self._frame_y(frame, text_y)))

    def _make_way(self, strip: Strip) -> list[Strip]:
        """What has to be placed after a page turn, for a strip that does not fit on the sheet.

        A row is cut if it may be; otherwise the page ends at the last place that allows it.
        """
        parts = self._cut(strip)
        if parts is not None:
            self._put(parts[0], self._clear(self.sheet.y + parts[0].gap, parts[0].height))
            self._turn()
            return [*self._heads(strip), parts[1]]
        keep = self._last_chance()
        if keep is None:
            return self._force(strip)
        moved = [one.strip for one in self.sheet.placed[keep:]]
        self._drop(moved, keep)
        self._turn()
        following = [*moved, strip]
        return [*self._heads(following[0]), *following]

    def _last_chance(self) -> int | None:
        """The number of strips that stay on the sheet; None when the page may end nowhere."""
        placed = self.sheet.placed
        for count in range(len(placed), self._frozen, -1):
            if not placed[count - 1].strip.glue:
                return count
        return self._frozen if self._frozen else None

    def _force(self, strip: Strip) -> list[Strip]:
        """End the page before this strip although it should stay with those before; or let it stick out of the page."""
        if not self.sheet.is_empty and not self._only_heads():
            self._turn()
            return [*self._heads(strip), strip]
        if isinstance(strip.content, RowPart):
            parts = self._cut(strip, force=True)
            if parts is not None:
                self._put(parts[0], self.sheet.y + parts[0].gap)
                self._turn()
                return [*self._heads(strip), parts[1]]
        self._warnings.add("比一页还高的内容（伸出版心）", strip.owner.place)
        self._put(strip, self.sheet.y + strip.gap)
        return []

    def _only_heads(self) -> bool:
        """Whether the sheet holds nothing but repeated table heads."""
        return all(_is_head(one.strip) for one in self.sheet.placed)

    def _cut(self, strip: Strip, force: bool = False) -> tuple[Strip, Strip] | None:
        content, owner = strip.content, strip.owner
        if not isinstance(content, RowPart) or not isinstance(owner, SetTable):
            return None
        bound = content.row.cant_split or content.row.height_rule == "exact" or content.number < owner.heads
        if bound and not force:
            return None
        available = self.sheet.paper.bottom - self.sheet.y - strip.gap
        for top, _ in self._taken():
            if top > self.sheet.y:
                available = min(available, top - self.sheet.y - strip.gap)
        parts = content.split(available) if available > 0 else None
        if parts is None:
            return None
        if bound:
            self._warnings.add("比一页还高的表格行（拆到两页）", owner.place)
        first = row_strip(owner, parts[0], False)
        first.gap, first.frames = strip.gap, strip.frames
        return first, row_strip(owner, parts[1], strip.glue)

    def _heads(self, strip: Strip) -> list[Strip]:
        """The head rows that a table repeats above this row of it."""
        content, owner = strip.content, strip.owner
        if not isinstance(content, RowPart) or not isinstance(owner, SetTable) or content.number < owner.heads:
            return []
        return [row_strip(owner, row, True) for row in owner.rows[: owner.heads]]

    def _drop(self, moved: list[Strip], keep: int) -> None:
        """Take strips off the sheet again, with their frames; repeated heads are not moved."""
        del self.sheet.placed[keep:]
        gone = {id(frame) for strip in moved for frame in strip.frames}
        self.sheet.frames = [one for one in self.sheet.frames if id(one[0]) not in gone]


def _is_head(strip: Strip) -> bool:
    return (
        isinstance(strip.owner, SetTable)
        and isinstance(strip.content, RowPart)
        and (strip.content.number < strip.owner.heads)
    )
