"""Setting the rest of a paragraph again, between other edges."""

from __future__ import annotations

import pytest
from layout_sources import LOOSE, MM, para

from docgen.pdf.text.glyphs import GlyphMaker
from docgen.pdf.text.paragraphs import SetParagraph, Setting, reflow, set_paragraph
from docgen.pdf.warnings_log import WarningLog

WIDTH = 156 * MM


@pytest.fixture
def done(machine_fonts) -> SetParagraph:
    setting = Setting(GlyphMaker(machine_fonts.for_document()), WarningLog())
    block = para("国" * 100, LOOSE, first_line=32.0, outline_level=0, auto_space_digits=False)
    return set_paragraph(block, WIDTH, setting)


def counts(done: SetParagraph) -> list[int]:
    return [sum(len(piece.text) for piece in line.text.pieces) for line in done.lines]


def starts(done: SetParagraph) -> list[float]:
    return [round(line.text.pieces[0].x, 2) for line in done.lines]


def test_the_lines_from_a_number_on_get_other_edges(done):
    assert counts(done) == [25, 27, 27, 21]
    made = reflow(done, 1, left_cut=80.0, right_cut=40.0)
    assert counts(done) == [25, 20, 20, 20, 15]
    assert starts(done) == [32, 80, 80, 80, 80]
    assert made == done.lines[1:]


def test_below_the_float_the_rest_runs_full_again(done):
    reflow(done, 1, left_cut=160.0)
    reflow(done, 3)
    assert counts(done) == [25, 17, 17, 27, 14]
    assert starts(done) == [32, 160, 160, 0, 0]


def test_the_first_line_keeps_its_indent_and_its_heading(done):
    reflow(done, 0, left_cut=16.0)
    assert starts(done)[:2] == [48, 16]
    assert done.lines[0].heading == (1, "国" * 100)


def test_without_cuts_everything_stays(done):
    before = [(line.height, line.text) for line in done.lines]
    reflow(done, 2)
    assert [(line.height, line.text) for line in done.lines] == before
