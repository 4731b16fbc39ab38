"""标点压缩: full-width marks give up the blank half of their square (w:characterSpacingControl, w:topLinePunct).

What Word does, as its users describe it and as others measured its exports; ECMA-376 only says which characters count:
- of marks that stand side by side all but the last are half wide: ）。 ：“ 》《 and （《;
- where a mark that may not start a line does not fit, the marks of the line give way, the last one first, as far as
  that mark needs; a character that may start a line is never pulled up, so a page keeps its 28 characters a line;
- with w:topLinePunct an opening mark at the start of a line loses its blank left half.
Nothing is narrower than half a square, and spacing set on the characters themselves wins. LibreOffice 7.4 leaves all
of this out.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.pdf.text.measured import Glyph

_BLANK_RIGHT = frozenset("，。、；：！？．）》〉」』】〕〗］｝”’")
_BLANK_LEFT = frozenset("（《〈「『【〔〖［｛“‘")
_KANA_GIVES = 0.1  # of a kana's width


def compress(
    glyphs: Sequence[Glyph], gaps: list[float], compression: str, top_line: bool
) -> tuple[list[float] | None, list[float] | None]:
    """Draw neighbouring marks together in `gaps`; (what each glyph may give, what it is moved by at a line's start)."""
    halves = [_half(glyph) for glyph in glyphs]
    starts = [-half if half and glyph.text in _BLANK_LEFT else 0.0 for half, glyph in zip(halves, glyphs, strict=True)]
    if compression:
        _draw_together(glyphs, gaps, halves)
        if compression == "kana":
            halves = [half or _of_kana(glyph) for half, glyph in zip(halves, glyphs, strict=True)]
    return halves if compression else None, starts if top_line else None


def gives_left(glyph: Glyph) -> bool:
    """Whether a glyph gives way on its left."""
    return glyph.text in _BLANK_LEFT


def _half(glyph: Glyph) -> float:
    """The blank part of a full-width mark that it can do without; 0 for everything else."""
    if glyph.kind not in ("open", "close") or glyph.format.spacing > 0:
        return 0.0
    if glyph.text not in _BLANK_RIGHT and glyph.text not in _BLANK_LEFT:
        return 0.0
    return max(glyph.width - glyph.size * glyph.format.scale / 2, 0.0)


def _of_kana(glyph: Glyph) -> float:
    return glyph.width * _KANA_GIVES if "\u3041" <= glyph.text[:1] <= "\u30fe" else 0.0


def _draw_together(glyphs: Sequence[Glyph], gaps: list[float], halves: list[float]) -> None:
    for place in range(1, len(glyphs)):
        if not halves[place] or glyphs[place - 1].kind not in ("open", "close"):
            continue
        if glyphs[place - 1].text in _BLANK_RIGHT:
            given = place - 1
        elif glyphs[place].text in _BLANK_LEFT:
            given = place
        else:
            continue
        gaps[place] -= halves[given]
        halves[given] = 0.0
