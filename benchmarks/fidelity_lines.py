"""Lines of a PDF: bytes → the pages' lines with text, left edge and baseline in points, read alike for every maker."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LEADERS = re.compile(r"([.·_\-‧…])\1{3,}")  # a tab's leader: how many dots it takes says nothing about the text
_SAME = str.maketrans({"\u2011": "-", "\u2010": "-", "\ufffe": "-", "\x02": "-", "\u2500": "—", "\u2015": "—"})
_INKLESS = ("Cc", "Cf", "Zs", "Zl", "Zp")
_RECENT = 4  # stretches of text that may go on after others were painted
_LEVEL = 1.0  # points between baselines of one line
_RAISED = 0.6  # of the type size: how far a raised or lowered character may stand from its neighbour's baseline
_NEAR, _NEAR_WIDE = 0.9, 1.35  # of the type size: where the next character starts at the latest
# Upright text runs down in squares. A comma or stop may come as a form of its own, or be moved to the upper right.
_BELOW = (0.0, 1.0)  # of the type size, to the right and down: where the next square is
_CORNER, _BELOW_CORNER = (0.5, 0.5), (-0.5, 1.5)
_CORNERED = "，。、．"
_EXACT = 0.12  # of the type size: lines of a page stand further apart
_SIGN = "▫"  # for every sign: LibreOffice keeps the private codes of symbol fonts, ours says them in Unicode


@dataclass(frozen=True, slots=True)
class Char:
    """One character: its origin along the line and across it (down the page for upright text), its type size."""

    text: str
    along: float
    across: float
    size: float
    turn: int = 0  # degrees


@dataclass(frozen=True, slots=True)
class Line:
    """A line: page from 0, its ink without spaces (NFKC), origin of its first character, baseline from the page's top.

    `length` leads from the origin of the first to that of the last character.
    """

    page: int
    text: str
    x: float
    y: float
    length: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF shows: count of pages, lines in the order in which they were painted, names of the fonts."""

    pages: int
    lines: tuple[Line, ...]
    fonts: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """All ink, in the order of painting."""
        return "".join(line.text for line in self.lines)


def ink(text: str) -> str:
    """What the eye can tell apart: NFKC, without spaces, controls and the dots of leaders; signs count as one."""
    plain = unicodedata.normalize("NFKC", _LEADERS.sub("", text.translate(_SAME)))
    kinds = ((char, unicodedata.category(char)) for char in plain)
    return "".join(_SIGN if _is_sign(char, kind) else char for char, kind in kinds if kind not in _INKLESS)


def _is_sign(char: str, kind: str) -> bool:
    return kind in ("So", "Co") or "\u25a0" <= char <= "\u25ff"


def read_pdf(pdf: bytes) -> Reading:
    """The lines of all pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        lines: list[Line] = []
        fonts: set[str] = set()
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            chars = list(_chars(text_page, page.get_height(), fonts))
            lines.extend(lines_of(chars, number))
            text_page.close()
            page.close()
        return Reading(len(document), tuple(lines), frozenset(fonts))
    finally:
        document.close()


def lines_of(chars: Sequence[Char], page: int) -> Iterator[Line]:
    """Characters in the order of painting → lines.

    A line goes on while its baseline stays; inside it the places count, because LibreOffice paints characters that
    another font lends behind the others. Readings above 汉字 part a line only in the order of painting. A column of
    upright text is a line as well.
    """
    stretches: list[list[Char]] = []
    for char in chars:
        if stretches and _is_next(stretches[-1], char):
            stretches[-1].append(char)
        elif (earlier := _continued(stretches[-_RECENT:], char)) is not None:
            earlier.append(char)
            stretches.remove(earlier)
            stretches.append(earlier)
        else:
            stretches.append([char])
    yield from (line for stretch in stretches if (line := _line(stretch, page)).text)


def _is_next(stretch: Sequence[Char], char: Char) -> bool:
    """Whether a character goes on with what was painted before it: a column downward, a line to the right."""
    if _is_column(stretch) or len(stretch) == 1:
        return _is_below(stretch[-1], char) or (len(stretch) == 1 and _goes_on(stretch[-1], char))
    return _goes_on(stretch[-1], char)


def _is_column(stretch: Sequence[Char]) -> bool:
    return len(stretch) > 1 and _is_below(*stretch[:2])


def _is_below(before: Char, after: Char) -> bool:
    """Whether a character fills the square below another one's."""
    if before.turn or after.turn or abs(before.size - after.size) > _EXACT:
        return False
    steps = [_BELOW]
    if after.text in _CORNERED:
        steps.append(_CORNER)
    if before.text in _CORNERED:
        steps.append(_BELOW_CORNER)
    right, down = (after.along - before.along) / after.size, (after.across - before.across) / after.size
    return any(abs(right - step[0]) <= _EXACT and abs(down - step[1]) <= _EXACT for step in steps)


