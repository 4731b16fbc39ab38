"""Compare two readings of one document: pages, first lines, line ends, text, offsets of equal lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from benchmarks.fidelity_lines import Line, Reading

MM = 25.4 / 72
END_MARKS = ",。、;:"  # after NFKC; a mark at the end may hang, and LibreOffice loses some of those
_SAME_ROW = 3.0  # points between baselines that stand side by side
_LINE = 40.0  # points: baselines of one stretch stand nearer
_NEAR = 1.0  # mm: as near as a line is wanted
_ROW = 40.0  # mm: the lines of a table's row stand nearer


@dataclass(frozen=True, slots=True)
class Offset:
    """How far our line stands from its twin, in mm: to the right, downward."""

    page: int
    text: str
    x: float
    y: float

    @property
    def size(self) -> float:
        """The larger of both."""
        return max(abs(self.x), abs(self.y))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a document came to. Ends are line ends; `ends` is the count of the PDF that has more of them."""

    pages: tuple[int, int]  # ours, theirs
    first_lines: tuple[int, int]  # equal ones, pages compared
    equal_ends: int
    ends: int
    text_equal: bool
    text_differs: str  # what one of both lacks: -x not in ours, +x only in ours
    in_order: float  # share of the characters that follow one another alike
    lost_marks: int  # marks beyond the edge that LibreOffice does not paint
    offsets: tuple[Offset, ...]
    displaced: tuple[Offset, ...]  # of lines that give way to a stretch with more, or fewer, lines on their page
    odd_lines: tuple[tuple[int, str], ...]  # (page from 0, text) of their lines without a twin

    @property
    def pages_equal(self) -> bool:
        """Whether the count of pages is the same."""
        return self.pages[0] == self.pages[1]

    @property
    def largest(self) -> Offset | None:
        """The line that stands furthest from its twin."""
        return max(self.offsets, key=lambda offset: offset.size, default=None)

    def offset_at(self, share: float) -> float:
        """The offset in mm that this share of the lines does not exceed."""
        sizes = sorted(offset.size for offset in self.offsets)
        return sizes[min(len(sizes) - 1, int(share * len(sizes)))] if sizes else 0.0


def compare(ours: Reading, theirs: Reading) -> Comparison:
    """Measure our PDF against theirs."""
    pairing = _Pairing(ours.lines, theirs.lines)
    differs = _difference(Counter(ours.text), Counter(theirs.text) + pairing.lost_marks)
    total = max(len(ours.text), len(theirs.text))
    offsets = list(_offsets(pairing.pairs, pairing.stretches))
    return Comparison(
        pages=(ours.pages, theirs.pages),
        first_lines=_first_lines(ours, theirs),
        equal_ends=len(pairing.pairs) + pairing.ends_inside,
        ends=max(len(ours.lines), len(theirs.lines)),
        text_equal=not differs,
        text_differs=differs,
        in_order=pairing.in_order / total if total else 1.0,
        lost_marks=pairing.lost_marks.total(),
        offsets=tuple(offset for offset, gives_way in offsets if not gives_way),
        displaced=tuple(offset for offset, gives_way in offsets if gives_way),
        odd_lines=tuple((line.page, line.text) for line in pairing.odd),
    )


