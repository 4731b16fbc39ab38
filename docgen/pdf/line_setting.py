"""Line setting: a broken line → pieces with their places, stretched or shifted as its paragraph is aligned."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.pdf.character_classes import WESTERN
from docgen.pdf.glyphs import Glyph
from docgen.pdf.lines import LineSpan, Measure, Row
from docgen.pdf.pages import Image, Piece, Rule
from docgen.pdf.source import Alignment, Picture, TabStop
from docgen.pdf.tab_stops import text_start

_BREAKS = ("break", "page_break")


@dataclass(slots=True)
class _Stretch:
    """Glyphs `start` up to `end` between two tabs (the line's edges count as tabs), and where the tab before starts."""

    start: int
    end: int
    tab_x: float
    x: float = 0.0
    width: float = 0.0
    leader: str = ""
    tab: Glyph | None = None


@dataclass(slots=True)
class SetText:
    """What stands on one line. Pieces' x counts from the left of the text area, other items' y from the baseline."""

    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    images: tuple[Image, ...] = ()


def set_text(row: Row, span: LineSpan, measure: Measure, left: float, alignment: Alignment) -> SetText:
    """Place the glyphs of a line whose text starts `left` points from the text area's left edge.

    In a `both` paragraph neither the last line nor one ended by w:br is stretched: Word 2013 and later stretch the
    latter only without w:doNotExpandShiftReturn, and an office never wants it.
    """
    end = _visible_end(row, span)
    parts = _stretches(row, span.start, end, measure, left)
    last = parts[-1]
    slack = measure.right - (last.x + last.width) + _unseen(row, span, end)
    extra, slots = 0.0, [False] * (last.end - last.start)
    if alignment in ("center", "end"):
        _shift(parts, slack / 2 if alignment == "center" else slack)
    elif slack > 0 and (alignment == "distribute" or (alignment == "both" and span.ending == "full")):
        slots = _slots(row.glyphs[last.start : last.end])
        if span.hangs and len(slots) > 1:
            slots[-2] = slots[-2] and row.glyphs[end - 2].kind == "space"
        extra = slack / sum(slots) if any(slots) else 0.0
    return _painted(row, parts, extra, slots)


def _unseen(row: Row, span: LineSpan, end: int) -> float:
    """What does not count when a line is aligned: the spacing behind its last character, and a hanging mark."""
    if end == span.start:
        return 0.0
    hung = row.glyphs[end - 1].advance if span.hangs else 0.0
    last = end - 2 if span.hangs else end - 1
    return hung + (row.glyphs[last].spacing if last >= span.start else 0.0)


def _visible_end(row: Row, span: LineSpan) -> int:
    """The end without the break and the spaces that hang."""
    end = span.end
    while end > span.start and row.glyphs[end - 1].kind in ("space", *_BREAKS):
        # The underlined spaces of a form (签字：____) are to be seen.
        if row.glyphs[end - 1].kind == "space" and row.glyphs[end - 1].format.underline:
            break
        end -= 1
    return end


def _stretches(row: Row, start: int, end: int, measure: Measure, left: float) -> list[_Stretch]:
    parts: list[_Stretch] = []
    first, tab_x, stop, tab = start, left, TabStop(left), None
    for place in range(start, end + 1):
        if place < end and row.glyphs[place].kind != "tab":
            continue
        part = _Stretch(first, place, tab_x, leader=stop.leader, tab=tab)
        part.width, before_point = _width(row, first, place)
        part.x = text_start(stop, tab_x, part.width, before_point)
        parts.append(part)
        if place < end:
            first, tab_x, tab = place + 1, part.x + part.width, row.glyphs[place]
            stop = measure.ruler.next_stop(tab_x)
    return parts


def _width(row: Row, start: int, end: int) -> tuple[float, float]:
    """(width, width before the decimal point) of a stretch."""
    width, before_point = 0.0, None
    for place in range(start, end):
        glyph = row.glyphs[place]
        if glyph.text == "." and before_point is None:
            before_point = width
        width += glyph.width + glyph.spacing + (row.gaps[place] if place > start else 0.0)
    return width, width if before_point is None else before_point


def _shift(parts: list[_Stretch], by: float) -> None:
    for part in parts:
        part.x += by
        part.tab_x += by


def _slots(glyphs: list[Glyph]) -> list[bool]:
    """After which glyphs a line may be stretched: beside 汉字 and at spaces; in a line without 汉字 only at spaces."""
    slots = [False] * len(glyphs)
    for place in range(len(glyphs) - 1):
        one, two = glyphs[place], glyphs[place + 1]
        if one.kind == "space":
            slots[place] = True
        elif (one.text == two.text and one.text in "—…") or two.kind == "space":
            slots[place] = False
        else:
            slots[place] = not (one.kind in WESTERN and two.kind in WESTERN)
    return slots


def _painted(row: Row, parts: list[_Stretch], extra: float, slots: list[bool]) -> SetText:
    pieces: list[Piece] = []
    rules: list[Rule] = []
    images: list[Image] = []
    for part in parts:
        if part.tab is not None:
            _paint_tab(part, pieces, rules)
        if part is parts[-1]:
            _paint_stretch(row, part, extra, slots, pieces, images)
        else:
            _paint_stretch(row, part, 0.0, [False] * (part.end - part.start), pieces, images)
    return SetText(tuple(pieces), tuple(rules), tuple(images))


def _paint_stretch(
    row: Row, part: _Stretch, extra: float, slots: list[bool], pieces: list[Piece], images: list[Image]
) -> None:
    """Group neighbours of one look and one spacing into pieces."""
    x = first_x = part.x
    first, inner = part.start, 0.0
    for place in range(part.start, part.end):
        glyph = row.glyphs[place]
        beyond = glyph.spacing + (extra if slots[place - part.start] else 0.0)
        if place == first:
            inner = beyond
        if glyph.picture is not None:
            images.append(_image(glyph.picture, x))
        x += glyph.width + beyond
        after = place + 1
        gap = row.gaps[after] if after < part.end else 0.0
        if after == part.end or gap or beyond != inner or not _goes_on(glyph, row.glyphs[after], extra):
            _add_piece(row.glyphs[first:after], first_x, x - first_x + inner - beyond, inner, pieces)
            first, first_x = after, x + gap
        x += gap


def _goes_on(glyph: Glyph, after: Glyph, extra: float) -> bool:
    """Whether the next glyph may stand in the same piece."""
    if glyph.face is not after.face and glyph.face != after.face:
        return False
    if glyph.format is not after.format and not _same_look(glyph, after):
        return False
    return not extra or (glyph.kind in WESTERN) == (after.kind in WESTERN)


def _same_look(one: Glyph, two: Glyph) -> bool:
    a, b = one.format, two.format
    return (a.size, a.color, a.spacing, a.scale, a.underline) == (b.size, b.color, b.spacing, b.scale, b.underline)


def _add_piece(glyphs: list[Glyph], x: float, width: float, spacing: float, pieces: list[Piece]) -> None:
    text = "".join([glyph.text for glyph in glyphs])
    if text:
        how = glyphs[0].format
        piece = Piece(text, glyphs[0].face, how.size, x, width, spacing, how.scale, how.color, bool(how.underline))
        pieces.append(piece)


def _paint_tab(part: _Stretch, pieces: list[Piece], rules: list[Rule]) -> None:
    """A tab shows its leader, or its underline."""
    tab = part.tab
    if tab is None:
        return
    how, length = tab.format, part.x - part.tab_x
    if part.leader == "_" or how.underline:
        rules.append(Rule(part.tab_x, how.size * 0.12, part.x, how.size * 0.12, how.size * 0.05, how.color))
    elif part.leader:
        step = max(how.size * 0.35, tab.width)
        count = int(length / step)
        if count > 0:
            x, spacing = part.x - count * step, step - tab.width
            pieces.append(Piece(part.leader * count, tab.face, how.size, x, count * step, spacing, 1.0, how.color))


def _image(picture: Picture, x: float) -> Image:
    return Image(x, -picture.height, picture.width, picture.height, picture.data, picture.mime)