def _goes_on(before: Char, after: Char) -> bool:
    """Whether a character stands on the line of the one painted before it: level with it, or raised beside it."""
    apart = abs(after.across - before.across)
    if before.turn != after.turn or apart <= _LEVEL:
        return before.turn == after.turn
    return apart <= _RAISED * max(before.size, after.size) and _is_beside(before, after)


def _continued(stretches: Sequence[list[Char]], char: Char) -> list[Char] | None:
    """The stretch painted shortly before that this character goes on with."""
    for stretch in reversed(stretches):
        last = stretch[-1]
        if last.turn == char.turn and abs(last.across - char.across) <= _LEVEL and _is_beside(last, char):
            return stretch
    return None


def _is_beside(before: Char, after: Char) -> bool:
    reach = _NEAR_WIDE if unicodedata.east_asian_width(before.text) in "WF" else _NEAR
    return 0 <= after.along - before.along <= reach * before.size


def _line(chars: Sequence[Char], page: int) -> Line:
    if _is_column(chars):
        first, last = chars[0], chars[-1]
        return Line(
            page, ink("".join(char.text for char in chars)), first.along, first.across, last.across - first.across
        )
    chars = sorted(chars, key=lambda char: char.along)
    inked = [char for char in chars if not char.text.isspace()] or chars
    first, across = inked[0].along, _baseline(inked)
    x, y = (first, across) if not inked[0].turn else _turned(first, across, -inked[0].turn)
    return Line(page, ink("".join(char.text for char in chars)), x, y, inked[-1].along - first)


def _baseline(chars: Sequence[Char]) -> float:
    """Where most characters stand: the first may be a raised mark."""
    (most, _), *_ = Counter(round(char.across, 2) for char in chars).most_common(1)
    return most


def _turned(x: float, y: float, degrees: int) -> tuple[float, float]:
    """A place in coordinates that are turned by an angle."""
    angle = math.radians(degrees)
    return x * math.cos(angle) + y * math.sin(angle), -x * math.sin(angle) + y * math.cos(angle)


def _chars(text_page: object, height: float, fonts: set[str]) -> Iterator[Char]:
    """The painted characters of a page: y grows downward; what pdfium made up (line ends, spaces) is left out."""
    import pypdfium2.raw as raw

    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    known = ""
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if not code or raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y))
        raw.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
        # One PDF maker writes the size into the font, another one into the matrix.
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        turn = round(math.degrees(raw.FPDFText_GetCharAngle(text_page, index)) / 90) * 90 % 360
        if index % 8 == 0:
            known = _font_name(raw, text_page, index, known, fonts)
        along, across = (x.value, height - y.value) if not turn else _turned(x.value, height - y.value, turn)
        yield Char(chr(code), along, across, size, turn)


def _font_name(raw: object, text_page: object, index: int, known: str, fonts: set[str]) -> str:
    """Note the name of a character's font, without the mark of a subset."""
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, buffer, 200, ctypes.byref(flags))  # type: ignore[attr-defined]
    name = buffer.value.decode("utf-8", "replace").split("+")[-1]
    if name != known:
        fonts.add(name)
    return name
