"""Measuring: a paragraph's format and the document's habits → what its lines are broken to."""

from __future__ import annotations

from docgen.pdf.line_edges import NO_LINE_END, NO_LINE_START
from docgen.pdf.source import CharacterGrid, ParagraphFormat, Typography
from docgen.pdf.text.character_grid import line_right
from docgen.pdf.text.rows import Measure
from docgen.pdf.text.tab_stops import Ruler


def measure_of(
    how: ParagraphFormat, width: float, default_tab: float, habits: Typography, grid: CharacterGrid | None
) -> Measure:
    """What a paragraph is broken to in a text area `width` points wide; `grid` None where it stands on none."""
    right = width - how.right
    if grid is not None and grid.fits_lines and how.adjust_right and how.alignment not in ("center", "end"):
        right = line_right(0.0, right, grid)
    loose = grid is None or not grid.snaps  # cells leave room enough between 汉字 and Latin text
    return Measure(
        first_left=how.left + how.first_line,
        left=how.left,
        right=right,
        ruler=Ruler(how.tabs, how.left if how.first_line < 0 else None, default_tab),
        width=width,
        kinsoku=how.kinsoku,
        no_start=NO_LINE_START if habits.no_start is None else habits.no_start,
        no_end=NO_LINE_END if habits.no_end is None else habits.no_end,
        overflow_punct=how.overflow_punct,
        gap_latin=how.auto_space_latin and loose,
        gap_digits=how.auto_space_digits and loose,
        word_wrap=how.word_wrap,
        compression=habits.compression if loose else "",
        top_line_punct=how.top_line_punct and loose,
        stretch_broken=habits.stretch_broken,
        stretches=loose,
    )
