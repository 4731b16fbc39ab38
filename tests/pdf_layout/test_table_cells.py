"""Cells: diagonals, clipping, justification, turned and upright text, fitted text, spacing, tables within."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout_sources import LOOSE, MM, flat, lines_of, para, source, text_of

from docgen.pdf.pages import Clipped, Fill, Line, Path, Rule, Turned
from docgen.pdf.source import Anchor, Border, Borders, Cell, Frame, LineSpacing, Row, Table

LEFT, TOP = 28 * MM, 37 * MM
THIN = Border(0.5)
BOX = Borders(THIN, THIN, THIN, THIN)
LINE = LineSpacing("exact", 20.0)


def block(text: str, **how: object):
    return para(text, LOOSE, **{"alignment": "start", "line": LINE, **how})


def cell(*texts: str, **how: object) -> Cell:
    return replace(Cell(tuple(block(text) for text in texts)), **how)  # type: ignore[arg-type]


def row(*cells: Cell, **how: object) -> Row:
    return replace(Row(cells), **how)  # type: ignore[arg-type]


def page_of_table(laid, *rows: Row, columns: tuple[float, ...] = (100.0, 200.0), **how: object):
    return laid(source(Table(columns, rows, **how))).pages.pages[0]  # type: ignore[arg-type]


def texts(items) -> list[str]:
    return [text_of(item) for item in flat(tuple(items)) if isinstance(item, Line)]


def kinds(page, kind):
    return [item for item in page.items if isinstance(item, kind)]


def test_diagonals_run_from_corner_to_corner(laid):
    made = cell("斜", falling=Border(0.75), rising=Border(1.0, "#ff0000", style="dotted"), shading="#eeeeee")
    page = page_of_table(laid, row(made, cell("乙"), height=40.0, height_rule="exact"))
    falling, rising = kinds(page, Path)
    assert [step for step, _ in falling.steps] == ["M", "L"]
    assert falling.steps[0][1] == pytest.approx((LEFT, TOP))
    assert falling.steps[1][1] == pytest.approx((LEFT + 100, TOP + 40))
    assert rising.steps[0][1] == pytest.approx((LEFT, TOP + 40))
    assert (rising.stroke, rising.width, rising.dash) == ("#ff0000", 1.0, (1.0, 1.0))
    assert page.items.index(falling) > page.items.index(kinds(page, Fill)[0])


def test_what_does_not_fit_in_an_exact_row_is_cut_off(laid):
    rows = (row(cell("一", "二"), cell("乙"), height=30.0, height_rule="exact"),)
    result = laid(source(Table((100.0, 200.0), rows, place="第1个表")))
    assert result.warnings == (("固定行高装不下的文字（照 Word 的样子截去）", "第1个表"),)
    page = result.pages.pages[0]
    (clipped,) = kinds(page, Clipped)
    assert (clipped.x, clipped.y) == (pytest.approx(LEFT), pytest.approx(TOP))
    assert (clipped.width, clipped.height) == (100.0, pytest.approx(30))
    assert texts(clipped.items) == ["一", "二"]
    assert texts(kinds(page, Line)) == ["乙"]


def test_an_exact_row_that_holds_its_content_is_not_cut(laid):
    page = page_of_table(laid, row(cell("一"), cell("乙"), height=20.0, height_rule="exact"))
    assert kinds(page, Clipped) == []


def test_an_exact_row_that_cuts_only_what_is_blank_says_nothing(laid):
    result = laid(source(Table((100.0,), (row(cell("一", ""), height=30.0, height_rule="exact"),))))
    assert len(kinds(result.pages.pages[0], Clipped)) == 1
    assert result.warnings == ()


def test_justified_content_spreads_its_paragraphs_over_the_height(laid):
    made = cell("国" * 8, "二", "三", vertical="both")
    page = page_of_table(laid, row(made, cell("乙"), height=200.0, height_rule="at_least"))
    tops = [line.baseline - 16 - TOP for line in lines_of(page)[:4]]
    assert tops == [pytest.approx(0), pytest.approx(20), pytest.approx(100), pytest.approx(180)]


def test_upright_characters_stand_one_below_the_other_from_the_right(laid):
    made = cell("督战村名册", rotation=90, upright=True)
    page = page_of_table(laid, row(made, cell("乙"), height=60.0, height_rule="exact"))
    lines = kinds(page, Line)
    assert [text_of(line) for line in lines] == ["督", "战", "村", "名", "册", "乙"]
    first = [line.x for line in lines[:3]]
    assert first == [pytest.approx(first[0])] * 3
    assert [round(line.baseline - lines[0].baseline, 3) for line in lines[1:3]] == [16.0, 32.0]
    assert lines[3].x == pytest.approx(first[0] - 20)
    assert lines[3].baseline == pytest.approx(lines[0].baseline)
    right = LEFT + 100 - 5.4
    assert first[0] + 16 <= right
    assert lines[0].baseline == pytest.approx(TOP + 0.88 * 16)


def test_latin_words_and_brackets_stay_turned_among_upright_characters(laid):
    made = cell("（村）AB国", rotation=90, upright=True)
    page = page_of_table(laid, row(made, cell("乙"), height=200.0, height_rule="exact"))
    turned = kinds(page, Turned)
    assert [texts(item.items) for item in turned] == [["（"], ["）AB"]]
    assert {item.degrees for item in turned} == {90}
    assert texts(page.items) == ["（", "村", "）AB", "国", "乙"]


def test_a_comma_stands_at_the_upper_right_of_its_square(laid):
    made = cell("村，国", rotation=90, upright=True)
    page = page_of_table(laid, row(made, cell("乙"), height=200.0, height_rule="exact"))
    village, comma, country, _ = kinds(page, Line)
    assert comma.x - village.x == pytest.approx(8)
    assert comma.baseline - village.baseline == pytest.approx(8)
    assert country.baseline - village.baseline == pytest.approx(32)


def test_turned_lines_are_as_long_as_all_rows_that_their_cell_covers(laid):
    start = cell("督战工作经历", rotation=90, upright=True, merge="start")
    covered = Cell((), rotation=90, upright=True, merge="continue")
    rows = [row(start if n == 0 else covered, cell(str(n)), height=40.0, height_rule="at_least") for n in range(3)]
    lines = kinds(page_of_table(laid, *rows), Line)
    column = [line for line in lines if text_of(line) in "督战工作经历"]
    assert {round(line.x, 3) for line in column} == {round(column[0].x, 3)}
    assert len(column) == 6


def columns_by_page(laid, text: str, ahead: int) -> list[list[str]]:
    """The characters of a merged cell of upright text, page by page, where `ahead` rows of it stand on the first."""
    start = Cell((block(text, alignment="center"),), rotation=90, upright=True, merge="start")
    covered = Cell((), rotation=90, upright=True, merge="continue")
    rows = [row(start if n == 0 else covered, cell(str(n)), height=60.0, height_rule="exact") for n in range(8)]
    before = [para("前", LOOSE, line=LineSpacing("exact", 60.0))] * (10 - ahead)
    pages = laid(source(*before, Table((60.0, 200.0), tuple(rows)))).pages.pages
    found = [[line for line in kinds(page, Line) if text_of(line) in text] for page in pages]
    foot = TOP + 10 * 60.0
    assert all(TOP < line.baseline < foot for page in found for line in page)
    return [[text_of(line) for line in page] for page in found]


def test_upright_text_of_a_merged_cell_stays_in_the_rows_that_its_page_holds(laid):
    assert columns_by_page(laid, "督战工作", 2) == [[*"督战工作"], []]


def test_columns_of_upright_text_that_find_no_room_in_them_go_on_overleaf(laid):
    text = "".join(chr(0x4E00 + n) for n in range(25))
    first, second = columns_by_page(laid, text, 2)
    assert first
    assert second
    assert [*first, *second] == [*text]


def test_a_row_without_a_height_grows_until_turned_text_fits_across(laid):
    made = cell("国" * 10, rotation=90)
    page = page_of_table(laid, row(made, cell("乙")), columns=(40.0, 200.0))
    (turned,) = kinds(page, Turned)
    assert texts(turned.items) == ["国" * 10]
    bottom = page_of_table(laid, row(replace(made, shading="#eeeeee"), cell("乙")), columns=(40.0, 200.0))
    assert kinds(bottom, Fill)[0].height == pytest.approx(160, abs=0.3)


def test_centred_turned_text_stays_inside_the_row_that_grew_for_it(laid):
    made = Cell((block("国" * 10, alignment="center"),), rotation=90, shading="#eeeeee")
    page = page_of_table(laid, row(made, cell("乙")), columns=(40.0, 200.0))
    (turned,) = kinds(page, Turned)
    (line,) = [item for item in turned.items if isinstance(item, Line)]
    assert line.x + line.pieces[0].x == pytest.approx(0, abs=0.2)
    assert kinds(page, Fill)[0].height == pytest.approx(160, abs=0.3)


def test_turned_text_in_an_exact_row_does_not_change_it(laid):
    made = cell("国" * 10, rotation=90, shading="#eeeeee")
    page = page_of_table(laid, row(made, cell("乙"), height=50.0, height_rule="exact"), columns=(40.0, 200.0))
    assert kinds(page, Fill)[0].height == pytest.approx(50)


def test_centred_turned_text_stands_in_the_middle_of_its_cell(laid):
    made = Cell((block("村", alignment="center"),), rotation=90, upright=True, vertical="center")
    (line, _) = kinds(page_of_table(laid, row(made, cell("乙"), height=100.0, height_rule="at_least")), Line)
    assert line.baseline - 0.88 * 16 + 8 == pytest.approx(TOP + 50, abs=0.1)
    assert line.x + 8 == pytest.approx(LEFT + 50, abs=2.5)


def test_fitted_text_fills_its_cell_in_one_line(laid):
    loose, tight = cell("姓名", fit_text=True), cell("国" * 10, fit_text=True)
    page = page_of_table(laid, row(loose, tight), columns=(100.0, 100.0))
    spread, squeezed = lines_of(page)
    assert [text_of(spread), text_of(squeezed)] == ["姓名", "国" * 10]
    last = spread.pieces[-1]
    assert last.x + last.width - last.spacing == pytest.approx(100 - 10.8, abs=0.3)
    assert squeezed.pieces[0].scale == pytest.approx((100 - 10.8) / 160, abs=0.01)
    assert squeezed.pieces[-1].x + squeezed.pieces[-1].width == pytest.approx(100 - 10.8, abs=0.3)


def test_cells_that_stand_apart_are_boxes_in_a_box(laid):
    rows = [row(cell("甲", borders=BOX), cell("乙", borders=BOX)) for _ in range(2)]
    thick = Border(1.5)
    page = page_of_table(laid, *rows, spacing=3.0, outline=Borders(thick, thick, thick, thick))
    rules = kinds(page, Rule)
    assert len(rules) == 4 * 4 + 4
    lefts = sorted({round(rule.x1 - LEFT, 2) for rule in rules if rule.x1 == rule.x2 and rule.width == 0.5})
    assert lefts == [6.0, 97.0, 103.0, 294.0]
    outer = [rule for rule in rules if rule.width == 1.5]
    assert max(rule.y1 for rule in outer) - min(rule.y1 for rule in outer) == pytest.approx(2 * 20 + 2 * 9 + 3 * 0.5)
    assert lines_of(page)[0].x - LEFT == pytest.approx(6 + 5.4)


def test_a_row_with_a_table_taller_than_the_page_is_cut_inside_it(laid):
    inner = Table((80.0,), tuple(row(cell(f"第{number}行")) for number in range(50)))
    holder = Cell((inner, block("")))
    pages = laid(source(Table((100.0, 200.0), (row(holder, cell("乙")),)))).pages.pages
    found = [[text for text in texts(page.items) if text.startswith("第")] for page in pages]
    assert len(found) == 2
    assert [text for page in found for text in page] == [f"第{number}行" for number in range(50)]


def test_a_row_of_an_inner_table_is_cut_between_its_lines(laid):
    inner = Table((60.0,), (row(cell("国" * 3 * 50)),))
    pages = laid(source(Table((100.0, 200.0), (row(Cell((inner, block(""))), cell("乙")),)))).pages.pages
    counts = [sum(text.startswith("国") for text in texts(page.items)) for page in pages]
    assert counts == [31, 19]


def test_an_inner_row_that_may_not_be_cut_goes_to_the_next_page(laid):
    lines = tuple(row(cell("甲" * 3 * 4), cant_split=True) for _ in range(20))
    inner = Table((60.0,), lines)
    pages = laid(source(Table((100.0, 200.0), (row(Cell((inner, block(""))), cell("乙")),)))).pages.pages
    counts = [sum(text.startswith("甲") for text in texts(page.items)) for page in pages]
    assert all(count % 4 == 0 for count in counts)
    assert sum(counts) == 80


def test_a_paragraph_in_a_frame_stands_in_its_cell_with_a_warning(laid):
    frame = Frame(Anchor("page", 10.0), Anchor("page", 10.0), 50.0)
    framed = block("框中", frame=frame)
    result = laid(source(Table((100.0,), (row(Cell((framed, block("格中")))),), place="第1个表")))
    assert texts(result.pages.pages[0].items) == ["框中", "格中"]
    assert result.warnings == (("单元格里的图文框（按不浮动排）", "第1个表"),)


def test_an_empty_paragraph_below_an_inner_table_keeps_its_line(laid):
    inner = Table((60.0,), (row(cell("内")),))
    page = page_of_table(laid, row(Cell((inner, block("")), shading="#eeeeee"), cell("乙")))
    assert kinds(page, Fill)[0].height == pytest.approx(40)
