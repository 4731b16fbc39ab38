"""The text of shapes on the grid of its section, and what floats in cells whose text is turned."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from layout_sources import LOOSE, MARGINS, lines_of, page_of, para, source, text_of

from docgen.pdf.pages import Path, Turned
from docgen.pdf.source import (
    Anchor,
    Cell,
    CharacterGrid,
    Floating,
    Frame,
    LineSpacing,
    Paragraph,
    Row,
    Shape,
    ShapeText,
    Source,
    Table,
)

TOP, _, _, LEFT = MARGINS
SINGLE = {"line": LineSpacing("multiple", 1.0), "alignment": "start"}
SMALL = replace(LOOSE, size=10.0)
SQUARE = (("M", (0.0, 0.0)), ("L", (10.0, 0.0)), ("L", (10.0, 10.0)), ("L", (0.0, 10.0)), ("Z", ()))


def text_box(*blocks: Paragraph, **how: object) -> Floating:
    text = ShapeText(blocks, (0.0, 0.0, 200.0, 100.0), (0.0, 0.0, 0.0, 0.0))
    base = Floating(Anchor("page", 0.0), Anchor("page", 0.0), Shape(200.0, 100.0, text=text))
    return replace(base, **how)  # type: ignore[arg-type]


def holding(thing: Floating) -> Paragraph:
    return replace(para(""), inlines=(thing,))


def steps(page) -> list[float]:
    found = [line.baseline for line in lines_of(page)]
    return [round(two - one, 2) for one, two in pairwise(found)]


def test_the_lines_of_a_text_box_stand_on_the_line_grid(laid):
    box = text_box(para("国", SMALL, **SINGLE), para("民", SMALL, **SINGLE))
    assert steps(laid(source(holding(box), grid_pitch=30.0)).pages.pages[0]) == [30]
    off = {**SINGLE, "snap_to_grid": False}
    loose = text_box(para("国", SMALL, **off), para("民", SMALL, **off))
    assert steps(laid(source(holding(loose), grid_pitch=30.0)).pages.pages[0])[0] < 20


def test_what_stands_in_a_frame_in_a_box_is_put_into_its_text_with_a_warning(laid):
    frame = Frame(Anchor("page", 10.0), Anchor("page", 10.0), 50.0)
    table = Table((80.0,), (Row((Cell((para("表中"),)),)),), frame=frame)
    box = text_box(para("框中", frame=frame), table, para("末"))
    box = replace(box, shape=replace(box.shape, text=replace(box.shape.text, place="第1段")))
    result = laid(source(holding(box)))
    assert [text_of(line) for line in lines_of(result.pages.pages[0])] == ["框中", "表中", "末"]
    assert result.warnings == (("文本框里的图文框（按不浮动排）", "第1段"),)


def test_a_box_in_a_later_section_stands_on_the_grid_of_that(laid):
    box = text_box(para("国", SMALL, **SINGLE), para("民", SMALL, **SINGLE))
    done = laid(Source((page_of(para("一"), grid_pitch=50.0), page_of(holding(box), grid_pitch=30.0))))
    assert steps(done.pages.pages[1]) == [30]


def test_a_box_that_grows_keeps_as_much_text_away_as_it_is_high_on_the_grid(laid):
    box = text_box(*[para("国", SMALL, **SINGLE)] * 5, wrap="top_bottom", vertical=Anchor("text", 0.0))
    grown = replace(box, shape=replace(box.shape, text=replace(box.shape.text, grows=True)))
    block = replace(para("文"), inlines=(grown, *para("文").inlines))
    body = lines_of(laid(source(block, grid_pitch=30.0)).pages.pages[0])[0]
    assert body.baseline == pytest.approx(TOP + 5 * 30 + 28.95 * 0.8)


def test_the_characters_of_a_box_stand_on_the_character_grid_in_lines_of_any_length(laid):
    grid = CharacterGrid(20.0, 4.0)
    block = para("国国", LOOSE, **{**SINGLE, "alignment": "end"})
    line = lines_of(laid(source(holding(text_box(block)), char_grid=grid)).pages.pages[0])[0]
    assert line.pieces[0].spacing == pytest.approx(4.0)


@pytest.mark.parametrize("rotation", [90, 270])
def test_what_floats_in_a_turned_cell_stands_upright_where_the_cell_begins(laid, rotation):
    held = Floating(
        Anchor("text", 3.0), Anchor("text", 5.0), Shape(10.0, 10.0, (Path(SQUARE, fill="#ff0000"),)), in_cell=True
    )
    block = replace(para("文"), inlines=(held, *para("文").inlines))
    cell = Cell((block,), rotation=rotation, margins=(1.0, 2.0, 1.0, 2.0))
    row = Row((cell, Cell((para("右"),))), height=80.0, height_rule="at_least")
    page = laid(source(para("前"), Table((60.0, 100.0), (row,)))).pages.pages[0]
    (path,) = [item for item in page.items if isinstance(item, Path)]
    assert path.steps[0][1] == (pytest.approx(LEFT + 2 + 3), pytest.approx(TOP + 28.95 + 1 + 5))
    assert [item.degrees for item in page.items if isinstance(item, Turned)] == [rotation]