class _Pairing:
    """Which of our lines is which of theirs: in order first, then those that were painted at another time."""

    def __init__(self, ours: Sequence[Line], theirs: Sequence[Line]) -> None:
        self.pairs: list[tuple[Line, Line]] = []  # ours, theirs
        self.in_order = 0
        self.ends_inside = 0  # equal ends of lines that begin at different places
        self.lost_marks: Counter[str] = Counter()
        gaps = self._in_order(ours, theirs)
        self._moved(gaps)
        self._without_mark(gaps)
        for one, two in gaps:
            self._inside(one, two)
        self.odd = [line for _, two in gaps for line in two]
        self.stretches = [stretch for one, two in gaps if (stretch := _stretch(one, two))]

    def _in_order(self, ours: Sequence[Line], theirs: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
        matcher = SequenceMatcher(None, [line.text for line in ours], [line.text for line in theirs], autojunk=False)
        gaps = []
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                self.pairs += zip(ours[i1:i2], theirs[j1:j2], strict=True)
                self.in_order += sum(len(line.text) for line in ours[i1:i2])
            else:
                gaps.append((list(ours[i1:i2]), list(theirs[j1:j2])))
        return gaps

    def _moved(self, gaps: list[tuple[list[Line], list[Line]]]) -> None:
        """Pair equal lines that stand elsewhere in the order (heads, boxes), the nearest ones first."""
        left: dict[str, list[tuple[Line, list[Line]]]] = defaultdict(list)
        for ours, _ in gaps:
            for line in ours:
                left[line.text].append((line, ours))
        for _, theirs in gaps:
            for line in list(theirs):
                twins = left.get(line.text)
                if twins:
                    found = min(twins, key=lambda twin: _distance(twin[0], line))
                    twins.remove(found)
                    _drop(found[1], found[0])
                    _drop(theirs, line)
                    self.pairs.append((found[0], line))

    def _without_mark(self, gaps: list[tuple[list[Line], list[Line]]]) -> None:
        """Pair lines that differ by a mark at the end: LibreOffice 7.4 loses some that hang beyond the edge."""
        for ours, theirs in gaps:
            for line in list(theirs):
                twins = [own for own in ours if own.text[:-1] == line.text and own.text[-1] in END_MARKS]
                if twins:
                    twin = min(twins, key=lambda own: _distance(own, line))
                    self.lost_marks[twin.text[-1]] += 1
                    self.in_order += len(line.text)
                    _drop(ours, twin)
                    _drop(theirs, line)
                    self.pairs.append((twin, line))

    def _inside(self, ours: Sequence[Line], theirs: Sequence[Line]) -> None:
        """Count the equal ends in a stretch that was broken differently."""
        one, two = "".join(line.text for line in ours), "".join(line.text for line in theirs)
        matcher = SequenceMatcher(None, one, two, autojunk=False)
        place = {}
        for i, j, size in matcher.get_matching_blocks():
            self.in_order += size
            place.update({i + step: j + step for step in range(size)})
        wanted = set(_ends(theirs))
        self.ends_inside += sum(place.get(end) in wanted for end in _ends(ours))


def _ends(lines: Sequence[Line]) -> Iterator[int]:
    """Where each line's last character stands in the joined text."""
    end = -1
    for line in lines:
        end += len(line.text)
        yield end


def _distance(one: Line, two: Line) -> tuple[int, float]:
    return abs(one.page - two.page), abs(one.x - two.x) + abs(one.y - two.y)


def _drop(lines: list[Line], gone: Line) -> None:
    """Take this very line out (an equal record may stand before it)."""
    del lines[next(place for place, line in enumerate(lines) if line is gone)]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch that one of both broke into more lines, from `top` on; by how much that is `longer` in ours (mm)."""

    page: int
    top: float
    longer: float

    def puts(self, y: float) -> tuple[float, float]:
        """How far up and down that may put a line: what is below gives way, what is centred in the same row by half."""
        if y >= self.top - _NEAR:
            return min(self.longer, 0.0), max(self.longer, 0.0)
        half = abs(self.longer) / 2 if y >= self.top - _ROW else 0.0
        return -half, half


def _stretch(ours: Sequence[Line], theirs: Sequence[Line]) -> _Stretch | None:
    """The stretch, if both have it on one page and with another number of lines."""
    lines = [*ours, *theirs]
    pages = {line.page for line in lines}
    steps = [two.y - one.y for side in (ours, theirs) for one, two in pairwise(side) if 0 < two.y - one.y < _LINE]
    if len(pages) > 1 or len(ours) == len(theirs) or not steps:
        return None
    return _Stretch(pages.pop(), min(line.y for line in lines) * MM, (len(ours) - len(theirs)) * max(steps) * MM)


def _offsets(pairs: Sequence[tuple[Line, Line]], stretches: Sequence[_Stretch]) -> Iterator[tuple[Offset, bool]]:
    """The offsets of equal lines on the same page; True for one that longer stretches beside or above it explain."""
    for ours, theirs in pairs:
        if ours.page == theirs.page:
            offset = Offset(theirs.page, theirs.text, (ours.x - theirs.x) * MM, (ours.y - theirs.y) * MM)
            yield offset, offset.size > _NEAR and _gives_way(offset, theirs.y * MM, stretches)


def _gives_way(offset: Offset, y: float, stretches: Sequence[_Stretch]) -> bool:
    """Whether a line stands no further away than the longer stretches of its page put it; across it must be right."""
    ways = [one.puts(y) for one in stretches if one.page == offset.page]
    up, down = sum(way[0] for way in ways), sum(way[1] for way in ways)
    return abs(offset.x) <= _NEAR and up - _NEAR <= offset.y <= down + _NEAR


def _difference(ours: Counter[str], theirs: Counter[str]) -> str:
    lost, more = theirs - ours, ours - theirs
    return " ".join(
        sign + char + (f"×{count}" if count > 1 else "")
        for sign, found in (("-", lost), ("+", more))
        for char, count in sorted(found.items())
    )


def _first_lines(ours: Reading, theirs: Reading) -> tuple[int, int]:
    """How many pages begin with the same line below their running head, of how many."""
    one, two = _tops(ours), _tops(theirs)
    pages = max(ours.pages, theirs.pages)
    return sum(_bare(one.get(page)) == _bare(two.get(page)) for page in range(pages)), pages


def _bare(top: str | None) -> str | None:
    return top and top.rstrip(END_MARKS)


def _tops(reading: Reading) -> dict[int, str]:
    """Page → its uppermost row, without rows that most pages have in the same place."""
    rows = {page: _rows([line for line in reading.lines if line.page == page]) for page in range(reading.pages)}
    running = Counter(_head(row) for found in rows.values() for row in found)
    common = {head for head, count in running.items() if count > 1 and count * 2 > reading.pages}
    return {
        page: next((text for y, text in found if _head((y, text)) not in common), "") for page, found in rows.items()
    }


def _head(row: tuple[float, str]) -> tuple[int, str]:
    """A row as a running head is known again: place and text without its number."""
    return round(row[0] / 2), re.sub(r"\d+", "", row[1])


def _rows(lines: Sequence[Line]) -> list[tuple[float, str]]:
    """Lines side by side joined, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.y):
        if rows and line.y - rows[-1][0].y <= _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [(row[0].y, "".join(line.text for line in sorted(row, key=lambda line: line.x))) for row in rows]
