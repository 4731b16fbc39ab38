"""Rows: a paragraph's measured characters, with what stands between them and where a line may end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from docgen.pdf.line_edges import NO_LINE_END, NO_LINE_START
from docgen.pdf.text.character_classes import JOINED, WESTERN, class_of, is_wide
from docgen.pdf.text.compression import compress
from docgen.pdf.text.measured import Glyph
from docgen.pdf.text.tab_stops import Ruler
from docgen.wording.rare import is_rare

BREAKS = ("break", "page_break", "column_break")
# 中西文间距 in em of the 汉字: LibreOffice's figure, measured. Word's own exports show a quarter em; with that figure
# no line of mixed text can be compared with LibreOffice's any more.
GAP = 0.2
_UNBROKEN = frozenset({"space", "zero", "glue", "soft_hyphen", *BREAKS})  # no line ends before them
_SPECIAL = _UNBROKEN | {"tab", "picture"}
_DASHES = ("-", "\u2010", "\u2013")
_WORDS = ("latin", "digit")


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines are broken to, and the habits. Edges are points from the left of the text area, `width` its width.

    `stretch_broken`: in a justified paragraph a line ended by w:br is stretched too; `stretches` False: no line is,
    because its characters stand in cells.
    """

    first_left: float
    left: float
    right: float
    ruler: Ruler = field(default_factory=Ruler)
    width: float = 0.0
    kinsoku: bool = True
    no_start: frozenset[str] = NO_LINE_START
    no_end: frozenset[str] = NO_LINE_END
    overflow_punct: bool = False
    gap_latin: bool = True
    gap_digits: bool = True
    word_wrap: bool = True
    compression: Literal["", "marks", "kana"] = ""
    top_line_punct: bool = False
    stretch_broken: bool = False
    stretches: bool = True


@dataclass(slots=True)
class Row:
    """A paragraph's glyphs with what stands between neighbours: `gaps[i]` and `breaks[i]` are before glyph i.

    `gives[i]`: how much narrower glyph i may become so that a mark stays on its line. `starts[i]`: what glyph i is
    moved by where it starts a line. None for both where nothing of the kind is asked for.
    """

    glyphs: list[Glyph]
    gaps: list[float]
    breaks: list[bool]
    gives: list[float] | None = None
    starts: list[float] | None = None


def prepare(glyphs: list[Glyph], measure: Measure) -> Row:
    """Work out gaps and allowed breaks between all neighbours."""
    gaps = [0.0] * len(glyphs)
    breaks = [True] * len(glyphs)
    plain = not (measure.kinsoku and _has_letters(measure.no_start, measure.no_end))
    two = ""
    for place, glyph in enumerate(glyphs):
        one, two = two, glyph.kind
        if (one == "han" and two == "han" and plain) or place == 0:
            continue
        if (one in WESTERN) != (two in WESTERN):
            gaps[place] = _gap(glyphs, place, measure)
        breaks[place] = _may_break(glyphs, place, measure)
    row = Row(glyphs, gaps, breaks)
    if measure.compression or measure.top_line_punct:
        row.gives, row.starts = compress(glyphs, gaps, measure.compression, measure.top_line_punct)
    return row


@lru_cache(maxsize=64)
def _has_letters(*lists: frozenset[str]) -> bool:
    """Whether a list of the file's own names 汉字, whose neighbours are else of no interest."""
    return any(class_of(char, is_wide(char)) == "han" for chars in lists for char in chars)


def _gap(glyphs: Sequence[Glyph], place: int, measure: Measure) -> float:
    """What stands between 汉字 and Latin letters or digits.

    The run's own spacing does not count there: LibreOffice leaves it out at every change of script (measured), a
    space being of the script before it. Signs such as ㎡ are no letters: nothing stands beside them.
    """
    before, after = glyphs[place - 1], glyphs[place]
    if not before.width or not after.width or after.kind == "space" or "tab" in (before.kind, after.kind):
        return 0.0
    spacing = before.format.spacing
    if before.kind == "space":
        return -spacing if spacing and _changes_script(glyphs, place) else 0.0
    if not takes_gap(before.kind, after.kind, measure.gap_latin, measure.gap_digits):
        return -spacing
    wide = before if before.kind == "han" else after
    lettered = wide.text.isalnum() or is_rare(wide.text[0])
    return (GAP * wide.format.size if lettered else 0.0) - spacing


def _changes_script(glyphs: Sequence[Glyph], place: int) -> bool:
    """Whether the text before the spaces before a glyph is of another script."""
    first = place - 1
    while first >= 0 and glyphs[first].kind == "space":
        first -= 1
    return first >= 0 and (glyphs[first].kind in WESTERN) != (glyphs[place].kind in WESTERN)


def takes_gap(before: str, after: str, latin: bool, digits: bool) -> bool:
    """Whether 中西文间距 stands between two neighbours: 汉字 beside a Latin letter or a digit, never beside marks."""
    if before == "han":
        other = after
    elif after == "han":
        other = before
    else:
        return False
    return (other == "latin" and latin) or (other == "digit" and digits)


def _may_break(glyphs: Sequence[Glyph], place: int, measure: Measure) -> bool:
    """Whether a line may end before a glyph."""
    before, after = glyphs[place - 1], glyphs[place]
    one, two = before.kind, after.kind
    if one in _SPECIAL or two in _SPECIAL:
        return _may_break_beside(one, two)
    if before.text == after.text and after.text in JOINED:
        return False
    if measure.kinsoku and (after.text in measure.no_start or before.text in measure.no_end):
        return False
    if one in WESTERN and two in WESTERN:
        return not measure.word_wrap or _divides(glyphs, place)
    return True


def _may_break_beside(one: str, two: str) -> bool:
    """Whether a line may end beside a space, a joiner, a tab, a picture or a break."""
    if two in BREAKS:
        return False  # the break itself ends the line
    if one in ("tab", "picture") or two in ("tab", "picture"):
        return True
    return two not in _UNBROKEN and one != "glue"


def _divides(glyphs: Sequence[Glyph], place: int) -> bool:
    """Whether a Latin word or number may be divided here: behind a hyphen or a range mark within it.

    Word does so beside digits as well (WT-2024-217, 2024-03-05; its users need the non-breaking hyphen to keep a
    telephone number whole), but neither at a slash nor behind the sign of a negative number. LibreOffice keeps digits
    behind a hyphen and divides addresses at slashes.
    """
    if glyphs[place - 1].text not in _DASHES or place < 2:
        return False
    return glyphs[place - 2].kind in _WORDS and glyphs[place].kind in _WORDS
